"""`setup`, `room join`, `room leave` and `room role`: the rooms of a community."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.card_id import COMMAND_VERB
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, leaving, links, names, networks, rules
from bots.turn.notices import RoomJoinedCommunity, RoomSetUp
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import Community, Role, RoomRole


async def set_up_community(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room the home of a new community, with the person as its first connector."""
    name, locale = rules.name(args.text("name")), rules.locale(args.text("locale"))
    zone = rules.zone(args.text("zone"))
    names.check_not_ours(name)
    code = args.optional_text("network")
    network = await networks.network_of_code(code, turn, argument="network") if code is not None else None
    community = await turn.uow.add(Community(name=name, locale=locale, zone=zone, created_at=turn.now))
    turn.room.community_id, turn.room.role = community.id, RoomRole.HOME
    await members.assign_role(turn.uow, turn.member_id, Role.CONNECTOR, community=community.id)
    home = await turn.for_room(turn.room)
    buttons = _first_steps(home) if home.capabilities.buttons else ()
    now = structs.replace(home.moment(turn.now, named_zone=True), form="short")
    home.post_content(Content(text=home.text("setup-done", community=name, now=now), buttons=buttons))
    await home.notify(RoomSetUp())
    if network is not None:
        await links.request(community, network, home)


def _first_steps(turn: Turn) -> tuple[Button, ...]:
    """Return buttons for what a connector does first."""
    return (
        Button(f"{COMMAND_VERB}:event", turn.label("setup-plan-event"), "📅"),
        Button(f"{COMMAND_VERB}:poll", turn.label("setup-open-poll"), "🗳️"),
        Button(f"{COMMAND_VERB}:check", turn.label("setup-check-rights"), "🔑"),
        Button(f"{COMMAND_VERB}:config", turn.label("setup-see-settings"), "⚙️"),
    )


async def join_community(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room another room of a community of which the person is a connector."""
    wanted = args.text("name").strip()
    own = await communities.communities_of_connector(turn.uow, turn.member_id)
    community = next((community for community in own if community.name.lower() == wanted.lower()), None)
    if community is None:
        names = tuple(community.name for community in own)
        raise Refusal("room-join-unknown" if names else "room-join-none", argument="name", given=wanted, names=names)
    turn.room.community_id, turn.room.role, turn.room.joined_at = community.id, RoomRole.HOME, turn.now
    room = await turn.for_room(turn.room)
    room.post("room-join-done", community=community.name)
    await room.notify(RoomJoinedCommunity(community))


async def leave_command(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `room leave`: ask whether the room should leave its community."""
    others = [room for room in await communities.rooms_of_community(turn.uow, turn.community.id) if room != turn.room]
    text = turn.answer_text("room-leave-ask" if others else "room-leave-ask-last", community=turn.community.name)
    await LEAVE.ask(str(turn.community.id), text, turn)


async def _leave(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    if turn.room_context.community is None or parse_int(subject) != turn.community.id:
        raise Refusal("button-unknown")
    await leaving.take_out(turn.room, turn.community, turn)
    turn.post("room-left", community=turn.community.name)


async def set_room_role(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room the community's home, or the place of its events."""
    turn.room.role = RoomRole(args.text("role"))
    turn.answer(f"room-role-{turn.room.role}")


LEAVE = YesNo(kind="roomleave", yes="leave-confirm", command=commands.ROOM_LEAVE, act=_leave)
