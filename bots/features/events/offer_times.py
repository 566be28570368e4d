"""How long somebody may take to confirm a place that became free for them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.turn.quiet_hours import quiet_until
from storage.queries.memberships import Place

LONGEST = timedelta(hours=12)
SHORTEST = timedelta(minutes=30)
_AWAKE = timedelta(hours=1)
"""How long after quiet hours an offer lasts at least, so that nobody loses a place while they sleep."""


def confirm_by(start: datetime, now: datetime, place: Place | None) -> datetime | None:
    """Return until when an offered place is held: a quarter of the time that is left, at most twelve hours.

    None: the start is too near to ask anybody, so the place is theirs at once.
    """
    left = start - now
    if left < 2 * SHORTEST:
        return None
    until = now + min(LONGEST, max(SHORTEST, left / 4))
    quiet_end = quiet_until(place, until)
    if quiet_end is not None and quiet_end + _AWAKE <= start - SHORTEST:
        return quiet_end + _AWAKE
    return until
