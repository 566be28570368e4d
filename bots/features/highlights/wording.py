"""The words of a highlight."""

from __future__ import annotations

import msgspec
from msgspec import structs

from bots.core.richtext import Bold, Code, Italic, Link, Node, Quote, Rich, Spoiler, Text, map_text, with_spoilers
from bots.core.sanitize import strip_controls
from storage.tables import Highlight


def words(highlight: Highlight) -> Rich:
    """Return what the author wrote, with its formatting."""
    if highlight.formatted:
        return _without_commands(map_text(msgspec.json.decode(highlight.formatted, type=Rich), strip_controls))
    return with_spoilers(strip_controls(highlight.text).strip())


def _without_commands(rich: Rich) -> Rich:
    """Return what somebody wrote without code that looks like a command: only our own texts offer commands to press."""
    return tuple(_without_command(node) for node in rich)


def _without_command(node: Node) -> Node:
    match node:
        case Code(value) if value.lstrip()[:1] in ("!", "/"):
            return Text(value)
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children) | Link(_, children):
            return structs.replace(node, children=_without_commands(children))
        case _:
            return node
