"""Split a JSON array or object into its members without decoding them, however deeply they are nested.

Decoders recurse, so a document of a thousand levels raises RecursionError in all of them. Read tokens instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[][{},:]', re.DOTALL)


def array_items(raw: bytes) -> list[bytes] | None:
    """Return the items of an array, each still encoded; None when `raw` is not an array."""
    if raw.strip()[:1] != b"[":
        return None
    return [item for item in (raw[begin:end].strip() for begin, _, end in _members(raw)) if item]


def field(raw: bytes, name: str) -> bytes | None:
    """Return the field of an object, still encoded; None when `raw` is not an object with this field."""
    if raw.strip()[:1] != b"{":
        return None
    key = f'"{name}"'.encode()
    for begin, colon, end in _members(raw):
        if colon is not None and raw[begin:colon].strip() == key:
            return raw[colon + 1 : end].strip()
    return None


def _members(raw: bytes) -> Iterator[tuple[int, int | None, int]]:
    """Yield where each member of the outermost array or object begins, has its colon, and ends."""
    depth, begin, colon = 0, 0, None
    for token in _TOKEN.finditer(raw):
        sign = token.group()
        if sign in (b"[", b"{"):
            depth += 1
            begin = token.end() if depth == 1 else begin
        elif depth == 1 and sign in (b",", b"]", b"}"):
            yield begin, colon, token.start()
            begin, colon = token.end(), None
        elif depth == 1 and sign == b":" and colon is None:
            colon = token.start()
        if sign in (b"]", b"}"):
            depth -= 1
