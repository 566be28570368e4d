"""The live tally, the native poll and the results."""

from __future__ import annotations

import asyncio

from bots.core.outbound import Button, Content, NativePoll, PollOption
from bots.core.panel import Panel
from bots.core.richtext import Bold, Quote, Rich, Text, join
from bots.features.polls import figures, native_line, reasons, rules, verdict
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.registry import KINDS
from bots.features.polls.kinds.tally import Tally
from bots.features.polls.proposals import Proposal
from bots.turn.share_button import share_button
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollKind, PollState, PollStyle

BALLOT_SIGN = "🗳️"
_MANY = 300
"""Different ballots: to count more of them takes so long that others should not wait for it."""


async def count_ballots(poll: Poll, turn: Turn) -> Tally:
    """Count the stored ballots of a poll; very different ones beside the event loop."""
    counts = await polls.ballot_counts(turn.uow, poll.id)
    if len(counts) > _MANY:
        return await asyncio.to_thread(rules.tally, poll, counts)
    return rules.tally(poll, counts)


async def render_tally(subject: str, turn: Turn) -> Content | None:
    """Render the live tally, or the line below a native poll; without buttons after the close."""
    poll = await turn.uow.get(Poll, int(subject))
    if poll is None or poll.state == PollState.DELETED:
        return None
    tally = await count_ballots(poll, turn)
    if await native_line.replaces_card(poll, turn):
        return await native_line.render(poll, tally, _buttons(poll, turn), turn)
    head: Rich = (Bold((Text(poll.question),)),)
    if poll.state == PollState.CLOSED:
        foot = (*_corrected(poll, turn), turn.text("poll-foot-closed", number=poll.number))
        panel = Panel(heading=head, body=tuple(figures.lines(poll, tally, turn)), foot=foot, tone="over")
        return Content(text=panel.flatten(), panel=panel)
    closes = (turn.text("poll-closes", at=poll.closes_at),) if poll.closes_at is not None else ()
    panel = Panel(heading=head, body=(*figures.lines(poll, tally, turn), *closes), foot=_foot(poll, tally, turn))
    return Content(text=panel.flatten(), buttons=_buttons(poll, turn), legend=False, panel=panel)


def _foot(poll: Poll, tally: Tally, turn: Turn) -> tuple[Rich, ...]:
    """Return the number of voters, whether a typo was corrected, and how to vote."""
    several = poll.max_choices > 1
    if uses_ballots(poll, turn):
        return (_voters(poll, tally, turn), *_corrected(poll, turn), turn.text(_how_ballot(poll, turn)))
    if turn.capabilities.buttons:
        how = "poll-how-several" if several else "poll-how"
    else:
        how = "poll-how-reactions-several" if several else "poll-how-reactions"
    if poll.style == PollStyle.CARD and not turn.capabilities.buttons:
        how = "poll-how-card-several" if several else "poll-how-card"
    consents = (turn.text("poll-how-consent"),) if poll.kind == PollKind.CONSENT else ()
    how_to = turn.text(how, most=poll.max_choices)
    return (_voters(poll, tally, turn), *_corrected(poll, turn), *consents, how_to)


def _voters(poll: Poll, tally: Tally, turn: Turn) -> Rich:
    return turn.text("poll-voters", count=tally.voters, number=poll.number)


def uses_ballots(poll: Poll, _turn: Turn) -> bool:
    """Return whether each person gets a ballot of their own beside the card."""
    return KINDS[poll.kind].private_steps


def _how_ballot(poll: Poll, turn: Turn) -> str:
    """Return the text that says how to get a ballot, and what it asks."""
    return f"poll-how-{poll.kind}" if turn.capabilities.buttons else f"poll-how-reactions-{poll.kind}"


def _corrected(poll: Poll, turn: Turn) -> tuple[Rich, ...]:
    """Return the note that a typo was mended after people had voted."""
    return (turn.text("poll-corrected", at=poll.corrected_at),) if poll.corrected_at is not None else ()


def _buttons(poll: Poll, turn: Turn) -> tuple[Button, ...]:
    """Return a button for each option, or the one that gives people their ballot.

    Ballots of several options have their own verb: their handler reads first.
    """
    if uses_ballots(poll, turn):
        return (Button(f"ballot:{poll.id}", turn.label("poll-vote"), BALLOT_SIGN),)
    verb = "poll" if poll.max_choices == 1 else "pollm"
    return tuple(
        Button(f"{verb}:{poll.id}:{index}", label, sign)
        for index, (label, sign) in enumerate(zip(rules.labels(poll), rules.signs(poll), strict=True))
    )


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
    return Content(text=await outcome(poll, turn), buttons=share_button("poll", poll.id, turn))


async def outcome(poll: Poll, turn: Turn) -> Rich:
    """Return the outcome in a sentence, and the figures."""
    tally = await count_ballots(poll, turn)
    voted = turn.text("poll-voted", count=tally.voters) if tally.voters else ()
    beside = await native_line.votes_beside(poll, tally, "poll-voted-beside", turn)
    return join(
        [
            _answer(poll, tally, turn), *figures.lines(poll, tally, turn), *figures.how_counted(poll, tally, turn),
            join([voted, beside], (Text(" "),)), *await reasons.lines(poll, turn),
        ]
    )  # fmt: skip


async def standing(poll: Poll, turn: Turn) -> Rich:
    """Return the figures of an open poll."""
    tally = await count_ballots(poll, turn)
    head: Rich = (Bold((Text(poll.question),)),)
    return join([head, *figures.lines(poll, tally, turn), _voters(poll, tally, turn)])


def _answer(poll: Poll, tally: Tally, turn: Turn) -> Rich:
    """Return the winner, a tie, whether there is consent, or that nobody voted."""
    found = verdict.of(poll, tally)
    number, question = poll.number, poll.question
    return turn.text(found.text_id, number=number, question=question, winners=found.winners, count=_blocks(poll, tally))


def _blocks(poll: Poll, tally: Tally) -> int:
    """Return how many people block the proposal."""
    return tally.votes[consent.BLOCK] if poll.kind == PollKind.CONSENT else 0


def preview(proposal: Proposal, subject: str, turn: Turn) -> Content:
    """Return the preview of a draft, with the buttons to publish, edit and cancel it."""
    heading: Rich = (Bold((Text(proposal.question),)),)
    foot = [turn.text("poll-closes", at=proposal.closes_at)] if proposal.closes_at is not None else []
    if proposal.kind != PollKind.CHOICE:
        foot.insert(0, turn.text(f"poll-about-{proposal.kind}", points=proposal.settings.points))
    if proposal.max_choices > 1:
        foot.append(turn.text("poll-preview-several", most=proposal.max_choices))
    if not turn.capabilities.buttons:
        foot.append(turn.text("poll-preview-how"))
    text = join([turn.text("poll-preview"), heading, *_choices(proposal), *foot])
    buttons = (
        Button(f"pollok:{subject}", turn.label("poll-publish"), "✅"),
        Button(f"polledit:{subject}", turn.label("poll-change"), "✏️"),
        Button(f"pollno:{subject}", turn.label("poll-drop"), "❌"),
    )
    return Content(text=text, buttons=buttons, legend=False)


def _choices(proposal: Proposal) -> list[Rich]:
    signs = rules.signs_of(proposal.kind, len(proposal.options))
    return [(Text(f"{sign} {label}"),) for sign, label in zip(signs, proposal.options, strict=True)]


def rewrite_request(proposal: Proposal, turn: Turn) -> Rich:
    """Return how to type a poll again, with its words to copy."""
    words = [(Quote((Text(line),)),) for line in (proposal.question, *proposal.options)]
    return join([turn.text("poll-rewrite"), *words])
