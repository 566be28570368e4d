"""Tests for how much one transaction takes: as much as fits into its time."""

from __future__ import annotations

from bots.dispatch.submissions import BATCH_SECONDS, LARGEST_BATCH, SMALLEST_BATCH, batch_size


def test_slow_values_make_small_batches_and_quick_ones_large() -> None:
    """A batch is as large as its time allows, within limits."""
    assert batch_size(100, BATCH_SECONDS * 2) == 50
    assert batch_size(20, BATCH_SECONDS / 4) == 80
    assert batch_size(1, 60.0) == SMALLEST_BATCH
    assert batch_size(200, 0.0) == batch_size(200, BATCH_SECONDS / 1000) == LARGEST_BATCH


def test_size_settles_where_a_batch_takes_its_time() -> None:
    """After a few batches of equal values, one takes about the time that it may take, whatever its fixed costs."""
    size = SMALLEST_BATCH
    for _ in range(20):
        seconds = 0.01 + size * 0.004
        size = batch_size(size, seconds)
    assert abs(0.01 + size * 0.004 - BATCH_SECONDS) < BATCH_SECONDS / 10
