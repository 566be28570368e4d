"""What a community's connectors decide: show, with a line, later, or not."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.features.announcements import asking, commands, lookup, rules, showing
from bots.turn.authorization import use_right
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import members
from storage.tables import Announcement, AnnouncementState, Community, Recipient, RecipientState, Role

LINE, LATER, REASON = "announce-line", "announce-later", "announce-reason"
"""The dialogs after a press. Their subject: the recipient."""
Case = tuple[Recipient, Announcement, Community]
_OVER = (RecipientState.DEAF, RecipientState.OFF, RecipientState.HOMELESS, RecipientState.LEFT)


async def _case(subject: str, turn: Turn, command: Command = commands.ANNOUNCE_ACCEPT) -> Case:
    """Return what a connector decides about. Raises Refusal for other people, and when there is nothing to decide."""
    row = await turn.row_of_id(Recipient, subject)
    community = await lookup.community_of(row, turn)
    announcement = await turn.row_of_id(Announcement, str(row.announcement_id))
    if turn.room.community_id == community.id:
        may = await use_right(Right.CONNECTOR, turn)
    elif turn.room_context.is_direct:
        may = Role.CONNECTOR in await members.roles(turn.uow, turn.member_id, community.id)
    else:
        raise Refusal("button-unknown")
    if not may:
        raise Refusal("announce-not-yours", community=community.name)
    _check_open(row, announcement)
    turn.effects.used.command = command.name
    turn.describe_act(place=community, by=Right.CONNECTOR, number=str(announcement.number))
    return row, announcement, community


def _check_open(row: Recipient, announcement: Announcement) -> None:
    if announcement.state != AnnouncementState.SENT:
        raise Refusal("announce-over-recalled")
    if row.state in _OVER:
        raise Refusal("announce-over")


async def _decide_to_show(case: Case, turn: Turn) -> None:
    """Show it now, or after quiet hours. What is shown already changes."""
    row, announcement, community = case
    row.decided_by, row.reason = turn.member_id, ""
    if row.state == RecipientState.SHOWN:
        await showing.redraw(row, announcement, turn)
    else:
        turn.cancel_timer(asking.UNANSWERED_TIMER, str(row.id))
        turn.cancel_timer(showing.SHOW_TIMER, str(row.id))
        await showing.show(row, announcement, community, turn)
    showing.refresh_asked(row, announcement, turn)


def _tell(case: Case, turn: Turn) -> None:
    """Tell the connector what happens now."""
    row, _, community = case
    here = asking.in_community(community, turn) if turn.room_context.is_direct else turn
    text_id = f"announce-now-{row.state}"
    if row.state == RecipientState.WAITING and row.due_at is not None:
        here.acknowledge(text_id, community=community.name, at=row.due_at)
    elif row.state in (RecipientState.SHOWN, RecipientState.DECLINED):
        here.acknowledge(text_id, community=community.name)
    else:
        here.answer("announce-ask-over-short", community=community.name)


async def press_show(press: ButtonPressed, turn: Turn) -> None:
    """Show the announcement."""
    case = await _case(press.subject, turn)
    if case[0].state == RecipientState.SHOWN:
        raise Refusal("announce-shown-already")
    await _decide_to_show(case, turn)
    _tell(case, turn)


async def press_line(press: ButtonPressed, turn: Turn) -> None:
    """Ask for the line that is shown below the announcement."""
    await _open(press, LINE, "announce-ask-line", turn)


async def press_later(press: ButtonPressed, turn: Turn) -> None:
    """Ask when to show the announcement."""
    await _open(press, LATER, "announce-ask-when", turn)


async def _open(
    press: ButtonPressed, dialog: str, text_id: str, turn: Turn, command: Command = commands.ANNOUNCE_ACCEPT
) -> None:
    row, _, community = await _case(press.subject, turn, command)
    here = asking.in_community(community, turn) if turn.room_context.is_direct else turn
    await turn.open_dialog(dialog, str(row.id), {}, user=press.person.user, life=DECISION_LIFE)
    here.answer_content(Content(text=here.answer_text(text_id, community=community.name), asks=True))


async def press_decline(press: ButtonPressed, turn: Turn) -> None:
    """Don't show the announcement, or take it down. Ask for a reason, which may stay empty."""
    case = await _case(press.subject, turn, commands.ANNOUNCE_DECLINE)
    await _decline(case, "", turn)
    await _open(press, REASON, "announce-ask-reason", turn, commands.ANNOUNCE_DECLINE)


async def _decline(case: Case, reason: str, turn: Turn) -> None:
    row, announcement, _ = case
    turn.cancel_timer(asking.UNANSWERED_TIMER, str(row.id))
    await showing.take_down(row, announcement, turn)
    showing.end(row, RecipientState.DECLINED, turn)
    row.decided_by, row.reason = turn.member_id, reason
    showing.refresh_asked(row, announcement, turn)


async def answer_line(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Take the next message as the line; ask once more if it is too long."""
    case = await _case(subject, turn)
    try:
        line = rules.line(message.text)
    except Refusal as refusal:
        await _ask_once_more(LINE, refusal, message, case, state, turn)
        return True
    case[0].line = line
    await turn.close_dialog(user=message.person.user)
    await _decide_to_show(case, turn)
    _answer(case, turn)
    return True


async def answer_later(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Take the next message as the time; ask once more if it isn't one."""
    row, announcement, community = await _case(subject, turn)
    here = asking.in_community(community, turn)
    try:
        until = rules.later(message.text, here.room_context, turn.occurred_at)
    except Refusal as refusal:
        await _ask_once_more(LATER, refusal, message, (row, announcement, community), state, turn)
        return True
    await turn.close_dialog(user=message.person.user)
    turn.cancel_timer(asking.UNANSWERED_TIMER, str(row.id))
    await showing.take_down(row, announcement, turn)
    row.decided_by = turn.member_id
    showing.wait(row, until, turn)
    showing.refresh_asked(row, announcement, turn)
    _answer((row, announcement, community), turn)
    return True


async def _ask_once_more(
    dialog: str, refusal: Refusal, message: MessagePosted, case: Case, state: Mapping[str, object], turn: Turn
) -> None:
    """Say why an answer can't be used, and take the next message. Raises the refusal the second time."""
    if state.get("asked"):
        raise refusal
    row, _, community = case
    here = asking.in_community(community, turn) if turn.room_context.is_direct else turn
    await turn.open_dialog(dialog, str(row.id), {"asked": True}, user=message.person.user, life=DECISION_LIFE)
    here.answer_content(Content(text=here.answer_text(refusal.text_id, **refusal.text_args), asks=True))


async def answer_reason(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Take the next message as the reason for the coordinators."""
    case = row, _, community = await _case(subject, turn, commands.ANNOUNCE_DECLINE)
    if row.state != RecipientState.DECLINED:
        await turn.close_dialog(user=message.person.user)
        return False
    try:
        row.reason = rules.line(message.text)
    except Refusal as refusal:
        await _ask_once_more(REASON, refusal, message, case, state, turn)
        return True
    await turn.close_dialog(user=message.person.user)
    here = asking.in_community(community, turn) if turn.room_context.is_direct else turn
    here.answer("announce-reason-kept" if row.reason else "announce-reason-none")
    return True


def _answer(case: Case, turn: Turn) -> None:
    """Answer what a connector typed."""
    row, _, community = case
    here = asking.in_community(community, turn) if turn.room_context.is_direct else turn
    known = (RecipientState.SHOWN, RecipientState.WAITING, RecipientState.DECLINED)
    text_id = f"announce-now-{row.state}" if row.state in known else "announce-ask-over-short"
    at = {"at": row.due_at} if row.state == RecipientState.WAITING else {}
    here.answer(text_id, community=community.name, **at)


async def accept(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `announce accept [NUMBER] [LINE]`, typed in a community's room."""
    row, announcement = await lookup.received(call, args, turn)
    _check_open(row, announcement)
    line = args.optional_text("line")
    if line is None and row.state == RecipientState.SHOWN:
        raise Refusal("announce-shown-already")
    row.line = rules.line(line) if line is not None else row.line
    case = row, announcement, turn.community
    await _decide_to_show(case, turn)
    _answer(case, turn)


async def decline(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `announce decline [NUMBER] [REASON]`, typed in a community's room or in reply to the announcement."""
    row, announcement = await lookup.received(call, args, turn)
    _check_open(row, announcement)
    case = row, announcement, turn.community
    await _decline(case, rules.line(args.optional_text("reason") or ""), turn)
    _answer(case, turn)
