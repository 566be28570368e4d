"""The back-off between retries."""

from bots.retry import backoff


def test_wait_doubles_up_to_a_minute() -> None:
    """Each wait is twice the one before, minus a jitter of up to a quarter, and at most a minute."""
    assert all(0.75 * 2**tries <= backoff(tries) <= 2**tries for tries in range(5))
    assert 45 <= backoff(500) <= 60


def test_first_and_longest_wait_are_parameters() -> None:
    """Callers may set the first and the longest wait, as delivery does with half a second and five minutes."""
    assert 0.375 <= backoff(0, first=0.5, longest=300) <= 0.5
    assert 225 <= backoff(50, first=0.5, longest=300) <= 300
