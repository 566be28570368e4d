"""When a message travels."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.tables import Community, Highlight, Room

AGAIN, NEWS = timedelta(hours=1), timedelta(days=7)
"""A message that no room could show is tried again after so long, as long as it is news."""


def lower(threshold: int) -> int:
    """Below this a held message is let go: half the threshold, so that one reaction more or less does not flap."""
    return (threshold + 1) // 2


def may_travel(highlight: Highlight, community: Community, room: Room, *, consent: str, own: bool) -> bool:
    """Whether the message may leave at all: not the bot's, not against the author's will, not from before relaying, or
    before its room came to the community."""
    if own or consent == "off" or not community.relaying:
        return False
    if not highlight.text.strip() and highlight.files == "[]":
        return False
    if room.joined_at is not None and not _after(highlight.posted_at, room.joined_at):
        return False
    return _after(highlight.posted_at, community.relaying_since)


def _after(posted: datetime | None, since: datetime | None) -> bool:
    """Some platforms state whole seconds only."""
    return since is not None and posted is not None and posted >= since.replace(microsecond=0)


def reached(highlight: Highlight, community: Community, count: int) -> bool:
    """Whether enough people carry it, or a connector nominated it."""
    return highlight.nominated_by is not None or count >= community.threshold


def waits(highlight: Highlight, now: datetime) -> bool:
    """Whether a held message is still worth telling once there is a room for it again."""
    return now < highlight.created_at + NEWS


def let_go(highlight: Highlight, community: Community, count: int) -> bool:
    """Whether a held message has lost its support."""
    return highlight.state == "held" and highlight.nominated_by is None and count < lower(community.threshold)
