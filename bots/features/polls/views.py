"""The live tally, the native poll and the results."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.outbound import CHOICE_EMOJI, Button, Content, NativePoll, PollOption
from bots.core.panel import Panel
from bots.core.richtext import Bold, Break, Quote, Rich, Text, join
from bots.features.polls import native_line, rules
from bots.features.polls.proposals import Proposal
from bots.features.polls.rules import Tally
from bots.i18n.numbers import percent
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollState, PollStyle


async def count_ballots(poll: Poll, turn: Turn) -> Tally:
    """Count the stored ballots of a poll."""
    return rules.tally(poll, await polls.ballot_counts(turn.uow, poll.id))


async def render_tally(subject: str, turn: Turn) -> Content | None:
    """Render the live tally, or the line below a native poll; without buttons after the close."""
    poll = await turn.uow.get(Poll, int(subject))
    if poll is None or poll.state == PollState.DELETED:
        return None
    tally = await count_ballots(poll, turn)
    if await native_line.replaces_card(poll, turn):
        return await native_line.render(poll, tally, _buttons(poll), turn)
    head: Rich = (Bold((Text(poll.question),)),)
    if poll.state == PollState.CLOSED:
        foot = (*_corrected(poll, turn), turn.text("poll-foot-closed", number=poll.number))
        panel = Panel(heading=head, body=tuple(_lines(poll, tally, turn)), foot=foot, tone="over")
        return Content(text=panel.flatten(), panel=panel)
    closes = (turn.text("poll-closes", at=poll.closes_at),) if poll.closes_at is not None else ()
    panel = Panel(heading=head, body=(*_lines(poll, tally, turn), *closes), foot=_foot(poll, tally, turn))
    return Content(text=panel.flatten(), buttons=_buttons(poll), legend=False, panel=panel)


def _lines(poll: Poll, tally: Tally, turn: Turn) -> list[Rich]:
    return [
        (
            Text(f"{CHOICE_EMOJI[index]} {label}"),
            Break(),
            Text(
                f"{tally.bar(index)} {tally.votes[index]} ({percent(tally.percent(index), turn.room_context.locale)})"
            ),
        )
        for index, label in enumerate(rules.labels(poll))
    ]


def _foot(poll: Poll, tally: Tally, turn: Turn) -> tuple[Rich, ...]:
    """Return the number of voters, whether a typo was corrected, and how to vote."""
    several = poll.max_choices > 1
    if turn.capabilities.buttons:
        how = "poll-how-several" if several else "poll-how"
    else:
        how = "poll-how-reactions-several" if several else "poll-how-reactions"
    if poll.style == PollStyle.CARD and not turn.capabilities.buttons:
        how = "poll-how-card-several" if several else "poll-how-card"
    voters = turn.text("poll-voters", count=tally.voters, number=poll.number)
    return (voters, *_corrected(poll, turn), turn.text(how, most=poll.max_choices))


def _corrected(poll: Poll, turn: Turn) -> tuple[Rich, ...]:
    """Return the note that a typo was mended after people had voted."""
    return (turn.text("poll-corrected", at=poll.corrected_at),) if poll.corrected_at is not None else ()


def _buttons(poll: Poll) -> tuple[Button, ...]:
    """Return a button for each option. Ballots of several options have their own verb: their handler reads first."""
    verb = "poll" if poll.max_choices == 1 else "pollm"
    return tuple(
        Button(f"{verb}:{poll.id}:{index}", label, CHOICE_EMOJI[index])
        for index, label in enumerate(rules.labels(poll))
    )


def native_poll(poll: Poll, turn: Turn) -> Content:
    """Return the platform's own poll. Without buttons, a reaction to it counts like one to the tally."""
    options = tuple(PollOption(str(index), label) for index, label in enumerate(rules.labels(poll)))
    native = NativePoll(poll.question, options, poll.max_choices)
    buttons = () if turn.capabilities.buttons else _buttons(poll)
    return Content(
        text=turn.text("poll-native", question=poll.question), poll=native, buttons=buttons, legend=False,
        offers_reactions=False,
    )  # fmt: skip


async def render_results(subject: str, turn: Turn) -> Content | None:
    """Render the posted results again, with ballots that were cast in time but arrived later."""
    poll = await turn.uow.get(Poll, int(subject))
    if poll is None or poll.state != PollState.CLOSED:
        return None
    return Content(text=await outcome(poll, turn))


async def outcome(poll: Poll, turn: Turn) -> Rich:
    """Return the outcome in a sentence, and the figures."""
    tally = await count_ballots(poll, turn)
    voted = turn.text("poll-voted", count=tally.voters) if tally.voters else ()
    beside = await native_line.votes_beside(poll, tally, "poll-voted-beside", turn)
    return join([_answer(poll, tally, turn), *_lines(poll, tally, turn), join([voted, beside], (Text(" "),))])


async def standing(poll: Poll, turn: Turn) -> Rich:
    """Return the figures of an open poll."""
    tally = await count_ballots(poll, turn)
    head: Rich = (Bold((Text(poll.question),)),)
    return join([head, *_lines(poll, tally, turn), turn.text("poll-voters", count=tally.voters, number=poll.number)])


def _answer(poll: Poll, tally: Tally, turn: Turn) -> Rich:
    """Return the winner, a tie, or that nobody voted."""
    winners = tuple(rules.labels(poll)[index] for index in tally.winners())
    if not winners:
        return turn.text("poll-result-none", number=poll.number, question=poll.question)
    text_id = "poll-result" if len(winners) == 1 else "poll-result-tie"
    return turn.text(text_id, number=poll.number, question=poll.question, winners=winners)


def preview(proposal: Proposal, subject: str, turn: Turn) -> Content:
    """Return the preview of a draft, with the buttons to publish, edit and cancel it."""
    heading: Rich = (Bold((Text(proposal.question),)),)
    foot = [turn.text("poll-closes", at=proposal.closes_at)] if proposal.closes_at is not None else []
    if proposal.max_choices > 1:
        foot.append(turn.text("poll-preview-several", most=proposal.max_choices))
    if not turn.capabilities.buttons:
        foot.append(turn.text("poll-preview-how"))
    text = join([turn.text("poll-preview"), heading, *_choices(proposal.options), *foot])
    buttons = (
        Button(f"pollok:{subject}", turn.label("poll-publish"), "✅"),
        Button(f"polledit:{subject}", turn.label("poll-change"), "✏️"),
        Button(f"pollno:{subject}", turn.label("poll-drop"), "❌"),
    )
    return Content(text=text, buttons=buttons, legend=False)


def _choices(options: Sequence[str]) -> list[Rich]:
    return [(Text(f"{CHOICE_EMOJI[index]} {label}"),) for index, label in enumerate(options)]


def rewrite_request(proposal: Proposal, turn: Turn) -> Rich:
    """Return how to type a poll again, with its words to copy."""
    words = [(Quote((Text(line),)),) for line in (proposal.question, *proposal.options)]
    return join([turn.text("poll-rewrite"), *words])
