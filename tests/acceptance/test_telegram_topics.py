"""Tests for forums on Telegram: topics that close, vanish or come back."""

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
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def room_state(here: BotOnTelegram, room: int | str) -> str:
    """Return the stored state of a room once the bot has processed all updates."""
    await here.telegram.taken(here.bot)
    await here.idle()
    async with here.database.reading() as uow:
        return {row.room: row.state for row in await uow.all(select(Room))}[str(room)]


async def set_up_topic(here: BotOnTelegram) -> tuple[Person, int, int]:
    """Set up a community in one topic of a forum. Return its connector, the forum and the topic."""
    carla = here.telegram.person("Carla")
    forum = here.telegram.forum("Lyon", carla, here.bot, admins=(here.bot,))
    topic = carla.open_topic(forum, "Garden")
    await here.set_up(carla, forum, name="Garden", thread=topic)
    return carla, forum, topic


async def announce_event(here: BotOnTelegram, carla: Person, room: int, thread: int | None = None) -> None:
    """Announce an event for which the bot will send reminders."""
    carla.say(room, "/event Potluck in 3 days 7pm", thread=thread)
    carla.press(room, (await here.sees(room, "Shall I announce", thread=thread)).id, "Announce")
    await here.sees(room, "Event 1", thread=thread)
    await here.idle()


async def test_closed_topic_resumes_when_reopened(here: BotOnTelegram) -> None:
    """A closed topic is a closed room until it is reopened, whatever happens to General."""
    carla, forum, topic = await set_up_topic(here)
    carla.close_topic(forum, topic)
    assert await room_state(here, f"{forum}/{topic}") == "closed"
    carla.hide_general(forum)
    carla.unhide_general(forum)
    assert await room_state(here, f"{forum}/{topic}") == "closed"
    carla.reopen_topic(forum, topic)
    assert await room_state(here, f"{forum}/{topic}") == "active"
    await announce_event(here, carla, forum, topic)
    await here.to_the_next_timer()
    await here.sees(forum, "is tomorrow", thread=topic)


@pytest.mark.parametrize(("shut", "opened"), [("close_general", "reopen_general"), ("hide_general", "unhide_general")])
async def test_closed_general_does_not_affect_topics(here: BotOnTelegram, shut: str, opened: str) -> None:
    """Closing or hiding General does not affect a community in another topic."""
    carla, forum, topic = await set_up_topic(here)
    await announce_event(here, carla, forum, topic)
    getattr(carla, shut)(forum)
    assert await room_state(here, forum) == "closed"
    assert await room_state(here, f"{forum}/{topic}") == "active"
    await here.to_the_next_timer()
    await here.sees(forum, "is tomorrow", thread=topic)
    getattr(carla, opened)(forum)
    assert await room_state(here, forum) == "active"


async def test_hidden_general_is_a_closed_room(here: BotOnTelegram) -> None:
    """A community in General is a closed room while General is hidden."""
    carla = here.telegram.person("Carla")
    forum = here.telegram.forum("Lyon", carla, here.bot, admins=(here.bot,))
    await here.set_up(carla, forum)
    carla.hide_general(forum)
    assert await room_state(here, forum) == "closed"
    carla.unhide_general(forum)
    assert await room_state(here, forum) == "active"
    carla.say(forum, "/poll_list")
    await here.sees(forum, "No poll is open")


async def test_topics_are_restored_with_the_bot(here: BotOnTelegram) -> None:
    """A bot that is removed and added again greets newcomers in the same topic as before."""
    carla, forum, topic = await set_up_topic(here)
    carla.remove_bot(forum, here.bot)
    assert await room_state(here, f"{forum}/{topic}") == "lost"
    await here.forward(days=1)
    carla.add_bot(forum, here.bot)
    carla.promote(forum, here.bot)
    assert await room_state(here, f"{forum}/{topic}") == "active"
    here.telegram.person("Zoe").join(forum)
    await here.telegram.taken(here.bot)
    await here.forward(seconds=31)
    await here.sees(forum, "Welcome Zoe", thread=topic)


async def test_deleted_topic_is_lost_after_next_post(here: BotOnTelegram) -> None:
    """A deleted topic counts as lost once a post to it fails, because Telegram reports no deletion."""
    carla, forum, topic = await set_up_topic(here)
    await announce_event(here, carla, forum, topic)
    carla.delete_topic(forum, topic)
    assert await room_state(here, f"{forum}/{topic}") == "active"
    await here.to_the_next_timer()

    async def is_lost() -> bool:
        return await room_state(here, f"{forum}/{topic}") == "lost"

    await until(is_lost)
    assert await room_state(here, forum) == "active"


@pytest.mark.parametrize(
    "refusal", ["bot was kicked from the supergroup chat", "bot is not a member of the supergroup chat"]
)
async def test_removal_found_by_refused_post_is_reported(here: BotOnTelegram, refusal: str) -> None:
    """A refused post tells the bot that it was removed, and it reports that to the network."""
    carla, room, _, net = await here.linked_community()
    here.telegram.fault("sendMessage", Fails(403, f"Forbidden: {refusal}"), times=9, chat=room)
    carla.say(room, '/poll "Tea?" yes no')
    await here.sees(net, "I was removed from the group “Lyon”")
    assert await room_state(here, room) == "lost"
