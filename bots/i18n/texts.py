"""Every sentence a person reads comes from the Fluent files in bots/locales (projectfluent.org, syntax 1.0).

Markup in the files: **bold**, _italic_, `code`, `> ` quotes. What is filled in is data and never read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Resource

from bots.core import sanitize
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text, plain

LOCALES = ("en", "fr")
_FIRST = 0xE000
_MARKUP = re.compile(r"\*\*(.+?)\*\*|(?<!\w)_(.+?)_(?!\w)|`(.+?)`")
_HOLE = re.compile(r"([\ue000-\uf8ff])")

Filling = str | int | float | Rich | Node | None
_NAMES = {
    "en": "en", "english": "en", "anglais": "en", "fr": "fr", "french": "fr", "français": "fr", "francais": "fr",
}  # fmt: skip
Filled = Mapping[str, object]


def named(text: str) -> str | None:
    """The locale that somebody means by a code or a language's name; None when we have no texts in it."""
    return _NAMES.get(text.strip().lower().split("-")[0].split("_")[0])


def supported(locale: str | None) -> str:
    """The locale we have texts in that is nearest to this one; `en` when none is."""
    language = (locale or "").replace("_", "-").split("-")[0].lower()
    return language if language in LOCALES else "en"


@lru_cache(maxsize=len(LOCALES))
def _bundle(locale: str) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    for file in sorted(files("bots").joinpath("locales", locale).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(_parsed(f"{locale}/{file.name}", file.read_text(encoding="utf-8")))
    return bundle


def _parsed(name: str, source: str) -> Resource:
    """Raises ValueError where Fluent would skip what it cannot read (a line beginning with `*`, `[`, `.` or `}`)."""
    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, Junk):
            raise ValueError(f"bots/locales/{name}: cannot be read: {entry.content!r}")
    return resource


def has(text_id: str, locale: str = "en") -> bool:
    """Whether there is such a sentence."""
    return bool(_bundle(supported(locale)).has_message(text_id))


def rich(locale: str | None, text_id: str, args: Filled | None = None) -> Rich:
    """The sentence in this locale. Raises KeyError for an id that no file has, ValueError for a missing argument."""
    holes: list[Node | Rich] = []
    filling = {name: _hole(value, holes) for name, value in (args or {}).items()}
    bundle = _bundle(supported(locale) if has(text_id, supported(locale)) else "en")
    pattern = bundle.get_message(text_id).value if bundle.has_message(text_id) else None
    if pattern is None:
        raise KeyError(f"no text {text_id!r} in bots/locales")
    shown, errors = bundle.format_pattern(pattern, filling)
    if errors:
        raise ValueError(f"text {text_id!r} ({locale}): {errors[0]}")
    return _lines(str(shown), holes)


def words(locale: str | None, text_id: str, args: Filled | None = None) -> str:
    """The sentence without markup, for labels."""
    return plain(rich(locale, text_id, args))


def _hole(value: object, holes: list[Node | Rich]) -> object:
    """Numbers go to Fluent, which picks plurals by them; all else is set in afterwards."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    holes.append(_as_rich(value))
    return chr(_FIRST + len(holes) - 1)


def _as_rich(value: object) -> Node | Rich:
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return Text(", ".join(value))
    if isinstance(value, tuple):
        return value
    if isinstance(value, Text | Bold | Italic | Code | Link | Mention | Moment | Quote | Break):
        return value
    return _words(sanitize.clean(str(value)))


def _words(text: str) -> Rich:
    """Somebody's words, line by line."""
    lines = text.split("\n")
    return tuple(node for line in lines for node in (Break(), Text(line)))[1:]


def _lines(shown: str, holes: list[Node | Rich]) -> Rich:
    found: list[Node] = []
    for number, line in enumerate(shown.split("\n")):
        quote = line.startswith("> ")
        inside = _spans(line.removeprefix("> "), holes)
        if number:
            found.append(Break())
        found.extend((Quote(inside),) if quote else inside)
    return tuple(found)


def _spans(line: str, holes: list[Node | Rich]) -> Rich:
    found: list[Node] = []
    at = 0
    for match in _MARKUP.finditer(line):
        found.extend(_fill(line[at : match.start()], holes))
        bold, italic, code = match.groups()
        if code is not None:
            found.append(Code(plain(_fill(code, holes))))
        else:
            found.append(Bold(_fill(bold, holes)) if bold is not None else Italic(_fill(italic, holes)))
        at = match.end()
    found.extend(_fill(line[at:], holes))
    return tuple(found)


def _fill(text: str, holes: list[Node | Rich]) -> Rich:
    found: list[Node] = []
    for part in _HOLE.split(text):
        index = ord(part) - _FIRST if len(part) == 1 else -1
        if 0 <= index < len(holes):
            hole = holes[index]
            found.extend(hole if isinstance(hole, tuple) else (hole,))
        elif part:
            found.append(Text(part))
    return tuple(found)
