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

_PERMALINK = "https://matrix.to/#/"
_TAGS = {Bold: "strong", Italic: "em"}


def with_legend(content: Content) -> Rich:
    """Return the text and, below it, a line for each button: the emoji to react with, and what it does."""
    legend = join([(Text(f"{button.emoji} {button.label}"),) for button in content.buttons if content.legend])
    return join([content.text, legend], (Break(), Break()))


def html(rich: Rich, pings: Collection[str] = ()) -> str:
    """Render as HTML. Only users in `pings` become pills, which clients show as mentions."""
    return "".join(_html(node, pings) for node in _without_breaks_beside_quotes(rich))


def _without_breaks_beside_quotes(rich: Rich) -> list[Node]:
    """Drop the line breaks before and after a quotation: clients show it as a block, apart from the text."""
    kept: list[Node] = []
    for node in rich:
        if isinstance(node, Quote):
            while kept and isinstance(kept[-1], Break):
                kept.pop()
        elif isinstance(node, Break) and kept and isinstance(kept[-1], Quote):
            continue
        kept.append(node)
    return kept


def _without_outer_breaks(rich: Rich) -> Rich:
    inner = [position for position, node in enumerate(rich) if not isinstance(node, Break)]
    return rich[inner[0] : inner[-1] + 1] if inner else ()


def _html(node: Node, pings: Collection[str]) -> str:
    match node:
        case Text(text) | Moment(_, text):
            return _escape(text)
        case Bold(children) | Italic(children):
            tag = _TAGS[type(node)]
            return f"<{tag}>{html(children, pings)}</{tag}>"
        case Quote(children):
            return f"<blockquote>{html(_without_outer_breaks(children), pings)}</blockquote>"
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
    """Render as the plain body. Links show their address. A quotation has lines of its own, and no empty ones."""
    parts: list[str] = []
    after_quote = False
    for node in _without_breaks_beside_quotes(rich):
        begins_line = after_quote or isinstance(node, Quote)
        if begins_line and parts and not parts[-1].endswith("\n"):
            parts.append("\n")
        parts.append(_plain(node))
        after_quote = isinstance(node, Quote)
    return "".join(parts)


def _plain(node: Node) -> str:
    match node:
        case Text(text) | Code(text) | Mention(_, text) | Moment(_, text):
            return _clean(text)
        case Bold(children) | Italic(children):
            return plain(children)
        case Link(url, children):
            label = plain(children)
            return f"{label} ({url})" if is_web_address(url) and _is_for_people(url, label) else label
        case Spoiler():
            return COVERED
        case Quote(children):
            return "\n".join(f"> {line}" for line in plain(_without_outer_breaks(children)).split("\n"))
        case Break():
            return "\n"


def _is_for_people(url: str, label: str) -> bool:
    """Return whether the address says more than its label. Clients turn matrix.to links into rooms and people."""
    return url != label and not url.startswith(_PERMALINK)


def permalink(identifier: str, *, via: str | None = None, event: str | None = None) -> str:
    """Return the matrix.to address of a person, or of a message in a room.

    https://spec.matrix.org/v1.11/appendices/#matrixto-navigation
    """
    parts = "/".join(quote(part, safe="@:!$") for part in (identifier, event) if part)
    return f"{_PERMALINK}{parts}" + (f"?via={quote(via, safe='')}" if via else "")


def _escape(text: str) -> str:
    return escape(_clean(text)).replace("\n", "<br>")


def _clean(text: str) -> str:
    """Remove NUL and replace lone surrogates, which JSON can't carry everywhere."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
