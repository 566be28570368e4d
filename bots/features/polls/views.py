"""The live tally, the native poll and the results."""

from __future__ import annotations

import asyncio

from bots.core.outbound import Button, Content, Menu, NativePoll, PollOption
from bots.core.panel import Panel
from bots.core.richtext import Bold, Rich, Text, join
from bots.features.polls import (
    additions,
    by_community,
    communities_told,
    figures,
    footer,
    native_line,
    reasons,
    records,
    rules,
    settings,
    verdict,
    visibility,
)
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.tally import Tally
from bots.turn.share_button import share_button
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Ballot, BallotCount, Poll, PollKind, PollState

BALLOT_SIGN, WHY_SIGN = "🗳️", "💬"
EVENT_EMOJI = "📅"
MAX_BUTTONS = 5
"""With at most so many options, a single choice has buttons everywhere: they fit into a row."""
MAX_EVENTS = 5
"""The most buttons for dates that tie."""
_BALLOTS = (str(Ballot.__tablename__), str(BallotCount.__tablename__))
_MANY = 300
"""Different ballots: to count more of them takes so long that others should not wait for it."""


async def count_ballots(poll: Poll, turn: Turn) -> Tally:
    """Count the stored ballots of a poll, once in a transaction for all the rooms that show it."""
    key = ("tally", poll.id, poll.kind, poll.options, poll.settings)
    return await turn.uow.remember(key, _BALLOTS, lambda: _count(poll, turn))


async def _count(poll: Poll, turn: Turn) -> Tally:
    """Count very different ballots beside the event loop, community by community where these have one vote each."""
    if settings.of(poll).per_community:
        return by_community.tally_of(poll, await communities_told.count(poll, turn))
    counts = await polls.ballot_counts(turn.uow, poll.id)
    if len(counts) > _MANY:
        return await asyncio.to_thread(rules.tally, poll, counts)
    return rules.tally(poll, counts)


async def render_tally(subject: str, turn: Turn) -> Content | None:
    """Render the live tally, or the line below a native poll; without buttons after the close."""
    poll = await turn.uow.get(Poll, int(subject))
    if poll is None or poll.state == PollState.DELETED:
        return None
    if await visibility.is_over_here(poll, turn):
        return Content(text=turn.text("poll-gone-here", question=poll.question))
    tally = await count_ballots(poll, turn)
    if await native_line.replaces_card(poll, turn):
        return await native_line.render(poll, tally, _buttons(poll, turn), turn)
    head: Rich = (Bold((Text(poll.question),)),)
    if poll.state == PollState.CLOSED:
        below = (*footer.corrected(poll, turn), turn.text("poll-footer-closed", number=poll.number))
        panel = Panel(heading=head, body=tuple(figures.lines(poll, tally, turn)), footer=below, tone="over")
        return Content(text=panel.flatten(), panel=panel)
    closes = (turn.text("poll-closes", at=poll.closes_at),) if poll.closes_at is not None else ()
    panel = Panel(
        heading=head,
        body=(*figures.lines(poll, tally, turn), *closes),
        footer=(*await visibility.lines(poll, turn), *footer.lines(poll, tally, turn), *additions.lines(poll, turn)),
    )
    buttons = (*_buttons(poll, turn), *additions.buttons(poll, turn))
    return Content(text=panel.flatten(), buttons=buttons, legend=False, panel=panel, menu=_menu(poll, turn))


def _buttons(poll: Poll, turn: Turn) -> tuple[Button, ...]:
    """Return a button for each option, or the one that gives people their ballot."""
    if rules.needs_ballot(poll, turn.capabilities):
        return (Button(f"ballot:{poll.id}", turn.label("poll-vote"), BALLOT_SIGN),)
    options = tuple(
        Button(f"{_verb(poll)}:{poll.id}:{index}", label, emoji) for index, emoji, label in rules.standing(poll)
    )
    why = (Button(f"pollwhy:{poll.id}", turn.label("poll-why"), WHY_SIGN),) if settings.of(poll).reasons else ()
    return (*options, *why)


def _menu(poll: Poll, turn: Turn) -> Menu | None:
    """Return how the options are one list: where one may choose several, or there are more than fit into a row."""
    few = len(rules.standing(poll)) <= MAX_BUTTONS
    if rules.needs_ballot(poll, turn.capabilities) or (poll.max_choices == 1 and few):
        return None
    hint = turn.label("poll-menu", most=poll.max_choices)
    return Menu(f"polllist:{poll.id}", f"{_verb(poll)}:{poll.id}", hint, poll.max_choices)


def _verb(poll: Poll) -> str:
    """Return what the press of an option does. Ballots of several options have their own verb: their handler reads."""
    return "poll" if poll.max_choices == 1 else "pollm"


def native_poll(poll: Poll, turn: Turn) -> Content:
    """Return the platform's own poll. Without buttons, a reaction to it counts like one to the tally."""
    options = tuple(PollOption(str(index), label) for index, label in enumerate(rules.labels(poll)))
    native = NativePoll(poll.question, options, poll.max_choices)
    buttons = () if turn.capabilities.buttons else _buttons(poll, turn)
    return Content(
        text=turn.text("poll-native", question=poll.question), poll=native, buttons=buttons, legend=False,
        offers_reactions=False,
    )  # fmt: skip


async def render_results(subject: str, turn: Turn) -> Content | None:
    """Render the posted results again, with ballots that were cast in time but arrived later."""
    poll = await turn.uow.get(Poll, int(subject))
    if poll is None or poll.state != PollState.CLOSED:
        return None
    return await results(poll, turn)


async def results(poll: Poll, turn: Turn) -> Content:
    """Return the outcome with the buttons of those who hold the poll: to share it, and to make an event of a date."""
    text = await outcome(poll, turn)
    if poll.network_id is not None and turn.room_context.community is not None:
        return Content(text=text)
    return Content(text=text, buttons=(*await event_buttons(poll, turn), *share_button("poll", poll.id, turn)))


async def event_buttons(poll: Poll, turn: Turn) -> tuple[Button, ...]:
    """Return a button for each date that won and is still to come."""
    dates = settings.of(poll).dates
    tally = await count_ballots(poll, turn) if dates else None
    if tally is None or verdict.of(poll, tally).name not in ("won", "tie"):
        return ()
    names, emojis = rules.labels(poll), rules.option_emoji(poll)
    ahead = [index for index in tally.winners() if dates[index].start > turn.now][:MAX_EVENTS]
    return tuple(
        Button(
            f"pollevent:{poll.id}:{index}",
            turn.label("poll-make-event", date=names[index]),
            EVENT_EMOJI if len(ahead) == 1 else emojis[index],
        )
        for index in ahead
    )


async def outcome(poll: Poll, turn: Turn) -> Rich:
    """Return the outcome in a sentence, and the figures."""
    tally = await count_ballots(poll, turn)
    await records.keep(poll, tally, turn)
    voted = turn.text("poll-voted", count=tally.turnout) if tally.turnout else ()
    beside = await native_line.votes_beside(poll, tally, "poll-voted-beside", turn)
    return join(
        [
            *await visibility.lines(poll, turn),
            _answer(poll, tally, turn), *figures.lines(poll, tally, turn), *figures.how_counted(poll, tally, turn),
            join([voted, beside], (Text(" "),)), *await communities_told.lines(poll, turn),
            *await reasons.lines(poll, turn), *await records.lines(poll, turn),
        ]
    )  # fmt: skip


async def standing(poll: Poll, turn: Turn) -> Rich:
    """Return the figures of an open poll."""
    tally = await count_ballots(poll, turn)
    head: Rich = (Bold((Text(poll.question),)),)
    return join([head, *figures.lines(poll, tally, turn), footer.voters(poll, tally, turn)])


def _answer(poll: Poll, tally: Tally, turn: Turn) -> Rich:
    """Return what the poll decided, or why it did not."""
    found = verdict.of(poll, tally)
    number, question = poll.number, poll.question
    answer = turn.text(
        found.text_id, number=number, question=question, winners=found.winners, count=_blocks(poll, tally)
    )
    return join([answer, *footer.missed(found, poll, tally, turn)])


def _blocks(poll: Poll, tally: Tally) -> int:
    """Return how many people block the proposal."""
    return tally.votes[consent.BLOCK] if poll.kind == PollKind.CONSENT else 0
