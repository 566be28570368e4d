"""Tests for set-up, newcomers and restarts on a real homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.contract.matrix_people import share_keys, withhold_keys
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot on a real homeserver."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_setup_step_by_step(here: BotOnMatrix) -> None:
    """The bot introduces itself, and the room's admin sets it up step by step."""
    carla, anna = await here.person("carla"), await here.person("anna")
    room = await here.room(carla, anna, name="Lyon")
    intro = await here.sees(room, "I’m glocal")
    assert "I keep votes, answers and dates, not your conversations" in intro.text
    await anna.say(room, "!setup")
    await here.sees(room, "power level 50")
    await carla.say(room, "!setup")
    await here.sees(room, "What is your community called")
    await carla.say(room, "Lyon Croix-Rousse")
    await here.sees(room, "Which language is spoken here")
    await carla.say(room, "français")
    await here.sees(room, "fuseau horaire")
    await carla.say(room, "Europe/Pariss")
    await here.sees(room, "Je ne connais pas le fuseau.*Europe/Paris")
    await carla.say(room, "Paris")
    await here.sees(room, "Lyon Croix-Rousse est prête")
    await anna.say(room, "!pol")
    await here.sees(room, "Je ne connais pas pol. Vouliez-vous dire !sondage")


async def test_journey_in_french(here: BotOnMatrix) -> None:
    """Two newcomers get one greeting, then rules and question in private, and the bot calls and reminds a greeter."""
    carla = await here.person("carla")
    room = await here.room(carla, name="Lyon")
    await carla.say(room, "!setup Lyon fr Europe/Paris")
    await here.sees(room, "Lyon est prête")
    for setting in ("rules Soyons gentils.", "question Qu’est-ce qui vous amène ?", "greeter_minutes 60"):
        await carla.say(room, f"!config {setting}")
    await here.sees(room, "minutes-accueil")
    zoe, yan = await here.person("zoe"), await here.person("yan")
    await zoe.enter(room)
    await yan.enter(room)
    await here.joined(room, zoe, yan)
    await here.forward(seconds=31)
    greeting = await here.sees(room, "Bienvenue")
    assert zoe.name in greeting.text and yan.name in greeting.text
    private = await here.private_room(zoe)
    rules = await here.sees(private, "Soyons gentils")
    await zoe.react(private, rules.id, "✅")
    await here.sees(private, "Qu’est-ce qui vous amène")
    await zoe.say(private, "Le jardin & la <b>soupe</b>")
    await here.sees(private, "Merci")
    call = await here.sees(room, "vient d’arriver et nous dit")
    assert "Le jardin & la <b>soupe</b>" in call.text and call.pings == (carla.user,)
    await here.forward(minutes=61)
    await here.sees(room, "personne n’a dit bonjour à " + zoe.name)
    await carla.say(room, f"Bonjour {zoe.name} !")
    await here.sees(room, f"{carla.name} a accueilli {zoe.name}")
    assert await here.count(room, "Bienvenue") == 1


async def test_newcomer_without_private_messages_is_asked_in_room(here: BotOnMatrix) -> None:
    """A newcomer who blocks invitations accepts the rules in the room."""
    carla, room = await here.community()
    await carla.say(room, "!config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe = await here.person("zoe")
    await zoe.store_account_data("m.invite_permission_config", {"default_action": "block"})
    await zoe.enter(room)
    await here.joined(room, zoe)
    await here.forward(seconds=31)
    rules = await here.sees(room, "I could not reach you in private")
    await zoe.react(room, rules.id, "✅")
    assert await here.sees(room, f"{zoe.name} is new here")


async def test_undecryptable_messages_are_reported_once(here: BotOnMatrix) -> None:
    """The bot says once that it can't decrypt messages and answers them when it gets the keys."""
    anna = await here.person("anna")
    _, room = await here.community(anna, encrypted=True)
    parcels = await withhold_keys(anna, room)
    for text in ("!events", "!polls"):
        await anna.say(room, text)
    await here.sees(room, "I can’t read some encrypted messages")
    await share_keys(anna, parcels)
    await here.sees(room, "Nothing is planned")
    assert await here.count(room, "I can’t read some") == 1


async def test_restart_answers_missed_messages_once(here: BotOnMatrix) -> None:
    """After a restart the bot answers each missed message once, and old buttons work."""
    anna = await here.person("anna")
    carla, room = await here.community(anna)
    await carla.say(room, '!poll "Tea?" yes no')
    line = await here.sees(room, "no poll above")
    await here.stop()
    await anna.react(room, line.id, "1️⃣")
    await carla.say(room, "!event Potluck in 3 days 7pm")
    await here.start()
    await here.sees(room, r"not in the poll above: \+1 yes", edits=1)
    preview = await here.sees(room, "Shall I announce this")
    await here.stop()
    await here.start()
    await carla.react(room, preview.id, "✅")
    await here.sees(room, "Event 1: Potluck")
    assert await here.count(room, "Shall I announce|Planned as event") == 1
