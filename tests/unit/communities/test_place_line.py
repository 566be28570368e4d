"""Tests for the reader of `setup` and `network create`."""

from __future__ import annotations

import pytest

from bots.core.refusal import Refusal
from bots.features.communities import commands


def read(line: str) -> dict[str, object]:
    """Return what a line of `setup` says."""
    assert commands.SETUP.reader is not None
    return dict(commands.SETUP.reader.read_line(line, "en").values)


@pytest.mark.parametrize(
    ("line", "name", "locale", "zone", "code"),
    [
        ("Les Halles", "Les Halles", None, None, None),
        ("Les Halles fr", "Les Halles", "fr", None, None),
        ("Les Halles fr Paris", "Les Halles", "fr", "Paris", None),
        ("Les Passeurs de Lyon fr Europe/Paris", "Les Passeurs de Lyon", "fr", "Europe/Paris", None),
        ("The Old Town Garden Club English New York", "The Old Town Garden Club", "English", "New York", None),
        ("El Huerto español Madrid abcd2345", "El Huerto", "español", "Madrid", "abcd2345"),
        ("Vivre en Ville", "Vivre en Ville", None, None, None),
        ("Amis de Paris fr Paris", "Amis de Paris", "fr", "Paris", None),
        ("Oslo en Europe/Oslo", "Oslo", "en", "Europe/Oslo", None),
        ("Oslo en Oslo abcd2345", "Oslo", "en", "Oslo", "abcd2345"),
        ('"Amis de Paris" fr Paris', "Amis de Paris", "fr", "Paris", None),
        ('"Amis de Paris"', "Amis de Paris", None, None, None),
        ("Lyon, fr, Paris", "Lyon", "fr", "Paris", None),
        ("Lyon klingon Europe/Paris", "Lyon", "klingon", "Europe/Paris", None),
        ("Les Halles fr Pariss", "Les Halles", "fr", "Pariss", None),
        ("Lyon fr Pariss", "Lyon", "fr", "Pariss", None),
        ("fr", None, "fr", None, None),
        ("", None, None, None, None),
        ("locale=fr Les Halles", "Les Halles", "fr", None, None),
        ('name="Les Halles" fr Paris', "Les Halles", "fr", "Paris", None),
        ("zone=Paris Les Halles fr", "Les Halles", "fr", "Paris", None),
    ],
)
def test_name_ends_before_the_language(
    line: str, name: str | None, locale: str | None, zone: str | None, code: str | None
) -> None:
    """A name of several words needs no quotes: it ends before a language with a zone or nothing behind it."""
    said = {"name": name, "locale": locale, "zone": zone, "network": code}
    assert read(line) == {key: value for key, value in said.items() if value is not None}


@pytest.mark.parametrize("line", ["Amis de Paris", "Les Amis de Paris", "Oslo en Oslo"])
def test_word_that_may_be_a_language_is_asked_about(line: str) -> None:
    """A line that is a name alone, or a name with a language and a city, is not guessed."""
    with pytest.raises(Refusal) as refused:
        read(line)
    assert refused.value.text_id == "place-name-doubt"
    assert refused.value.text_args["whole"] == line


def test_too_many_words_are_refused() -> None:
    """What is left behind the code is named."""
    with pytest.raises(Refusal) as refused:
        read('"Lyon" fr Paris abcd2345 more words')
    assert refused.value.text_id == "argument-extra"
    assert refused.value.text_args["given"] == "more words"
