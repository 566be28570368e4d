"""When a network's digest is due."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.tables import Network


def next_due(network: Network, now: datetime) -> datetime:
    """The next time that the network's clock shows its digest hour, in UTC; later than `now`."""
    zone = ZoneInfo(network.zone)
    day = now.astimezone(zone).date()
    while True:
        due = datetime.combine(day, time(network.digest_hour), zone).astimezone(UTC)
        if due > now:
            return due
        day += timedelta(days=1)


def card(network: Network, begin: datetime, end: datetime) -> str:
    """The card of the digest of this period."""
    return f"digest:{network.id}/{begin.isoformat()}/{end.isoformat()}"


def period(subject: str) -> tuple[int, datetime, datetime]:
    """The network and the period that a digest's card is about."""
    network, begin, end = subject.split("/")
    return int(network), datetime.fromisoformat(begin), datetime.fromisoformat(end)


def since(network: Network) -> datetime:
    """Where the digest's period begins: at the last digest, or with the network."""
    return network.digested_at or network.created_at
