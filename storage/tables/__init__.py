"""All tables, in one place so that `SQLModel.metadata` is whole wherever this package is imported."""

from storage.tables.base import UtcDateTime
from storage.tables.events import Event, Occurrence, Rsvp
from storage.tables.flow import (
    Choice,
    Cursor,
    DeadLetter,
    Dialog,
    InboxKey,
    KeptMessage,
    Outbox,
    Parked,
    Pause,
    Placement,
    Reaction,
    Timer,
)
from storage.tables.highlights import Highlight
from storage.tables.onboarding import Journey
from storage.tables.people import Animator, Identity, Member
from storage.tables.places import Community, Network, Room
from storage.tables.polls import Ballot, Poll

__all__ = [
    "Animator",
    "Ballot",
    "Choice",
    "Community",
    "Cursor",
    "DeadLetter",
    "Dialog",
    "Event",
    "Highlight",
    "Identity",
    "InboxKey",
    "Journey",
    "KeptMessage",
    "Member",
    "Network",
    "Occurrence",
    "Outbox",
    "Parked",
    "Pause",
    "Placement",
    "Poll",
    "Reaction",
    "Room",
    "Rsvp",
    "Timer",
    "UtcDateTime",
]
