"""Rich text cut to what a message holds: on a grapheme, with an ellipsis, the marks around the words whole."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from msgspec import structs

from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text
from bots.core.sanitize import graphemes

ELLIPSIS = "…"
Units = Callable[[str], int]
"""How a platform counts: characters (`len`), or UTF-16 units."""


def size(rich: Rich, units: Units = len) -> int:
    """How long the words are, marks not counted."""
    return sum(_size(node, units) for node in rich)


def _size(node: Node, units: Units) -> int:
    match node:
        case Text(words) | Code(words) | Mention(_, words) | Moment(_, words):
            return units(words)
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            return size(children, units)
        case Break():
            return 1


def shortened(rich: Rich, length: int, units: Units = len) -> Rich:
    """At most `length` units of words."""
    return rich if size(rich, units) <= length else _take(rich, length, units)[0]


def short(text: str, length: int, units: Units = len) -> str:
    """Words without marks (labels, questions), in at most `length` units."""
    return text if units(text) <= length else _begin(text, length - units(ELLIPSIS), units) + ELLIPSIS


def _take(rich: Rich, left: int, units: Units) -> tuple[Rich, int]:
    """What fits before an ellipsis, and how much is left; -1 when the ellipsis stands."""
    kept: list[Node] = []
    for node in rich:
        if left < 0:
            break
        taken, left = _take_node(node, left, units)
        kept.append(taken)
    return tuple(kept), left


def _take_node(node: Node, left: int, units: Units) -> tuple[Node, int]:
    """A name or an instant that does not fit becomes words: half of it would be another."""
    match node:
        case Text(words) | Code(words):
            text, left = _cut(words, left, units)
            return structs.replace(node, value=text), left
        case Mention(_, words) | Moment(_, words):
            text, left = _cut(words, left, units)
            return (node if left >= 0 else Text(text)), left
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            inside, left = _take(children, left, units)
            return structs.replace(node, children=inside), left
        case Break():
            return (node, left - 1) if left > 1 else (Text(ELLIPSIS), -1)


def _cut(text: str, left: int, units: Units) -> tuple[str, int]:
    """`text` when a unit is left behind it, for the ellipsis; else the beginning of it, with the ellipsis."""
    used = units(text)
    return (text, left - used) if used < left else (_begin(text, left - 1, units) + ELLIPSIS, -1)


def _begin(text: str, length: int, units: Units) -> str:
    """The graphemes that fit. One of thousands of marks must not cost thousands of looks: no more text is read."""
    kept, used = [], 0
    for grapheme in graphemes(text[: max(0, length) + 1]):
        used += units(grapheme)
        if used > length:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip()


def is_address(url: str) -> bool:
    """Whether a link may lead there: http and https alone; no address that hides a line break or a blank."""
    if any(letter.isspace() or not letter.isprintable() for letter in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
