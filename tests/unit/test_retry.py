"""Retries: how long to wait between two tries."""

from bots.retry import backoff


def test_the_wait_doubles_and_ends_at_a_minute() -> None:
    """Each wait is twice the one before, shortened by a quarter at most, and a minute at most."""
    assert all(0.75 * 2**tries <= backoff(tries) <= 2**tries for tries in range(5))
    assert 45 <= backoff(500) <= 60


def test_first_and_longest_are_given() -> None:
    """Delivery begins with half a second and ends at five minutes."""
    assert 0.375 <= backoff(0, first=0.5, longest=300) <= 0.5
    assert 225 <= backoff(50, first=0.5, longest=300) <= 300
