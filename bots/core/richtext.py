"""Rich text: a small tree. Each platform has one renderer that turns it into markdown or HTML.

Text nodes are data, and renderers escape them. Only a Mention can notify somebody, and only when the content's
`mentions` lists that person.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

import msgspec

COVERED = "█████"
"""Stands for the words of a spoiler, however many they are."""


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


class Moment(msgspec.Struct, frozen=True, tag="d", omit_defaults=True):
    """An instant. Platforms that convert times to each reader's zone use `at`; the others show `text`.

    `form`: `full` may also say how far away it is, `short` is the date and the hour, `time` the hour alone.
    """

    at: datetime
    text: str
    form: Literal["full", "short", "time"] = "full"


class Quote(msgspec.Struct, frozen=True, tag="q"):
    """A quotation. It has a Break before and after it, which block renderers omit."""

    children: "tuple[Node, ...]"


class Spoiler(msgspec.Struct, frozen=True, tag="s"):
    """Words that readers uncover one by one. Where a platform cannot cover words, blocks stand in their place."""

    children: "tuple[Node, ...]"


class Break(msgspec.Struct, frozen=True, tag="n"):
    """A line break."""


Node = Text | Bold | Italic | Code | Link | Mention | Moment | Quote | Spoiler | Break
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
        case Spoiler():
            return COVERED
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


def with_spoilers(text: str) -> Rich:
    """Return a text of several lines as nodes. Words between two `||` marks become spoilers."""
    parts = text.split("||")
    if len(parts) % 2 == 0:  # the last mark has no partner
        parts[-2:] = ["||".join(parts[-2:])]
    covered = [bool(part.strip()) and bool(number % 2) for number, part in enumerate(parts)]
    return tuple(
        node
        for part, is_spoiler in zip(parts, covered, strict=True)
        for node in ((Spoiler(lines(part)),) if is_spoiler else lines(part))
        if node != Text("")
    )


def lines(text: str) -> Rich:
    """Return a text of several lines as nodes."""
    return tuple(node for line in text.split("\n") for node in (Break(), Text(line)))[1:]


def map_text(rich: Rich, clean: Callable[[str], str]) -> Rich:
    """Return the rich text with each piece of words changed by `clean`. Addresses, names and instants stay."""
    return tuple(_map_node(node, clean) for node in rich)


def _map_node(node: Node, clean: Callable[[str], str]) -> Node:
    match node:
        case Text(value) | Code(value):
            return msgspec.structs.replace(node, value=clean(value))
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children) | Link(_, children):
            return msgspec.structs.replace(node, children=map_text(children, clean))
        case Mention() | Moment() | Break():
            return node
