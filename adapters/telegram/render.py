"""Rich text as Telegram shows it: HTML with everything escaped.

https://core.telegram.org/bots/api#html-style: a message has at most 4096 characters after the entities are parsed, and
Telegram counts in UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from urllib.parse import urlsplit

from msgspec import structs

from adapters.telegram.people import sound
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text
from bots.core.safety import graphemes

MESSAGE_LENGTH, CAPTION_LENGTH = 4096, 1024
_ELLIPSIS = "…"


def html(rich: Rich, pings: Collection[str] = ()) -> str:
    """The text; only the persons in `pings` become links, which is what notifies them."""
    return "".join(_html(node, pings) for node in rich)


def _html(node: Node, pings: Collection[str]) -> str:
    match node:
        case Text(value):
            return _words(value)
        case Bold(children):
            return f"<b>{html(children, pings)}</b>"
        case Italic(children):
            return f"<i>{html(children, pings)}</i>"
        case Code(value):
            return f"<code>{_words(value)}</code>"
        case Link(url, children):
            inside = html(children, pings)
            return f'<a href="{escape(sound(url))}">{inside}</a>' if _safe(url) else inside
        case Mention(user, name):
            return f'<a href="tg://user?id={user}">{_words(name)}</a>' if _pinged(user, pings) else _words(name)
        case Moment(_, text):
            return _words(text)
        case Quote(children):  # the lines it stands on are the text's: Telegram adds none
            return f"<blockquote>{html(children, pings)}</blockquote>"
        case Break():
            return "\n"


def _pinged(user: str, pings: Collection[str]) -> bool:
    """Whether a mention notifies: only people can be; who speaks as a chat has its (negative) id."""
    return user in pings and user.isascii() and user.isdecimal()


def _words(text: str) -> str:
    return escape(sound(text).replace("\x00", ""), quote=False)


def _safe(url: str) -> bool:
    """http and https alone; no address that hides a line break or a blank."""
    if any(letter.isspace() or not letter.isprintable() for letter in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def size(rich: Rich) -> int:
    """The units of what is shown."""
    return sum(_size_of(node) for node in rich)


def _size_of(node: Node) -> int:
    match node:
        case Text(words) | Code(words) | Mention(_, words) | Moment(_, words):
            return units(words)
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            return size(children)
        case Break():
            return 1


def shortened(rich: Rich, length: int) -> Rich:
    """At most `length` units of words, cut on a grapheme with an ellipsis; the marks around them stay whole."""
    return rich if size(rich) <= length else _shorten(rich, length)[0]


def _shorten(rich: Rich, left: int) -> tuple[Rich, int]:
    """What fits before an ellipsis, and how much is left; -1 when the ellipsis stands."""
    kept: list[Node] = []
    for node in rich:
        if left < 0:
            break
        short, left = _shorten_node(node, left)
        kept.append(short)
    return tuple(kept), left


def _shorten_node(node: Node, left: int) -> tuple[Node, int]:
    match node:
        case Text(words) | Code(words):
            text, left = _cut(words, left)
            return structs.replace(node, value=text), left
        case Mention(_, words):
            text, left = _cut(words, left)
            return structs.replace(node, name=text), left
        case Moment(_, words):
            text, left = _cut(words, left)
            return structs.replace(node, text=text), left
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            inside, left = _shorten(children, left)
            return structs.replace(node, children=inside), left
        case Break():
            return (node, left - 1) if left > 1 else (Text(_ELLIPSIS), -1)


def _cut(text: str, left: int) -> tuple[str, int]:
    """`text` when a unit is left behind it, for the ellipsis; else the beginning of it, with the ellipsis."""
    return (text, left - units(text)) if units(text) < left else (_begin(text, left - 1) + _ELLIPSIS, -1)


def short(text: str, length: int) -> str:
    """Words without marks (labels, questions), in at most `length` units, cut on a grapheme."""
    clean = sound(text).replace("\x00", "")
    return clean if units(clean) <= length else _begin(clean, length - 1) + _ELLIPSIS


def _begin(text: str, length: int) -> str:
    """The graphemes that fit. One of thousands of marks must not cost thousands of looks: no more text is read."""
    kept, used = [], 0
    for grapheme in graphemes(text[: length + 1]):
        used += units(grapheme)
        if used > length:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip()
