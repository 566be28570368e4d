"""Integers in ids and in what people type: only the digits 0 to 9, and not too many of them."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[0-9]{1,15}")
"""Every database column and every float holds fifteen digits exactly."""


def parse_int(text: str) -> int | None:
    """Return the number, or None when the text is not a number."""
    return int(text) if _DIGITS.fullmatch(text.strip()) else None
