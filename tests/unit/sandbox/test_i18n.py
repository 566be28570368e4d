"""The page has all its texts in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.sandbox.page import tour
from adapters.sandbox.page.i18n import LANGUAGES, preferred, say
from bots.i18n.languages import codes

SANDBOX = Path(__file__).parents[3] / "adapters" / "sandbox"
_ID = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


def text_ids(language: str) -> set[str]:
    """Return the ids of a language's texts."""
    return set(_ID.findall((SANDBOX / "page" / "locales" / language / "web.ftl").read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts(language: str) -> None:
    """Every language of the page has the same texts."""
    assert text_ids(language) == text_ids("en")


def test_page_has_the_languages_of_the_bot() -> None:
    """The page has exactly the languages of the bot."""
    assert set(LANGUAGES) == set(codes())


def test_template_texts_exist() -> None:
    """Every text that a template uses exists."""
    for template in (SANDBOX / "page" / "templates").glob("*.html"):
        asked = re.findall(r'say\("([a-z0-9-]+[a-z0-9])"', template.read_text(encoding="utf-8"))
        assert set(asked) <= text_ids("en"), template.name


def test_action_errors_have_texts() -> None:
    """Every slug of an ActionError has a text."""
    sources = [file.read_text(encoding="utf-8") for file in (SANDBOX / "platform").glob("*.py")]
    raised = re.findall(r'ActionError\("([a-z-]+)"\)', "".join(sources))
    assert {f"problem-{slug}" for slug in raised} <= text_ids("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_tour_steps_have_texts(language: str) -> None:
    """Each step of the tour has a title and an explanation in every language."""
    names = dict.fromkeys(("newcomer", "connector", "author", "room", "place", "events"), "x")
    for step in tour.STEPS:
        assert say(language, f"tour-{step.id}") != say(language, f"tour-{step.id}-how", **names)


@pytest.mark.parametrize(
    ("asked", "language"),
    [("fr-FR,fr;q=0.9,en", "fr"), ("nl,en;q=0.5", "en"), ("", "en"), ("zz, FR", "fr"), ("de-AT", "de"), ("zz", "en")],
)
def test_browser_language_is_preferred(asked: str, language: str) -> None:
    """The page chooses the first of the browser's languages that it has."""
    assert preferred(asked) == language


def test_unknown_text_and_missing_argument_raise() -> None:
    """An unknown text raises KeyError, and a missing argument raises ValueError."""
    with pytest.raises(KeyError):
        say("en", "nonsense")
    with pytest.raises(ValueError, match="enter"):
        say("en", "enter")
