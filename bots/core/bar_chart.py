"""A bar chart as a value: it is drawn when it is sent, and its numbers can be read as text."""

from __future__ import annotations

import msgspec

MAX_BARS = 31
LARGEST = 120_000
"""Bytes of a drawn chart, at most."""


class Bar(msgspec.Struct, frozen=True, omit_defaults=True):
    """A bar with its label and its number. `figure`: what is written beside it in the number's place. `leads`: it is
    one of those that won."""

    label: str
    value: int
    figure: str = ""
    leads: bool = False

    @property
    def written(self) -> str:
        """What stands beside the bar."""
        return self.figure or str(self.value)


class BarChart(msgspec.Struct, frozen=True, omit_defaults=True):
    """Up to MAX_BARS bars under a title. `lying`: one below the other, with room for labels. `note`: a last line."""

    title: str
    bars: tuple[Bar, ...]
    lying: bool = False
    note: str = ""

    def encode(self) -> str:
        """Return the chart as JSON."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def decode(cls, text: str) -> BarChart:
        """Return the chart that `encode` wrote. Raises msgspec.ValidationError on anything else."""
        return msgspec.json.decode(text.encode(), type=cls)

    def as_text(self) -> str:
        """Return all that the chart shows as words."""
        bars = ", ".join(f"{bar.label}: {bar.written}" for bar in self.bars)
        return f"{self.title} – {bars}{f'. {self.note}' if self.note else ''}"
