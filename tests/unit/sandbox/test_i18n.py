"""The page speaks each of its languages in full, and its templates ask for no sentence that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.sandbox.page import tour
from adapters.sandbox.page.i18n import LANGUAGES, preferred, say
from bots.i18n.languages import codes

SANDBOX = Path(__file__).parents[3] / "adapters" / "sandbox"
_ID = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


def ids(language: str) -> set[str]:
    """The sentences of a language."""
    return set(_ID.findall((SANDBOX / "page" / "locales" / language / "web.ftl").read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    """No sentence is missing in one of them."""
    assert ids(language) == ids("en")


def test_the_page_speaks_every_language_of_the_bot() -> None:
    """And no other: its rooms are in them."""
    assert set(LANGUAGES) == set(codes())


def test_templates_ask_for_what_is_there() -> None:
    """Every sentence named in a template exists."""
    for template in (SANDBOX / "page" / "templates").glob("*.html"):
        asked = re.findall(r'say\("([a-z0-9-]+[a-z0-9])"', template.read_text(encoding="utf-8"))
        assert set(asked) <= ids("en"), template.name


def test_what_acts_refuse_has_a_sentence() -> None:
    """Each slug of an ActionError has a text."""
    sources = [file.read_text(encoding="utf-8") for file in (SANDBOX / "platform").glob("*.py")]
    raised = re.findall(r'ActionError\("([a-z-]+)"\)', "".join(sources))
    assert {f"problem-{slug}" for slug in raised} <= ids("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tour_is_told_in_words(language: str) -> None:
    """Each step has a title and says how."""
    for step in tour.STEPS:
        assert say(language, f"tour-{step.id}") != say(language, f"tour-{step.id}-how")


@pytest.mark.parametrize(
    ("asked", "language"),
    [("fr-FR,fr;q=0.9,en", "fr"), ("nl,en;q=0.5", "en"), ("", "en"), ("zz, FR", "fr"), ("de-AT", "de"), ("zz", "en")],
)
def test_the_browser_chooses_the_language(asked: str, language: str) -> None:
    """The first of its languages that the page speaks."""
    assert preferred(asked) == language


def test_an_unknown_sentence_is_an_error() -> None:
    """And so is a missing argument."""
    with pytest.raises(KeyError):
        say("en", "nonsense")
    with pytest.raises(ValueError, match="enter"):
        say("en", "enter")
