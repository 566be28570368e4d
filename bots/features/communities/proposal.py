"""`network handover NAME PERSON`: coordinators propose a connector for a community that has none left.

They can't name one themselves: a moderator of the home room agrees, or no member objects within a week; and the person
takes it on. Everything happens in the home room, where everybody reads it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.commands.declaration import Args
from bots.core.confusables import skeleton
from bots.core.inbound import ButtonPressed, CommandInvoked, TimerFired
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name
from bots.dialogs.people import find_surely
from bots.features.communities import handover
from bots.turn import cards, network_parts
from bots.turn.turn import Turn
from storage.queries import alerts, communities, handovers, members, memberships
from storage.tables import (
    AlertKind,
    Community,
    Handover,
    HandoverState,
    Identity,
    MembershipState,
    Network,
    Room,
    RoomRole,
)

CARD, ANSWER, TIMER = "proposal", "proposal", "handover"
OBJECTION_TIME = timedelta(days=7)
"""How long members may object."""
AFTER_OBJECTION = timedelta(days=30)
"""How long coordinators propose nobody after an objection."""
UNSEEN = timedelta(days=14)
"""How long no connector was seen, unless the network's alerts say otherwise."""
_MAX_NAME_WORDS = 12


async def propose(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network handover NAME PERSON`. Raises Refusal where it is not for coordinators to act."""
    network = turn.network
    part, given = await _part_and_person(args, network, turn)
    await _check(part, network, turn)
    homes = await communities.rooms_of_community(turn.uow, part.id, RoomRole.HOME)
    if not homes:
        raise Refusal("proposal-no-room", community=part.name)
    there = await turn.for_room(homes[0])
    person = await _person(call, given, part, there)
    row = Handover(
        community_id=part.id, network_id=network.id, to_id=person.member_id, room_id=homes[0].id,
        created_at=turn.now, decides_at=turn.now + OBJECTION_TIME,
    )  # fmt: skip
    await turn.uow.add(row)
    turn.schedule(TIMER, str(row.id), turn.now + OBJECTION_TIME)
    await cards.post(render, f"{CARD}:{row.id}", there, key=f"{CARD}:{row.id}")
    turn.answer("proposal-posted", community=part.name, name=display_name(person.name), days=OBJECTION_TIME.days)


async def _part_and_person(args: Args, network: Network, turn: Turn) -> tuple[Community, str]:
    """Return the community, whose name may have several words without quotes, and the words for the person behind it.

    Raises Refusal.
    """
    words = f"{args.text('name')} {args.text('person')}".split()
    known = {skeleton(part.name): part for part in await network_parts.parts_of(network, turn)}
    for size in range(min(len(words) - 1, _MAX_NAME_WORDS), 0, -1):
        part = known.get(skeleton(" ".join(words[:size])))
        if isinstance(part, Community):
            return part, " ".join(words[size:])
    raise await network_parts.unknown(args.text("name"), network, turn)


async def _check(community: Community, network: Network, turn: Turn) -> None:
    """Raise Refusal unless the community shows its state, has no connector left, and did not just object."""
    row = await memberships.live(turn.uow, community, network)
    if row is None or row.state != MembershipState.ACTIVE or not row.shares_state:
        raise Refusal("proposal-held-back", community=community.name)
    if await _has_connector(community, network, turn):
        raise Refusal("proposal-has-connector", community=community.name)
    if await handovers.open_of(turn.uow, community.id):
        raise Refusal("proposal-open", community=community.name)
    objected = await handovers.last_objection(turn.uow, community.id)
    if objected is not None and turn.now < objected + AFTER_OBJECTION:
        raise Refusal("proposal-objected-before", community=community.name, at=objected + AFTER_OBJECTION)


async def _has_connector(community: Community, network: Network, turn: Turn) -> bool:
    """Return whether a connector was seen recently, within the time that the network's alerts allow."""
    if not await members.connectors(turn.uow, community.id):
        return False
    rule = (await alerts.rules_of(turn.uow, network.id)).get(AlertKind.CONNECTOR)
    unseen = timedelta(minutes=rule.after_minutes) if rule is not None else UNSEEN
    return turn.now - (community.connector_seen_on or community.created_at) < unseen


async def _person(call: CommandInvoked, given: str, community: Community, there: Turn) -> Identity:
    """Return the proposed person, who must be one of the community. Raises Refusal."""
    pool = await members.identities_in_community(there.uow, community.id, there.room.platform)
    person = await find_surely(call, given, "", there, pool)
    if person is None:
        raise Refusal("person-unknown", argument="person", given=given)
    if all(one.member_id != person.member_id for one in pool):
        name = display_name(person.name)
        raise Refusal("proposal-not-member", argument="person", name=name, community=community.name)
    return person


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a proposal for the community's home room, or what became of it."""
    row = await turn.uow.get(Handover, int(subject))
    community = await turn.uow.get(Community, row.community_id) if row is not None else None
    network = await turn.uow.get(Network, row.network_id) if row is not None else None
    if row is None or community is None or network is None or turn.room_context.room is None:
        return None
    name, users = await handover.name_of(row.to_id, turn)
    if row.state != HandoverState.OPEN:
        return Content(text=turn.text(f"handover-{row.state}", name=name, community=community.name))
    text_id = "proposal-ask-willing" if row.accepted else "proposal-ask"
    text = turn.text(text_id, name=name, community=community.name, network=network.name, at=row.decides_at or turn.now)
    buttons = (
        Button(f"{ANSWER}:{row.id}:take", turn.label("proposal-take"), "✅"),
        Button(f"{ANSWER}:{row.id}:agree", turn.label("proposal-agree"), "🤝"),
        Button(f"{ANSWER}:{row.id}:object", turn.label("proposal-object"), "✋"),
    )
    return Content(text=text, buttons=buttons, mentions=users)


async def press(pressed: ButtonPressed, turn: Turn) -> None:
    """Take the role, agree as a moderator, or object as a member. Raises Refusal."""
    row = await handover.row_of(pressed.subject, turn)
    if row.network_id is None or row.room_id != turn.room.id:
        raise Refusal("button-unknown")
    if row.state != HandoverState.OPEN:
        raise Refusal("handover-over")
    match pressed.choice:
        case "take" if row.to_id == turn.member_id:
            row.accepted = True
        case "agree" if pressed.person.admin:
            row.agreed = True
        case "object" if row.to_id == turn.member_id:
            await _end(row, HandoverState.DECLINED, turn)
            return
        case "object":
            await _end(row, HandoverState.OBJECTED, turn)
            turn.answer("proposal-objected")
            return
        case choice:
            raise Refusal("proposal-moderator" if choice == "agree" else "answer-not-asked")
    if row.accepted and row.agreed:
        await _finish(row, turn)
        return
    turn.refresh_card(f"{CARD}:{row.id}")
    turn.acknowledge("proposal-noted")


async def decide(timer: TimerFired, turn: Turn) -> None:
    """After a week without an objection: the person is a connector if they took it on, and nobody came back."""
    row = await turn.uow.get(Handover, int(timer.subject))
    room = await turn.uow.get(Room, row.room_id) if row is not None else None
    if row is None or row.state != HandoverState.OPEN or room is None:
        return
    there = await turn.for_room(room)
    if row.accepted:
        await _finish(row, there)
    else:
        await _end(row, HandoverState.ENDED, there)


async def _finish(row: Handover, there: Turn) -> None:
    """Name the connector, unless a connector was seen since, or the community left the network."""
    community, network = await there.uow.get(Community, row.community_id), await there.uow.get(Network, row.network_id)
    if community is None or network is None:
        return
    bond = await memberships.live(there.uow, community, network)
    if bond is None or _came_back(row.created_at, community):
        await _end(row, HandoverState.ENDED, there)
        return
    await handover.name_connector(row, there)
    await _tell_coordinators(row, there)


def _came_back(since: datetime, community: Community) -> bool:
    """Return whether a connector was seen on a later day than that of the proposal."""
    return community.connector_seen_on is not None and community.connector_seen_on > since


async def _end(row: Handover, state: HandoverState, there: Turn) -> None:
    handover.close(row, state, there)
    await _tell_coordinators(row, there)


async def _tell_coordinators(row: Handover, there: Turn) -> None:
    """Tell the coordinators what became of their proposal; not who objected."""
    there.cancel_timer(TIMER, str(row.id))
    there.refresh_card(f"{CARD}:{row.id}")
    community = await there.uow.get(Community, row.community_id)
    for room in await communities.circle_rooms(there.uow, row.network_id or 0):
        circle = await there.for_room(room)
        told = "proposal-objected-told" if row.state == HandoverState.OBJECTED else f"proposal-{row.state}"
        name = community.name if community is not None else ""
        circle.post(told, key=f"{CARD}:{row.id}:told:{room.id}", community=name)
