"""Rich text as org.matrix.custom.html, and the plain body beside it.

https://spec.matrix.org/v1.11/client-server-api/#mroommessage-msgtypes
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from urllib.parse import quote

from bots.core.outbound import Button, Content
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text, join
from bots.core.truncation import is_web_address


def with_legend(content: Content) -> Rich:
    """Return the text and, below it, the legend of its buttons."""
    buttons = content.buttons if content.legend else ()
    return join([content.text, legend(buttons)], (Break(), Break()))


def legend(buttons: tuple[Button, ...]) -> Rich:
    """Return a line for each button: the emoji to react with, and what it does."""
    return join([(Text(f"{button.emoji} {button.label}"),) for button in buttons])


def html(rich: Rich, pings: Collection[str] = ()) -> str:
    """Render as HTML. Only users in `pings` become pills, which clients show as mentions."""
    parts: list[str] = []
    for position, node in enumerate(rich):
        if isinstance(node, Break) and _beside_quote(rich, position):
            continue  # a block quote has its own lines
        parts.append(_html(node, pings))
    return "".join(parts)


def _beside_quote(rich: Rich, position: int) -> bool:
    before = rich[position - 1] if position else None
    after = rich[position + 1] if position + 1 < len(rich) else None
    return isinstance(before, Quote) or isinstance(after, Quote)


def _html(node: Node, pings: Collection[str]) -> str:
    match node:
        case Text(value):
            return _escape(value)
        case Bold(children):
            return f"<strong>{html(children, pings)}</strong>"
        case Italic(children):
            return f"<em>{html(children, pings)}</em>"
        case Code(value):
            return f"<code>{escape(_clean(value))}</code>"
        case Link(url, children):
            inside = html(children, pings)
            return f'<a href="{escape(url)}">{inside}</a>' if is_web_address(url) else inside
        case Mention(user, name):
            return f'<a href="{permalink(user)}">{_escape(name)}</a>' if user in pings else _escape(name)
        case Moment(_, text):
            return _escape(text)
        case Quote(children):
            return f"<blockquote>{html(children, pings)}</blockquote>"
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
        case Text(value) | Code(value):
            return _clean(value)
        case Bold(children) | Italic(children):
            return plain(children)
        case Link(url, children):
            label = plain(children)
            return f"{label} ({url})" if is_web_address(url) and url != label else label
        case Mention(_, name):
            return _clean(name)
        case Moment(_, text):
            return _clean(text)
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
