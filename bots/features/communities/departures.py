"""Connectors and greeters who leave lose their roles, as they do on the platforms themselves."""

from __future__ import annotations

from bots.core.inbound import MemberLeft
from bots.core.richtext import Mention
from bots.core.sanitize import display_name
from bots.turn import presence
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Role, RoomRole


async def give_back_roles(left: MemberLeft, turn: Turn) -> None:
    """End the roles of somebody who leaves the community's home, unless we saw them last in another of its rooms.

    The home reads it of a connector, since somebody may have to follow them.
    """
    if turn.room_context.community is None or turn.room.role != RoomRole.HOME or turn.actor is None:
        return
    held = await members.roles_of_member(turn.uow, turn.member_id, turn.community.id)
    if not held or await presence.is_elsewhere(await presence.rooms_left(turn), turn):
        return
    for assignment in held:
        await turn.uow.delete(assignment)
    if any(assignment.role == Role.CONNECTOR for assignment in held):
        others = await members.role_assignments(turn.uow, Role.CONNECTOR, community=turn.community.id)
        name = Mention(left.person.user, display_name(left.person.name))
        turn.post("connector-departed" if others else "connector-departed-last", name=name)
