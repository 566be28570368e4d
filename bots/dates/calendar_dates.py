"""Dates of the calendar, which know nothing of words."""

from __future__ import annotations

from datetime import date, timedelta


def month_after(on: date) -> date:
    """Return the first day of the next month."""
    return (on.replace(day=1) + timedelta(days=32)).replace(day=1)


def nth_in_month(month: date, number: int, weekday: int | None) -> date | None:
    """Return the nth such day of the month that begins at `month`; -1 is the last one. None for no such day."""
    days = [month + timedelta(days=ahead) for ahead in range((month_after(month) - month).days)]
    days = [on for on in days if weekday in {None, on.weekday()}]
    place = number if number < 0 else number - 1
    return days[place] if place < len(days) else None


def exact_date(year: int, month: int, day: int) -> date | None:
    """Return a date; None when it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_date(day: int, month: int, today: date) -> date | None:
    """Return the first such date from today on; the 29th of February may be years away."""
    dates = (exact_date(today.year + ahead, month, day) for ahead in range(9))
    return next((on for on in dates if on and on >= today), None)
