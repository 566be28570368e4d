"""Which announcement somebody means, and who may touch it."""

from __future__ import annotations

from bots.commands.declaration import Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.dialogs import invocation
from bots.features.announcements import commands
from bots.turn.turn import Turn
from storage.queries import announcements, recipients
from storage.tables import Announcement, Community, Network, Recipient

COPY = "announcement"
"""The kind of card that communities see. Its subject: the announcement."""
DRAFT = "announcedraft"
"""The kind of card that its author sees."""
ASK = "announceask"
"""The kind of card that asks connectors. Its subject: the recipient."""
MAX_RECENT = 20


def own_network(turn: Turn) -> Network:
    """Return the network whose room it is. Raises Refusal("announce-elsewhere")."""
    network = turn.room_context.own_network
    if network is None:
        raise Refusal("announce-elsewhere", names=tuple(one.name for one in turn.room_context.networks) or ("–",))
    return network


async def find(call: CommandInvoked, args: Args, turn: Turn, *, draft: bool = False) -> Announcement:
    """Return the announcement that a coordinator names by its number or by a reply; otherwise the newest one.

    `draft`: their own newest draft comes first. Raises Refusal("announce-unknown" | "announce-none").
    """
    network = own_network(turn)
    given = args.optional_text("number")
    found: Announcement | None
    if given is not None:
        number = parse_int(given.lstrip("#"))
        found = await announcements.by_number(turn.uow, network.id, number) if number is not None else None
        if found is None:
            raise Refusal("announce-unknown", argument="number", given=given, network=network.name)
        return found
    card = await turn.card_replied_to(call)
    if card is not None and card.kind == DRAFT:
        return await of_network(parse_int(card.subject), network, turn)
    found = await announcements.newest(turn.uow, network.id, drafts_of=turn.member_id) if draft else None
    found = found or await announcements.newest(turn.uow, network.id)
    if found is None:
        raise Refusal("announce-none", network=network.name)
    return found


async def of_network(number: int | None, network: Network, turn: Turn) -> Announcement:
    """Return the row with this id if it is this network's. Raises Refusal("button-unknown")."""
    found = await turn.uow.get(Announcement, number)
    if found is None or found.network_id != network.id:
        raise Refusal("button-unknown")
    return found


async def pressed(press: ButtonPressed, turn: Turn, command: Command = commands.ANNOUNCE) -> Announcement:
    """Return the announcement of a coordinator's button, in a room of its network. Raises Refusal."""
    found = await turn.row_of_id(Announcement, press.subject)
    if turn.room.network_id != found.network_id:
        raise Refusal("button-unknown")
    await invocation.check_allowed(command, turn)
    turn.describe_act(number=str(found.number))
    return found


async def received(call: CommandInvoked, args: Args, turn: Turn) -> tuple[Recipient, Announcement]:
    """Return what reached the room's community: by its number, by a reply to it, or the newest.

    Raises Refusal("announce-here-none" | "announce-here-unknown" | "announce-here-which").
    """
    community = turn.community
    card = await turn.card_replied_to(call)
    replied = parse_int(card.subject) if card is not None and card.kind == COPY else None
    given = args.optional_text("number")
    number = parse_int(given.lstrip("#")) if given is not None else None
    found: list[tuple[Recipient, Announcement]] = []
    for row in await recipients.received_by(turn.uow, community.id, MAX_RECENT):
        announcement = await turn.uow.get(Announcement, row.announcement_id)
        if announcement is not None and (replied is None or announcement.id == replied):
            found.append((row, announcement))
    if not found:
        raise Refusal("announce-here-none", community=community.name)
    matching = [one for one in found if given is None or one[1].number == number]
    if not matching:
        raise Refusal("announce-here-unknown", argument="number", given=given)
    if given is not None and len(matching) > 1:
        raise Refusal("announce-here-which", given=given, names=await _networks(matching, turn))
    return matching[0]


async def _networks(found: list[tuple[Recipient, Announcement]], turn: Turn) -> tuple[str, ...]:
    rows = [await turn.uow.get(Network, announcement.network_id) for _, announcement in found]
    return tuple(row.name for row in rows if row is not None)


async def community_of(row: Recipient, turn: Turn) -> Community:
    """Return the community of a recipient. Raises Refusal("button-unknown") once the operator removed it."""
    community = await turn.uow.get(Community, row.community_id)
    if community is None or not community.name:
        raise Refusal("button-unknown")
    return community
