"""Rich text from the HTML of people's messages.

Clients show `formatted_body` instead of `body`, which often holds the Markdown that somebody typed.
https://spec.matrix.org/v1.11/client-server-api/#mroommessage-msgtypes
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from bots.core.richtext import Bold, Break, Code, Italic, Link, Node, Rich, Spoiler, Text, plain
from bots.core.truncation import is_web_address

MOST_LEVELS = 8
"""Deeper elements are shown without their own format."""
_FORMAT = "org.matrix.custom.html"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)([^<>]*+)>")
"""The possessive repeats never backtrack, so an unclosed tag is read only once."""
_HREF = re.compile(r"""\bhref\s?=\s?(?:"([^"]*)"|'([^']*)')""")
_ALT = re.compile(r"""\b(?:alt|title)\s?=\s?(?:"([^"]*)"|'([^']*)')""")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "summary"})
_ITALIC = frozenset({"i", "em", "cite"})
_BLOCKS = frozenset({
    "p", "div", "blockquote", "pre", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "details",
    "summary", "hr",
})  # fmt: skip
_PARAGRAPHS = frozenset({"p", "pre", "ul", "ol", "table", "blockquote"})
_UNSEEN = frozenset({"mx-reply", "script", "style", "head", "title"})
"""Elements whose content nobody wrote here: the quotation of the message that this one replies to."""
_VOID = frozenset({"br", "hr", "img"})


def formatted_words(content: Mapping[str, object], words: str) -> Rich:
    """Return the formatted text of a content whose own words are `words`, or nothing if it has none to add.

    A quotation of others that a client put into the body only without marking it in the HTML is not taken over.
    """
    html, body = content.get("formatted_body"), content.get("body")
    if content.get("format") != _FORMAT or not isinstance(html, str):
        return ()
    if body != words and "<mx-reply>" not in html:
        return ()
    rich = parse(html)
    return rich if plain(rich).strip() not in ("", words.strip()) or any(map(_is_format, rich)) else ()


def _is_format(node: Node) -> bool:
    return not isinstance(node, Text | Break)


@dataclass
class _Element:
    """An open element and what it contains so far."""

    tag: str
    attributes: str = ""
    children: list[Node] = field(default_factory=list)
    number: int = 0


def parse(html: str) -> Rich:
    """Return HTML as rich text. Everything that people can't see is left out, and unknown elements leave their text."""
    reader = _Reader()
    end = 0
    for tag in _TAG.finditer(html):
        reader.text(html[end : tag.start()])
        reader.tag(tag[2].lower(), tag[3], closing=bool(tag[1]))
        end = tag.end()
    reader.text(html[end:])
    return reader.finish()


class _Reader:
    """Builds the tree. Only `MOST_LEVELS` elements are open at a time."""

    def __init__(self) -> None:
        self._open = [_Element("")]
        self._unseen = 0
        self._gap = 0  # line breaks due before the next words
        self._after_bullet = False

    def text(self, source: str) -> None:
        if self._unseen or not source:
            return
        words = unescape(source)
        if self._is_in("pre"):
            self._add_words(words.rstrip("\n"))
            return
        words = _BLANKS.sub(" ", words)
        self._add_words(words.lstrip(" ") if self._begins_line() else words)

    def tag(self, name: str, attributes: str, *, closing: bool) -> None:
        if name in _UNSEEN:
            self._unseen = max(0, self._unseen + (-1 if closing else 1))
        elif self._unseen:
            return
        elif name in _VOID:
            self._void(name, attributes)
        elif closing:
            self._close(name)
        else:
            self._start(name, attributes)

    def finish(self) -> Rich:
        while len(self._open) > 1:
            self._leave()
        return tuple(self._open[0].children)

    def _start(self, name: str, attributes: str) -> None:
        self._break_line(name)
        if len(self._open) > MOST_LEVELS or not _has_meaning(name, attributes):
            return
        self._open.append(_Element(name, attributes))
        if name == "li":
            self._add_words(self._bullet())
            self._after_bullet = True

    def _close(self, name: str) -> None:
        if name and self._is_in(name):
            while self._leave() != name:
                pass
        self._break_line(name)

    def _leave(self) -> str:
        """Close the innermost element and put it into its parent."""
        element = self._open.pop()
        self._open[-1].children.extend(_nodes(element))
        return element.tag

    def _void(self, name: str, attributes: str) -> None:
        if name == "img":
            self._add_words(_attribute(_ALT, attributes))
        elif name == "br":
            self._gap = min(self._gap + 1, 2)
        else:
            self._break_line(name)

    def _bullet(self) -> str:
        lists = [element for element in self._open if element.tag in ("ul", "ol")]
        if not lists or lists[-1].tag == "ul":
            return "• "
        lists[-1].number += 1
        return f"{lists[-1].number}. "

    def _break_line(self, name: str) -> None:
        if name in _BLOCKS and self._has_words() and not self._after_bullet:
            self._gap = max(self._gap, 2 if name in _PARAGRAPHS and not self._is_in("li") else 1)

    def _is_in(self, tag: str) -> bool:
        return any(element.tag == tag for element in self._open)

    def _has_words(self) -> bool:
        return any(element.children for element in self._open)

    def _begins_line(self) -> bool:
        return self._gap > 0 or not self._has_words()

    def _add_words(self, words: str) -> None:
        """Add words, after the line breaks that are due before them."""
        if not words.strip() and (self._begins_line() or self._after_bullet):
            return
        inside = self._open[-1].children
        if self._has_words():
            inside.extend([Break()] * self._gap)
        self._gap, self._after_bullet = 0, False
        lines = words.split("\n")
        for number, line in enumerate(lines):
            if number:
                inside.append(Break())
            if line:
                inside.append(Text(line))


def _has_meaning(name: str, attributes: str) -> bool:
    if name == "span":
        return "data-mx-spoiler" in attributes
    return name in _BOLD or name in _ITALIC or name in ("a", "code", "pre", "blockquote", "ul", "ol", "li")


def _nodes(element: _Element) -> list[Node]:
    """Return a closed element as nodes. Line breaks before its first words come before the element."""
    children = element.children
    first = next((at for at, node in enumerate(children) if not isinstance(node, Break)), len(children))
    before, inside = children[:first], tuple(children[first:])
    if not inside:
        return children
    if element.tag in _BOLD:
        return [*before, Bold(inside)]
    if element.tag in _ITALIC:
        return [*before, Italic(inside)]
    match element.tag:
        case "span":
            return [*before, Spoiler(inside)]
        case "code":
            return [*before, *(node if isinstance(node, Break) else Code(plain((node,))) for node in inside)]
        case "a":
            return [*before, *_link(_attribute(_HREF, element.attributes), inside)]
        case "blockquote":
            return [*before, *_quoted(inside)]
        case _:
            return children


def _link(url: str, inside: Rich) -> Rich:
    """Return a link with its address: what somebody wrote must not hide where it leads. Links to people are names."""
    label = plain(inside)
    if not is_web_address(url) or urlsplit(url).hostname == "matrix.to":
        return inside
    if label in (url, url.removeprefix("https://"), url.removeprefix("http://")):
        return (Link(url, inside),)
    return (*inside, Text(" ("), Link(url, (Text(url),)), Text(")"))


def _quoted(inside: Rich) -> Rich:
    """Return a quotation as lines with a mark, since highlights are quotations themselves and can't hold others."""
    lines: list[Node] = [Text("> ")]
    for node in inside:
        lines.append(node)
        if isinstance(node, Break):
            lines.append(Text("> "))
    return tuple(lines)


def _attribute(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return unescape(found[1] or found[2] or "") if found else ""
