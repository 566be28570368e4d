"""A bar chart as a value: it is drawn when it is sent, and its numbers can be read as text."""

from __future__ import annotations

import msgspec

MAX_BARS = 31
LARGEST = 120_000
"""Bytes of a drawn chart, at most."""


class Bar(msgspec.Struct, frozen=True, omit_defaults=True):
    """A bar with its label and its number. `figure`: text to show instead of the number. `leads`: it won."""

    label: str
    value: int
    figure: str = ""
    leads: bool = False

    @property
    def written(self) -> str:
        """The text beside the bar: its figure, or else its number."""
        return self.figure or str(self.value)


class BarChart(msgspec.Struct, frozen=True, omit_defaults=True):
    """Up to MAX_BARS bars under a title. `horizontal`: with room for long labels. `note`: a last line."""

    title: str
    bars: tuple[Bar, ...]
    horizontal: bool = msgspec.field(default=False, name="lying")  # as in charts that are stored
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
