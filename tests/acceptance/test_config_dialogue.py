"""Tests for `config`: every setting is explained with its unit, and buttons change it where there are buttons."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bots.features.communities import settings
from bots.i18n import languages, texts
from storage.tables import Community
from tests.acceptance.event_steps import plain_text
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.mark.parametrize("locale", languages.codes())
def test_every_setting_is_explained(locale: str) -> None:
    """Every setting has an explanation in every language."""
    for key in (*settings.COMMUNITY_SETTINGS, *settings.NETWORK_SETTINGS):
        assert texts.has(f"about-{key}", locale), key


async def test_list_shows_topics_units_and_explanations(tmp_path: Path) -> None:
    """The list has topics, values with units, and what each setting is for; without buttons there are no reactions."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!config")
        shown = stage.last()
        text = plain_text(shown)
        assert "Newcomers\nwelcome: not set – what my welcome says" in text
        assert "greeting-seconds: 30 seconds – how long I wait" in text
        assert "threshold: 3 people" in text and "locale: English" in text
        assert not shown.reactions


@pytest.mark.parametrize(
    ("locale", "line", "shown"),
    [
        ("fr", "!réglages seuil 1", "seuil : 1 personne"),
        ("de", "!einstellungen schwelle 4", "schwelle ist jetzt: 4 Leute"),
        ("es", "!ajustes umbral 1", "umbral ahora es: 1 persona"),
        ("en", "!config digest every week", "digest is now: weekly"),
        ("fr", "!réglages récapitulatif chaque semaine", "hebdomadaire"),
        ("de", "!einstellungen rückblick jede Woche", "wöchentlich"),
        ("es", "!ajustes resumen cada mes", "mensual"),
        ("en", "!settings hold-back 1", "hold-back is now: 1 minute"),
    ],
)
async def test_value_is_confirmed_with_its_unit(tmp_path: Path, locale: str, line: str, shown: str) -> None:
    """The bot confirms a number with its unit, in the room's language."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", line)
        assert shown in plain_text(stage.last())


async def test_buttons_show_and_change_a_setting(tmp_path: Path) -> None:
    """A button of the list explains a setting; its buttons set a value, or ask for one."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!config")
        listed = stage.last()
        await stage.press("@carla", listed, "listening")
        await stage.press("@carla", stage.last(), "on")
        assert "listening is now: on" in plain_text(stage.last())
        await stage.press("@carla", listed, "welcome")
        await stage.press("@carla", stage.last(), "Change")
        assert "What should welcome be?" in plain_text(stage.last())
        await stage.say("@carla", "Tea is on the left")
        assert "welcome is now: Tea is on the left" in plain_text(stage.last())
        await stage.press("@anna", listed, "welcome")
        assert "is for connectors" in stage.last().text and "Ask carla" in stage.last().text


async def test_foot_names_a_setting_of_the_network(tmp_path: Path) -> None:
    """In a network's room the example is a setting that a network has, and works when typed."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.network()
        await stage.say("@nora", "!config", "#network")
        assert "!config digest-hour 20 changes it" in plain_text(stage.last("#network"))
        await stage.say("@nora", "!config digest-hour 20", "#network")
        assert "digest-hour is now: 20:00" in plain_text(stage.last("#network"))


async def test_choices_are_named_in_the_language_of_the_room(tmp_path: Path) -> None:
    """The choices that a refusal lists are words of the room's language."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!config style-sondage blah")
        assert "natif, carte, les deux" in plain_text(stage.last())
        await stage.say("@carla", "les deux")
        assert "les deux" in plain_text(stage.last())


OTHER_VALUES = {
    "name": "Elsewhere", "locale": "it", "zone": "Lisbon", "welcome": "Hello!", "rules": "Be kind",
    "question": "Who?",
    "greeting-seconds": "11", "greeter-minutes": "12", "quiet-hours": "21-9", "reminders": "2h", "holidays": "fr",
    "next-date": "13", "threshold": "5", "highlight-age": "2h", "highlight-emoji": "🎉", "hold-back": "14",
    "digest-hour": "15",
}  # fmt: skip
"""A value for each setting that has none to choose from, and another language."""


@pytest.mark.parametrize("locale", languages.codes())
async def test_answer_to_every_change_takes_it_back(tmp_path: Path, locale: str) -> None:
    """Whoever changes a setting by mistake reads the command that sets what was there before, in every language."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale, rules="No noise")
        for key, setting in settings.COMMUNITY_SETTINGS.items():
            if key == "history":
                continue  # it asks first
            label = texts.words(locale, f"setting-{key}")
            values = [one for one in setting.values if one not in (locale, "any")] if not setting.free else []
            for value in values or [OTHER_VALUES[key]]:
                before = await _shown(stage, label)
                await stage.say("@carla", f"!config {label} {value}")
                told = plain_text(stage.last())
                after = await _shown(stage, label)
                assert (after == before) == (_way_back(told) == ""), told
                if after == before:
                    continue
                await stage.say("@carla", _way_back(told))
                assert await _shown(stage, label) == before, told
                await stage.say("@carla", f"!config {label} {value}")


async def test_a_long_text_is_shown_before_it_is_gone(tmp_path: Path) -> None:
    """A text of several lines that somebody replaces by mistake stands in the answer, to be sent again."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="No noise\nNo dogs")
        await stage.say("@carla", "!config rules")
        await stage.say("@carla", "!config rules none")
        assert "Before, it was: No noise\nNo dogs" in plain_text(stage.last())


@pytest.mark.parametrize(
    ("locale", "key", "value"),
    [("en", "rules", "No politics"), ("fr", "règles", "Pas de pub"), ("de", "regeln", "Seid nett"),
     ("es", "normas", "Respeto")],
)  # fmt: skip
async def test_the_message_after_a_setting_is_its_value(tmp_path: Path, locale: str, key: str, value: str) -> None:
    """Who asks for a setting may type its new value as the next message; thanks and a cancel change nothing."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        for line in (f"!config {key}", "thanks!", value):
            await stage.say("@carla", line)
        assert value in plain_text(stage.last())
        for line in (f"!config {key}", "cancel", "hello all"):
            await stage.say("@carla", line)
        assert value in await _shown(stage, key)


async def test_a_message_that_is_no_value_is_an_ordinary_one(tmp_path: Path) -> None:
    """After a setting with a number was shown, other words are no answer and are left alone."""
    async with staged(tmp_path) as stage:
        await stage.community()
        shown = await _shown(stage, "threshold")
        await stage.say("@carla", "who brings the soup tomorrow?")
        assert plain_text(stage.last()) == shown


async def test_later_talk_is_no_value(tmp_path: Path) -> None:
    """ "Type the new value now" holds for some minutes: what somebody says an hour later becomes no welcome."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await _shown(stage, "welcome")
        await stage.forward(hours=1)
        await stage.say("@carla", "The weather is lovely today")
        assert "welcome is: not set" in await _shown(stage, "welcome")
        await stage.say("@carla", "Glad you are here!")
        assert "welcome is now: Glad you are here!" in plain_text(stage.last())


async def _shown(stage: Stage, label: str) -> str:
    """Return what the bot says about a setting."""
    await stage.say("@carla", f"!config {label}")
    return plain_text(stage.last())


def _way_back(told: str) -> str:
    """Return the command at the end of an answer, or nothing."""
    names = [f"!{texts.words(code, 'name-config')} " for code in languages.codes()]
    return told[max(told.rfind(name) for name in names) :] if any(name in told for name in names) else ""


@pytest.mark.parametrize(
    ("locale", "line", "back"),
    [
        ("en", "!config reminders 2 hours before", "!config reminders 1 day before, 1 hour before"),
        ("fr", "!réglages rappels la veille", "!réglages rappels 1 jour avant, 1 heure avant"),
        ("de", "!einstellungen erinnerungen 2 std", "!einstellungen erinnerungen 1 Tag vorher, 1 Stunde vorher"),
        ("es", "!ajustes recordatorios 2 horas antes", "!ajustes recordatorios 1 día antes, 1 hora antes"),
    ],
)  # fmt: skip
async def test_way_back_is_in_words(tmp_path: Path, locale: str, line: str, back: str) -> None:
    """What brings an earlier value back is written as people read it, and understood when they send it."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale, reminders="1d,1h")
        await stage.say("@carla", line)
        assert plain_text(stage.last()).endswith(back)
        await stage.say("@carla", back)
        async with stage.database.reading() as uow:
            assert await uow.all(select(Community.reminders)) == ["1d,1h"]
