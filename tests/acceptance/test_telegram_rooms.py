"""What happens to Telegram rooms: they move, close, lose the bot; topics are rooms; admins and channels speak."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """A town with a running bot."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def basic(here: BotOnTelegram) -> tuple[int, int]:
    """A basic group that is a community's home, with a poll; the group and the poll's card."""
    carla = here.telegram.person("Carla")
    room = here.telegram.group("Lyon", carla, here.bot, admins=(here.bot,))
    await here.set_up(carla, room)
    carla.say(room, '/poll "Tea?" yes no')
    card = await here.sees(room, "nobody has voted yet")
    await here.idle()
    return room, card.id


async def test_the_bot_introduces_itself_in_the_language_of_who_added_it(here: BotOnTelegram) -> None:
    """And asks them in it what it has to know."""
    claire = here.telegram.person("Claire", language="fr")
    room = here.telegram.group("Lyon", claire, here.bot, admins=(here.bot,))
    await here.sees(room, "Je suis glocal")
    claire.say(room, "/setup")
    await here.sees(room, "Comment s’appelle votre communauté")


async def test_a_group_becomes_a_supergroup(here: BotOnTelegram) -> None:
    """Both chats say so, the community goes on in the new one, and its settings and polls came along."""
    room, _ = await basic(here)
    new = here.telegram.move(room)
    await here.sees(new, "This room moved")
    owner = here.telegram.person("Dora")
    owner.join(new)
    owner.say(new, "/poll_list")
    await here.sees(new, "Tea")
    assert await here.count(new, "This room moved") == 1


async def test_a_move_that_only_an_error_tells(here: BotOnTelegram) -> None:
    """The refused request names the new chat: what was to be said is said there."""
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
    await here.sees(new, "This room moved")


async def test_the_bot_is_removed_and_comes_back(here: BotOnTelegram) -> None:
    """Removed: the network hears it. Added again, it knows the community."""
    carla, room, _, net = await here.linked_community()
    carla.remove_bot(room, here.bot)
    await here.sees(net, "I was removed from the room “Lyon”")
    await here.forward(days=1)
    carla.add_bot(room, here.bot)
    await here.sees(room, "I am back in Lyon")


async def test_what_the_bot_may_not_do_is_said(here: BotOnTelegram) -> None:
    """A demoted bot says what no longer works; a check names each lacking right."""
    carla, room = await here.community()
    carla.demote_bot(room, here.bot)
    told = await here.sees(room, "I lack these rights")
    assert "administrator" in told.text
    carla.promote(room, here.bot)
    await here.idle()
    carla.say(room, "/check")
    await here.sees(room, "I have all the rights I need")


async def test_topics_of_a_forum_are_rooms(here: BotOnTelegram) -> None:
    """A community lives in a topic: what is said there is answered there; joins of the group are its newcomers'."""
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
    await here.sees(forum, "What you can ask me here", thread=topic)


async def test_a_connector_is_named_by_user_name(here: BotOnTelegram) -> None:
    """`@name` is somebody whom the bot has met; the new connector may open polls."""
    anna = here.telegram.person("Anna", username="anna_l")
    carla, room = await here.community(anna)
    anna.say(room, "hello everybody")
    await here.telegram.taken(here.bot)
    carla.say(room, "/connector_add @anna_l")
    await here.sees(room, "is a connector now")
    anna.say(room, '/poll "Tea?" yes no')
    await here.sees(room, "nobody has voted yet")


async def test_who_was_demoted_manages_no_more_below_a_picture_either(here: BotOnTelegram) -> None:
    """Where no update tells of it, Telegram is asked again before a command is obeyed, wherever it is written."""
    carla, dan = here.telegram.person("Carla"), here.telegram.person("Dan")
    room = here.telegram.supergroup("Lyon", carla, dan, here.bot)
    carla.promote(room, dan)
    await here.set_up(carla, room)
    carla.demote(room, dan)
    await here.forward(minutes=2)
    dan.photo(room, caption="/config rules Mine now")
    await here.sees(room, "Only a connector")


async def test_an_anonymous_administrator_manages_the_room(here: BotOnTelegram) -> None:
    """Who acts in the group's own name is an administrator of it."""
    carla = here.telegram.person("Carla")
    room = here.telegram.supergroup("Lyon", carla, here.bot, admins=(here.bot,))
    await here.sees(room, "I am glocal")
    carla.be_anonymous(room)
    carla.say(room, "/setup Lyon en Europe/Paris", anonymous=True)
    await here.sees(room, "Lyon is set up")


async def test_the_linked_channel_is_nobody(here: BotOnTelegram) -> None:
    """What the linked channel posts comes into its discussion group by itself: no command, no newcomer's greeting."""
    carla, room = await here.community()
    channel = here.telegram.channel("News", carla, discussion=room)
    carla.publish(channel, "/poll_list")
    carla.say(room, "/poll_list")
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1


async def test_other_bots_commands_are_left_alone(here: BotOnTelegram) -> None:
    """A command that is addressed to another bot, or like none of ours, gets no answer."""
    carla, room = await here.community()
    carla.say(room, "/poll_list@other_bot")
    carla.say(room, "/weather tomorrow")
    carla.say(room, "/poll_list@GLOCAL_bot")
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1
    assert await here.count(room, "weather") == 0


async def test_privacy_mode_is_named_with_the_way_out(tmp_path: Path) -> None:
    """A bot that does not see all messages says so when asked, and how that is changed."""
    async with bot_on_telegram(tmp_path, privacy=True) as here:
        carla, room = await here.community(admin=False)
        carla.say(room, "/check")
        told = await here.sees(room, "I lack these rights")
        assert "Group Privacy" in told.text
