"""What Telegram does of itself, and what it does not say: names in words, topics that end, a bot that was put out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from storage.tables import Room
from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.standins.telegram.faults import Fails
from tests.standins.telegram.people import Person
from tests.waiting import until

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """A town with a running bot."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def state(here: BotOnTelegram, room: int | str) -> str:
    """What the bot knows of a room, once it has taken in what people did."""
    await here.telegram.taken(here.bot)
    await here.idle()
    async with here.database.reading() as uow:
        return {found.room: found.state for found in await uow.all(select(Room))}[str(room)]


async def garden(here: BotOnTelegram) -> tuple[Person, int, int]:
    """A connector, and a forum in one of whose topics a community lives."""
    carla = here.telegram.person("Carla")
    forum = here.telegram.forum("Lyon", carla, here.bot, admins=(here.bot,))
    topic = carla.open_topic(forum, "Garden")
    await here.set_up(carla, forum, name="Garden", thread=topic)
    return carla, forum, topic


async def announced(here: BotOnTelegram, carla: Person, room: int, thread: int | None = None) -> None:
    """An event of which the room will be reminded."""
    carla.say(room, "/event Potluck in 3 days 7pm", thread=thread)
    carla.press(room, (await here.sees(room, "Shall I announce", thread=thread)).id, "Announce")
    await here.sees(room, "Event 1", thread=thread)
    await here.idle()


async def test_a_topic_that_closes_rests_until_it_is_open_again(here: BotOnTelegram) -> None:
    """Closed, it is a room in which nobody can speak; General opening again does not open it, its own opening does."""
    carla, forum, topic = await garden(here)
    carla.close_topic(forum, topic)
    assert await state(here, f"{forum}/{topic}") == "closed"
    carla.hide_general(forum)
    carla.unhide_general(forum)
    assert await state(here, f"{forum}/{topic}") == "closed"
    carla.reopen_topic(forum, topic)
    assert await state(here, f"{forum}/{topic}") == "active"
    await announced(here, carla, forum, topic)
    await here.to_the_next_timer()
    await here.sees(forum, "is tomorrow", thread=topic)


@pytest.mark.parametrize(("shut", "opened"), [("close_general", "reopen_general"), ("hide_general", "unhide_general")])
async def test_general_is_closed_or_hidden_and_its_topics_go_on(here: BotOnTelegram, shut: str, opened: str) -> None:
    """General is the group's own room, whose messages are no topic's; a community in a topic is not concerned."""
    carla, forum, topic = await garden(here)
    await announced(here, carla, forum, topic)
    getattr(carla, shut)(forum)
    assert await state(here, forum) == "closed"
    assert await state(here, f"{forum}/{topic}") == "active"
    await here.to_the_next_timer()
    await here.sees(forum, "is tomorrow", thread=topic)
    getattr(carla, opened)(forum)
    assert await state(here, forum) == "active"


async def test_a_community_in_general_rests_while_it_is_hidden(here: BotOnTelegram) -> None:
    """Nothing is said where nobody could see it."""
    carla = here.telegram.person("Carla")
    forum = here.telegram.forum("Lyon", carla, here.bot, admins=(here.bot,))
    await here.set_up(carla, forum)
    carla.hide_general(forum)
    assert await state(here, forum) == "closed"
    carla.unhide_general(forum)
    assert await state(here, forum) == "active"
    carla.say(forum, "/poll_list")
    await here.sees(forum, "No poll is open")


async def test_topics_come_back_with_the_bot(here: BotOnTelegram) -> None:
    """Put out of the group, the bot is out of its topics; added again, newcomers are greeted in the topic as before."""
    carla, forum, topic = await garden(here)
    carla.remove_bot(forum, here.bot)
    assert await state(here, f"{forum}/{topic}") == "lost"
    await here.forward(days=1)
    carla.add_bot(forum, here.bot)
    carla.promote(forum, here.bot)
    assert await state(here, f"{forum}/{topic}") == "active"
    here.telegram.person("Zoe").join(forum)
    await here.telegram.taken(here.bot)
    await here.forward(seconds=31)
    await here.sees(forum, "Welcome Zoe", thread=topic)


async def test_a_topic_that_was_deleted_is_lost(here: BotOnTelegram) -> None:
    """Telegram tells no bot of it: what is next said there finds nothing."""
    carla, forum, topic = await garden(here)
    await announced(here, carla, forum, topic)
    carla.delete_topic(forum, topic)
    assert await state(here, f"{forum}/{topic}") == "active"
    await here.to_the_next_timer()

    async def is_lost() -> bool:
        return await state(here, f"{forum}/{topic}") == "lost"

    await until(is_lost)
    assert await state(here, forum) == "active"


@pytest.mark.parametrize(
    "said", ["bot was kicked from the supergroup chat", "bot is not a member of the supergroup chat"]
)
async def test_a_bot_that_finds_out_that_it_was_put_out_says_so_elsewhere(here: BotOnTelegram, said: str) -> None:
    """The update never came (it is kept for a day): a refusal tells, and the network hears of it."""
    carla, room, _, net = await here.linked_community()
    here.telegram.fault("sendMessage", Fails(403, f"Forbidden: {said}"), times=9, chat=room)
    carla.say(room, '/poll "Tea?" yes no')
    await here.sees(net, "I was removed from the room “Lyon”")
    assert await state(here, room) == "lost"


async def test_a_name_in_a_carried_message_notifies_nobody(here: BotOnTelegram) -> None:
    """What somebody wrote goes to another group: neither is its `@name` called, nor its `/command` there to tap."""
    anna, zed = here.telegram.person("Anna"), here.telegram.person("Zed", username="zed_x")
    carla, room, _, net = await here.linked_community(anna)
    zed.join(net)
    said = anna.say(room, "Look what @zed_x did, or /poll_list it: https://social.example/@zed_x")
    await here.telegram.taken(here.bot)
    carla.say(room, "/highlight", reply_to=said)
    await here.sees(room, "It goes there in 10 minutes")
    await here.forward(minutes=10)
    carried = await here.sees(net, "Look what")
    assert carried.pings == ()
    assert not {"mention", "bot_command"} & {kind for kind, _ in carried.entities}
    assert "https://social.example/@zed_x" in carried.text
