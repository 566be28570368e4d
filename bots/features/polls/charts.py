"""The result of a poll as a picture: its own message after the result, with the same words as its description.

So the result never waits for the picture, and votes that arrive late replace it by a new one.
"""

from __future__ import annotations

from datetime import timedelta

from bots.commands.declaration import Args
from bots.core.bar_chart import Bar, BarChart
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.features.polls import figures, lookup, rules, verdict, views, visibility
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.tally import Tally
from bots.turn import pictures
from bots.turn.pictures import drawn_text
from bots.turn.turn import Turn
from storage.queries.figures import LEAST_COUNT
from storage.tables import Poll, PollKind, PollState

CARD, TIMER = "pollchart", "poll-chart"
_SETTLES = timedelta(minutes=1)
"""How long votes that arrive late are waited for before the picture is drawn again."""


def post(poll: Poll, tally: Tally, turn: Turn, key: str) -> None:
    """Post the picture of a result in the turn's room, where five people voted and the place wants pictures."""
    place = turn.room_context.place
    if tally.turnout < LEAST_COUNT or place is None or not place.poll_chart:
        return
    content = _picture(poll, tally, turn)
    if content is not None:
        turn.post_content(content, card=f"{CARD}:{poll.id}", key=key)


def expect_again(poll: Poll, turn: Turn) -> None:
    """Draw the picture again soon: a ballot was cast in time, but arrived after the result."""
    turn.schedule(TIMER, str(poll.id), turn.now + _SETTLES)


async def draw_again(timer: TimerFired, turn: Turn) -> None:
    """Replace the picture of a result that votes changed after it was posted."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    here = await turn.in_room_of(poll) if poll is not None and poll.state == PollState.CLOSED else None
    if poll is None or here is None:
        return
    await turn.withdraw_card(f"{CARD}:{poll.id}")
    post(poll, await views.count_ballots(poll, here), here, f"{timer.key}:chart")
    visibility.tell_pictures(poll, here)


async def by_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll chart [number]`: answer with the picture, or with its words where there are no pictures."""
    poll = await lookup.find_closed_poll(call, args.optional_text("number"), turn, shown=True)
    rules.check_closed(poll)
    tally = await views.count_ballots(poll, turn)
    if not tally.turnout:
        raise Refusal("poll-chart-empty", number=poll.number)
    content = _picture(poll, tally, turn)
    turn.answer_content(content or Content(text=(Text(_chart(poll, tally, turn).as_text()),)))


def _picture(poll: Poll, tally: Tally, turn: Turn) -> Content | None:
    """Return the message with the picture; None where the platform shows none, or the letters are others."""
    files = pictures.picture(f"poll-{poll.number}.png", _chart(poll, tally, turn), turn)
    text = turn.text("poll-chart-of", number=poll.number, question=poll.question)
    return Content(text=text, attachments=files, silent=True) if files else None


def _chart(poll: Poll, tally: Tally, turn: Turn) -> BarChart:
    """Return the chart: what was decided, each option with its figure, and how many people voted."""
    found, leaders = verdict.of(poll, tally), tally.winners()
    blocks = tally.votes[consent.BLOCK] if poll.kind == PollKind.CONSENT else 0
    title = turn.label(
        found.text_id, number=poll.number, question=_as_sentence(drawn_text(poll.question)), count=blocks,
        winners=tuple(map(drawn_text, found.winners)),
    )  # fmt: skip
    bars = tuple(
        Bar(drawn_text(label) or emoji, tally.votes[at], figures.of_option(poll, tally, at, turn), leads=at in leaders)
        for at, emoji, label in rules.standing(poll)
    )
    return BarChart(title, bars, horizontal=True, note=turn.label("poll-voted", count=tally.turnout))


def _as_sentence(question: str) -> str:
    """Return the question with a full stop if it has no mark of its own: in a picture nothing is bold."""
    return f"{question}." if question[-1:].isalnum() else question
