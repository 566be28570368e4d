"""Rich text as org.matrix.custom.html, and the plain body beside it.

https://spec.matrix.org/v1.11/client-server-api/#mroommessage-msgtypes
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from urllib.parse import quote

from bots.core.outbound import Content
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
    join,
)
from bots.core.truncation import is_web_address

_TAGS = {Bold: "strong", Italic: "em", Quote: "blockquote"}


def with_legend(content: Content) -> Rich:
    """Return the text and, below it, a line for each button: the emoji to react with, and what it does."""
    legend = join([(Text(f"{button.emoji} {button.label}"),) for button in content.buttons if content.legend])
    return join([content.text, legend], (Break(), Break()))


def html(rich: Rich, pings: Collection[str] = ()) -> str:
    """Render as HTML. Only users in `pings` become pills, which clients show as mentions."""
    return "".join(
        _html(node, pings)
        for position, node in enumerate(rich)
        if not (isinstance(node, Break) and _beside_quote(rich, position))  # A block quote has its own lines.
    )


def _beside_quote(rich: Rich, position: int) -> bool:
    return any(isinstance(node, Quote) for node in rich[max(0, position - 1) : position + 2])


def _html(node: Node, pings: Collection[str]) -> str:
    match node:
        case Text(text) | Moment(_, text):
            return _escape(text)
        case Bold(children) | Italic(children) | Quote(children):
            tag = _TAGS[type(node)]
            return f"<{tag}>{html(children, pings)}</{tag}>"
        case Spoiler(children):
            return f"<span data-mx-spoiler>{html(children, pings)}</span>"
        case Code(value):
            return f"<code>{escape(_clean(value))}</code>"
        case Link(url, children):
            inside = html(children, pings)
            return f'<a href="{escape(url)}">{inside}</a>' if is_web_address(url) else inside
        case Mention(user, name):
            return f'<a href="{permalink(user)}">{_escape(name)}</a>' if user in pings else _escape(name)
        case Break():
            return "<br>"


def plain(rich: Rich) -> str:
    """Render as the plain body. Links show their address."""
    parts: list[str] = []
    for node in rich:
        if isinstance(node, Quote) and parts and not parts[-1].endswith("\n"):
            parts.append("\n")
        parts.append(_plain(node))
    return "".join(parts)


def _plain(node: Node) -> str:
    match node:
        case Text(text) | Code(text) | Mention(_, text) | Moment(_, text):
            return _clean(text)
        case Bold(children) | Italic(children):
            return plain(children)
        case Link(url, children):
            label = plain(children)
            return f"{label} ({url})" if is_web_address(url) and url != label else label
        case Spoiler():
            return COVERED
        case Quote(children):
            return "\n".join(f"> {line}" for line in plain(children).split("\n"))
        case Break():
            return "\n"


def permalink(identifier: str, *, via: str | None = None, event: str | None = None) -> str:
    """Return the matrix.to address of a person, or of a message in a room.

    https://spec.matrix.org/v1.11/appendices/#matrixto-navigation
    """
    parts = "/".join(quote(part, safe="@:!$") for part in (identifier, event) if part)
    return f"https://matrix.to/#/{parts}" + (f"?via={quote(via, safe='')}" if via else "")


def _escape(text: str) -> str:
    return escape(_clean(text)).replace("\n", "<br>")


def _clean(text: str) -> str:
    """Remove NUL and replace lone surrogates, which JSON can't carry everywhere."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
