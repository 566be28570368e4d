"""Conditions under which a message becomes a highlight."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from bots.core.richtext import Rich
from bots.turn.quiet_hours import after_quiet
from storage.tables import Community, Highlight, HighlightState, RelayConsent, Room

RETRY_INTERVAL, MAX_WAIT = timedelta(hours=1), timedelta(days=7)
"""Pause between attempts to publish while the network has no room, and the end of these attempts."""


WITH_TEXT = (HighlightState.COUNTING, HighlightState.ASKED, HighlightState.HELD, HighlightState.PUBLISHED)
"""The states in which we have the text of the message, so that its edits count."""
WAITING = (HighlightState.ASKED, HighlightState.HELD)
"""The states in which a message has its support and is not published yet."""


def publication_time(highlight: Highlight, community: Community) -> datetime:
    """Return when a held message is published: after the time of notice, and not in quiet hours."""
    return after_quiet(community, highlight.created_at + timedelta(minutes=community.hold_back_minutes))


def may_relay(highlight: Highlight, community: Community, room: Room, *, consent: RelayConsent, from_bot: bool) -> bool:
    """Return whether a message may leave its community.

    Bots' messages, empty ones, those of rooms that are left out, and those without the author's consent may not. Nor
    may those from before the community relayed or before the room joined it.
    """
    if from_bot or consent == RelayConsent.OFF or not community.relaying or room.excluded:
        return False
    if not highlight.text.strip() and highlight.files == "[]":
        return False
    if room.joined_at is not None and not is_after(highlight.posted_at, room.joined_at):
        return False
    return is_after(highlight.posted_at, community.relaying_since)


def is_after(posted: datetime | None, since: datetime | None) -> bool:
    """Return whether a message is not older than an agreement. Some platforms give whole seconds, so compare these."""
    return since is not None and posted is not None and posted >= since.replace(microsecond=0)


def store_words(highlight: Highlight, text: str, formatted: Rich) -> None:
    """Store what the author wrote."""
    highlight.text, highlight.formatted = text, msgspec.json.encode(formatted).decode() if formatted else ""


def erase(highlight: Highlight, state: HighlightState) -> None:
    """End a highlight. Keep only which message it was, so that it is never shown again."""
    highlight.state, highlight.text, highlight.formatted = state, "", ""
    highlight.files, highlight.link = "[]", ""
    highlight.author_id, highlight.author_name, highlight.author_user, highlight.named = None, "", "", False


def is_too_old(posted: datetime | None, community: Community, now: datetime) -> bool:
    """Return whether reactions to a message come too late, as its community has decided."""
    limit = timedelta(minutes=community.highlight_age_minutes)
    return bool(limit) and posted is not None and posted < now - limit
