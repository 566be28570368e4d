"""A bar chart as a value: it is drawn when it is sent, and its numbers can be read as text."""

from __future__ import annotations

import msgspec

MAX_BARS = 31
LARGEST = 60_000
"""Bytes of a drawn chart, at most."""


class Bar(msgspec.Struct, frozen=True):
    """A bar with its label and its number."""

    label: str
    value: int


class BarChart(msgspec.Struct, frozen=True):
    """Up to MAX_BARS bars under a title."""

    title: str
    bars: tuple[Bar, ...]

    def encode(self) -> str:
        """Return the chart as JSON."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def decode(cls, text: str) -> BarChart:
        """Return the chart that `encode` wrote. Raises msgspec.ValidationError on anything else."""
        return msgspec.json.decode(text.encode(), type=cls)
