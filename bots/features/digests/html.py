"""Rich text as HTML for files and feeds, which no platform's client changes afterwards."""

from __future__ import annotations

from html import escape

from bots.core.richtext import (
    COVERED,
    Bold,
    Break,
    Code,
    Italic,
    Link,
    Mention,
    Moment,
    Node,
    Quote,
    Rich,
    Spoiler,
    Text,
)
from bots.core.truncation import is_web_address


def render(rich: Rich) -> str:
    """Return rich text as HTML. People's words are escaped, and only http(s) addresses become links."""
    return "".join(_render(node) for node in rich)


def _render(node: Node) -> str:
    match node:
        case Bold(children):
            return f"<strong>{render(children)}</strong>"
        case Italic(children):
            return f"<em>{render(children)}</em>"
        case Quote(children):
            return f"<q>{render(children)}</q>"
        case Link(url, children):
            label = render(children)
            return f'<a href="{escape(url)}" rel="noreferrer">{label}</a>' if is_web_address(url) else label
        case _:
            return _leaf(node)


def _leaf(node: Text | Code | Spoiler | Mention | Moment | Break) -> str:
    match node:
        case Code(value):
            return f"<code>{escape(value)}</code>"
        case Moment(at, text):
            return f'<time datetime="{at.isoformat()}">{escape(text)}</time>'
        case Spoiler():
            return COVERED
        case Break():
            return "<br>"
        case Text(words) | Mention(_, words):
            return escape(words)
