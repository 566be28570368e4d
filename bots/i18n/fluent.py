"""Fluent files (projectfluent.org, syntax 1.0) as bundles of sentences."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Resource

from bots.i18n import platform_words


def load_bundle(folder: Traversable, vocabulary: str = "") -> FluentBundle:
    """Load the .ftl files of a language's folder, in the words of a platform.

    Raises ValueError where Fluent would skip what it cannot read (a line beginning with `*`, `[`, `.` or `}`).
    """
    bundle = FluentBundle([folder.name], use_isolating=False)
    platform = platform_words.load(folder, vocabulary)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            source = file.read_text(encoding="utf-8")
            bundle.add_resource(_parse(platform_words.adapt(source, platform.words) if platform else source, file))
    own_sentences = folder.joinpath("platforms", f"{vocabulary}.ftl")
    if platform and own_sentences.is_file():
        bundle.add_resource(_parse(own_sentences.read_text(encoding="utf-8"), own_sentences), allow_overrides=True)
    return bundle


def _parse(source: str, file: Traversable) -> Resource:
    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, Junk):
            raise ValueError(f"{file}: cannot be read: {entry.content!r}")
    return resource


def format_text(bundle: FluentBundle, text_id: str, args: Mapping[str, object]) -> str:
    """Return a sentence with its arguments. Raises KeyError for an unknown id, ValueError for a missing argument."""
    pattern = bundle.get_message(text_id).value if bundle.has_message(text_id) else None
    if pattern is None:
        raise KeyError(f"no text {text_id!r} in {bundle.locales[0]}")
    shown, errors = bundle.format_pattern(pattern, dict(args))
    if errors:
        raise ValueError(f"text {text_id!r} ({bundle.locales[0]}): {errors[0]}")
    return str(shown)
