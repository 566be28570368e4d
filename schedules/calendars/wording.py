"""The words of a calendar's entries: on one line or on several, without marks of HTML, cut as events are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from bots.core.sanitize import graphemes, one_line, strip_controls, visible_line

MAX_LINE, MAX_LINK, MAX_DESCRIPTION = 120, 500, 1000
_MAX_READ = 20_000
"""Characters of a description that are looked at."""
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,200}>", re.IGNORECASE)
_MARK = re.compile(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?'’)\]]", re.IGNORECASE)


@dataclass(frozen=True)
class Words:
    """What an entry says besides its title and its time."""

    place: str
    link: str
    description: str


def title(event: Any) -> str:
    """Return an entry's title; empty if a reader would see nothing."""
    return visible_line(_text(event, "SUMMARY"), MAX_LINE)


def words(event: Any) -> Words:
    """Return what an entry says. A place that is an address on the web is its link."""
    place = one_line(_text(event, "LOCATION")[: 4 * MAX_LINE])
    found = _URL.search(place)
    link = _address(_text(event, "URL"))
    if found and (not link or found[0] == place):
        link, place = link or _address(found[0]), place.replace(found[0], "").strip(" ,;-")
    return Words(visible_line(place, MAX_LINE), link, _lines(_text(event, "DESCRIPTION")))


def _text(event: Any, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value)[:_MAX_READ]


def _address(text: str) -> str:
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return ""
    is_one = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and len(text) <= MAX_LINK
    return text.strip() if is_one and _URL.fullmatch(text.strip()) else ""


def _lines(text: str) -> str:
    plain = unescape(_MARK.sub("", _BREAK.sub("\n", text))) if "<" in text or "&" in text else text
    kept = "\n".join(line for part in plain.splitlines() if (line := one_line(strip_controls(part))))
    letters = graphemes(kept[: 4 * MAX_DESCRIPTION])
    return kept if len(letters) <= MAX_DESCRIPTION else "".join(letters[: MAX_DESCRIPTION - 1]).rstrip() + "…"
