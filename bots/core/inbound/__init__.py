"""Frozen values for everything that platforms report to the core.

Each value has a `key` that is unique across all platforms (platform + event id): dispatch skips a key that it has seen.
Times are aware UTC datetimes as the platform stated them. `room` is the platform's own room id. It is empty when a vote
or a reaction names only its message, and it is the parent's id when a person joined the room's parent.
"""

from __future__ import annotations

import msgspec

from bots.core.inbound.base import Attachment, Inbound, Person, PersonInbound
from bots.core.inbound.calendars import Asked, CalendarEntry, CalendarPreviewed, CalendarRead, CalendarReading
from bots.core.inbound.interactions import ButtonPressed, CommandInvoked, FormSubmitted, RateLimited
from bots.core.inbound.messages import (
    HistoryFetched,
    MessageDeleted,
    MessageEdited,
    MessageFetched,
    MessagePosted,
    QuotedMessage,
    Undecryptable,
)
from bots.core.inbound.reactions import (
    ChoiceMade,
    ChoicesSnapshot,
    CurrentChoice,
    CurrentReaction,
    PollEnded,
    ReactionAdded,
    ReactionRemoved,
    ReactionsSnapshot,
)
from bots.core.inbound.rooms import (
    BotInvited,
    BotJoined,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MissingRight,
    RightsReported,
    RoomLost,
    RoomMoved,
    ScheduledEventPublished,
)
from bots.core.inbound.system import DeliveryFailed, TimerFired, Unreadable

Value = (
    MessagePosted
    | MessageEdited
    | MessageDeleted
    | CommandInvoked
    | ButtonPressed
    | ChoiceMade
    | PollEnded
    | FormSubmitted
    | RateLimited
    | ReactionAdded
    | ReactionRemoved
    | ReactionsSnapshot
    | ChoicesSnapshot
    | JoinRequested
    | MemberJoined
    | MemberLeft
    | BotInvited
    | BotJoined
    | RoomMoved
    | RoomLost
    | Undecryptable
    | Unreadable
    | MessageFetched
    | HistoryFetched
    | RightsReported
    | ScheduledEventPublished
    | CalendarRead
    | CalendarPreviewed
    | DeliveryFailed
    | TimerFired
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Value] = msgspec.json.Decoder(Value)


def encode(value: Inbound) -> str:
    """Return the value as JSON, for the dead-letter table."""
    return _encoder.encode(value).decode()


def decode(text: str) -> Value:
    """Return the value that `encode` wrote. Raises msgspec.ValidationError on anything else."""
    return _decoder.decode(text)
