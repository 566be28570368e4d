"""Rich text: a small tree. Each platform has one renderer that turns it into markdown or HTML.

Text nodes are data, and renderers escape them. Only a Mention can notify somebody, and only when the content's
`mentions` lists that person.
"""

from datetime import datetime

import msgspec


class Text(msgspec.Struct, frozen=True, tag="t"):
    """Plain words."""

    value: str


class Bold(msgspec.Struct, frozen=True, tag="b"):
    """Strong emphasis."""

    children: "tuple[Node, ...]"


class Italic(msgspec.Struct, frozen=True, tag="i"):
    """Light emphasis."""

    children: "tuple[Node, ...]"


class Code(msgspec.Struct, frozen=True, tag="c"):
    """Something to type, such as a command."""

    value: str


class Link(msgspec.Struct, frozen=True, tag="l"):
    """A labelled link. Renderers show only the label when `url` is not http(s)."""

    url: str
    children: "tuple[Node, ...]"


class Mention(msgspec.Struct, frozen=True, tag="m"):
    """A person, by platform user id and display name."""

    user: str
    name: str


class Moment(msgspec.Struct, frozen=True, tag="d"):
    """An instant. Platforms that convert times to each reader's zone use `at`; the others show `text`."""

    at: datetime
    text: str


class Quote(msgspec.Struct, frozen=True, tag="q"):
    """A quotation. It has a Break before and after it, which block renderers omit."""

    children: "tuple[Node, ...]"


class Break(msgspec.Struct, frozen=True, tag="n"):
    """A line break."""


Node = Text | Bold | Italic | Code | Link | Mention | Moment | Quote | Break
Rich = tuple[Node, ...]


def plain(rich: Rich) -> str:
    """Return the words without markup, for logs, previews, tests and plain bodies. Quoted lines begin with `> `."""
    return "".join(_plain(node) for node in rich)


def _plain(node: Node) -> str:
    match node:
        case Text(value) | Code(value):
            return value
        case Bold(children) | Italic(children) | Link(_, children):
            return plain(children)
        case Mention(_, name):
            return name
        case Moment(_, text):
            return text
        case Quote(children):
            return "\n".join(f"> {line}" for line in plain(children).split("\n"))
        case Break():
            return "\n"


def join(parts: tuple[Rich, ...] | list[Rich], between: Rich | None = None) -> Rich:
    """Concatenate the parts that are not empty, with `between` (default: a line break) in the gaps."""
    gap: Rich = (Break(),) if between is None else between
    joined: list[Node] = []
    for part in parts:
        if part:
            joined.extend((*gap, *part) if joined else part)
    return tuple(joined)


def lines(text: str) -> Rich:
    """Return a text of several lines as nodes."""
    return tuple(node for line in text.split("\n") for node in (Break(), Text(line)))[1:]
