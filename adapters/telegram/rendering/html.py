"""Rich text as Telegram shows it: HTML with everything escaped, and words of which it makes nothing by itself.

https://core.telegram.org/bots/api#html-style: a message has at most 4096 characters after the entities are parsed, and
Telegram counts in UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from adapters.telegram.api.ids import is_person
from adapters.telegram.rendering.escape import inert, inert_rich
from bots.core import truncation
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text
from bots.core.surrogates import replace_surrogates
from bots.core.truncation import is_address

MESSAGE_LENGTH, CAPTION_LENGTH = 4096, 1024


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
            return f"<code>{_escaped(_clean(value))}</code>"
        case Link(url, children):
            inside = html(children, pings)
            return f'<a href="{escape(replace_surrogates(url))}">{inside}</a>' if is_address(url) else inside
        case Mention(user, name):
            return f'<a href="tg://user?id={user}">{_words(name)}</a>' if _pinged(user, pings) else _words(name)
        case Moment(_, text):
            return _words(text)
        case Quote(children):  # the lines it stands on are the text's: Telegram adds none
            return f"<blockquote>{html(children, pings)}</blockquote>"
        case Break():
            return "\n"


def _pinged(user: str, pings: Collection[str]) -> bool:
    """Whether a mention notifies: only people can be."""
    return user in pings and is_person(user)


def _words(text: str) -> str:
    return _escaped(inert(_clean(text)))


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _clean(text: str) -> str:
    return replace_surrogates(text).replace("\x00", "")


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def shortened(rich: Rich, length: int) -> Rich:
    """At most `length` units of words, cut on a grapheme with an ellipsis; the marks around them stay whole."""
    return truncation.shortened(inert_rich(rich), length, units)


def size(rich: Rich) -> int:
    """The units of what is shown."""
    return truncation.size(inert_rich(rich), units)


def short(text: str, length: int) -> str:
    """Words without marks (labels, questions), in at most `length` units, cut on a grapheme."""
    return truncation.short(_clean(text), length, units)
