"""The layout of the product code."""

from __future__ import annotations

from scripts import file_lengths


def test_no_file_is_longer_than_250_lines() -> None:
    """A product file of more than 250 lines holds more than one thing, unless it is listed with its reason."""
    assert len(file_lengths.lengths()) > 500
    assert file_lengths.too_long() == []
