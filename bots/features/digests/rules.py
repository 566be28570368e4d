"""The period of a digest and the time at which it is due."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.tables import Network


def next_due(network: Network, now: datetime) -> datetime:
    """Return the next time (UTC) after `now` at which the network's clock shows its digest hour."""
    zone = ZoneInfo(network.zone)
    day = now.astimezone(zone).date()
    while True:
        due = datetime.combine(day, time(network.digest_hour), zone).astimezone(UTC)
        if due > now:
            return due
        day += timedelta(days=1)


def card_of(network: Network, since: datetime, until: datetime) -> str:
    """Return the id of the card that shows this period's digest."""
    return f"digest:{network.id}/{since.isoformat()}/{until.isoformat()}"


def parse_subject(subject: str) -> tuple[int, datetime, datetime]:
    """Return the network's id and the period from the subject of a digest's card."""
    network, since, until = subject.split("/")
    return int(network), datetime.fromisoformat(since), datetime.fromisoformat(until)
