"""The queue of a network that picks: its coordinators accept or decline each highlight in the circle."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import Button, Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.core.sanitize import visible_line
from bots.features.highlights import views
from bots.features.highlights.hold_back import QUEUE_CARD
from bots.turn import cards
from bots.turn.authorization import check_right
from bots.turn.notices import PersonErased
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import communities, decisions
from storage.tables import (
    Community,
    Decision,
    DecisionState,
    Highlight,
    HighlightState,
    Membership,
    MembershipState,
    Network,
    Share,
)

REASON = "hlwhy"
"""The button and the dialog that ask a coordinator why they leave a highlight out."""
MAX_REASON = 300
_SHOWN_AT_ONCE = 5
"""Waiting highlights that `network queue` shows: the others follow when these are decided."""


async def ask(decision: Decision, network: Network, turn: Turn) -> None:
    """Show a highlight in the network's circle, and ask whether the network should show it."""
    for room in await communities.circle_rooms(turn.uow, network.id):
        there = await turn.for_room(room)
        await cards.post(render, f"{QUEUE_CARD}:{decision.id}", there, key=f"{QUEUE_CARD}:{decision.id}@{room.id}")


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a waiting highlight, or what became of it."""
    decision = await turn.uow.get(Decision, int(subject))
    highlight = await turn.uow.get(Highlight, decision.highlight_id) if decision is not None else None
    community = await turn.uow.get(Community, highlight.community_id) if highlight is not None else None
    if decision is None or highlight is None or community is None:
        return None
    if highlight.state != HighlightState.PUBLISHED:
        return Content(text=turn.text("highlight-stopped"))
    quote = views.short_quote(highlight)
    if decision.state == DecisionState.PASSED and decision.decided_by is None:
        return Content(text=turn.text("queue-carried", community=community.name, about=quote))
    if decision.state == DecisionState.DECLINED:
        return _left_out(decision, turn.text("queue-declined", community=community.name, about=quote), turn)
    if decision.state != DecisionState.QUEUED:
        return Content(text=turn.text(f"queue-{decision.state}", community=community.name, about=quote))
    buttons = (
        Button(f"hlpick:{decision.id}", turn.label("queue-accept"), "✅"),
        Button(f"hlpass:{decision.id}", turn.label("queue-decline"), "❌"),
        Button(f"{REASON}:{decision.id}", turn.label("queue-decline-why"), "💬"),
        Button(f"hlqspam:{decision.id}", turn.label("highlight-spam"), "⛔"),
    )
    text = turn.text("queue-ask", community=community.name, about=views.full_quote(highlight))
    return Content(text=text, buttons=buttons)


def _left_out(decision: Decision, text: Rich, turn: Turn) -> Content:
    """Say that a highlight was left out, and why; a coordinator may still change their mind."""
    why = [turn.text("queue-reason", reason=decision.reason)] if decision.reason else []
    return Content(
        text=join([text, *why]), buttons=(Button(f"hlafter:{decision.id}", turn.label("queue-after-all"), "↩️"),)
    )


async def find(subject: str, turn: Turn, state: DecisionState = DecisionState.QUEUED) -> tuple[Decision, Highlight]:
    """Return what a coordinator decides about. Raises Refusal elsewhere, for others, and when it is decided."""
    decision = await turn.row_of_id(Decision, subject)
    highlight = await turn.uow.get(Highlight, decision.highlight_id)
    bond = await turn.uow.get(Membership, decision.membership_id)
    ended = bond is None or bond.state != MembershipState.ACTIVE or bond.rises == Share.NOTHING
    if turn.room.network_id != decision.network_id or highlight is None or ended:
        raise Refusal("button-unknown")
    await check_right(Right.COORDINATOR, "network queue", turn)
    if decision.state != state or highlight.state != HighlightState.PUBLISHED:
        raise Refusal("link-decided")
    return decision, highlight


def settle(decision: Decision, state: DecisionState, turn: Turn, *, by: int | None, reason: str = "") -> None:
    """Store what a coordinator decided, or nobody but those who like it; show it in the circle and at the original."""
    decision.state, decision.decided_by, decision.decided_at, decision.reason = state, by, turn.now, reason
    turn.refresh_card(f"{QUEUE_CARD}:{decision.id}")
    turn.refresh_card(f"highlightnote:{decision.highlight_id}")


async def press_decline(press: ButtonPressed, turn: Turn) -> None:
    """Leave a highlight out, and tell its room."""
    decision, _ = await find(press.subject, turn)
    settle(decision, DecisionState.DECLINED, turn, by=turn.member_id)


async def press_why(press: ButtonPressed, turn: Turn) -> None:
    """Ask a coordinator why they leave a highlight out; their next message is the reason."""
    _, highlight = await find(press.subject, turn)
    community = await turn.uow.get(Community, highlight.community_id)
    text = turn.answer_text("queue-why-ask", community=community.name if community else "?")
    turn.answer_content(Content(text=text, asks=True))
    await turn.open_dialog(REASON, press.subject, {}, user=press.person.user, room=press.room, life=DECISION_LIFE)


async def answer_why(message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """Leave a highlight out with the reason that a coordinator typed: its author and its room read it."""
    await turn.close_dialog(user=message.person.user, room=message.room)
    reason = visible_line(message.text, MAX_REASON)
    if not reason:
        return False
    decision, _ = await find(subject, turn)
    settle(decision, DecisionState.DECLINED, turn, by=turn.member_id, reason=reason)
    return True


async def forget_reasons_of(notice: PersonErased, turn: Turn) -> None:
    """Delete the reasons that somebody wrote who wants to be forgotten, wherever they are read."""
    for decision in await decisions.reasoned_by(turn.uow, notice.member_id):
        settle(decision, decision.state, turn, by=None)


async def queue_command(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `network queue`: show again what waits. Raises Refusal("queue-elsewhere" | "queue-empty")."""
    network = turn.network
    circles = await communities.circle_rooms(turn.uow, network.id)
    if turn.room not in circles:
        raise Refusal("queue-elsewhere", network=network.name)
    waiting = await decisions.queued_in(turn.uow, network.id, _SHOWN_AT_ONCE)
    if not waiting:
        raise Refusal("queue-empty", network=network.name)
    for decision in waiting:
        await cards.show_again(render, f"{QUEUE_CARD}:{decision.id}", turn)
