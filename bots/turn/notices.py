"""Notices: what one feature tells the others inside a transaction, so that features need not import each other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from storage.tables import Community, Network


@dataclass(frozen=True)
class RoomSetUp:
    """The turn's room became the home of a new community."""


@dataclass(frozen=True)
class RoomJoinedCommunity:
    """The turn's room became another room of a community."""

    community: Community


@dataclass(frozen=True)
class CommunityLeftNetwork:
    """A community left its network, for another one or for none."""

    community: Community


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
class DigestPosted:
    """The digest of a period went to a network's rooms, as `card`."""

    network: Network
    since: datetime
    until: datetime
    card: str


Notice = RoomSetUp | RoomJoinedCommunity | CommunityLeftNetwork | NetworkCreated | NetworkSettingChanged | DigestPosted
NoticeHandler = Callable[..., Awaitable[None]]
"""Handles one kind of notice: takes the notice and the turn."""
