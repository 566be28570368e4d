"""`handover @person`: a connector asks somebody to be one too; both are named until the first steps back, or stays."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.core.sanitize import display_name
from bots.dialogs.asked_person import AskedPerson
from bots.dialogs.people import find_person
from bots.turn import cards
from bots.turn.mentions import mention
from bots.turn.turn import Turn
from storage.queries import handovers, members
from storage.tables import Community, Handover, HandoverState, Network, Role

CARD, STEP_CARD = "handover", "stepback"


async def ask(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `handover PERSON`: ask them in the room. An earlier request of the community is over."""
    if isinstance(turn.place, Network):
        raise Refusal("handover-network", network=turn.place.name)
    community = turn.community
    mine = await members.role_assignments(turn.uow, Role.CONNECTOR, community=community.id)
    holders = {assignment.member_id for assignment in mine}
    if turn.member_id not in holders:
        raise Refusal("handover-not-yours", community=community.name)
    pool = await members.identities_in_community(turn.uow, community.id, turn.room.platform)
    person = await find_person("handover", call, args, turn, pool)
    if person is None:
        return
    if person.member_id in holders:
        itself = person.member_id == turn.member_id
        raise Refusal("handover-self" if itself else "handover-already", name=display_name(person.name))
    for earlier in await handovers.open_of(turn.uow, community.id):
        close(earlier, HandoverState.ENDED, turn)
    row = Handover(
        community_id=community.id, from_id=turn.member_id, to_id=person.member_id, room_id=turn.room.id,
        created_at=turn.now,
    )  # fmt: skip
    await turn.uow.add(row)
    await cards.post(render, f"{CARD}:{row.id}", turn, key=f"{CARD}:{row.id}")
    await TAKE.expect(str(row.id), person.user, turn)


def close(row: Handover, state: HandoverState, turn: Turn) -> None:
    """Decide a hand-over, and show that."""
    row.state, row.closed_at = state, turn.now
    turn.refresh_card(f"{CARD}:{row.id}")


async def name_of(member: int | None, turn: Turn) -> tuple[Rich, tuple[str, ...]]:
    """Return a member's mention on the room's platform, and whom it notifies."""
    found = await members.identities_on_platform(turn.uow, [member] if member is not None else [], turn.room.platform)
    if not found:
        return turn.text("onboarding-somebody"), ()
    return (mention(found[0]),), (found[0].user,)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a connector's request, or what became of it."""
    row = await turn.uow.get(Handover, int(subject))
    community = await turn.uow.get(Community, row.community_id) if row is not None else None
    if row is None or community is None or turn.room_context.room is None:
        return None
    (name, users), (who, _) = await name_of(row.to_id, turn), await name_of(row.from_id, turn)
    if row.state != HandoverState.OPEN:
        return Content(text=turn.text(f"handover-{row.state}", name=name, community=community.name))
    text = turn.text("handover-ask", name=name, who=who, community=community.name)
    return Content(text=text, buttons=TAKE.buttons(subject, turn), mentions=users)


async def row_of(subject: str, turn: Turn) -> Handover:
    """Return the hand-over of a button, in a room of its community. Raises Refusal."""
    row = await turn.row_of_id(Handover, subject)
    context = turn.room_context
    if context.community is None or row.community_id != context.community.id:
        raise Refusal("button-unknown")
    return row


async def _take(subject: str, choice: str, turn: Turn) -> None:
    """Accept or decline the role. Raises Refusal if another person presses, or if it is already decided."""
    row = await row_of(subject, turn)
    if row.network_id is not None or row.to_id != turn.member_id:
        raise Refusal("answer-not-asked")
    if row.state != HandoverState.OPEN:
        raise Refusal("handover-over")
    if choice != "yes":
        close(row, HandoverState.DECLINED, turn)
        return
    await name_connector(row, turn)
    content = await render_step(subject, turn)
    if content is not None:
        turn.post_content(content, card=f"{STEP_CARD}:{row.id}", key=f"{STEP_CARD}:{row.id}")
        for user in content.mentions:
            await STEP.expect(subject, user, turn)


async def name_connector(row: Handover, turn: Turn) -> None:
    """Make the person a connector of the community."""
    await members.assign_role(turn.uow, row.to_id, Role.CONNECTOR, community=row.community_id)
    for person in await members.identities_on_platform(turn.uow, [row.to_id], turn.room.platform):
        turn.note_connector(person.user)
    close(row, HandoverState.DONE, turn)


async def render_step(subject: str, turn: Turn) -> Content | None:
    """Render the question to the connector who asked: step back, or stay? Later, the answer."""
    row = await turn.uow.get(Handover, int(subject))
    if row is None or row.from_id is None or turn.room_context.room is None:
        return None
    (who, users), (name, _) = await name_of(row.from_id, turn), await name_of(row.to_id, turn)
    text = turn.text("handover-step-ask", who=who, name=name)
    return Content(text=text, buttons=STEP.buttons(subject, turn), mentions=users)


async def _step(subject: str, choice: str, turn: Turn) -> None:
    """Step back or stay. Raises Refusal if another person presses, or for the last connector."""
    row = await row_of(subject, turn)
    if row.from_id != turn.member_id or row.state != HandoverState.DONE:
        raise Refusal("answer-not-asked")
    if choice != "back":
        turn.answer("handover-stays")
        return
    holders = await members.role_assignments(turn.uow, Role.CONNECTOR, community=row.community_id)
    own = next((one for one in holders if one.member_id == turn.member_id), None)
    if own is None:
        raise Refusal("handover-stepped-already")
    if len(holders) == 1:
        raise Refusal("connector-last", name=display_name(turn.person_event().person.name))
    await turn.uow.delete(own)
    turn.answer("handover-stepped")


TAKE = AskedPerson(
    kind="handtake", decide=_take, labels={"yes": ("handover-accept", "✅"), "no": ("handover-decline", "❌")}
)
STEP = AskedPerson(
    kind="handstep", decide=_step, labels={"back": ("handover-step-back", "👋"), "stay": ("handover-stay", "🤝")}
)
