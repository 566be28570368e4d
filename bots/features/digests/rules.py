"""The period of a digest and the time at which it is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.tables import DigestEvery, Network


def next_due(network: Network, now: datetime) -> datetime | None:
    """Return the next time (UTC) after `now` at which the network's clock shows its digest hour on a day of digests.

    None if it wants none.
    """
    if network.digest_every == DigestEvery.NEVER:
        return None
    zone = ZoneInfo(network.zone)
    day = now.astimezone(zone).date()
    while True:
        due = datetime.combine(day, time(network.digest_hour), zone).astimezone(UTC)
        if due > now and _has_digest(day, network.digest_every):
            return due
        day += timedelta(days=1)


def _has_digest(day: date, every: DigestEvery) -> bool:
    match every:
        case DigestEvery.WEEKLY:
            return day.isoweekday() == 7
        case DigestEvery.MONTHLY:
            return day.day == 1
        case _:
            return True


def card_of(network: Network, since: datetime, until: datetime) -> str:
    """Return the id of the card that shows this period's digest."""
    return f"digest:{network.id}/{since.isoformat()}/{until.isoformat()}"


def parse_subject(subject: str) -> tuple[int, datetime, datetime]:
    """Return the network's id and the period from the subject of a digest's card."""
    network, since, until = subject.split("/")
    return int(network), datetime.fromisoformat(since), datetime.fromisoformat(until)
