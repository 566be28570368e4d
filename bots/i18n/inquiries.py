"""Questions to the bot in everyday words, in every language: "when is it?", "qui vient ?", "wo treffen wir uns?"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from bots.i18n import answers, languages
from bots.i18n.attendance import CUT

MAX_LENGTH = 120
"""Characters of a message that may be such a question."""
MAX_WORDS = 12
"""A longer message that mentions the bot is about it."""
Topic = Literal["vote", "join", "who", "where", "when"]
_TOPICS: tuple[Topic, ...] = ("vote", "join", "who", "where", "when")
"""In the order in which they are looked for: "when does the poll close" is about votes."""


class Inquiries(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `inquiries.toml`: fragments of regular expressions in small letters, without accents."""

    when: tuple[str, ...]
    where: tuple[str, ...]
    who: tuple[str, ...]
    join: tuple[str, ...]
    vote: tuple[str, ...]
    weekend: tuple[str, ...]
    week: tuple[str, ...]


def read(text: str) -> Topic | None:
    """Return what a short message asks about events or polls, or None."""
    if len(text) > MAX_LENGTH or len(text.split()) > MAX_WORDS:
        return None
    return next((topic for topic in _TOPICS if cut(text, topic) is not None), None)


def cut(text: str, field: str) -> str | None:
    """Return a short message with a CUT for its words of this field of `Inquiries`; None if it has none."""
    if not 0 < len(text) <= MAX_LENGTH:
        return None
    rest, found = _pattern(field).subn(CUT, answers.plain(text), count=1)
    return rest if found else None


@lru_cache
def _pattern(field: str) -> re.Pattern[str]:
    """Return the union of the fragments of all languages; each stands for whole words."""
    loaded = (languages.load(code, "inquiries", Inquiries) for code in languages.codes())
    fragments = (fragment for one in loaded for fragment in getattr(one, field))
    return re.compile("|".join(rf"(?<!\w)(?:{fragment})(?!\w)" for fragment in fragments))
