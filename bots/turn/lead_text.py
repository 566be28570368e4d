"""The time of a reminder as people read it: "1 day before", "at the start"."""

from __future__ import annotations

from bots.dates.durations import Offset
from bots.i18n import texts


def describe_lead(offset: Offset, locale: str) -> str:
    """Return how long before a start an offset is, in words."""
    span = describe_span(offset, locale)
    return texts.words(locale, "lead-before", {"span": span}) if span else texts.words(locale, "lead-none")


def describe_span(offset: Offset, locale: str) -> str:
    """Return a length of time in words: "2 days 3 hours"; nothing for none."""
    hours, minutes = divmod(offset.minutes, 60)
    parts = {"lead-days": offset.days, "lead-hours": hours, "lead-minutes": minutes}
    return " ".join(texts.words(locale, text_id, {"count": count}) for text_id, count in parts.items() if count)
