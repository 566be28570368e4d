"""`setup`, `room join`, `room leave` and `room role`: the rooms of a community or network."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from bots.commands.checks import known_zone
from bots.commands.declaration import Args
from bots.core.card_id import COMMAND_VERB
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, joining, leaving, names, rules
from bots.turn.notices import RoomJoinedCommunity, RoomSetUp
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.queries.memberships import Place
from storage.tables import Community, Network, Role, RoomRole


async def set_up_community(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room the home of a new community, with the person as its first connector."""
    name, locale = rules.name(args.text("name")), rules.locale(args.text("locale"))
    zone = known_zone(args.text("zone"))
    names.check_not_ours(name)
    invitation = None
    if args.optional_text("network") is not None:
        invitation = await joining.find(commands.SETUP, commands.SETUP_CODE, call, args, turn)
        if invitation is None:
            return
    community = await turn.uow.add(Community(name=name, locale=locale, zone=zone, created_at=turn.now))
    turn.room.community_id, turn.room.role = community.id, RoomRole.HOME
    await members.assign_role(turn.uow, turn.member_id, Role.CONNECTOR, community=community.id)
    turn.note_connector(turn.person_event().person.user)
    home = await turn.for_room(turn.room)
    buttons = _first_steps(home) if home.capabilities.buttons else ()
    now = structs.replace(home.moment(turn.now, named_zone=True), form="short")
    home.post_content(Content(text=home.text("setup-done", community=name, now=now), buttons=buttons))
    await home.notify(RoomSetUp())
    if invitation is not None:
        await joining.propose(community, invitation, home)


def _first_steps(turn: Turn) -> tuple[Button, ...]:
    """Return buttons for what a connector does first."""
    return (
        Button(f"{COMMAND_VERB}:event", turn.label("setup-plan-event"), "📅"),
        Button(f"{COMMAND_VERB}:poll", turn.label("setup-open-poll"), "🗳️"),
        Button(f"{COMMAND_VERB}:check", turn.label("setup-check-rights"), "🔑"),
        Button(f"{COMMAND_VERB}:config", turn.label("setup-see-settings"), "⚙️"),
    )


async def join_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room another room of a community, or of a network, that the person runs."""
    wanted = args.text("name").strip()
    own: list[Place] = [
        *await communities.communities_of_connector(turn.uow, turn.member_id),
        *await communities.networks_of_coordinator(turn.uow, turn.member_id),
    ]
    owner = next((owner for owner in own if owner.name.lower() == wanted.lower()), None)
    if owner is None:
        names = tuple(owner.name for owner in own)
        raise Refusal("room-join-unknown" if names else "room-join-none", argument="name", given=wanted, names=names)
    if isinstance(owner, Network):
        _join_network(owner, turn)
        return
    turn.room.community_id, turn.room.role, turn.room.joined_at = owner.id, RoomRole.HOME, turn.now
    room = await turn.for_room(turn.room)
    room.post("room-join-done", community=owner.name)
    await room.notify(RoomJoinedCommunity(owner))


def _join_network(network: Network, turn: Turn) -> None:
    """Make the room a circle of a network: nothing is shown there that others shall not see yet."""
    turn.room.network_id, turn.room.role = network.id, RoomRole.CIRCLE
    turn.post("room-join-network", network=network.name)


async def leave_command(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `room leave`: ask whether the room should leave its community or network."""
    community = turn.room_context.community
    if community is None:
        await LEAVE.ask(f"network-{turn.network.id}", _ask_about_network(turn), turn)
        return
    others = [room for room in await communities.rooms_of_community(turn.uow, community.id) if room != turn.room]
    text = turn.answer_text("room-leave-ask" if others else "room-leave-ask-last", community=community.name)
    await LEAVE.ask(str(community.id), text, turn)


def _ask_about_network(turn: Turn) -> Rich:
    return turn.answer_text("room-leave-ask-network", network=turn.network.name)


async def _leave(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    community, network = turn.room_context.community, turn.room_context.own_network
    if network is not None and subject == f"network-{network.id}":
        await leaving.take_out_of_network(turn.room, turn)
        turn.post("room-left", community=network.name)
        return
    if community is None or parse_int(subject) != community.id:
        raise Refusal("button-unknown")
    await leaving.take_out(turn.room, community, turn)
    turn.post("room-left", community=community.name)


async def set_room_role(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Say what a room is for: a community's home or place of events, a network's highlights room or circle.

    Raises Refusal("room-role-other") for a role of the other kind.
    """
    role, of_community = RoomRole(args.text("role")), turn.room_context.community is not None
    if (role in (RoomRole.HOME, RoomRole.EVENTS)) != of_community:
        roles = (RoomRole.HOME, RoomRole.EVENTS) if of_community else (RoomRole.HIGHLIGHTS, RoomRole.CIRCLE)
        raise Refusal("room-role-other", argument="role", given=role, choices=tuple(map(str, roles)))
    turn.room.role = role
    turn.answer(f"room-role-{role}")


LEAVE = YesNo(kind="roomleave", yes="leave-confirm", command=commands.ROOM_LEAVE, act=_leave)
