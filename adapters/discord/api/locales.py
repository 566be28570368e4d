"""Discord's locales and our languages.

https://discord.com/developers/docs/reference#locales
"""

from __future__ import annotations

import discord

_NAMES = {"no": "nb"}
"""Languages that Discord names in another way than Unicode."""


def language_of(locale: str) -> str:
    """Return the language of a locale: `es` for both `es-ES` and `es-419`."""
    language = locale.split("-")[0]
    return _NAMES.get(language, language)


def locales_of(language: str) -> list[str]:
    """Return Discord's locales of a language; none for a language that Discord does not have.

    A language with a region or a script, such as `pt-BR`, has only that one.
    """
    wanted = language.replace("_", "-")
    values = [locale.value for locale in discord.Locale]
    exact = [value for value in values if value.lower() == wanted.lower()]
    return exact or [value for value in values if language_of(value) == wanted]
