"""Pure translation of nio's events to inbound values.

Most events are plain messages, so a table maps each event class to its function. Events without meaning for the core
(notices of bots, profile changes, other state) give None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from nio import events as nio
from nio.responses import SyncResponse
from nio.rooms import MatrixRoom

from adapters.matrix.api import media, polls
from adapters.matrix.api.content import command_line, mentions_of, own_words, relation, replied_to, thread_of, valid_id
from adapters.matrix.inbound import memberships
from adapters.matrix.inbound.unreadable import unreadable_event
from adapters.matrix.rendering.formatted import formatted_words
from adapters.matrix.rooms.people import common_fields, person, sender_fields, sent_at
from adapters.matrix.rooms.state import AdapterState
from adapters.matrix.rooms.votes import Vote
from bots.core import inbound
from bots.core.inbound import Attachment, Value
from bots.core.invalid_characters import replace_in_value

MissedEvents = Mapping[str, Sequence[nio.Event]]
_NO_EVENT: type = nio.UnknownBadEvent


def translate(
    response: SyncResponse, state: AdapterState, since: str, missed_events: MissedEvents, now: datetime
) -> list[Value]:
    """Translate a sync that starts at `since`, in each room's order. `missed_events` are those that it left out."""
    values: list[Value] = []
    for room_id, info in response.rooms.join.items():
        missed, timeline = missed_events.get(room_id), info.timeline.events
        values += room_values(state, state.rooms[room_id], [*missed, *timeline] if missed else timeline)
    values += _invitations(response, state, since, now)
    for room_id, info in response.rooms.leave.items():
        values += _left_room_values(state, room_id, [*info.state, *info.timeline.events])
    return values


def _left_room_values(state: AdapterState, room_id: str, events: Sequence[nio.Event]) -> list[Value]:
    """Report that the bot left a room. If the room was upgraded before, report that first: the bot follows."""
    moves = [_room_moved(state, room_id, event) for event in events if type(event) is nio.RoomUpgradeEvent]
    return [*(move for move in moves if move is not None), *memberships.room_lost(state, room_id, events)]


def translate_first_sync(response: SyncResponse, state: AdapterState, now: datetime) -> list[Value]:
    """Translate an account's first sync: rooms and invitations, without old messages."""
    values: list[Value] = []
    for room_id, info in response.rooms.join.items():
        events = [*info.state, *info.timeline.events]
        mine = [event for event in events if type(event) is nio.RoomMemberEvent and event.state_key == state.me]
        if mine:
            values += memberships.bot_joined(state, state.rooms[room_id], mine[-1])
    return [*values, *_invitations(response, state, "", now)]


def _invitations(response: SyncResponse, state: AdapterState, since: str, now: datetime) -> list[Value]:
    values: list[Value] = []
    for room_id, invite in response.rooms.invite.items():
        values += map(replace_in_value, memberships.bot_invited(state, room_id, invite.invite_state, since, now))
    return values


def room_values(state: AdapterState, room: MatrixRoom, events: Sequence[nio.Event]) -> list[Value]:
    """Translate the events of one room. Drop everything before the bot joined."""
    values: list[Value] = []
    me, translators = state.me, _TRANSLATORS
    for event in events:
        translator = translators.get(type(event))
        if translator is None:
            if type(event) is _NO_EVENT:
                values.append(unreadable_event(state, room.room_id, event, TypeError("an event lacks a basic part")))
            continue
        if type(event) is nio.RoomMemberEvent:
            if memberships.is_own_join(event, me):
                values = memberships.bot_joined(state, room, event)
                continue
        elif event.sender == me:
            continue
        try:
            value = translator(state, room, event)
        except Exception as error:  # noqa: BLE001 - whatever an event contains, the others must come through
            value = unreadable_event(state, room.room_id, event, error)
        if value is not None:
            values.append(replace_in_value(value))
    return values


def _message(state: AdapterState, room: MatrixRoom, event: nio.RoomMessageFormatted) -> Value | None:
    body, reply_to = event.body, None
    if relates := relation(event.source["content"]):
        if relates.get("rel_type") == "m.replace":
            return _edited(state, room, event, relates)
        _remember_thread(state, event, relates)
        body, reply_to = own_words(body, event.source["content"]), replied_to(relates)
    line = command_line(body)
    if line is None:
        return _post(state, room, event, body, reply_to)
    return _command(state, room, event, line, reply_to)


def _command(state: AdapterState, room: MatrixRoom, event: nio.Event, line: str, reply_to: str | None) -> Value:
    return inbound.CommandInvoked(
        **sender_fields(state, room, event), line=line, message=event.event_id, reply_to=reply_to,
        mentions=mentions_of(event.source["content"]), direct=room.room_id in state.direct_rooms,
    )  # fmt: skip


def _post(
    state: AdapterState, room: MatrixRoom, event: nio.Event, text: str, reply_to: str | None,
    attachments: tuple[Attachment, ...] = (),
) -> Value:  # fmt: skip
    mentions = mentions_of(event.source["content"])
    return inbound.MessagePosted(  # Most values are posts; sender_fields would make them half as slow again.
        key=f"{state.account}:{event.event_id}", account=state.account, room=room.room_id, at=sent_at(event),
        person=person(state, room, event.sender), message=event.event_id, text=text, reply_to=reply_to,
        mentions=mentions, direct=room.room_id in state.direct_rooms, attachments=attachments,
        addressed=reply_to is None and state.me in mentions,
    )  # fmt: skip


def _file(state: AdapterState, room: MatrixRoom, event: nio.Event) -> Value | None:
    content = event.source["content"]
    relates, attachment = relation(content), media.attachment_of(content, state.account)
    if relates.get("rel_type") == "m.replace":
        return _edited(state, room, event, relates)
    if attachment is None:
        return None
    _remember_thread(state, event, relates)
    caption = media.caption(content)
    line = command_line(caption)
    if line is not None:
        return _command(state, room, event, line, replied_to(relates))
    return _post(state, room, event, caption, replied_to(relates), (attachment,))


def _remember_thread(state: AdapterState, event: nio.Event, relates: Mapping[str, object]) -> None:
    """Remember the message's thread, so that we answer there."""
    root = thread_of(relates)
    if root is not None:
        state.remember_thread(event.event_id, root)


def _edited(state: AdapterState, room: MatrixRoom, event: nio.Event, relates: Mapping[str, object]) -> Value | None:
    """Translate a new text or caption, which may be a command now."""
    target = valid_id(relates.get("event_id"))
    new = event.source["content"].get("m.new_content")
    text = media.edited_text(new) if isinstance(new, dict) else None
    if not isinstance(new, dict) or target is None or text is None:
        return None
    state.remember_edit(event.event_id, target)
    line = command_line(text)
    if line is None:
        fields, formatted = sender_fields(state, room, event), formatted_words(new, text)
        return inbound.MessageEdited(**fields, message=target, text=text, formatted=formatted)
    return inbound.CommandInvoked(
        **sender_fields(state, room, event), line=line, message=target, mentions=mentions_of(new),
        direct=room.room_id in state.direct_rooms, edited=True,
    )  # fmt: skip


def _reaction(state: AdapterState, room: MatrixRoom, event: nio.ReactionEvent) -> Value | None:
    target = valid_id(event.reacts_to)
    if target is None:
        return None
    fields = sender_fields(state, room, event)
    return inbound.ReactionAdded(**fields, message=target, emoji=event.key, reaction=event.event_id)


def _redaction(state: AdapterState, room: MatrixRoom, event: nio.RedactionEvent | nio.BadEvent) -> Value | None:
    """Translate a redaction. Since room version 11, its content contains the redacted event's id."""
    content = event.source.get("content")
    redacts = valid_id(event.source.get("redacts") or (content.get("redacts") if isinstance(content, dict) else None))
    if redacts is None:
        return None
    return inbound.MessageDeleted(**common_fields(state, room.room_id, event), message=redacts)


def _unknown(state: AdapterState, room: MatrixRoom, event: nio.UnknownEvent) -> Value | None:
    """Translate votes and poll ends, which nio doesn't know."""
    content = event.source.get("content") if event.type in polls.RESPONSES | polls.ENDS else None
    poll = valid_id(relation(content).get("event_id")) if isinstance(content, dict) else None
    if not isinstance(content, dict) or poll is None:
        return None
    if event.type in polls.ENDS:
        is_shown = state.power_levels_of(room.room_id).may_redact(event.sender)
        return inbound.PollEnded(**sender_fields(state, room, event), message=poll, is_shown=is_shown)
    chosen = polls.choices(content)
    if chosen is None:
        return None
    said, at = chosen[: polls.MOST_ANSWERS], sent_at(event)
    state.remember_vote(event.event_id, Vote(room=room.room_id, poll=poll, user=event.sender, choices=said, at=at))
    return inbound.ChoiceMade(**sender_fields(state, room, event), message=poll, choices=chosen)


def _room_upgraded(state: AdapterState, room: MatrixRoom, event: nio.RoomUpgradeEvent) -> Value | None:
    return _room_moved(state, room.room_id, event)


def _room_moved(state: AdapterState, room_id: str, event: nio.RoomUpgradeEvent) -> Value | None:
    successor = valid_id(event.replacement_room)
    if successor is None or not state.may_replace(successor, room_id):
        return None
    return inbound.RoomMoved(**common_fields(state, room_id, event), new_room=successor)


def _undecryptable(state: AdapterState, room: MatrixRoom, event: nio.Event | nio.BadEvent) -> Value:
    """Report an undecryptable message. Its key differs from that of the message itself, which may follow later."""
    fields = sender_fields(state, room, event)
    fields["key"] += ":sealed"
    return inbound.Undecryptable(**fields, message=event.event_id)


def _bad(state: AdapterState, room: MatrixRoom, event: nio.BadEvent) -> Value | None:
    """Translate events that nio's schemas reject."""
    if event.type == "m.room.redaction":
        return _redaction(state, room, event)
    return _undecryptable(state, room, event) if event.type == "m.room.encrypted" else None


_FILES = (
    nio.RoomMessageImage, nio.RoomMessageAudio, nio.RoomMessageVideo, nio.RoomMessageFile,
    nio.RoomEncryptedImage, nio.RoomEncryptedAudio, nio.RoomEncryptedVideo, nio.RoomEncryptedFile,
)  # fmt: skip
_Translator = Callable[[AdapterState, MatrixRoom, Any], Value | None]  # Any: each takes its own event class
_TRANSLATORS: dict[type, _Translator] = dict.fromkeys(_FILES, _file) | {
    nio.RoomMessageText: _message,
    nio.RoomMessageEmote: _message,
    nio.ReactionEvent: _reaction,
    nio.RedactionEvent: _redaction,
    nio.UnknownEvent: _unknown,
    nio.RoomMemberEvent: memberships.membership_changed,
    nio.RoomUpgradeEvent: _room_upgraded,
    nio.MegolmEvent: _undecryptable,
    nio.UnknownEncryptedEvent: _undecryptable,
    nio.BadEvent: _bad,
}
