"""Rich text as Telegram's HTML, with everything escaped and mentions neutralized.

https://core.telegram.org/bots/api#html-style: a message has at most 4096 characters after the entities are parsed, and
Telegram counts in UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from adapters.telegram.api.ids import is_person_id
from adapters.telegram.rendering.escape import neutralize_mentions, neutralize_rich
from bots.core import sanitize, truncation
from bots.core.invalid_characters import replace_invalid
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Spoiler, Text
from bots.core.truncation import is_web_address

MESSAGE_LENGTH, CAPTION_LENGTH = 4096, 1024
_TAGS = {Bold: "b", Italic: "i", Quote: "blockquote", Spoiler: "tg-spoiler"}


def to_html(rich: Rich, pings: Collection[str] = ()) -> str:
    """Render a rich text. Only mentions of the persons in `pings` become links, which notify them."""
    return "".join(_node_html(node, pings) for node in rich)


def _node_html(node: Node, pings: Collection[str]) -> str:
    match node:
        case Text(text) | Moment(_, text):
            return _text_html(text)
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children):
            tag = _TAGS[type(node)]
            return f"<{tag}>{to_html(children, pings)}</{tag}>"
        case Code(value):
            return f"<code>{escape(_clean(value), quote=False)}</code>"
        case Link(url, children):
            inside = to_html(children, pings)
            return f'<a href="{escape(replace_invalid(url))}">{inside}</a>' if is_web_address(url) else inside
        case Mention(user, name):
            pinged = user in pings and is_person_id(user)
            return f'<a href="tg://user?id={user}">{_text_html(name)}</a>' if pinged else _text_html(name)
        case Break():
            return "\n"


def _text_html(text: str) -> str:
    return escape(neutralize_mentions(_clean(text)), quote=False)


def _clean(text: str) -> str:
    return replace_invalid(text.replace("\x00", ""))


def utf16_units(text: str) -> int:
    """Return the length as Telegram counts it."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def truncate_rich(rich: Rich, length: int) -> Rich:
    """Shorten a rich text to at most `length` units of text."""
    neutral = neutralize_rich(rich)
    shortened = truncation.truncate_rich(neutral, length, utf16_units)
    # Behind a sign that lost its joiner, the ellipsis asks for a new one.
    excess = rich_length(shortened) - length
    return shortened if excess <= 0 else truncation.truncate_rich(neutral, length - excess, utf16_units)


def rich_length(rich: Rich) -> int:
    """Return the units of text that Telegram will count."""
    return truncation.length(neutralize_rich(rich), utf16_units)


def truncate_text(text: str, length: int) -> str:
    """Shorten plain text (labels, questions) to at most `length` units."""
    return sanitize.truncate(_clean(text), length, utf16_units)
