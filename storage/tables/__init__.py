"""All tables. Importing this package registers each of them with `SQLModel.metadata`."""

from storage.tables.alerts import Alert, AlertKind, AlertRule
from storage.tables.announcements import (
    Announcement,
    AnnouncementAnswer,
    AnnouncementState,
    AnnouncementText,
    AnnouncementWay,
    Recipient,
    RecipientState,
)
from storage.tables.audit import AuditEntry, AuditHead
from storage.tables.blocks import Block, BlockPolicy, BlockState
from storage.tables.calendar_imports import CalendarImport, ImportedEntry
from storage.tables.communities import (
    AfterEvents,
    AnnouncementStyle,
    Community,
    ConsentStyle,
    DigestEvery,
    Network,
    PollStyle,
    Room,
    RoomRole,
    RoomState,
    Unanswered,
)
from storage.tables.dialogs import Dialog
from storage.tables.digests import (
    DigestQuote,
    Edition,
    EditionLine,
    EditionScope,
    EditionState,
    FigureGroup,
    FigureKind,
    FigureMark,
)
from storage.tables.events import Audience, Event, EventState, Occurrence, Rsvp, RsvpAnswer
from storage.tables.handovers import Handover, HandoverState
from storage.tables.highlights import (
    CachedMessage,
    Decision,
    DecisionState,
    Highlight,
    HighlightReply,
    HighlightState,
    Translation,
    TranslationState,
)
from storage.tables.inbox import Cursor, DeadLetter, InboxKey, Parked
from storage.tables.invitations import Invitation, InvitationKind, InvitationState, WrongCodes
from storage.tables.members import (
    Activity,
    CommunityConsent,
    Identity,
    LinkCode,
    Member,
    RelayConsent,
    RelayExclusion,
    Role,
    RoleAssignment,
)
from storage.tables.memberships import Membership, MembershipState, NetworkEvents, Share
from storage.tables.native_votes import NativeVote
from storage.tables.onboarding import Journey, JourneyStage
from storage.tables.outbox import Outbox, OutboxState, RateLimitPause
from storage.tables.placements import Placement
from storage.tables.polls import (
    Ballot,
    BallotCount,
    BallotReason,
    Poll,
    PollAddition,
    PollKind,
    PollRecord,
    PollSilence,
    PollState,
)
from storage.tables.processes import FilePart, FileRequest, KnownAccount, Process
from storage.tables.reactions import Reaction
from storage.tables.rituals import Ritual, RitualReply, RitualRound, RitualState, RitualVolunteer
from storage.tables.series import EventSeries, TimeZoneData
from storage.tables.showings import Showing, ShowingState, ShowingWay
from storage.tables.tags import MembershipTag
from storage.tables.timers import Timer
from storage.tables.types import UtcDateTime
