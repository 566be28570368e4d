"""Tests for a community's settings and roles, and for what the bot knows of a member."""

from pathlib import Path

import pytest

from bots.i18n import languages, texts
from tests.stage import staged


async def test_config_checks_keys_and_values(tmp_path: Path) -> None:
    """The config command suggests a key for a mistyped one and names the limits of a wrong value."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!config")
        assert "threshold: 3" in stage.last().text
        await stage.say("@carla", "!config treshold 5")
        assert "Did you mean threshold" in stage.last().text
        await stage.say("@carla", "!config threshold lots")
        assert "from 1 to 50" in stage.last().text
        await stage.say("@carla", "!config threshold 5")
        assert "threshold is now: 5" in stage.last().text
        await stage.say("@carla", "!config reminders 1 day, 2h")
        assert "1 day before, 2 hours before" in stage.last().text
        await stage.say("@carla", "!config reminders whenever")
        assert "1 day, 2h, 30 min" in stage.last().text
        await stage.say("@carla", '!config welcome Tea is "on the left", <b>sit</b> @room')
        assert 'Tea is "on the left", <b>sit</b> @room' in stage.last().text
        await stage.say("@carla", "!config zone Atlantis")
        assert "I don’t know the time zone Atlantis" in stage.last().text
        await stage.say("@anna", "!config threshold 1")
        assert "is for connectors" in stage.last().text


async def test_french_settings(tmp_path: Path) -> None:
    """A French room can name settings and choices in French or English, with or without capitals and accents."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(locale="fr", network=network.id)
        await stage.say("@carla", "!config")
        assert "seuil : 3 personnes" in stage.last().text.replace("\u202f", " ")
        await stage.say("@carla", "!config Regles Soyez doux.")
        assert "règles : Soyez doux." in stage.last().text.replace("\u202f", " ")
        await stage.say("@carla", "!config ecoute oui")
        assert "écoute : oui" in stage.last().text.replace("\u202f", " ")
        await stage.say("@carla", "!config hold-back 5")
        assert "délai : 5" in stage.last().text.replace("\u202f", " ")
        await stage.say("@carla", "!config suil 5")
        assert "seuil" in stage.last().text
        await stage.say("@carla", "!relay peut-être")
        assert "oui, choisi, récapitulatif, non, état" in stage.last().text
        await stage.say("@carla", "!relais OUI")
        stage.sees("Le relais est activé")


async def test_last_connector_cannot_be_removed(tmp_path: Path) -> None:
    """Connectors can be added by id, mention or name, and the last one cannot be removed."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!me")
        await stage.say("@carla", "!connector remove @carla")
        assert "the last connector" in stage.last().text
        await stage.say("@carla", "!connector add nobody")
        assert "I haven’t met nobody" in stage.last().text
        await stage.say("@carla", "!connector add Anna")
        assert "anna is now a connector" in stage.last().text
        await stage.say("@anna", "!connector add Zed", mentions=("@zed",))
        assert "Zed is now a connector" in stage.last().text
        await stage.say("@anna", "!connector list")
        assert "anna, carla, Zed" in stage.last().text
        await stage.say("@anna", "!connector remove @carla")
        await stage.say("@carla", "!config threshold 1")
        assert "is for connectors" in stage.last().text


async def test_name_is_not_a_search_pattern(tmp_path: Path) -> None:
    """A name matches in any case, and `_` and `%` in it match only themselves."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for user, name in (("@mallory", "johnXdoe"), ("@per", "100% Per"), ("@back", "back\\slash")):
            stage.platform.names[user] = name
            await stage.say(user, "!me")
        for pattern in ("john_doe", "%", "back_slash"):
            await stage.say("@carla", f'!connector add "{pattern}"')
            assert "is now a connector" not in stage.last().text
            await stage.say("@carla", "cancel")
        await stage.say("@carla", "!connector add JOHNxdoe")
        assert "johnXdoe is now a connector" in stage.last().text
        await stage.say("@carla", '!connector add "100% per"')
        assert "100% Per is now a connector" in stage.last().text


async def test_member_is_found_by_new_name(tmp_path: Path) -> None:
    """The bot finds and lists a renamed member by the new name, and keeps it if the platform then names none."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.names["@anna"] = "Anna"
        await stage.say("@anna", "!me")
        stage.platform.names["@anna"] = "Annabel"
        await stage.say("@anna", "!me")
        await stage.say("@carla", "!connector add Annabel")
        assert "Annabel is now a connector" in stage.last().text
        stage.platform.names["@anna"] = "Bella"
        await stage.say("@anna", "!greeter add Bella")
        assert "I’ll ping Bella when someone new arrives" in stage.last().text
        del stage.platform.names["@anna"]
        await stage.say("@anna", "!greeter list")
        assert "Bella" in stage.last().text


async def test_guest_list_shows_new_name(tmp_path: Path) -> None:
    """The guest list shows a renamed member by the new name."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.names["@anna"] = "Anna"
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "yes")
        await stage.react("@anna", stage.sees("Picnic"), "✅")
        stage.platform.names["@anna"] = "Annabel"
        await stage.say("@anna", "!me")
        await stage.say("@carla", "!event show 1")
        assert "Annabel" in stage.last().text


async def test_me_shows_account_and_consent(tmp_path: Path) -> None:
    """The me command shows a member's account and consent and sets their language."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!me")
        assert "@anna" in stage.last().text
        assert "you’re asked each time" in stage.last().text
        await stage.say("@anna", "!me language fr")
        assert "je vous parle français" in stage.last().text


async def test_help_shows_permitted_commands(tmp_path: Path) -> None:
    """Help lists fewer commands for a member than for a connector and shows an example of a single one."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", "!help")
        member = stage.last().text
        await stage.say("@carla", "!help")
        assert "!config" not in member
        assert "!config" in stage.last().text
        await stage.say("@anna", "!help link")
        assert "!link abcd2345" in stage.last().text


@pytest.mark.parametrize("code", languages.codes())
async def test_member_chooses_any_language(tmp_path: Path, code: str) -> None:
    """The bot confirms a member's language in that language and offers every language by code and name."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", f"!me language {code}")
        assert texts.words(code, "me-language-set") in stage.last().text
        await stage.say("@anna", "!me language klingon")
        assert all(f"{each} ({name})" in stage.last().text for each, name in languages.labels())
