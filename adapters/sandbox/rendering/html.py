"""Rich text as the page shows it. All words are data: Markup escapes them; lines break as they were written."""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from adapters.sandbox.platform.models import ADDRESS
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text
from bots.core.truncation import is_address


def html(rich: Rich, pings: Collection[str] = ()) -> Markup:
    """Only the persons in `pings` are marked as mentioned."""
    parts = [
        _html(node, pings)
        for position, node in enumerate(rich)
        if not (isinstance(node, Break) and _beside_quote(rich, position))
    ]
    return Markup("").join(parts)


def _beside_quote(rich: Rich, position: int) -> bool:
    """A quote stands on lines of its own already."""
    beside = rich[max(0, position - 1) : position + 2]
    return any(isinstance(node, Quote) for node in beside)


def _html(node: Node, pings: Collection[str]) -> Markup:
    match node:
        case Text(value):
            return Markup("{}").format(value)
        case Bold(children):
            return Markup("<strong>{}</strong>").format(html(children, pings))
        case Italic(children):
            return Markup("<em>{}</em>").format(html(children, pings))
        case Code(value):
            return Markup("<code>{}</code>").format(value)
        case Link(url, children):
            return _link(url, html(children, pings))
        case Mention(user, name):
            return _mention(user, name, loud=user in pings)
        case Moment(at, text):
            return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), text)
        case Quote(children):
            return Markup("<blockquote>{}</blockquote>").format(html(children, pings))
        case Break():
            return Markup("\n")


def _mention(user: str, name: str, *, loud: bool) -> Markup:
    if not loud:
        return Markup("{}").format(name)
    return Markup('<mark class="ping" data-user="{}">@{}</mark>').format(user, name)


def _link(url: str, label: Markup) -> Markup:
    """A message of the sandbox is on this page; other addresses open beside it; what is no web address is no link."""
    if url.startswith(f"{ADDRESS}/"):
        return Markup('<a href="#m{}" data-jump>{}</a>').format(url.rpartition("/")[2], label)
    if not is_address(url):
        return label
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(url, label)
