"""How tags are written."""

from __future__ import annotations

import re
import unicodedata

from bots.commands.folding import fold
from bots.core.refusal import Refusal
from bots.core.sanitize import one_line

MAX_LENGTH = 30
MAX_TAGS = 20
"""How many tags one part of a network can have."""
_TAG = re.compile(r"#?([^\W_]+(?:[-_][^\W_]+)*)")


def parse(text: str) -> str:
    """Return the form in which tags are compared: small letters without accents.

    Raises Refusal("tag-unreadable" | "tag-too-long").
    """
    found = _TAG.fullmatch(fold(text[: 2 * MAX_LENGTH]))
    if found is None:
        raise Refusal("tag-unreadable", argument="tag", given=text)
    if len(found[1]) > MAX_LENGTH:
        raise Refusal("tag-too-long", argument="tag", limit=MAX_LENGTH)
    return found[1]


def label(text: str) -> str:
    """Return a tag as people read it: as somebody wrote it, with its accents and capitals."""
    return unicodedata.normalize("NFC", one_line(text)).strip().removeprefix("#").strip()
