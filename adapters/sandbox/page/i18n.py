"""The sentences of the page around the rooms, in the visitor's language (Fluent files in `locales`)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from bots.i18n.fluent import Sentences, load_sentences
from bots.i18n.languages import DEFAULT, language

_LOCALES = files("adapters.sandbox.page").joinpath("locales")
LANGUAGES = tuple(sorted(folder.name for folder in _LOCALES.iterdir() if folder.joinpath("web.ftl").is_file()))


LANGUAGE_NAMES = {code: language(code).name for code in LANGUAGES}
"""Each language of the page by its own name."""


@lru_cache
def _sentences(language: str) -> Sentences:
    return load_sentences(_LOCALES.joinpath(language))


def say(language: str, text_id: str, /, **args: str | float) -> str:
    """Return the sentence. Raises KeyError for an unknown id, ValueError for a missing argument."""
    return _sentences(language).format(text_id, args)


def preferred(accept_language: str) -> str:
    """Return the first language of a browser's header that the page has; the default when it has none of them."""
    asked = (part.split(";")[0].strip().split("-")[0].lower() for part in accept_language.split(","))
    return next((language for language in asked if language in LANGUAGES), DEFAULT)
