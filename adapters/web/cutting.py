"""Rich text cut to a platform's length, on a grapheme; the marks around the words stay whole."""

from __future__ import annotations

from msgspec import structs

from bots.core.outbound import Content
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text, join, plain
from bots.core.safety import cut


def fitted(content: Content, length: int, *, buttons: bool) -> Content:
    """The content as the platform shows it: where it has no buttons, with a legend of what each reaction means."""
    text = content.text
    if not buttons and content.legend:
        legend = join([(Text(f"{button.emoji} {button.label}"),) for button in content.buttons])
        text = join([text, legend], (Break(), Break()))
    return structs.replace(content, text=shortened(text, length))


def shortened(rich: Rich, length: int) -> Rich:
    """At most `length` characters of words, with an ellipsis where some were left out."""
    return rich if len(plain(rich)) <= length else _take(rich, length)[0]


def _take(rich: Rich, left: int) -> tuple[Rich, int]:
    """What fits, and how much is left; -1 when the ellipsis stands."""
    kept: list[Node] = []
    for node in rich:
        if left < 0:
            break
        short, left = _take_node(node, left)
        kept.append(short)
    return tuple(kept), left


def _take_node(node: Node, left: int) -> tuple[Node, int]:
    match node:
        case Text(words) | Code(words):
            text, left = _words(words, left)
            return structs.replace(node, value=text), left
        case Mention(_, words):
            text, left = _words(words, left)
            return structs.replace(node, name=text), left
        case Moment(_, words):
            text, left = _words(words, left)
            return structs.replace(node, text=text), left
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            inside, left = _take(children, left)
            return structs.replace(node, children=inside), left
        case Break():
            return (node, left - 1) if left > 1 else (Text("…"), -1)


def _words(text: str, left: int) -> tuple[str, int]:
    """`text` when a character is left behind it, for the ellipsis; else its beginning, with the ellipsis."""
    return (text, left - len(text)) if len(text) < left else (cut(f"{text} ", left), -1)
