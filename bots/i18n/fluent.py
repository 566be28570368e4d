"""Fluent files (projectfluent.org, syntax 1.0) as bundles of sentences.

A sentence is parsed when it is first shown: all of them together take longer than the rest of the start. Plain words
skip the formatter: the names of commands are read in every language, and the plural and number rules of all languages
take 1.5 MB.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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


class Sentences:
    """The sentences of one language. `sources`: the text of each entry, by id, in UTF-8: half of what str takes."""

    def __init__(self, language: str, sources: Mapping[str, bytes]) -> None:
        self._language = language
        self._sources = sources
        self._parsed: set[str] = set()

    @cached_property
    def _bundle(self) -> FluentBundle:
        return FluentBundle([self._language], use_isolating=False)

    def __contains__(self, text_id: str) -> bool:
        """Return whether the language has this sentence."""
        return text_id in self._sources and not text_id.startswith("-")

    def format(self, text_id: str, args: Mapping[str, object]) -> str:
        """Return a sentence. Raises KeyError for an unknown id, ValueError for a missing argument."""
        if text_id not in self:
            raise KeyError(f"no text {text_id!r} in {self._language}")
        if (plain := _JUST_WORDS.fullmatch(self._sources[text_id].decode())) is not None:
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
        if text_id in self._parsed or text_id not in self._sources:
            return
        self._parsed.add(text_id)
        source = self._sources[text_id].decode()
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
    platform = platform_words.load(folder, vocabulary)
    sources: dict[str, bytes] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            source = file.read_text(encoding="utf-8")
            sources |= entries(platform_words.adapt(source, platform.words) if platform else source, file)
    own_sentences = folder.joinpath("platforms", f"{vocabulary}.ftl")
    if platform and own_sentences.is_file():
        sources |= entries(own_sentences.read_text(encoding="utf-8"), own_sentences)
    return Sentences(folder.name, sources)


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
