"""The period of a digest, and the day and hour when it is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bots.turn.quiet_hours import after_quiet
from storage.queries.memberships import Place
from storage.tables import Community, DigestEvery, Edition, Network

_LIKE = 0.15
"""Compare two periods if their lengths differ by at most this share, such as two months."""


def next_due(place: Place, now: datetime) -> datetime | None:
    """Return the next time (UTC) after `now` when the place's clock shows its digest hour on a day of digests.

    A community's waits for the end of its quiet hours. None if it wants none.
    """
    if place.digest_every == DigestEvery.NEVER:
        return None
    quiet = partial(after_quiet, place) if isinstance(place, Community) else None
    return due_at(place.digest_every, ZoneInfo(place.zone), place.digest_hour, now, quiet)


def due_at(
    every: DigestEvery, zone: ZoneInfo, hour: int, now: datetime, wait: Callable[[datetime], datetime] | None = None
) -> datetime:
    """Return the first time after `now` when a clock shows this hour on a day of digests. `wait` puts it off."""
    day = now.astimezone(zone).date() - timedelta(days=1)
    while True:
        due = datetime.combine(day, time(hour), zone).astimezone(UTC)
        due = wait(due) if wait is not None else due
        if due > now and _has_digest(day, every):
            return due
        day += timedelta(days=1)


def _has_digest(day: date, every: DigestEvery) -> bool:
    """Return whether a digest comes on this day."""
    match every:
        case DigestEvery.WEEKLY:
            return day.isoweekday() == 7
        case DigestEvery.MONTHLY:
            return day.day == 1
        case _:
            return True


def are_alike(edition: Edition, until: datetime, before: Edition) -> bool:
    """Return whether a period is about as long as the one before it, so that their figures can be compared."""
    if before.until is None:
        return False
    length, other = until - edition.since, before.until - before.since
    return abs(length - other) <= max(length, other) * _LIKE


def card_of(edition: Edition) -> str:
    """Return the id of the card that shows a digest."""
    return f"digest:{edition.id}"


def parse_old_subject(subject: str) -> tuple[int, datetime, datetime]:
    """Return the network's id and the period from a card's subject of the time before editions had rows."""
    network, since, until = subject.split("/")
    return int(network), datetime.fromisoformat(since), datetime.fromisoformat(until)


def subject_of(place: Place) -> str:
    """Return what the timers of a place are about: a number for a network, `c` and a number for a community."""
    return str(place.id) if isinstance(place, Network) else f"c{place.id}"
