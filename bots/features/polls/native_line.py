"""The line below a native poll: what the poll itself can't say, and how to vote in clients that don't show it."""

from __future__ import annotations

from bots.core.outbound import Button, Content
from bots.core.richtext import Rich, Text, join
from bots.features.polls import choices, rules
from bots.features.polls.kinds.tally import Tally
from bots.turn.turn import Turn
from storage.queries import native_votes, placements
from storage.tables import Poll, PollState, PollStyle

_DOT: Rich = (Text(" · "),)


async def replaces_card(poll: Poll, turn: Turn) -> bool:
    """Return whether the line stands for the card in the turn's room, since a native poll is above it."""
    if poll.style != PollStyle.NATIVE or turn.capabilities.buttons:
        return False
    shown = await placements.placements_of(turn.uow, [f"pollnative:{poll.id}"])
    return any((placement.account, placement.room) == (turn.account, turn.room.room) for placement in shown)


async def render(poll: Poll, tally: Tally, buttons: tuple[Button, ...], turn: Turn) -> Content:
    """Render the line. Few need its reactions, so the bot doesn't add them."""
    if poll.state == PollState.CLOSED:
        return Content(text=turn.text("poll-line-closed", number=poll.number))
    parts = [_head(poll, turn), await votes_beside(poll, tally, "poll-line-beside", turn), _how(poll, turn)]
    return Content(text=join(parts, _DOT), buttons=buttons, legend=False, offers_reactions=False)


def _head(poll: Poll, turn: Turn) -> Rich:
    text_id = "poll-line-open" if poll.closes_at is None else "poll-line-until"
    return turn.text(text_id, number=poll.number, at=poll.closes_at or turn.now)


def _how(poll: Poll, turn: Turn) -> Rich:
    emojis: list[Rich] = [
        (Text(f"{emoji}\u00a0{label}"),)
        for emoji, label in zip(rules.option_emoji(poll), rules.labels(poll), strict=True)
    ]
    text_id = "poll-line-how" if poll.max_choices == 1 else "poll-line-how-several"
    return turn.text(text_id, question=poll.question, choices=join(emojis, _DOT), most=poll.max_choices)


async def votes_beside(poll: Poll, tally: Tally, text_id: str, turn: Turn) -> Rich:
    """Name the votes that the native poll doesn't count, such as reactions, in this text; nothing if it counts all.

    Its figures and these make ours. Somebody may vote in the poll first, and differently by reaction later.
    """
    if turn.room_context.room is None or poll.style == PollStyle.CARD:
        return ()
    address = (turn.account, turn.room.room, f"pollnative:{poll.id}")
    if not await native_votes.is_shown(turn.uow, *address):
        return ()
    counted = [
        (choices.parse_choices(poll, text.split(",")), count)
        for text, count in await native_votes.counts(turn.uow, *address)
    ]
    native = rules.tally(poll, counted)
    more = [ours - theirs for ours, theirs in zip(tally.votes, native.votes, strict=True)]
    votes = [f"{_signed(number)} {label}" for number, label in zip(more, rules.labels(poll), strict=True) if number]
    return turn.text(text_id, votes=(Text(", ".join(votes)),)) if votes else ()


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else f"\u2212{-number}"
