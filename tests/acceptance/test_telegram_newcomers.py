"""Newcomers on Telegram: joins of small and large groups, requests to join, private talks by deep link."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from storage.tables import Journey
from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.standins.telegram.faults import Fails
from tests.standins.telegram.people import Person

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """A town with a running bot."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def heard_of(here: BotOnTelegram, *newcomers: Person) -> None:
    """Wait until the bot has noted that they came in."""
    await here.telegram.taken(here.bot)
    async with here.database.reading() as uow:
        noted = list(await uow.all(select(Journey.user)))
    assert sorted(noted) == sorted(str(person.user) for person in newcomers)


async def test_a_journey_in_french_by_deep_link(here: BotOnTelegram) -> None:
    """One greeting; who never wrote to the bot gets a link in the group, and goes on in private; a human is called."""
    carla, room = await here.community(locale="fr")
    for setting in ("rules Soyons gentils.", "question Qu’est-ce qui vous amène ?", "greeter_minutes 60"):
        carla.say(room, f"/config {setting}")
    await here.sees(room, "minutes-accueil")
    zoe, yan = here.telegram.person("Zoé", language="fr"), here.telegram.person("Yan", language="fr")
    zoe.join(room)
    yan.join(room)
    await heard_of(here, zoe, yan)
    await here.forward(seconds=31)
    greeting = await here.sees(room, "Bienvenue")
    assert set(greeting.pings) == {zoe.user, yan.user}
    asked = await here.sees(room, "(?s)Zoé.*Soyons gentils")
    link = next(button.url for row in asked.keyboard for button in row if button.url)
    zoe.follow(link)
    private = here.telegram.private(zoe, here.bot)
    rules = await here.telegram.sees(private, "Soyons gentils")
    zoe.press(here.bot, rules.id, "accepte")
    await here.telegram.sees(private, "Qu’est-ce qui vous amène")
    zoe.say(here.bot, "Le jardin & la <b>soupe</b>")
    await here.telegram.sees(private, "Merci")
    call = await here.sees(room, "Le jardin & la <b>soupe</b>")
    assert call.pings == (carla.user,)
    carla.say(room, "Bonjour Zoé !", reply_to=None)
    await here.sees(room, "(?s)Zoé.*Carla", edits=1)
    assert await here.count(room, "Bienvenue") == 1


async def test_joins_of_a_large_group_come_without_a_message(here: BotOnTelegram) -> None:
    """A large group tells joins to administrators alone; who talked to the bot before is asked in private at once."""
    carla, zoe = here.telegram.person("Carla"), here.telegram.person("Zoe")
    zoe.start(here.bot)
    room = here.telegram.supergroup("Lyon", carla, here.bot, admins=(here.bot,), big=True)
    await here.set_up(carla, room)
    carla.say(room, "/config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe.join(room)
    await heard_of(here, zoe)
    await here.forward(seconds=31)
    await here.sees(room, "Welcome Zoe")
    rules = await here.telegram.sees(here.telegram.private(zoe, here.bot), "Be kind")
    zoe.press(here.bot, rules.id, "accept")
    await here.sees(room, "Zoe is new here")


async def test_a_small_group_tells_a_join_twice_and_it_counts_once(here: BotOnTelegram) -> None:
    """The service message and the chat_member update are one coming."""
    _, room = await here.community()
    zoe = here.telegram.person("Zoe")
    zoe.join(room)
    await heard_of(here, zoe)
    await here.forward(seconds=31)
    await here.sees(room, "Welcome Zoe")
    zoe.leave(room)
    await here.sees(room, "Zoe has left", edits=1)
    assert await here.count(room, "Welcome Zoe") == 1


async def test_who_asks_to_join_answers_first_in_private(here: BotOnTelegram) -> None:
    """A join request opens five minutes of private talk: rules there, then the door."""
    carla, room = await here.community()
    carla.say(room, "/config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe = here.telegram.person("Zoe")
    zoe.ask_to_join(room)
    private = here.telegram.private(zoe, here.bot)
    rules = await here.telegram.sees(private, "Be kind")
    zoe.press(here.bot, rules.id, "accept")
    await here.telegram.until(lambda: here.telegram.requests("approveChatJoinRequest"))
    await here.telegram.taken(here.bot)
    await here.forward(seconds=31)
    await here.sees(room, "Welcome Zoe")


async def test_a_right_that_no_connector_can_be_told_of_in_private_is_named_in_the_room(here: BotOnTelegram) -> None:
    """Somebody may not be let in, the only connector never wrote to the bot, and there is no other room."""
    _, room = await here.community()
    here.telegram.fault("approveChatJoinRequest", Fails(400, "Bad Request: not enough rights"))
    here.telegram.person("Zoe").ask_to_join(room)
    assert "add users" in (await here.sees(room, "I was not allowed")).text


async def test_who_asks_to_join_and_can_not_be_written_to_is_left_to_humans(here: BotOnTelegram) -> None:
    """The five minutes are over, or they blocked the bot: its greeters hear of it, and nobody is asked in a room which
    they can't read. Who asks once more is asked in private as if it were the first time."""
    carla, room = await here.community()
    carla.say(room, "/config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe = here.telegram.person("Zoe")
    said = "Forbidden: bot can't initiate conversation with a user"
    here.telegram.fault("sendMessage", Fails(403, said), chat=zoe.user)
    zoe.ask_to_join(room)
    told = await here.sees(room, "Zoe asks to be let in")
    assert told.pings == (carla.user,)
    await here.past_this_second()
    zoe.ask_to_join(room)
    rules = await here.telegram.sees(here.telegram.private(zoe, here.bot), "Be kind")
    zoe.press(here.bot, rules.id, "accept")
    await here.telegram.until(lambda: here.telegram.requests("approveChatJoinRequest"))
    assert await here.count(room, "I ask you here") == 0
