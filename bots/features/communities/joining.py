"""`link CODE`: find the invitation, show what joining means, and ask the network once somebody presses Join."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import MAX_ECHO_LENGTH, Refusal
from bots.core.richtext import Rich
from bots.core.sanitize import display_name, truncate
from bots.dialogs import prompts
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, links
from bots.i18n import texts
from bots.routing.feature import CommandHandler
from bots.turn.turn import Turn
from storage.queries import invitations, members, memberships
from storage.queries.memberships import Place
from storage.tables import Community, Invitation, InvitationKind, InvitationState, Member, Network, Role

MOST_WRONG_CODES = {"member": 5, "room": 20}
"""How many wrong codes a person and a room may type in an hour. After that even a right code has to wait."""
_MAX_NAMED = 3


def link_command(command: Command) -> CommandHandler:
    """Return the handler of `link CODE` or `network parent CODE`: it shows which network it is, and asks.

    The place stays in the networks that it belongs to already. Raises Refusal as `find` and `links.check` do.
    """

    async def link(call: CommandInvoked, args: Args, turn: Turn) -> None:
        place = turn.place
        invitation = await find(command, commands.CODE, call, args, turn, place)
        if invitation is not None:
            await propose(place, invitation, turn)

    return link


async def find(
    command: Command, arg: Arg, call: CommandInvoked, args: Args, turn: Turn, place: Place | None = None
) -> Invitation | None:
    """Return the invitation whose code is this argument. Count a wrong one, ask again, and return None.

    Raises Refusal("code-too-many" | "code-used" | "code-expired" | "code-revoked"), and what `links.check` does: who
    typed the code again reads what became of the first time.
    """
    scopes = {f"member:{turn.member_id}": "member", f"room:{turn.room.id}": "room"}
    limits = [(scope, MOST_WRONG_CODES[kind]) for scope, kind in scopes.items()]
    until = await invitations.blocked_until(turn.uow, limits, turn.now)
    if until is not None:
        raise Refusal("code-too-many", at=turn.moment(until, turn.answer_locale, "time"))
    given = args.text(arg.name)
    found = await invitations.by_code(turn.uow, given)
    if found is None:
        await invitations.count_wrong(turn.uow, scopes, turn.now)
        values = {name: value for name, value in args.values.items() if name != arg.name}
        await prompts.expect(call, command.name, arg, values, turn)
        prompts.ask(arg, turn, "code-unknown", given=truncate(given, MAX_ECHO_LENGTH))
        return None
    state = found.state_at(turn.now)
    if state != InvitationState.LIVE:
        if place is not None:
            await _network_for(place, found, turn)
        raise await _over(found, state, turn)
    return found


async def _over(invitation: Invitation, state: InvitationState, turn: Turn) -> Refusal:
    """Return the refusal of a code that no longer works, which says who can give another one."""
    network = await turn.uow.get(Network, invitation.network_id)
    assert network is not None, "an invitation is to a network"
    names = await _coordinators(network, turn)
    return Refusal(f"code-{state}", network=network.name, names=names or ("–",), at=invitation.expires_at or turn.now)


async def _coordinators(network: Network, turn: Turn) -> tuple[str, ...]:
    """Return the names of those who run a network, on whatever platform."""
    held = await members.role_assignments(turn.uow, Role.COORDINATOR, network=network.id)
    found = [await turn.uow.get(Member, one.member_id) for one in held[:_MAX_NAMED]]
    return tuple(display_name(one.name) for one in found if one is not None)


async def propose(place: Place, invitation: Invitation, turn: Turn) -> None:
    """Show what it means to join, and ask. Raises Refusal as `links.check` does."""
    network = await _network_for(place, invitation, turn)
    await JOIN.ask(str(invitation.id), await _preview(place, network, turn), turn)


async def _network_for(place: Place, invitation: Invitation, turn: Turn) -> Network:
    """Return the network of an invitation that lets this place in. Raises Refusal."""
    network = await turn.uow.get(Network, invitation.network_id)
    assert network is not None, "an invitation is to a network"
    mine = InvitationKind.COMMUNITY if isinstance(place, Community) else InvitationKind.NETWORK
    if invitation.kind not in (InvitationKind.ANY, mine):
        raise Refusal(f"code-for-{invitation.kind}", network=network.name)
    await links.check(place, network, turn)
    return network


async def _preview(place: Place, network: Network, turn: Turn) -> Rich:
    wider = texts.All(one.name for one in await memberships.ancestors(turn.uow, network))
    names = await _coordinators(network, turn)
    return turn.answer_text(
        "link-preview" if isinstance(place, Community) else "link-preview-network",
        place=place.name,
        network=network.name,
        count=len(await memberships.communities_of(turn.uow, network.id)),
        names=names or ("–",),
        levels=len(wider),
        wider=wider or ("–",),
    )


async def _join(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Ask the network, once somebody pressed Join. Raises Refusal if the invitation is over by now."""
    context = turn.room_context
    invitation, place = await turn.uow.get(Invitation, parse_int(subject)), context.community or context.own_network
    if invitation is None or place is None:
        raise Refusal("button-unknown")
    state = invitation.state_at(turn.now)
    if state != InvitationState.LIVE:
        raise await _over(invitation, state, turn)
    network = await _network_for(place, invitation, turn)
    if not await invitations.take_use(turn.uow, invitation):
        raise await _over(invitation, InvitationState.USED, turn)
    await links.request(place, network, turn, invitation.id)


JOIN = YesNo(kind="linkjoin", yes="link-join", no="link-not-now", command=commands.LINK, act=_join)
