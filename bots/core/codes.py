"""Codes that people type: letters and digits that nobody takes for another one."""

from __future__ import annotations

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH, _LONGEST = 8, 100


def new_code() -> str:
    """Return a code that nobody can guess: 40 random bits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def typed(text: str) -> str:
    """Return a code as `new_code` made it, however somebody typed it: with capitals, spaces or quotes."""
    return "".join(letter for letter in text[:_LONGEST].casefold() if letter.isalnum())[: 2 * _LENGTH]
