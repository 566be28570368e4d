"""Fluent files (projectfluent.org, syntax 1.0) as bundles of sentences.

A sentence is parsed when it is first shown: all of them together take longer than the rest of the start. Plain words
skip the formatter: the names of commands are read in every language, and the plural and number rules of all languages
take 1.5 MB. The other sentences of a language are read when somebody is shown one: 1 MB, and most bots speak one
language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from bots.i18n import platform_words

_BEGINNING = re.compile(r"(-?[a-zA-Z][\w-]*) *=", re.ASCII)
"""An entry begins with its id, and terms with a hyphen; all of its other lines are indented."""
_JUST_WORDS = re.compile(r"[a-zA-Z][\w-]* *= *(?P<words>[^{}\s](?:[^{}\n\r]*[^{}\s])?) *\n*", re.ASCII)
"""An entry of one line without anything to fill in, which Fluent would show as it is."""
_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)", re.ASCII)


_NAME = "name-"
"""The ids of the names of commands begin like this."""


class Sentences:
    """The sentences of one language.

    `names`: the texts of the names of commands, by id, in UTF-8: half of what str takes. `read` returns those of all.
    """

    def __init__(self, language: str, names: Mapping[str, bytes], read: Callable[[], Mapping[str, bytes]]) -> None:
        self._language = language
        self._names = names
        self._read = read
        self._parsed: set[str] = set()

    @cached_property
    def _sources(self) -> Mapping[str, bytes]:
        return self._read()

    def _source(self, text_id: str) -> str | None:
        """Return the text of an entry; None if there is none."""
        found = self._names.get(text_id) if text_id.startswith(_NAME) else self._sources.get(text_id)
        return found.decode() if found is not None else None

    @cached_property
    def _bundle(self) -> FluentBundle:
        return FluentBundle([self._language], use_isolating=False)

    def __contains__(self, text_id: str) -> bool:
        """Return whether the language has this sentence."""
        return not text_id.startswith("-") and self._source(text_id) is not None

    def format(self, text_id: str, args: Mapping[str, object]) -> str:
        """Return a sentence. Raises KeyError for an unknown id, ValueError for a missing argument."""
        source = self._source(text_id)
        if source is None or text_id.startswith("-"):
            raise KeyError(f"no text {text_id!r} in {self._language}")
        if (plain := _JUST_WORDS.fullmatch(source)) is not None:
            return plain["words"]
        self._parse(text_id)
        pattern = self._bundle.get_message(text_id).value
        assert pattern is not None
        shown, errors = self._bundle.format_pattern(pattern, dict(args))
        if errors:
            raise ValueError(f"text {text_id!r} ({self._language}): {errors[0]}")
        return str(shown)

    def _parse(self, text_id: str) -> None:
        """Add an entry, and those that it refers to, to the bundle. Raises ValueError for what Fluent would skip."""
        if text_id in self._parsed or (source := self._source(text_id)) is None:
            return
        self._parsed.add(text_id)
        resource = FluentResource(source)
        if any(isinstance(entry, Junk) for entry in resource.body):
            raise ValueError(f"text {text_id!r} ({self._language}) cannot be read: {source!r}")
        self._bundle.add_resource(resource)
        for name in _REFERENCE.findall(source):
            self._parse(name)


def load_sentences(folder: Traversable, vocabulary: str = "") -> Sentences:
    """Load the .ftl files of a language's folder, in the words of a platform.

    Raises ValueError for a line that belongs to no entry (one beginning with `*`, `[`, `.` or `}`).
    """
    names = {text_id: entry for text_id, entry in _all_entries(folder, vocabulary) if text_id.startswith(_NAME)}
    return Sentences(folder.name, names, lambda: dict(_all_entries(folder, vocabulary)))


def _all_entries(folder: Traversable, vocabulary: str) -> Iterator[tuple[str, bytes]]:
    """Yield the id and the text of each entry. Those that differ on the platform come again at the end."""
    platform = platform_words.load(folder, vocabulary)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            source = file.read_text(encoding="utf-8")
            yield from entries(platform_words.adapt(source, platform.words) if platform else source, file).items()
    own_sentences = folder.joinpath("platforms", f"{vocabulary}.ftl")
    if platform and own_sentences.is_file():
        yield from entries(own_sentences.read_text(encoding="utf-8"), own_sentences).items()


def entries(source: str, file: Traversable) -> dict[str, bytes]:
    """Return the text of each entry of a file, by its id, as it stands there (`name = …`)."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in source.splitlines(keepends=True):
        beginning = _BEGINNING.match(line)
        if beginning:
            lines = found[beginning.group(1)] = [line]
        elif line.startswith("#"):
            lines = []
        elif line.strip() and (not line.startswith(" ") or not lines):
            raise ValueError(f"{file}: cannot be read: {line!r}")
        else:
            lines.append(line)
    return {text_id: "".join(entry).encode() for text_id, entry in found.items()}
