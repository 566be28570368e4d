"""Every sentence a person reads, from the Fluent files in bots/locales.

Markup in the files: **bold**, _italic_, `code`, `> ` quotes. Arguments are data and never read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bots.core import sanitize
from bots.core.richtext import (
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
    lines,
    plain,
)
from bots.i18n import languages
from bots.i18n.fluent import Sentences, load_sentences

_PAIR = 2
_FIRST = 0xE000
"""Arguments are placeholders of one private character each while Fluent and the markup are read, from this one on."""
_MARKUP = re.compile(r"\*\*(.+?)\*\*|(?<!\w)_(.+?)_(?!\w)|`(.+?)`")
_PLACEHOLDER = re.compile(r"([\ue000-\uf8ff])")


class All(tuple[str, ...]):
    """An argument of several names, joined as a list in the sentence. Other tuples are lists to choose from."""

    __slots__ = ()

    def listed(self, code: str) -> str:
        """Return "A, B and C" as the language says it. https://cldr.unicode.org/translation/displaynames/list-patterns"""
        if len(self) < _PAIR:
            return "".join(self)
        from babel.lists import format_list  # as in `time_zones.format_instant`

        return str(format_list(list(self), locale=code))


@lru_cache
def _sentences(code: str, vocabulary: str = "") -> Sentences:
    return load_sentences(languages.LOCALES.joinpath(code), vocabulary)


def has(text_id: str, locale: str = languages.DEFAULT) -> bool:
    """Return whether the locale's language has this sentence."""
    return text_id in _sentences(languages.supported(locale))


def rich(locale: str | None, text_id: str, args: Mapping[str, object] | None = None, *, vocabulary: str = "") -> Rich:
    """Return the sentence in this locale, in the words of a platform (`Capabilities.vocabulary`).

    Raises KeyError for an unknown id, ValueError for a missing argument.
    """
    inserts: list[Node | Rich] = []
    code = languages.supported(locale)
    values = {name: _argument(value, code, inserts) for name, value in (args or {}).items()}
    sentences = _sentences(code if has(text_id, code) else languages.DEFAULT, vocabulary)
    return _parse_lines(sentences.format(text_id, values), inserts)


def words(locale: str | None, text_id: str, args: Mapping[str, object] | None = None, *, vocabulary: str = "") -> str:
    """Return the sentence without markup, for labels."""
    return plain(rich(locale, text_id, args, vocabulary=vocabulary))


def _argument(value: object, code: str, inserts: list[Node | Rich]) -> object:
    """Return the argument for Fluent: a number, which picks plurals, or a placeholder for anything else."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    inserts.append(_as_rich(value, code))
    return chr(_FIRST + len(inserts) - 1)


def _as_rich(value: object, code: str) -> Node | Rich:
    if isinstance(value, All):
        return Text(value.listed(code))
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return Text(", ".join(value))
    if isinstance(value, tuple):
        return value
    if isinstance(value, Text | Bold | Italic | Code | Link | Mention | Moment | Quote | Spoiler | Break):
        return value
    return lines(sanitize.strip_controls(str(value)))


def _parse_lines(shown: str, inserts: list[Node | Rich]) -> Rich:
    nodes: list[Node] = []
    for number, line in enumerate(shown.split("\n")):
        quote = line.startswith("> ")
        inside = _parse_markup(line.removeprefix("> "), inserts)
        if number:
            nodes.append(Break())
        nodes.extend((Quote(inside),) if quote else inside)
    return tuple(nodes)


def _parse_markup(line: str, inserts: list[Node | Rich]) -> Rich:
    nodes: list[Node] = []
    at = 0
    for match in _MARKUP.finditer(line):
        nodes.extend(_insert(line[at : match.start()], inserts))
        bold, italic, code = match.groups()
        if code is not None:
            nodes.append(Code(plain(_insert(code, inserts))))
        else:
            nodes.append(Bold(_insert(bold, inserts)) if bold is not None else Italic(_insert(italic, inserts)))
        at = match.end()
    nodes.extend(_insert(line[at:], inserts))
    return tuple(nodes)


def _insert(text: str, inserts: list[Node | Rich]) -> Rich:
    """Return a text with its placeholders replaced."""
    nodes: list[Node] = []
    for part in _PLACEHOLDER.split(text):
        index = ord(part) - _FIRST if len(part) == 1 else -1
        if 0 <= index < len(inserts):
            insert = inserts[index]
            nodes.extend(insert if isinstance(insert, tuple) else (insert,))
        elif part:
            nodes.append(Text(part))
    return tuple(nodes)
