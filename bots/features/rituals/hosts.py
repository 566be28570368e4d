"""Choose the host of a ritual's round: the volunteer whose turn was longest ago, and never the same twice in a row.

The host gets a private message and is named in the prompt. A host who can't gives the round to the next one.
"""

from __future__ import annotations

from datetime import UTC, datetime

from bots.core.outbound import Button, Content
from bots.core.richtext import Mention, Rich
from bots.features.rituals import lookup
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import blocks, members, rituals
from storage.tables import Identity, Member, Ritual, RitualRound, RitualState, RitualVolunteer

ROUND_CARD = "ritualround"
"""The kind of card of a prompt. Its subject: the round."""
SKIP_BUTTON = "ritualskip"
"""Its subject is the round."""
_NEVER = datetime.min.replace(tzinfo=UTC)


async def draw(row: RitualRound, ritual: Ritual, there: Turn) -> None:
    """Let the next volunteer host a round, and tell them; nobody, where none is left."""
    row.host_id = None
    found = await _next(row, ritual, there)
    if found is not None:
        volunteer, identity = found
        row.host_id, volunteer.hosted_at = volunteer.member_id, there.now
        await _tell(identity, row, ritual, there)


async def _next(row: RitualRound, ritual: Ritual, there: Turn) -> tuple[RitualVolunteer, Identity] | None:
    """Return the first volunteer who is in reach, not blocked, and did not say that they can't."""
    waiting = [one for one in await rituals.volunteers(there.uow, ritual.id) if one.passed != row.id]
    last = await rituals.host_before(there.uow, row)
    waiting.sort(key=lambda one: (one.member_id == last, one.hosted_at or _NEVER))
    ids = [one.member_id for one in waiting]
    known = {one.member_id: one for one in await members.identities_on_platform(there.uow, ids, there.room.platform)}
    for one in waiting:
        blocked = await blocks.is_blocked(there.uow, one.member_id, ritual.community_id, there.now)
        if one.member_id in known and not blocked:
            return one, known[one.member_id]
    return None


async def _tell(identity: Identity, row: RitualRound, ritual: Ritual, there: Turn) -> None:
    """Write to the host in their language, in quiet hours without a sound. The prompt names them in any case."""
    member = await there.uow.get(Member, identity.member_id)
    own = there.in_language(member.locale) if member is not None and member.locale else there
    quiet = quiet_until(there.community, there.now) is not None
    text = own.text("ritual-you-host", title=lookup.title(ritual), room=there.room_name, number=str(ritual.number))
    buttons = (Button(f"{SKIP_BUTTON}:{row.id}", own.label("ritual-pass"), "🙅"),)
    content = Content(text=text, buttons=buttons, silent=quiet)
    there.send_direct(identity.user, content, key=f"{ROUND_CARD}:{row.id}/{identity.member_id}")


async def line(row: RitualRound, ritual: Ritual, turn: Turn) -> tuple[Rich, tuple[str, ...]]:
    """Return what a prompt says of its host, and whom to notify."""
    if not ritual.rotates:
        return (), ()
    ids = [row.host_id] if row.host_id is not None else []
    found = await members.identities_on_platform(turn.uow, ids, turn.room.platform)
    if not found:
        return turn.text("ritual-host-nobody", number=str(ritual.number)), ()
    name = (Mention(found[0].user, turn.name(found[0].name)),)
    return turn.text("ritual-host", name=name, number=str(ritual.number)), (found[0].user,)


async def draw_again(row: RitualRound | None, ritual: Ritual, turn: Turn) -> None:
    """Choose another host for a round that is still open, and update its prompt."""
    if row is None or row.gathered_at is not None or ritual.state == RitualState.STOPPED:
        return
    there = await lookup.room_of(ritual, turn)
    if there is not None and ritual.rotates:
        await draw(row, ritual, there)
    turn.refresh_card(f"{ROUND_CARD}:{row.id}")
