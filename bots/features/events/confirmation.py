"""A draft becomes an event that everybody sees, or goes."""

from __future__ import annotations

from collections.abc import Mapping

from bots.core.inbound import ButtonPressed, MessagePosted, TimerFired
from bots.core.integers import whole
from bots.core.refusal import Refusal
from bots.dialogs.invocation import held_roles, may_animate
from bots.features.events import platform_events, reminders, rules, views
from bots.features.events.drafts import DIALOG
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, dialogs, events, members
from storage.tables import Event, Room


async def confirmed(press: ButtonPressed, turn: Turn) -> None:
    """The draft is right: the event is announced."""
    event = await _pressed(press, turn)
    if event.state == "draft":
        await _announce(event, turn)
    elif event.number is None:
        raise Refusal("event-draft-gone")
    else:
        turn.acknowledge("event-confirmed", number=str(event.number), title=views.title(event))


async def dropped(press: ButtonPressed, turn: Turn) -> None:
    """The draft is wrong: it goes."""
    event = await _pressed(press, turn)
    if event.state == "draft":
        await _drop(event, turn)
    elif event.number is not None:
        raise Refusal("event-confirmed-already", number=str(event.number))


async def answered(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """`yes` or `no` typed behind the preview. Other words are talk; they get one hint where there are no buttons, and
    then peace."""
    event = await turn.uow.get(Event, int(subject))
    waiting = event is not None and event.state == "draft"
    answer = rules.meant(message.text)
    if waiting and answer in (None, "maybe") and not state.get("hinted") and not turn.capabilities.buttons:
        await turn.expect(DIALOG, subject, {"hinted": True}, user=message.person.user)
        turn.answer("event-draft-hint")
        return False
    await turn.close_dialog(user=message.person.user)
    if event is None or not waiting or answer not in ("yes", "no"):
        return False
    await (_announce if answer == "yes" else _drop)(event, turn)
    return True


async def expired(timer: TimerFired, turn: Turn) -> None:
    """Nobody confirmed within a day: the draft goes, and nobody is disturbed."""
    event = await turn.uow.get(Event, int(timer.subject))
    if event is not None and event.state == "draft":
        _forget(event, turn)


async def _pressed(press: ButtonPressed, turn: Turn) -> Event:
    """The draft of the pressed button. Raises Refusal("event-draft-not-yours" | "button-unknown")."""
    event = await turn.uow.get(Event, whole(press.subject))
    if event is None or turn.scene.community is None or event.community_id != turn.scene.community.id:
        raise Refusal("button-unknown")
    if event.made_by != turn.member and not may_animate(await held_roles(turn), admin=press.person.admin):
        raise Refusal("event-draft-not-yours")
    return event


async def _announce(event: Event, turn: Turn) -> None:
    """Give the draft its number, post its card, set its timers. From now on it counts as new."""
    found = await events.of_event(turn.uow, event.id or 0)
    assert found is not None
    if found.occurrence.starts_at <= turn.now:
        raise Refusal("event-draft-late", at=found.occurrence.starts_at)
    there = await _room_for(event, turn)
    event.state, event.number = "planned", await events.next_number(turn.uow, event.community_id)
    event.room_id, event.created_at = there.room.id or event.room_id, turn.now
    content = await views.card(str(event.id), there)
    assert content is not None
    there.post_content(content, card=f"event:{event.id}", key=f"event:{event.id}:card")
    reminders.set_timers(found, turn)
    await platform_events.mirror(found, there)
    await _settle(event, turn)
    _tell(event, there, turn)


async def _room_for(event: Event, turn: Turn) -> Turn:
    """The community's room for events; else the room where it was typed."""
    rooms = await communities.rooms_of(turn.uow, event.community_id, "events")
    typed = await turn.uow.get(Room, event.room_id)
    room = rooms[0] if rooms else typed if typed is not None and typed.state == "active" else turn.room
    return turn.at(await room_context.of_room(turn.uow, room))


def _tell(event: Event, there: Turn, turn: Turn) -> None:
    number, title = str(event.number), views.title(event)
    if there.room.id == turn.room.id:
        turn.acknowledge("event-confirmed", number=number, title=title)
    else:
        turn.answer("event-confirmed-there", number=number, title=title, room=there.room.name or there.room.room)


async def _drop(event: Event, turn: Turn) -> None:
    _forget(event, turn)
    await _settle(event, turn)
    turn.acknowledge("event-draft-dropped")


def _forget(event: Event, turn: Turn) -> None:
    event.state, event.title, event.place = "dropped", "", ""
    turn.refresh(f"eventdraft:{event.id}")


async def _settle(event: Event, turn: Turn) -> None:
    """The preview says how it ended, its timer is called off, its maker is asked no more."""
    turn.refresh(f"eventdraft:{event.id}")
    turn.call_off("event-draft", str(event.id))
    for who in await members.platform_users(turn.uow, [event.made_by], turn.room.platform):
        dialog = await dialogs.dialog_at(turn.uow, turn.account, turn.room.room, who.user)
        if dialog is not None and dialog.kind == DIALOG and dialog.subject == str(event.id):
            await turn.close_dialog(user=who.user)
