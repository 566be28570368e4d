"""All tables, in one place so that `SQLModel.metadata` is whole wherever this package is imported."""

from storage.tables.cached_messages import KeptMessage
from storage.tables.communities import Community, Network, Room
from storage.tables.dialogs import Dialog
from storage.tables.events import Event, Occurrence, Rsvp
from storage.tables.highlights import Highlight
from storage.tables.inbox import Cursor, DeadLetter, InboxKey, Parked
from storage.tables.members import Animator, Identity, Member
from storage.tables.native_votes import Choice
from storage.tables.onboarding import Journey
from storage.tables.outbox import Outbox, Pause
from storage.tables.placements import Placement
from storage.tables.polls import Ballot, Poll
from storage.tables.reactions import Reaction
from storage.tables.timers import Timer
from storage.tables.types import UtcDateTime

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
