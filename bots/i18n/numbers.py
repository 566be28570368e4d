"""Numbers as a language writes them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1000)
def percent(number: int, locale: str) -> str:
    """Return a whole percentage, without a place where a line may break: `67%`, and in French `67 %`."""
    from babel.numbers import format_percent  # slow to load, as in bots/dates/time_zones.py

    return format_percent(number / 100, locale=locale).replace(" ", "\u00a0")


@lru_cache(maxsize=1000)
def decimal(number: float, locale: str) -> str:
    """Return a number with one digit after the point: `3.4`, and in French `3,4`."""
    from babel.numbers import format_decimal  # slow to load, as above

    return format_decimal(round(number, 1), format="0.0", locale=locale)
