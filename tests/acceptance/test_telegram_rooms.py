"""Tests for Telegram rooms: moved groups, removals, permissions, topics, anonymous admins and channels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def set_up_basic_group(here: BotOnTelegram) -> tuple[int, int]:
    """Set up a community with a poll in a basic group. Return the group and the poll's card."""
    carla = here.telegram.person("Carla")
    room = here.telegram.group("Lyon", carla, here.bot, admins=(here.bot,))
    await here.set_up(carla, room)
    carla.say(room, '/poll "Tea?" yes no')
    card = await here.sees(room, "nobody has voted yet")
    await here.idle()
    return room, card.id


async def test_introduction_is_in_language_of_inviter(here: BotOnTelegram) -> None:
    """The bot introduces itself and asks its questions in the language of the person who added it."""
    claire = here.telegram.person("Claire", language="fr")
    room = here.telegram.group("Lyon", claire, here.bot, admins=(here.bot,))
    await here.sees(room, "Je suis glocal")
    claire.say(room, "/setup")
    assert await here.sees(room, "Comment s’appelle votre communauté")


async def test_group_becomes_supergroup(here: BotOnTelegram) -> None:
    """A community continues in the supergroup that its group became, with its settings and polls."""
    room, _ = await set_up_basic_group(here)
    new = here.telegram.move(room)
    await here.sees(new, "This group has moved")
    owner = here.telegram.person("Dora")
    owner.join(new)
    owner.say(new, "/poll_list")
    await here.sees(new, "Tea")
    assert await here.count(new, "This group has moved") == 1


async def test_move_reported_by_error_only(here: BotOnTelegram) -> None:
    """The bot learns of a move from a refused request and sends its message to the new chat."""
    carla = here.telegram.person("Carla")
    room = here.telegram.group("Lyon", carla, here.bot, admins=(here.bot,))
    await here.set_up(carla, room)
    carla.say(room, "/event Potluck in 3 days 7pm")
    carla.press(room, (await here.sees(room, "Shall I announce")).id, "Announce")
    await here.sees(room, "Event 1")
    await here.idle()
    new = here.telegram.move(room, told=False)
    await here.to_the_next_timer()
    await here.sees(new, "is tomorrow")
    assert await here.sees(new, "This group has moved")


async def test_bot_is_removed_and_added_again(here: BotOnTelegram) -> None:
    """The network reads that the bot was removed, and the bot knows the community when it is added again."""
    carla, room, _, net = await here.linked_community()
    carla.remove_bot(room, here.bot)
    await here.sees(net, "I was removed from the group “Lyon”")
    await here.forward(days=1)
    carla.add_bot(room, here.bot)
    await here.sees(room, "I’m back in Lyon")
    assert await here.sees(net, "I’m back in the group “Lyon”")


async def test_demoted_bot_names_missing_rights(here: BotOnTelegram) -> None:
    """A demoted bot names its missing rights, and a check after its promotion finds none."""
    carla, room = await here.community()
    carla.demote_bot(room, here.bot)
    report = await here.sees(room, "I’m missing these permissions")
    assert "administrator" in report.text
    carla.promote(room, here.bot)
    await here.idle()
    carla.say(room, "/check")
    await here.sees(room, "I have all the permissions I need")


async def test_community_in_forum_topic(here: BotOnTelegram) -> None:
    """A community in a topic gets its answers and its newcomers' greetings in that topic."""
    carla, anna = here.telegram.person("Carla"), here.telegram.person("Anna")
    forum = here.telegram.forum("Lyon", carla, anna, here.bot, admins=(here.bot,))
    topic = carla.open_topic(forum, "Garden")
    await here.set_up(carla, forum, name="Garden", thread=topic)
    carla.say(forum, '/poll "Tea?" yes no', thread=topic)
    card = await here.sees(forum, "nobody has voted yet", thread=topic)
    anna.press(forum, card.id, "yes")
    await here.sees(forum, "one person has voted", thread=topic, edits=1)
    zoe = here.telegram.person("Zoe")
    zoe.join(forum)
    await here.telegram.taken(here.bot)
    await here.forward(seconds=31)
    await here.sees(forum, "Welcome Zoe", thread=topic)
    anna.say(forum, "/help", thread=topic)
    assert await here.sees(forum, "What everyone can do here", thread=topic)


async def test_connector_is_named_by_username(here: BotOnTelegram) -> None:
    """A `@username` names a connector whom the bot has met, and the new connector can open polls."""
    anna = here.telegram.person("Anna", username="anna_l")
    carla, room = await here.community(anna)
    anna.say(room, "hello everybody")
    await here.telegram.taken(here.bot)
    carla.say(room, "/connector_add @anna_l")
    await here.sees(room, "is now a connector")
    anna.say(room, '/poll "Tea?" yes no')
    assert await here.sees(room, "nobody has voted yet")


async def test_demoted_manager_loses_rights_in_captions_too(here: BotOnTelegram) -> None:
    """A demoted manager loses their rights for commands in captions too, although no update reports it."""
    carla, dan = here.telegram.person("Carla"), here.telegram.person("Dan")
    room = here.telegram.supergroup("Lyon", carla, dan, here.bot)
    carla.promote(room, dan)
    await here.set_up(carla, room)
    carla.demote(room, dan)
    await here.forward(minutes=2)
    dan.photo(room, caption="/config rules Mine now")
    assert await here.sees(room, "is for connectors")


async def test_anonymous_administrator_manages_room(here: BotOnTelegram) -> None:
    """An anonymous administrator can set the room up."""
    carla = here.telegram.person("Carla")
    room = here.telegram.supergroup("Lyon", carla, here.bot, admins=(here.bot,))
    await here.sees(room, "I’m glocal")
    carla.be_anonymous(room)
    carla.say(room, "/setup Lyon en Europe/Paris", anonymous=True)
    assert await here.sees(room, "Lyon is set up")


async def test_linked_channel_gives_no_commands(here: BotOnTelegram) -> None:
    """The bot ignores commands in posts of the linked channel."""
    carla, room = await here.community()
    channel = here.telegram.channel("News", carla, discussion=room)
    carla.publish(channel, "/poll_list")
    carla.say(room, "/poll_list")
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1


async def test_commands_of_other_bots_are_ignored(here: BotOnTelegram) -> None:
    """The bot ignores commands addressed to other bots and unknown commands."""
    carla, room = await here.community()
    carla.say(room, "/poll_list@other_bot")
    carla.say(room, "/weather tomorrow")
    carla.say(room, "/poll_list@GLOCAL_bot")
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1
    assert await here.count(room, "weather") == 0


async def test_check_explains_privacy_mode(tmp_path: Path) -> None:
    """A check names privacy mode and how to switch it off."""
    async with bot_on_telegram(tmp_path, privacy=True) as here:
        carla, room = await here.community(admin=False)
        carla.say(room, "/check")
        report = await here.sees(room, "I’m missing these permissions")
        assert "Group Privacy" in report.text
