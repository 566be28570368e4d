"""Discord's locales and our languages."""

from __future__ import annotations

import pytest

from adapters.discord.api.locales import language_of, locales_of


@pytest.mark.parametrize(
    ("language", "locales"),
    [
        ("fr", ["fr"]), ("es", ["es-419", "es-ES"]), ("pt", ["pt-BR"]), ("pt_BR", ["pt-BR"]), ("sv", ["sv-SE"]),
        ("nb", ["no"]), ("en-GB", ["en-GB"]), ("eo", []),
    ],
)  # fmt: skip
def test_a_language_has_the_locales_of_discord(language: str, locales: list[str]) -> None:
    """A language has those locales that Discord knows, and no others."""
    assert locales_of(language) == locales


def test_each_locale_has_a_language() -> None:
    """A locale has the language of its first part, and Norwegian its name."""
    assert [language_of(locale) for locale in ("en-US", "es-419", "no", "fr")] == ["en", "es", "nb", "fr"]
