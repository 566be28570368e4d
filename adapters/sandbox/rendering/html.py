"""Rich text as the page's HTML. Markup escapes all text; the stylesheet preserves line breaks."""

from __future__ import annotations

import re
from collections.abc import Collection

from markupsafe import Markup

from adapters.sandbox.platform.models import ADDRESS
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Spoiler, Text
from bots.core.truncation import is_web_address

_BAR = re.compile("([▓░]{5,100})")
_MARKS: dict[type[Node], Markup] = {
    Bold: Markup("<strong>{}</strong>"),
    Italic: Markup("<em>{}</em>"),
    Spoiler: Markup('<span class="spoiler" tabindex="0">{}</span>'),
}


def to_html(rich: Rich, pings: Collection[str] = ()) -> Markup:
    """Render a rich text. Only mentions of the persons in `pings` are marked."""
    parts = [
        _node_html(node, pings)
        for position, node in enumerate(rich)
        if not (isinstance(node, Break) and _beside_quote(rich, position))
    ]
    return Markup("").join(parts)


def _beside_quote(rich: Rich, position: int) -> bool:
    """Return whether a line break is next to a quote, which has lines of its own already."""
    beside = rich[max(0, position - 1) : position + 2]
    return any(isinstance(node, Quote) for node in beside)


def _node_html(node: Node, pings: Collection[str]) -> Markup:
    match node:
        case Mention(user, name) if user in pings:
            return Markup('<mark class="ping" data-user="{}">@{}</mark>').format(user, name)
        case Text(value) | Mention(_, value):
            return _with_bars(value)
        case Bold(children) | Italic(children) | Spoiler(children):
            return _MARKS[type(node)].format(to_html(children, pings))
        case Code(value):
            return Markup("<code>{}</code>").format(value)
        case Link(url, children):
            return _link(url, to_html(children, pings))
        case Moment(at, text):
            return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), text)
        case Quote(children):
            return Markup("<blockquote>{}</blockquote>").format(to_html(children, pings))
        case Break():
            return Markup("\n")


def _with_bars(text: str) -> Markup:
    """Return a text in which a row of blocks, such as a poll's tally, is drawn as a bar."""
    parts = _BAR.split(text)
    return Markup("").join(_bar(part) if number % 2 else Markup("{}").format(part) for number, part in enumerate(parts))


def _bar(blocks: str) -> Markup:
    shown = Markup('<meter min="0" max="{}" value="{}" aria-hidden="true">{}</meter>')
    return shown.format(len(blocks), blocks.count("▓"), blocks)


def _link(url: str, label: Markup) -> Markup:
    """Link a message of the sandbox within the page and a web address in a new tab; leave other addresses out."""
    if url.startswith(f"{ADDRESS}/"):
        return Markup('<a href="#m{}" data-jump>{}</a>').format(url.rpartition("/")[2], label)
    if not is_web_address(url):
        return label
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(url, label)
