"""Notices: what one feature tells the others inside a transaction, so that features need not import each other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bots.turn.digest_section import Section
from bots.turn.shared_objects import ObjectSharing
from storage.tables import Community, Membership, Network


@dataclass(frozen=True)
class RoomSetUp:
    """The turn's room became the home of a new community."""


@dataclass(frozen=True)
class RoomJoinedCommunity:
    """The turn's room became another room of a community."""

    community: Community


@dataclass(frozen=True)
class RoomLeftCommunity:
    """The turn's room no longer belongs to a community. Until the end of the notice the turn still shows it there."""

    community: Community


@dataclass(frozen=True)
class PlaceLeftNetwork:
    """A community or a network is no longer part of a network."""

    place: Community | Network


@dataclass(frozen=True)
class StartedListening:
    """A community or a network hears a network above it from now on, along a membership."""

    place: Community | Network
    network: Network
    membership: Membership


@dataclass(frozen=True)
class StoppedListening:
    """A community or a network shows less of a network above it than before."""

    place: Community | Network


@dataclass(frozen=True)
class LanguageChosen:
    """The acting person chose the language in which the bot speaks with them in private."""


@dataclass(frozen=True)
class CommunityRemoved:
    """The operator removes a community. It still has its rooms and its network."""

    community: Community


@dataclass(frozen=True)
class HistoryEnded:
    """A community or network keeps nothing of its past from before this."""

    place: Community | Network
    before: datetime


@dataclass(frozen=True)
class NetworkCreated:
    """Somebody created a network."""

    network: Network


@dataclass(frozen=True)
class NetworkSettingChanged:
    """Somebody changed a setting of a network."""

    network: Network
    column: str


@dataclass(frozen=True)
class CommunitySettingChanged:
    """Somebody changed a setting of the turn's community."""

    community: Community
    column: str


@dataclass(frozen=True)
class RoomExcluded:
    """Nothing said in the turn's room may become a highlight from now on; or, `excluded` being false, again it may."""

    community: Community
    excluded: bool


@dataclass(frozen=True)
class MemberExcluded:
    """A connector decided that nothing that a member posts in a community is shared."""

    community: Community
    member_id: int


@dataclass(frozen=True)
class MemberBlocked:
    """A community blocked a member, or took a block over: the bot does nothing more for them there."""

    community: Community
    member_id: int


@dataclass(frozen=True)
class PersonErased:
    """A person wants to be forgotten: take back what shows their words or their name. Their rows go after that."""

    member_id: int


@dataclass(frozen=True)
class AccountsLinked:
    """The acting person linked accounts: what `member_id` and the others gave twice, where it is open, counts once."""

    member_id: int


@dataclass(frozen=True)
class SpamMarked:
    """Somebody called a message spam, and it stays where it is. `user`: its author, on the platform of the room."""

    community: Community
    user: str


@dataclass(frozen=True)
class DialogReplaced:
    """Somebody edited the command that opened a dialog: what it prepared is void."""

    kind: str
    subject: str


@dataclass(frozen=True)
class DigestPosted:
    """A digest was shown as `card`, with the lines of these keys."""

    card: str
    lines: Sequence[str]


@dataclass(frozen=True)
class DateChosen:
    """A connector makes an event of a date that people chose. The times are aware; whole days end at a midnight."""

    title: str
    start: datetime
    end: datetime | None
    all_day: bool


Notice = (
    RoomSetUp
    | RoomJoinedCommunity
    | RoomLeftCommunity
    | PlaceLeftNetwork
    | StartedListening
    | StoppedListening
    | LanguageChosen
    | CommunityRemoved
    | HistoryEnded
    | NetworkCreated
    | NetworkSettingChanged
    | CommunitySettingChanged
    | RoomExcluded
    | MemberExcluded
    | MemberBlocked
    | PersonErased
    | AccountsLinked
    | SpamMarked
    | DialogReplaced
    | DigestPosted
    | DateChosen
)
NoticeHandler = Callable[..., Awaitable[None]]
"""Handles one kind of notice: takes the notice and the turn."""


@dataclass(frozen=True)
class Extensions:
    """What features lend each other: handlers of notices, digest sections, suggestions, and shared objects.

    `web_address`: where others reach the bot's pages; empty: nowhere.
    """

    notice_handlers: Mapping[type[Notice], Sequence[NoticeHandler]] = field(default_factory=dict)
    digest_sections: Mapping[str, Callable[..., Awaitable[Section]]] = field(default_factory=dict)
    suggesters: Mapping[str, Callable[..., Awaitable[list[tuple[str, str]]]]] = field(default_factory=dict)
    sharings: Mapping[str, ObjectSharing] = field(default_factory=dict)
    web_address: str = ""
