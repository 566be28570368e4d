"""The sentences of the page around the rooms, in the visitor's language (Fluent files beside this one)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "fr")


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    source = files("adapters.sandbox.page").joinpath("locales", language, "web.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(source))
    return bundle


def say(language: str, text_id: str, /, **args: str | float) -> str:
    """The sentence. Raises KeyError for an id that the file lacks, ValueError for a missing argument."""
    bundle = _bundle(language)
    pattern = bundle.get_message(text_id).value if bundle.has_message(text_id) else None
    if pattern is None:
        raise KeyError(f"no text {text_id!r} in adapters/sandbox/page/locales/{language}")
    shown, errors = bundle.format_pattern(pattern, args)
    if errors:
        raise ValueError(f"text {text_id!r} ({language}): {errors[0]}")
    return str(shown)


def preferred(accept_language: str) -> str:
    """The language that a browser asks for, among those we have; English when it names neither."""
    for part in accept_language.split(","):
        language = part.split(";")[0].strip().split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"
