"""Truncation of rich text to a message's length: at a grapheme boundary, with an ellipsis, keeping the markup whole."""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import structs

from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Spoiler, Text
from bots.core.sanitize import ELLIPSIS, Units, prefix


def length(rich: Rich, units: Units = len) -> int:
    """Return the length of the words, without markup."""
    return sum(_length(node, units) for node in rich)


def _length(node: Node, units: Units) -> int:
    match node:
        case Text(words) | Code(words) | Mention(_, words) | Moment(_, words):
            return units(words)
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children) | Link(_, children):
            return length(children, units)
        case Break():
            return 1


def truncate_rich(rich: Rich, limit: int, units: Units = len) -> Rich:
    """Shorten a rich text to at most `limit` units of words."""
    return rich if length(rich, units) <= limit else _take(rich, limit, units)[0]


def _take(rich: Rich, left: int, units: Units) -> tuple[Rich, int]:
    """Return the nodes that fit, and the units that are left: -1 once the ellipsis has been written."""
    kept: list[Node] = []
    for node in rich:
        if left < 0:
            break
        taken, left = _take_node(node, left, units)
        kept.append(taken)
    return tuple(kept), left


def _take_node(node: Node, left: int, units: Units) -> tuple[Node, int]:
    """Shorten one node. A truncated name or instant becomes plain text, since a part would mean something else."""
    match node:
        case Text(words) | Code(words):
            text, left = _truncate(words, left, units)
            return structs.replace(node, value=text), left
        case Mention(_, words) | Moment(_, words):
            text, left = _truncate(words, left, units)
            return (node if left >= 0 else Text(text)), left
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children) | Link(_, children):
            inside, left = _take(children, left, units)
            return structs.replace(node, children=inside), left
        case Break():
            return (node, left - 1) if left > 1 else (Text(ELLIPSIS), -1)


def _truncate(text: str, left: int, units: Units) -> tuple[str, int]:
    """Return the text when it leaves one unit for the ellipsis; otherwise the beginning of it and the ellipsis."""
    used = units(text)
    return (text, left - used) if used < left else (prefix(text, left - 1, units) + ELLIPSIS, -1)


def is_web_address(url: str) -> bool:
    """Return whether a link may lead there: only http and https, without hidden line breaks or blanks."""
    if any(letter.isspace() or not letter.isprintable() for letter in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
