"""What requests of the page carry: numbers, ids and typed text."""

from __future__ import annotations

from starlette.datastructures import FormData

_LONGEST_NUMBER = 15
"""Digits; SQLite's integers hold 18 (https://www.sqlite.org/datatype3.html)."""


def parse_number(typed: str) -> int | None:
    """Parse a number from an address or a form; None when it is not a number."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_NUMBER else None


def parse_id(typed: str) -> int:
    """Parse the id of a message or a file; -1, which is never an id, when it is not a number."""
    found = parse_number(typed)
    return -1 if found is None else found


def typed_text(form: FormData) -> str:
    """Return the typed text with normalized line breaks."""
    return str(form.get("text", "")).replace("\r\n", "\n").replace("\r", "\n")
