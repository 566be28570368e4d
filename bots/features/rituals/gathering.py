"""The gathering: what people replied to a prompt, in one post of the same room. Their words are erased with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.core.richtext import Break, Quote, Rich, Text, join
from bots.core.truncation import truncate_rich
from bots.features.rituals import lookup
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import blocks, consents, rituals
from storage.tables import RelayConsent, Ritual, RitualReply, RitualRound, RitualState

TIMER = "ritual-gather"
"""Its subject is the round."""
CARD = "ritualgathering"
"""The kind of card of a gathering. Its subject: the round."""
_AFTER = timedelta(days=2)
_BEFORE_NEXT = timedelta(hours=1)
_MAX_PEOPLE = 25
_LENGTH = 3000
"""How many letters one gathering has in all."""


def set_timer(row: RitualRound, following: datetime | None, turn: Turn) -> None:
    """Gather two days after the prompt, or an hour before the next one if that comes earlier."""
    due = row.posted_at + _AFTER
    if following is not None:
        due = min(due, max(following - _BEFORE_NEXT, row.posted_at))
    turn.schedule(TIMER, str(row.id), due)


async def on_due(timer: TimerFired, turn: Turn) -> None:
    """Gather the replies of a round, unless its ritual was stopped."""
    row = await turn.uow.get(RitualRound, int(timer.subject))
    ritual = await turn.uow.get(Ritual, row.ritual_id) if row is not None else None
    if row is None or ritual is None or ritual.state == RitualState.STOPPED:
        return
    there = await lookup.room_of(ritual, turn)
    if there is not None:
        await _gather(row, ritual, there)


async def close_newest(ritual: Ritual, turn: Turn) -> None:
    """Gather the newest round if that is not done yet, and count the rounds without a reply."""
    row = await rituals.newest_round(turn.uow, ritual.id)
    if row is None:
        return
    await _gather(row, ritual, turn)
    ritual.unanswered = 0 if row.replies else ritual.unanswered + 1


async def _gather(row: RitualRound, ritual: Ritual, turn: Turn) -> None:
    if row.gathered_at is not None:
        return
    row.gathered_at = turn.now
    turn.cancel_timer(TIMER, str(row.id))
    kept = await _wanted(await rituals.replies_to(turn.uow, row.id), turn)
    if kept:
        quiet = quiet_until(turn.community, turn.now) is not None
        card = f"{CARD}:{row.id}"
        turn.post_content(Content(text=_text(ritual, kept, turn), silent=quiet), card=card, key=card)
    await rituals.erase_words(turn.uow, row.id)


async def _wanted(replies: Sequence[RitualReply], turn: Turn) -> Mapping[int, list[RitualReply]]:
    """Return the replies by person, without the people who let nothing be shared, and those who are blocked."""
    found: dict[int, list[RitualReply]] = {}
    for reply in replies:
        found.setdefault(reply.member_id, []).append(reply)
    community = turn.community.id
    for member in list(found):
        refused = await consents.of_member(turn.uow, member, community) == RelayConsent.OFF
        if refused or await blocks.is_blocked(turn.uow, member, community, turn.now):
            del found[member]
    return found


def _text(ritual: Ritual, replies: Mapping[int, list[RitualReply]], turn: Turn) -> Rich:
    people = list(replies.values())
    shown, left = people[:_MAX_PEOPLE], len(people) - _MAX_PEOPLE
    each = _LENGTH // len(shown)
    parts = [turn.text("ritual-gathered", title=lookup.title(ritual), count=len(people))]
    parts += [_person(of_one, each, turn) for of_one in shown]
    if left > 0:
        parts.append(turn.text("ritual-gathered-more", count=left))
    return join(parts)


def _person(replies: Sequence[RitualReply], length: int, turn: Turn) -> Rich:
    words = truncate_rich((Text("\n".join(reply.text for reply in replies)),), length)
    return (*turn.text("ritual-gathered-by", name=turn.name(replies[-1].name)), Break(), Quote(words))
