"""From what nio understood to inbound values. Nothing is sent, stored or awaited.

A room's plain messages are the flood, so each event goes straight to the function for its type. An event that says
nothing to the core (notices, which bots send; profile changes; other state) becomes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from nio import events as nio
from nio.responses import SyncResponse
from nio.rooms import MatrixRoom

from adapters.matrix.api import media, polls
from adapters.matrix.api.content import is_command, mentioned, named, relation, replied_to, thread_of, unquoted
from adapters.matrix.inbound import memberships
from adapters.matrix.rooms.people import moment, person
from adapters.matrix.rooms.state import Known
from bots.core.inbound import (
    ChoiceMade,
    CommandInvoked,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PollEnded,
    ReactionAdded,
    RoomMoved,
    Undecryptable,
    Value,
)
from bots.core.surrogates import replace_in_value

Gaps = Mapping[str, Sequence[nio.Event]]


def translate(response: SyncResponse, known: Known, since: str, gaps: Gaps, now: datetime) -> list[Value]:
    """The values in a sync that was read from `since` on, in each room's order. `gaps`: events that it left out."""
    found: list[Value] = []
    for room_id, info in response.rooms.join.items():
        missed, timeline = gaps.get(room_id), info.timeline.events
        found += room_values(known, known.rooms[room_id], [*missed, *timeline] if missed else timeline)
    for room_id, invite in response.rooms.invite.items():
        found += map(replace_in_value, memberships.invited(known, room_id, invite.invite_state, since, now))
    for room_id, info in response.rooms.leave.items():
        found += memberships.lost(known, room_id, [*info.state, *info.timeline.events])
    return found


def first_meeting(response: SyncResponse, known: Known, now: datetime) -> list[Value]:
    """The values in the very first sync of an account: the rooms it is in and asked into. What was said is history."""
    found: list[Value] = []
    for room_id, info in response.rooms.join.items():
        events = [*info.state, *info.timeline.events]
        mine = [event for event in events if type(event) is nio.RoomMemberEvent and event.state_key == known.me]
        if mine:
            found += memberships.bot_joined(known, known.rooms[room_id], mine[-1])
    for room_id, invite in response.rooms.invite.items():
        found += map(replace_in_value, memberships.invited(known, room_id, invite.invite_state, "", now))
    return found


def room_values(known: Known, room: MatrixRoom, events: Sequence[nio.Event]) -> list[Value]:
    """The values in the events of one room. What was said before the bot itself came in is not for it."""
    found: list[Value] = []
    me, taker_of = known.me, _TAKERS.get
    for event in events:
        taker = taker_of(type(event))
        if taker is None:
            continue
        if type(event) is nio.RoomMemberEvent:
            if memberships.entered(event, me):
                found = memberships.bot_joined(known, room, event)
                continue
        elif event.sender == me:
            continue
        value = taker(known, room, event)
        if value is not None:
            found.append(replace_in_value(value))
    return found


def _message(known: Known, room: MatrixRoom, event: nio.RoomMessageFormatted) -> Value | None:
    content = event.source["content"]
    if "m.relates_to" not in content:
        return _said(known, room, event, event.body, None)
    relates = relation(content)
    if relates.get("rel_type") == "m.replace":
        return _edited(known, room, event, relates)
    _note_thread(known, event, relates)
    reply_to = replied_to(relates)
    return _said(known, room, event, unquoted(event.body) if "m.in_reply_to" in relates else event.body, reply_to)


def _said(known: Known, room: MatrixRoom, event: nio.Event, body: str, reply_to: str | None) -> Value:
    if is_command(body):
        return CommandInvoked(
            key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
            person=person(known, room, event.sender), line=body[1:], message=event.event_id, reply_to=reply_to,
            mentions=mentioned(event.source["content"]), direct=room.room_id in known.directs,
        )  # fmt: skip
    return MessagePosted(
        key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
        person=person(known, room, event.sender), message=event.event_id, text=body, reply_to=reply_to,
        mentions=mentioned(event.source["content"]), direct=room.room_id in known.directs,
    )  # fmt: skip


def _file(known: Known, room: MatrixRoom, event: nio.Event) -> Value | None:
    content = event.source["content"]
    relates, attachment = relation(content), media.read(content, known.account)
    if relates.get("rel_type") == "m.replace":
        return _edited(known, room, event, relates)
    if attachment is None:
        return None
    _note_thread(known, event, relates)
    return MessagePosted(
        key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
        person=person(known, room, event.sender), message=event.event_id, text=media.caption(content),
        reply_to=replied_to(relates), mentions=mentioned(content), attachments=(attachment,),
        direct=room.room_id in known.directs,
    )  # fmt: skip


def _note_thread(known: Known, event: nio.Event, relates: Mapping[str, object]) -> None:
    """Who says something in a thread is answered there."""
    root = thread_of(relates)
    if root is not None:
        known.in_thread(event.event_id, root)


def _edited(known: Known, room: MatrixRoom, event: nio.Event, relates: Mapping[str, object]) -> Value | None:
    """A new text, or a file's new caption; one that makes a command of it is not obeyed."""
    target = named(relates.get("event_id"))
    new = event.source["content"].get("m.new_content")
    words = _words(new) if isinstance(new, dict) else None
    if target is None or words is None or is_command(words):
        return None
    return MessageEdited(
        key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
        person=person(known, room, event.sender), message=target, text=words,
    )  # fmt: skip


def _words(content: Mapping[str, object]) -> str | None:
    body = content.get("body")
    if not isinstance(body, str):
        return None
    return body if media.read(content, "") is None else media.caption(content)


def _reaction(known: Known, room: MatrixRoom, event: nio.ReactionEvent) -> Value | None:
    target = named(event.reacts_to)
    if target is None:
        return None
    return ReactionAdded(
        key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
        person=person(known, room, event.sender), message=target, emoji=event.key, reaction=event.event_id,
    )  # fmt: skip


def _redaction(known: Known, room: MatrixRoom, event: nio.RedactionEvent | nio.BadEvent) -> Value | None:
    """From room version 11 on the redacted event is named in the content."""
    content = event.source.get("content")
    redacts = named(event.source.get("redacts") or (content.get("redacts") if isinstance(content, dict) else None))
    if redacts is None:
        return None
    return MessageDeleted(
        key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
        message=redacts,
    )  # fmt: skip


def _unknown(known: Known, room: MatrixRoom, event: nio.UnknownEvent) -> Value | None:
    """Votes and ends of polls: nio does not know them."""
    content = event.source.get("content") if event.type in polls.RESPONSES | polls.ENDS else None
    poll = named(relation(content).get("event_id")) if isinstance(content, dict) else None
    if not isinstance(content, dict) or poll is None:
        return None
    if event.type in polls.ENDS:
        return PollEnded(
            key=f"matrix:{event.event_id}", account=known.account, room=room.room_id,
            at=moment(event.server_timestamp), person=person(known, room, event.sender), message=poll,
        )  # fmt: skip
    chosen = polls.choices(content)
    if chosen is None:
        return None
    return ChoiceMade(
        key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
        person=person(known, room, event.sender), message=poll, choices=chosen,
    )  # fmt: skip


def _moved(known: Known, room: MatrixRoom, event: nio.RoomUpgradeEvent) -> Value | None:
    successor = named(event.replacement_room)
    if successor is None or not known.follows(successor, room.room_id):
        return None
    return RoomMoved(
        key=f"matrix:{event.event_id}", account=known.account, room=room.room_id, at=moment(event.server_timestamp),
        new_room=successor,
    )  # fmt: skip


def _sealed(known: Known, room: MatrixRoom, event: nio.Event | nio.BadEvent) -> Value:
    """Its key differs from the message's own: that one comes in when the room key arrives later."""
    return Undecryptable(
        key=f"matrix:{event.event_id}:sealed", account=known.account, room=room.room_id,
        at=moment(event.server_timestamp), person=person(known, room, event.sender), message=event.event_id,
    )  # fmt: skip


def _bad(known: Known, room: MatrixRoom, event: nio.BadEvent) -> Value | None:
    """What nio's schemas refuse, though it means something."""
    if event.type == "m.room.redaction":
        return _redaction(known, room, event)
    return _sealed(known, room, event) if event.type == "m.room.encrypted" else None


_TAKERS: dict[type, Callable[[Known, MatrixRoom, Any], Value | None]] = {  # each takes the event class it stands for
    nio.RoomMessageText: _message,
    nio.RoomMessageEmote: _message,
    nio.RoomMessageImage: _file,
    nio.RoomMessageAudio: _file,
    nio.RoomMessageVideo: _file,
    nio.RoomMessageFile: _file,
    nio.RoomEncryptedImage: _file,
    nio.RoomEncryptedAudio: _file,
    nio.RoomEncryptedVideo: _file,
    nio.RoomEncryptedFile: _file,
    nio.ReactionEvent: _reaction,
    nio.RedactionEvent: _redaction,
    nio.UnknownEvent: _unknown,
    nio.RoomMemberEvent: memberships.changed,
    nio.RoomUpgradeEvent: _moved,
    nio.MegolmEvent: _sealed,
    nio.UnknownEncryptedEvent: _sealed,
    nio.BadEvent: _bad,
}
