"""How long somebody may take to confirm a place."""

from datetime import UTC, datetime, timedelta

import pytest

from bots.features.events.offer_times import confirm_by
from storage.tables import Community

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def community(quiet: str = "") -> Community:
    """Return a community in UTC with these quiet hours."""
    return Community(name="Lyon", zone="UTC", quiet_hours=quiet, created_at=NOW)


@pytest.mark.parametrize(
    ("hours", "expected"), [(240, 12), (48, 12), (24, 6), (8, 2), (1.5, 0.5), (1, 0.5), (0.9, None), (-1, None)]
)
def test_time_to_confirm(hours: float, expected: float | None) -> None:
    """Twelve hours at most, a quarter of what is left, half an hour at least; nobody is asked just before the start."""
    until = confirm_by(NOW + timedelta(hours=hours), NOW, community())
    assert until == (None if expected is None else NOW + timedelta(hours=expected))


def test_nobody_loses_a_place_in_the_night() -> None:
    """An offer that would end in quiet hours lasts until an hour after them, if the event begins later."""
    quiet = community("22:00-08:00")
    assert confirm_by(NOW + timedelta(days=5), NOW + timedelta(hours=2), quiet) == NOW + timedelta(days=1)
    early = NOW.replace(hour=8, minute=30) + timedelta(days=1)
    until = confirm_by(early, NOW + timedelta(hours=11), quiet)
    assert until is not None
    assert until < early
