"""A month as a value: it is drawn when it is sent, and all its words can be read as text."""

from __future__ import annotations

import msgspec

MAX_LINES = 60
"""With more lines it would be higher than a phone shows legibly."""


class SheetDay(msgspec.Struct, frozen=True):
    """A day with something in it: its label, and a line for each thing."""

    label: str
    lines: tuple[str, ...]


class MonthSheet(msgspec.Struct, frozen=True, tag="month"):
    """A calendar with seven columns, and below it the days that have something.

    `blanks`: how many places are empty before the first of `cells`; `busy`: which of these have something.
    """

    title: str
    weekdays: tuple[str, ...]
    blanks: int
    cells: tuple[str, ...]
    busy: tuple[int, ...]
    days: tuple[SheetDay, ...]

    def encode(self) -> str:
        """Return the sheet as JSON."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def decode(cls, text: str) -> MonthSheet:
        """Return the sheet that `encode` wrote. Raises msgspec.ValidationError on anything else."""
        return msgspec.json.decode(text.encode(), type=cls)

    def as_text(self) -> str:
        """Return the days and all that is in them as words."""
        days = "; ".join(f"{day.label}: {', '.join(day.lines)}" for day in self.days)
        return f"{self.title} – {days}"
