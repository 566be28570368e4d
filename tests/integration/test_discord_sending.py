"""What the Discord adapter sends where Discord says no: missing rights, threads that sleep, answers that got lost."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.core.inbound import Attachment, CommandInvoked, MemberJoined, MemberLeft, RightsReported, RoomLost
from bots.core.outbound import (
    Answer,
    Button,
    CancelScheduledEvent,
    CheckRights,
    Content,
    Delete,
    Edit,
    Join,
    Post,
    PublishScheduledEvent,
)
from bots.core.richtext import Text
from bots.ports import Refused, Sent
from tests.integration.discord_bot import Town, opened
from tests.standins.discord import rights
from tests.standins.discord.records import Channel, Gathering

pytestmark = [pytest.mark.discord]
TOMORROW = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The bot, called in a channel."""
    async with opened(tmp_path) as made:
        yield made


def words(text: str) -> Content:
    """A plain message."""
    return Content((Text(text),))


def gather(channel: Channel, card: str, place: str = "The garden") -> PublishScheduledEvent:
    """A picnic."""
    end = TOMORROW + timedelta(hours=2)
    return PublishScheduledEvent(room=str(channel.id), card=card, title="Picnic", start=TOMORROW, end=end, place=place)


# Threads that sleep


async def test_a_thread_that_sleeps_is_not_gone(town: Town) -> None:
    """Its rights are found, its events are made: discord.py has forgotten it, Discord has not."""
    thread = await town.asleep("home")
    assert isinstance(await town.send("c", CheckRights(room=str(thread.id), subject="s")), Sent)
    assert (await town.inbox.gets(RightsReported, lambda value: value.subject == "s")).room == str(thread.id)
    made = await town.send("g", gather(thread, "event:1"))
    assert isinstance(made, Sent) and int(made.messages[0]) in town.guild.gatherings
    assert isinstance(await town.send("j", Join(room=str(thread.id))), Sent)
    gone = town.anna.open_thread(town.general, "old")
    town.world.world.delete_channel(gone)
    refused = await town.send("d", CheckRights(room=str(gone.id), subject="t"))
    assert isinstance(refused, Refused) and refused.reason == "gone"


async def test_who_comes_and_goes_is_told_where_it_sleeps(town: Town) -> None:
    """A community whose home sleeps still hears of its newcomers, and of those who leave."""
    thread = await town.asleep("home")
    zoe = town.world.person("Zoe")
    zoe.enter(town.guild)
    await town.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id))
    zoe.leave(town.guild)
    await town.inbox.gets(MemberLeft, lambda value: value.room == str(thread.id))


async def test_who_leaves_a_server_leaves_its_sleeping_threads(town: Town) -> None:
    """Each room is told to be lost."""
    thread = await town.asleep("home")
    town.world.world.expel_bot(town.guild)
    for room in (town.general, thread):
        lost = await town.inbox.gets(RoomLost, lambda value, room=room: value.room == str(room.id))  # type: ignore[misc]
        assert lost.reason == "removed"


async def card(town: Town) -> tuple[Channel, str]:
    """Something of ours that is shown in a thread."""
    thread = town.anna.open_thread(town.general, "home")
    await town.call(thread)
    shown = await town.send("p", Post(room=str(thread.id), content=words("2 come"), card="event:1"))
    assert isinstance(shown, Sent)
    return thread, shown.messages[0]


async def test_a_card_in_a_sleeping_thread_is_changed(town: Town) -> None:
    """The thread is woken for it."""
    thread, target = await card(town)
    thread.archived = True
    edited = await town.send("e", Edit(room=str(thread.id), card="event:1", content=words("3 come")), target=target)
    assert await town.told(thread, edited) == "3 come" and not thread.archived


async def test_a_card_in_a_sleeping_thread_is_withdrawn(town: Town) -> None:
    """The thread is woken for it."""
    thread, target = await card(town)
    thread.archived = True
    assert isinstance(await town.send("d", Delete(room=str(thread.id), card="event:1"), target=target), Sent)
    assert town.world.said(thread) == []


async def test_a_closed_thread_stays_closed(town: Town) -> None:
    """What sleeps under a lock can't be woken: refused, as a matter of rights."""
    thread, target = await card(town)
    thread.archived = thread.locked = True
    role = town.guild.roles[town.guild.members[town.world.world.bot.id].roles[0]]
    role.permissions &= ~rights.MANAGE_THREADS
    edit = Edit(room=str(thread.id), card="event:1", content=words("3 come"))
    refused = await town.send("e", edit, target=target)
    assert isinstance(refused, Refused) and refused.reason == "forbidden" and thread.archived


# Rights that are missing


async def test_without_the_right_to_attach_the_words_go_out(town: Town) -> None:
    """Only the files are left out."""
    await town.deny(rights.ATTACH_FILES)
    content = Content((Text("A highlight"),), attachments=(Attachment(name="a.png", mime="image/png", size=3),))
    sent = await town.send("p", Post(room=str(town.general.id), content=content), files=[b"abc"])
    assert await town.told(town.general, sent) == "A highlight"
    assert town.world.said(town.general)[-1].attachments == []


async def test_without_the_right_to_read_an_answer_is_no_reply(town: Town) -> None:
    """Discord takes no replies from who can't read what they reply to."""
    said = town.anna.say(town.general, "/poll list")
    answer = Answer(
        room=str(town.general.id), user=str(town.anna.user.id), content=words("None"), reply_to=str(said.id)
    )
    assert isinstance(await town.send("a", answer), Sent)
    assert town.world.said(town.general)[-1].reference is not None
    await town.deny(rights.READ_HISTORY)
    assert await town.told(town.general, await town.send("b", answer)) == "None"
    assert town.world.said(town.general)[-1].reference is None


async def test_discord_names_the_right_to_reply(town: Town) -> None:
    """A refusal that says itself what is missing is passed on so."""
    town.world.rest.faults.fail("POST", "/channels/*/messages", 403, code=160002)
    refused = await town.send("p", Post(room=str(town.general.id), content=words("x"), reply_to="1"))
    assert isinstance(refused, Refused) and refused.right == "Read Message History"


async def test_files_that_are_too_much_together_are_left_out(town: Town) -> None:
    """A request has a size: what does not fit is left out, the rest is sent."""
    files = [bytes(9_000_000), bytes(9_000_000), bytes(9_000_000), b"small"]
    attachments = tuple(
        Attachment(name=f"{number}.bin", mime="application/octet-stream", size=len(data))
        for number, data in enumerate(files)
    )
    content = Content((Text("Plans"),), attachments=attachments)
    sent = await town.send("p", Post(room=str(town.general.id), content=content), files=files)
    assert await town.told(town.general, sent) == "Plans"
    assert [one["filename"] for one in town.world.said(town.general)[-1].attachments] == ["0.bin", "1.bin", "3.bin"]


# Scheduled events


def waiting(town: Town) -> list[Gathering]:
    """The server's events that are to come."""
    return [one for one in town.guild.gatherings.values() if one.state == 1]


async def test_two_equal_events_are_two(town: Town) -> None:
    """Two communities of a server have a picnic at the same time: calling one off leaves the other."""
    other = town.anna.open_channel(town.guild, "other")
    one = await town.send("g1", gather(town.general, "event:1"))
    two = await town.send("g2", gather(other, "event:2"))
    assert isinstance(one, Sent) and isinstance(two, Sent) and one != two
    await town.send("o", CancelScheduledEvent(room=str(town.general.id), card="event:1"), target=one.messages[0])
    assert [str(left.id) for left in waiting(town)] == [two.messages[0]]


@pytest.mark.parametrize("restarts", [False, True])
async def test_an_event_whose_answer_was_lost_is_made_once(town: Town, restarts: bool) -> None:
    """It is found again by what it says and when it was made; after a restart too."""
    made = datetime.now(UTC)
    town.world.rest.faults.lose_reply("POST", "/guilds/*/scheduled-events", times=1)
    await town.send("g1", gather(town.general, "event:1"), made=made)
    if restarts:
        await town.restart()
    assert isinstance(await town.send("g1", gather(town.general, "event:1"), made=made), Sent)
    assert len(waiting(town)) == 1


async def test_an_older_event_is_another_s(town: Town) -> None:
    """What was made before an event was planned is not taken for it, after a restart either."""
    await town.send("g1", gather(town.general, "event:1"))
    await town.send("g2", gather(town.general, "event:2", place="The park"))
    await town.restart()
    other = town.anna.open_channel(town.guild, "other")
    await town.call(other)
    await town.send("g3", gather(other, "event:3"), made=datetime.now(UTC) + timedelta(minutes=1))
    assert sorted(one.place or "" for one in waiting(town)) == ["The garden", "The garden", "The park"]


# Interactions


async def test_nobody_is_left_waiting_after_a_restart(town: Town) -> None:
    """An empty answer to a command of the process before takes its "thinking…" away."""
    town.inbox.closed = True  # the house is slow: Discord is told that an answer follows
    asked = await town.anna.run(town.general, "help")
    given = await town.inbox.gets(CommandInvoked, lambda value: value.token is not None, among="offered")
    assert asked.original is not None
    await town.stop()
    town.inbox.closed = False
    await town.start()
    answer = Answer(room=str(town.general.id), user=str(town.anna.user.id), content=Content(()), token=given.token)
    assert isinstance(await town.send("a", answer), Sent)
    assert asked.original is None
    assert isinstance(await town.send("b", answer), Sent)


async def test_a_slow_disk_lets_no_interaction_fail(town: Town) -> None:
    """Discord is told in time that an answer follows, though what it was told cannot be kept so soon."""
    loop, gate = asyncio.get_running_loop(), threading.Event()
    loop.set_default_executor(ThreadPoolExecutor(1))  # where files are written
    loop.run_in_executor(None, gate.wait)
    town.inbox.closed = True
    asked = town.anna.begin_run(town.general, "help")
    asked.made += 60  # this Discord waits longer: the file will not be written before
    try:
        async with asyncio.timeout(30):
            await asked.acknowledged.wait()
    finally:
        gate.set()
    assert asked.original is not None


async def late(town: Town, content: Content) -> None:
    """Anna gives a command, and it is answered after a quarter of an hour."""
    asked = await town.anna.run(town.general, "help")
    given = await town.inbox.gets(CommandInvoked, lambda value: value.token is not None)
    asked.expired = True
    answer = Answer(room=str(town.general.id), user=str(town.anna.user.id), content=content, token=given.token)
    assert isinstance(await town.send("late", answer), Sent)


async def test_a_late_answer_is_still_for_one_alone(town: Town) -> None:
    """A ballot or a code is not read out in the room: it comes in the private talk."""
    await late(town, words("Counted: Green"))
    assert [message.content for message in town.world.said(town.world.world.direct(town.anna.user))] == [
        "Counted: Green"
    ]
    assert town.world.said(town.general) == []


@pytest.mark.parametrize(("locale", "word"), [("en-US", "too late"), ("fr", "trop tard")])
async def test_a_late_answer_that_reaches_nobody_is_said_without_its_words(town: Town, locale: str, word: str) -> None:
    """Who takes no private messages is told in the room that there was an answer, in their language."""
    town.anna.user.closed, town.anna.user.locale = True, locale
    await late(town, words("Counted: Green"))
    (said,) = town.world.said(town.general)
    assert word in said.content and "Green" not in said.content
    assert [user.id for user in said.mentions] == [town.anna.user.id]


async def test_a_late_answer_with_buttons_stays_where_they_work(town: Town) -> None:
    """In the room, naming the person."""
    await late(town, Content((Text("Sure?"),), buttons=(Button("event:1:yes", "Yes", "👍"),)))
    (said,) = town.world.said(town.general)
    assert "Sure?" in said.content and said.buttons
