"""Rich text cut to what a message holds: on a grapheme, with an ellipsis, the marks around it whole."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import structs

from adapters.discord.rendering.markdown import markdown
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text
from bots.core.sanitize import cut

MESSAGE_LENGTH = 2000
ELLIPSIS = "…"


def fitted(rich: Rich, pings: Collection[str] = (), length: int = MESSAGE_LENGTH) -> str:
    """As much of the text as `length` characters of markdown hold."""
    shown, words = markdown(rich, pings), length
    while len(shown) > length:
        shown = markdown(_shorten(rich, words)[0], pings)
        words = max(1, words - max(1, (len(shown) - length) // 2))
    return shown


def _shorten(rich: Rich, left: int) -> tuple[Rich, int]:
    """What fits before an ellipsis, and how much is left; -1 when the ellipsis stands."""
    kept: list[Node] = []
    for node in rich:
        if left < 0:
            break
        short, left = _shorten_node(node, left)
        kept.append(short)
    return tuple(kept), left


def _shorten_node(node: Node, left: int) -> tuple[Node, int]:
    match node:
        case Text(words) | Code(words):
            text, left = _cut(words, left)
            return structs.replace(node, value=text), left
        case Mention(_, words):
            text, left = _cut(words, left)
            return (node, left) if left >= 0 else (Text(text), left)
        case Moment():
            return (node, left - 20) if left > 20 else (Text(ELLIPSIS), -1)
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            inside, left = _shorten(children, left)
            return structs.replace(node, children=inside), left
        case Break():
            return (node, left - 1) if left > 1 else (Text(ELLIPSIS), -1)


def _cut(text: str, left: int) -> tuple[str, int]:
    """`text` when a character is left behind it, for the ellipsis; else the beginning of it, with the ellipsis."""
    return (text, left - len(text)) if len(text) < left else (cut(f"{text} ", left), -1)
