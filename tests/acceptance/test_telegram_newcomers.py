"""Tests for newcomers on Telegram: joins, requests to join, and private conversations by deep link."""

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
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def wait_for_joins(here: BotOnTelegram, *newcomers: Person) -> None:
    """Wait until the bot has processed all updates, and check that it stored a journey for each newcomer."""
    await here.telegram.taken(here.bot)
    async with here.database.reading() as uow:
        noted = list(await uow.all(select(Journey.user)))
    assert sorted(noted) == sorted(str(person.user) for person in newcomers)


async def test_journey_by_deep_link_in_french(here: BotOnTelegram) -> None:
    """A newcomer whom the bot can't write to gets a link in the group and continues in private, in French."""
    carla, room = await here.community(locale="fr")
    for setting in ("rules Soyons gentils.", "question Qu’est-ce qui vous amène ?", "greeter_minutes 60"):
        carla.say(room, f"/config {setting}")
    await here.sees(room, "minutes-accueil")
    zoe, yan = here.telegram.person("Zoé", language="fr"), here.telegram.person("Yan", language="fr")
    zoe.join(room)
    yan.join(room)
    await wait_for_joins(here, zoe, yan)
    await here.forward(seconds=31)
    greeting = await here.sees(room, "Bienvenue")
    assert await here.count(room, "Bienvenue") == 1
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
    await here.sees(room, "Carla a accueilli Zoé", edits=1)
    assert await here.count(room, "Bienvenue") == 1


async def test_join_of_large_group(here: BotOnTelegram) -> None:
    """In a large group an administrator bot sees joins without a service message and asks the newcomer in private."""
    carla, zoe = here.telegram.person("Carla"), here.telegram.person("Zoe")
    zoe.start(here.bot)
    room = here.telegram.supergroup("Lyon", carla, here.bot, admins=(here.bot,), big=True)
    await here.set_up(carla, room)
    carla.say(room, "/config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe.join(room)
    await wait_for_joins(here, zoe)
    await here.forward(seconds=31)
    await here.sees(room, "Welcome Zoe")
    rules = await here.telegram.sees(here.telegram.private(zoe, here.bot), "Be kind")
    zoe.press(here.bot, rules.id, "accept")
    assert await here.sees(room, "Zoe is new here")


async def test_join_of_small_group_counts_once(here: BotOnTelegram) -> None:
    """In a small group the service message and the chat_member update of a join count once."""
    _, room = await here.community()
    zoe = here.telegram.person("Zoe")
    zoe.join(room)
    await wait_for_joins(here, zoe)
    await here.forward(seconds=31)
    await here.sees(room, "Welcome Zoe")
    zoe.leave(room)
    await here.sees(room, "Zoe has left", edits=1)
    assert await here.count(room, "Welcome Zoe") == 0


async def test_join_request_is_approved_after_private_rules(here: BotOnTelegram) -> None:
    """The bot approves a join request after the rules are accepted in private."""
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
    assert await here.sees(room, "Welcome Zoe")


async def test_missing_right_to_approve_is_named_in_room(here: BotOnTelegram) -> None:
    """The bot names its missing right to approve requests in the room if it can't write to a connector in private."""
    carla, room = await here.community()
    here.telegram.fault("approveChatJoinRequest", Fails(400, "Bad Request: not enough rights"))
    here.telegram.person("Zoe").ask_to_join(room)
    call = await here.sees(room, "Zoe asks to join")
    carla.press(room, call.id, "Let them in")
    assert "add users" in (await here.sees(room, "I’m missing the permission")).text


async def test_removed_member_who_asks_again_waits_for_a_person(here: BotOnTelegram) -> None:
    """Accepting the rules lets nobody back in whom an administrator removed."""
    carla, room = await here.community()
    carla.say(room, "/config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe = here.telegram.person("Zoe")
    zoe.join(room)
    await here.past_this_second()
    carla.kick(room, zoe)
    await here.telegram.taken(here.bot)
    zoe.ask_to_join(room)
    call = await here.sees(room, "Zoe asks to join")
    assert here.telegram.requests("approveChatJoinRequest") == []
    carla.press(room, call.id, "Let them in")
    await here.telegram.until(lambda: here.telegram.requests("approveChatJoinRequest"))
    await here.sees(room, "Zoe can come in", edits=1)


async def test_unreachable_join_request_is_passed_to_greeters(here: BotOnTelegram) -> None:
    """The greeters hear of a join request whose author the bot can't reach, and a second request starts over."""
    carla, room = await here.community()
    carla.say(room, "/config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe = here.telegram.person("Zoe")
    refusal = "Forbidden: bot can't initiate conversation with a user"
    here.telegram.fault("sendMessage", Fails(403, refusal), chat=zoe.user)
    zoe.ask_to_join(room)
    call = await here.sees(room, "Zoe asks to be let in")
    assert call.pings == (carla.user,)
    await here.past_this_second()
    zoe.ask_to_join(room)
    rules = await here.telegram.sees(here.telegram.private(zoe, here.bot), "Be kind")
    zoe.press(here.bot, rules.id, "accept")
    await here.telegram.until(lambda: here.telegram.requests("approveChatJoinRequest"))
    assert await here.count(room, "I ask you here") == 0
