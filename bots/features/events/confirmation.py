"""Confirmation of a draft, and its end without one."""

from __future__ import annotations

from collections.abc import Mapping

from bots.core.inbound import ButtonPressed, MessagePosted, TimerFired
from bots.core.integers import parse_int
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.dialogs import invocation
from bots.dialogs.asides import is_question
from bots.features.events import (
    commands,
    correcting,
    details,
    drafts,
    platform_events,
    reminders,
    rules,
    series_dates,
    views,
    visibility,
)
from bots.turn import cards
from bots.turn.authorization import use_right
from bots.turn.notices import DialogReplaced
from bots.turn.turn import Turn
from storage.queries import communities, dialogs, events, members, ownership
from storage.tables import Event, EventState, Room, RoomRole, RoomState, RsvpAnswer


async def press_confirm(press: ButtonPressed, turn: Turn) -> None:
    """Announce the event."""
    event = await _pressed_draft(press, turn)
    if event.state == EventState.DRAFT:
        await _announce(event, turn)
    elif event.number is None:
        raise Refusal("event-draft-gone")
    else:
        turn.acknowledge("event-confirmed", number=str(event.number), title=views.title(event))


async def press_drop(press: ButtonPressed, turn: Turn) -> None:
    """Discard the draft."""
    event = await _pressed_draft(press, turn)
    if event.state == EventState.DRAFT:
        await _drop(event, turn)
    elif event.number is not None:
        raise Refusal("event-confirmed-already", number=str(event.number))


async def answer_preview(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Handle a `yes` or `no` typed after the preview, or a correction such as `8pm` or `place: the library`.

    Other words are ordinary messages. Answer the first of them with a hint.
    """
    event = await turn.uow.get(Event, int(subject))
    is_ours = event is not None and turn.room_context.is_owned and await ownership.knows(turn.uow, turn.holder, event)
    waiting = event is not None and is_ours and event.state == EventState.DRAFT
    answer = rules.parse_answer(message.text)
    decided = answer in (RsvpAnswer.YES, RsvpAnswer.NO)
    if waiting and not decided and is_question(message):
        return False
    if event is not None and waiting and not decided and await correcting.correct(event, message, turn):
        return True
    if waiting and not decided and not state.get("hinted"):
        await turn.open_dialog(drafts.DIALOG, subject, {"hinted": True}, user=message.person.user)
        turn.answer("event-draft-hint")
        return False
    await turn.close_dialog(user=message.person.user)
    if event is None or not waiting or not decided:
        return False
    await (_announce if answer == RsvpAnswer.YES else _drop)(event, turn)
    return True


async def expire_draft(timer: TimerFired, turn: Turn) -> None:
    """Discard a draft that nobody confirmed, without a message."""
    event = await turn.uow.get(Event, int(timer.subject))
    if event is not None and event.state == EventState.DRAFT:
        _erase(event, turn)


async def discard_replaced(notice: DialogReplaced, turn: Turn) -> None:
    """Discard the draft of a command that its author edited, with its preview."""
    event = await turn.uow.get(Event, parse_int(notice.subject)) if notice.kind == drafts.DIALOG else None
    if event is not None and event.state == EventState.DRAFT:
        await discard(event, turn)


async def discard(event: Event, turn: Turn) -> None:
    """Discard a draft, with its preview."""
    _erase(event, turn)
    turn.cancel_timer("event-draft", str(event.id))
    await turn.withdraw_card(f"eventdraft:{event.id}")


async def _pressed_draft(press: ButtonPressed, turn: Turn) -> Event:
    """Return the draft of the pressed button. Raises Refusal("event-draft-not-yours" | "button-unknown")."""
    event = await turn.held_row(Event, press.subject)
    if event.created_by != turn.member_id and not await use_right(Right.CONNECTOR, turn):
        raise Refusal("event-draft-not-yours")
    return event


async def _announce(event: Event, turn: Turn) -> None:
    """Give the draft its number, post its card, and set its timers. Raises what `check_allowed` raises."""
    await invocation.check_allowed(commands.EVENT, turn)
    if event.spread_to is not None:
        await visibility.check_may_spread(event.spread_to, turn)
    planned = await events.of_event(turn.uow, event.id)
    assert planned is not None, "every event has an occurrence"
    if rules.start_by(planned.occurrence) <= turn.now:
        raise Refusal("event-draft-late", at=views.start(planned.occurrence, turn))
    there = await _announcement_room(event, turn)
    event.state, event.number = EventState.PLANNED, await events.next_number(turn.uow, turn.holder)
    event.room_id, event.created_at = there.room.id or event.room_id, turn.now
    await cards.post(views.render_card, f"event:{event.id}", there, key=f"event:{event.id}:card")
    reminders.set_timers(planned, turn)
    await platform_events.publish(planned, there)
    await series_dates.begin(planned, there)
    await visibility.begin(event, turn)
    await _close_draft(event, turn)
    number, title = str(event.number), views.title(event)
    if there.room.id == turn.room.id:
        turn.acknowledge("event-confirmed", number=number, title=title)
    else:
        turn.answer("event-confirmed-there", number=number, title=title, room=there.room_name)


async def _announcement_room(event: Event, turn: Turn) -> Turn:
    """Return the turn for the community's room for events, or for the room where somebody typed the event."""
    community = event.community_id
    rooms = await communities.rooms_of_community(turn.uow, community, RoomRole.EVENTS) if community is not None else ()
    origin = await turn.uow.get(Room, event.room_id)
    if rooms:
        return await turn.for_room(rooms[0])
    return await turn.for_room(origin if origin is not None and origin.state == RoomState.ACTIVE else turn.room)


async def _drop(event: Event, turn: Turn) -> None:
    _erase(event, turn)
    await _close_draft(event, turn)
    turn.acknowledge("event-draft-dropped")


def _erase(event: Event, turn: Turn) -> None:
    event.state = EventState.DROPPED
    details.erase(event)
    turn.refresh_card(f"eventdraft:{event.id}")


async def _close_draft(event: Event, turn: Turn) -> None:
    """Refresh the preview, cancel the draft's timer, and close the dialog with its author."""
    turn.refresh_card(f"eventdraft:{event.id}")
    turn.cancel_timer("event-draft", str(event.id))
    for author in await members.identities_on_platform(turn.uow, [event.created_by], turn.room.platform):
        dialog = await dialogs.dialog_at(turn.uow, turn.account, turn.room.room, author.user)
        if dialog is not None and dialog.kind == drafts.DIALOG and dialog.subject == str(event.id):
            await turn.close_dialog(user=author.user)
