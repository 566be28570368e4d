"""Private messages about a block: to the connectors of a community, and to the blocked person."""

from __future__ import annotations

from bots.core.outbound import Content
from bots.core.richtext import Rich, Text
from bots.core.sanitize import display_name
from bots.turn.cards import CardRenderer
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import Block, Community, Identity, Member, Role

APPEAL_CARD, OFFER_CARD = "appeal", "blockoffer"
_MAX_CONNECTORS = 10


async def name_of(member: int, turn: Turn) -> Rich:
    """Return a member's name with one of their ids, to distinguish people of the same name."""
    row, known = await turn.uow.get(Member, member), await members.identities(turn.uow, member)
    here = [one for one in known if turn.room_context.room is not None and one.platform == turn.room.platform]
    shown = (here or list(known))[:1]
    name = display_name(row.name) if row is not None else "?"
    return (Text(f"{name} ({shown[0].user})"),) if shown else (Text(name),)


async def ask_connectors(card: str, render: CardRenderer, row: Block, community: Community, turn: Turn) -> None:
    """Send a card about a block to the community's connectors in private, each on a platform of its rooms.

    Where one cannot be reached, the room reads only that something waits.
    """
    held = await members.role_assignments(turn.uow, Role.CONNECTOR, community=community.id)
    rooms = await communities.rooms_of_community(turn.uow, community.id)
    for assignment in held[:_MAX_CONNECTORS]:
        known = {one.platform: one for one in await members.identities(turn.uow, assignment.member_id)}
        room = next((room for room in rooms if room.platform in known), None)
        if room is None:
            continue
        there = await turn.for_room(room)
        content = await render(str(row.id), there)
        if content is not None:
            key = f"{card}:{row.id}@{assignment.member_id}"
            waiting = Content(text=there.text("blocks-wait"))
            there.send_direct(known[room.platform].user, content, card=f"{card}:{row.id}", fallback=waiting, key=key)


async def tell_member(
    member: int, community: Community, text_id: str, key: str, turn: Turn, **args: object
) -> Identity | None:
    """Write to a member in private, on a platform of the community's rooms. Return as whom, or None."""
    known = {one.platform: one for one in await members.identities(turn.uow, member)}
    for room in await communities.rooms_of_community(turn.uow, community.id):
        if room.platform in known:
            there = await turn.for_room(room)
            text = there.text(text_id, community=community.name, **args)
            there.send_direct(known[room.platform].user, Content(text=text), key=key)
            return known[room.platform]
    return None
