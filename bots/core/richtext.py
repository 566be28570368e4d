"""Rich text: a small tree that one renderer a platform turns into Discord markdown, Telegram HTML or Matrix HTML.

Text nodes are data: renderers escape them. Only Mention names a person who may be notified, and only when the
content's `mentions` lists them.
"""

from datetime import datetime

import msgspec


class Text(msgspec.Struct, frozen=True, tag="t"):
    """Words as they are."""

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
    """A labelled address. Renderers show the bare label when `url` is not http(s)."""

    url: str
    children: "tuple[Node, ...]"


class Mention(msgspec.Struct, frozen=True, tag="m"):
    """A person, by platform user id and shown name."""

    user: str
    name: str


class Moment(msgspec.Struct, frozen=True, tag="d"):
    """An instant. Platforms that show each reader their own zone use `at`; the others show `text`."""

    at: datetime
    text: str


class Quote(msgspec.Struct, frozen=True, tag="q"):
    """What somebody else wrote, set apart. A Break stands before and after it, which block renderers leave out."""

    children: "tuple[Node, ...]"


class Break(msgspec.Struct, frozen=True, tag="n"):
    """A new line."""


Node = Text | Bold | Italic | Code | Link | Mention | Moment | Quote | Break
Rich = tuple[Node, ...]


def plain(rich: Rich) -> str:
    """The words alone, for logs, previews, tests and platforms' plain bodies. Quotes get a leading `> `."""
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
    """The parts one after the other, `between` (a new line) in the gaps; empty parts are left out."""
    gap: Rich = (Break(),) if between is None else between
    found: list[Node] = []
    for part in parts:
        if part:
            found.extend((*gap, *part) if found else part)
    return tuple(found)
