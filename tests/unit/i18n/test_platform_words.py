"""Texts speak of rooms and moderators in the words of the platform on which people read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Message

from bots.core.richtext import plain
from bots.i18n import languages, platform_words, texts

LOCALES = Path(__file__).parents[3] / "bots" / "locales"
PLATFORMS = [(code, file.stem) for code in languages.codes() for file in (LOCALES / code / "platforms").glob("*.toml")]
NO_SENTENCES = re.compile(r"^(?:name|argname|choice|setting|example)-.*|^#.*|^[\w-]+ =|`[^`]*`|\$\w+", re.MULTILINE)


def test_every_language_has_the_same_platforms() -> None:
    """Every language knows the same platforms."""
    by_language = {code: {name for other, name in PLATFORMS if other == code} for code in languages.codes()}
    assert all(names == by_language["en"] for names in by_language.values())
    assert "telegram" in by_language["en"]


@pytest.mark.parametrize(("code", "vocabulary"), PLATFORMS)
def test_sentences_of_a_platform_exist_elsewhere(code: str, vocabulary: str) -> None:
    """A platform's own sentence replaces one that every platform has."""
    file = LOCALES / code / "platforms" / f"{vocabulary}.ftl"
    body = FluentResource(file.read_text(encoding="utf-8")).body if file.exists() else []
    assert all(texts.has(entry.id.name, code) for entry in body if isinstance(entry, Message))


@pytest.mark.parametrize("code", languages.codes())
def test_no_room_on_telegram(code: str) -> None:
    """On Telegram no sentence speaks of a room: it is a group there."""
    words = platform_words.load(LOCALES / code, "telegram")
    assert words is not None and words.never
    left = []
    for file in sorted((LOCALES / code).glob("*.ftl")):
        source = file.read_text(encoding="utf-8")
        adapted = platform_words.adapt(source, words.words)
        assert [type(one) for one in FluentResource(adapted).body] == [type(one) for one in FluentResource(source).body]
        said = NO_SENTENCES.sub("", adapted)
        left += [line for line in said.splitlines() if re.search(rf"\b(?:{words.never})\b", line, re.IGNORECASE)]
    assert not left


@pytest.mark.parametrize(
    ("code", "text_id", "shown"),
    [
        ("en", "who-admin", "For admins of this group."),
        ("fr", "cmd-setup", "Faire de ce groupe celui d’une communauté"),
        ("de", "cmd-setup", "In dieser Gruppe eine Community einrichten"),
        ("es", "cmd-setup", "Convierte este grupo en el de una comunidad"),
    ],
)
def test_words_of_telegram(code: str, text_id: str, shown: str) -> None:
    """A sentence stays a good sentence in Telegram's words, articles included."""
    assert texts.words(code, text_id, vocabulary="telegram") == shown


def test_commands_and_arguments_keep_their_words() -> None:
    """What people type and what people wrote is never replaced."""
    shown = texts.rich("en", "room-join-done", {"community": "The room"}, vocabulary="telegram")
    assert plain(shown).startswith("This group now belongs to The room. !room role")
    assert texts.words("en", "name-room", vocabulary="telegram") == "room"


def test_example_names_a_person_as_telegram_does() -> None:
    """An example on Telegram has an @name, and elsewhere a full id."""
    assert texts.words("en", "example-connector-add", vocabulary="telegram") == "!connector add @anna"
    assert texts.words("en", "example-connector-add") == "!connector add @anna:example.org"
