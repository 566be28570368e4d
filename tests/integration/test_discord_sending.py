"""The bot sends with missing rights, in archived threads, and after lost responses."""

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
from tests.integration.discord_bot import BotSetup, opened
from tests.standins.discord import rights
from tests.standins.discord.records import Channel, Gathering
from tests.waiting import PATIENCE

pytestmark = [pytest.mark.discord]
TOMORROW = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a running bot with one room."""
    async with opened(tmp_path) as made:
        yield made


def plain_text(text: str) -> Content:
    """Return a plain text."""
    return Content((Text(text),))


def publish_event(channel: Channel, card: str, place: str = "The garden") -> PublishScheduledEvent:
    """Return a call that publishes an event."""
    end = TOMORROW + timedelta(hours=2)
    return PublishScheduledEvent(room=str(channel.id), card=card, title="Picnic", start=TOMORROW, end=end, place=place)


# Archived threads


async def test_the_bot_acts_in_an_archived_thread(bot: BotSetup) -> None:
    """The bot can act in an archived thread, though discord.py does not cache it."""
    thread = await bot.open_archived_thread("home")
    assert isinstance(await bot.send("c", CheckRights(room=str(thread.id), subject="s")), Sent)
    assert (await bot.inbox.gets(RightsReported, lambda value: value.subject == "s")).room == str(thread.id)
    made = await bot.send("g", publish_event(thread, "event:1"))
    assert isinstance(made, Sent) and int(made.messages[0]) in bot.guild.gatherings
    assert isinstance(await bot.send("j", Join(room=str(thread.id))), Sent)
    gone = bot.anna.open_thread(bot.general, "old")
    bot.standin.store.delete_channel(gone)
    refused = await bot.send("d", CheckRights(room=str(gone.id), subject="t"))
    assert isinstance(refused, Refused) and refused.reason == "gone"


async def test_joins_and_leaves_are_reported_in_an_archived_thread(bot: BotSetup) -> None:
    """Joins and leaves are reported in an archived thread."""
    thread = await bot.open_archived_thread("home")
    zoe = bot.standin.person("Zoe")
    zoe.enter(bot.guild)
    await bot.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id))
    zoe.leave(bot.guild)
    await bot.inbox.gets(MemberLeft, lambda value: value.room == str(thread.id))


async def test_leaving_a_server_loses_its_archived_threads(bot: BotSetup) -> None:
    """When the bot leaves a server, it reports every room as lost."""
    thread = await bot.open_archived_thread("home")
    bot.standin.store.expel_bot(bot.guild)
    for room in (bot.general, thread):
        lost = await bot.inbox.gets(RoomLost, lambda value, room=room: value.room == str(room.id))  # type: ignore[misc]
        assert lost.reason == "removed"


async def post_card(bot: BotSetup) -> tuple[Channel, str]:
    """Post a card in a thread and return the thread and the message."""
    thread = bot.anna.open_thread(bot.general, "home")
    await bot.start_room(thread)
    shown = await bot.send("p", Post(room=str(thread.id), content=plain_text("2 come"), card="event:1"))
    assert isinstance(shown, Sent)
    return thread, shown.messages[0]


async def test_a_card_in_an_archived_thread_is_edited(bot: BotSetup) -> None:
    """The bot unarchives a thread to edit a card in it."""
    thread, target = await post_card(bot)
    thread.archived = True
    edited = await bot.send("e", Edit(room=str(thread.id), card="event:1", content=plain_text("3 come")), target=target)
    assert await bot.posted_text(thread, edited) == "3 come" and not thread.archived


async def test_a_card_in_an_archived_thread_is_deleted(bot: BotSetup) -> None:
    """The bot unarchives a thread to delete a card in it."""
    thread, target = await post_card(bot)
    thread.archived = True
    assert isinstance(await bot.send("d", Delete(room=str(thread.id), card="event:1"), target=target), Sent)
    assert bot.standin.said(thread) == []


async def test_a_locked_thread_stays_locked(bot: BotSetup) -> None:
    """An edit in a locked thread is refused because of a missing right."""
    thread, target = await post_card(bot)
    thread.archived = thread.locked = True
    role = bot.guild.roles[bot.guild.members[bot.standin.store.bot.id].roles[0]]
    role.permissions &= ~rights.MANAGE_THREADS
    edit = Edit(room=str(thread.id), card="event:1", content=plain_text("3 come"))
    refused = await bot.send("e", edit, target=target)
    assert isinstance(refused, Refused) and refused.reason == "forbidden" and thread.archived


# Rights that are missing


async def test_without_the_right_to_attach_only_the_text_is_sent(bot: BotSetup) -> None:
    """Without the right to attach files, the bot sends only the text."""
    await bot.deny_right(rights.ATTACH_FILES)
    content = Content((Text("A highlight"),), attachments=(Attachment(name="a.png", mime="image/png", size=3),))
    sent = await bot.send("p", Post(room=str(bot.general.id), content=content), files=[b"abc"])
    assert await bot.posted_text(bot.general, sent) == "A highlight"
    assert bot.standin.said(bot.general)[-1].attachments == []


async def test_without_the_right_to_read_a_reply_is_a_message(bot: BotSetup) -> None:
    """Without the right to read the history, the bot posts a reply as a plain message."""
    said = bot.anna.say(bot.general, "/poll list")
    answer = Answer(
        room=str(bot.general.id), user=str(bot.anna.user.id), content=plain_text("None"), reply_to=str(said.id)
    )
    assert isinstance(await bot.send("a", answer), Sent)
    assert bot.standin.said(bot.general)[-1].reference is not None
    await bot.deny_right(rights.READ_HISTORY)
    assert await bot.posted_text(bot.general, await bot.send("b", answer)) == "None"
    assert bot.standin.said(bot.general)[-1].reference is None


async def test_a_refusal_may_name_the_missing_right(bot: BotSetup) -> None:
    """The receipt names the missing right that Discord's refusal names."""
    bot.standin.rest.faults.fail("POST", "/channels/*/messages", 403, code=160002)
    refused = await bot.send("p", Post(room=str(bot.general.id), content=plain_text("x"), reply_to="1"))
    assert isinstance(refused, Refused) and refused.right == "Read Message History"


async def test_files_beyond_the_size_of_a_request_are_left_out(bot: BotSetup) -> None:
    """The bot leaves out files that exceed the size of a request."""
    files = [bytes(9_000_000), bytes(9_000_000), bytes(9_000_000), b"small"]
    attachments = tuple(
        Attachment(name=f"{number}.bin", mime="application/octet-stream", size=len(data))
        for number, data in enumerate(files)
    )
    content = Content((Text("Plans"),), attachments=attachments)
    sent = await bot.send("p", Post(room=str(bot.general.id), content=content), files=files)
    assert await bot.posted_text(bot.general, sent) == "Plans"
    assert [one["filename"] for one in bot.standin.said(bot.general)[-1].attachments] == ["0.bin", "1.bin", "3.bin"]


# Scheduled events


def scheduled_events(bot: BotSetup) -> list[Gathering]:
    """Return the scheduled events of the server."""
    return [one for one in bot.guild.gatherings.values() if one.state == 1]


async def test_equal_events_of_two_cards_are_separate(bot: BotSetup) -> None:
    """Two cards with equal content have an event each, and the bot cancels them separately."""
    other = bot.anna.open_channel(bot.guild, "other")
    one = await bot.send("g1", publish_event(bot.general, "event:1"))
    two = await bot.send("g2", publish_event(other, "event:2"))
    assert isinstance(one, Sent) and isinstance(two, Sent) and one != two
    await bot.send("o", CancelScheduledEvent(room=str(bot.general.id), card="event:1"), target=one.messages[0])
    assert [str(left.id) for left in scheduled_events(bot)] == [two.messages[0]]


@pytest.mark.parametrize("restarts", [False, True])
async def test_an_event_is_created_once_when_the_response_is_lost(bot: BotSetup, restarts: bool) -> None:
    """After a lost response the bot recognizes its event by content and time, even after a restart."""
    made = datetime.now(UTC)
    bot.standin.rest.faults.lose_reply("POST", "/guilds/*/scheduled-events", times=1)
    await bot.send("g1", publish_event(bot.general, "event:1"), made=made)
    if restarts:
        await bot.restart()
    assert isinstance(await bot.send("g1", publish_event(bot.general, "event:1"), made=made), Sent)
    assert len(scheduled_events(bot)) == 1


async def test_an_older_event_is_not_matched(bot: BotSetup) -> None:
    """The bot does not match a call to a scheduled event that is older than the call."""
    await bot.send("g1", publish_event(bot.general, "event:1"))
    await bot.send("g2", publish_event(bot.general, "event:2", place="The park"))
    await bot.restart()
    other = bot.anna.open_channel(bot.guild, "other")
    await bot.start_room(other)
    await bot.send("g3", publish_event(other, "event:3"), made=datetime.now(UTC) + timedelta(minutes=1))
    assert sorted(one.place or "" for one in scheduled_events(bot)) == ["The garden", "The garden", "The park"]


# Interactions


async def test_empty_answer_deletes_the_thinking_message(bot: BotSetup) -> None:
    """An empty answer to an interaction of the last process deletes its "thinking…" message."""
    bot.inbox.closed = True  # dispatch is slow, so the interaction is deferred
    asked = await bot.anna.run(bot.general, "help")
    given = await bot.inbox.gets(CommandInvoked, lambda value: value.token is not None, among="offered")
    assert asked.original is not None
    await bot.stop()
    bot.inbox.closed = False
    await bot.start()
    answer = Answer(room=str(bot.general.id), user=str(bot.anna.user.id), content=Content(()), token=given.token)
    assert isinstance(await bot.send("a", answer), Sent)
    assert asked.original is None
    assert isinstance(await bot.send("b", answer), Sent)


async def test_a_slow_disk_delays_no_deferral(bot: BotSetup) -> None:
    """The bot defers an interaction in time even if the disk is slow."""
    loop, gate = asyncio.get_running_loop(), threading.Event()
    loop.set_default_executor(ThreadPoolExecutor(1))  # the thread that writes files
    loop.run_in_executor(None, gate.wait)
    bot.inbox.closed = True
    asked = bot.anna.begin_run(bot.general, "help")
    asked.made += 60  # make Discord wait longer than the write takes
    try:
        async with asyncio.timeout(PATIENCE):
            await asked.acknowledged.wait()
    finally:
        gate.set()
    assert asked.original is not None


async def answer_late(bot: BotSetup, content: Content) -> None:
    """Use a command, and answer it after 15 minutes."""
    asked = await bot.anna.run(bot.general, "help")
    given = await bot.inbox.gets(CommandInvoked, lambda value: value.token is not None)
    asked.expired = True
    answer = Answer(room=str(bot.general.id), user=str(bot.anna.user.id), content=content, token=given.token)
    assert isinstance(await bot.send("late", answer), Sent)


async def test_a_late_answer_is_a_direct_message(bot: BotSetup) -> None:
    """The bot sends a late private answer as a direct message."""
    await answer_late(bot, plain_text("Counted: Green"))
    assert [message.content for message in bot.standin.said(bot.standin.store.direct(bot.anna.user))] == [
        "Counted: Green"
    ]
    assert bot.standin.said(bot.general) == []


@pytest.mark.parametrize(("locale", "word"), [("en-US", "too late"), ("fr", "trop tard")])
async def test_undeliverable_late_answer_is_mentioned_in_the_room(bot: BotSetup, locale: str, word: str) -> None:
    """If the person refuses direct messages, the room gets a notice in their language without the answer."""
    bot.anna.user.closed, bot.anna.user.locale = True, locale
    await answer_late(bot, plain_text("Counted: Green"))
    (said,) = bot.standin.said(bot.general)
    assert word in said.content and "Green" not in said.content
    assert [user.id for user in said.mentions] == [bot.anna.user.id]


async def test_a_late_answer_with_buttons_is_posted_in_the_room(bot: BotSetup) -> None:
    """The bot posts a late answer with buttons in the room."""
    await answer_late(bot, Content((Text("Sure?"),), buttons=(Button("event:1:yes", "Yes", "👍"),)))
    (said,) = bot.standin.said(bot.general)
    assert "Sure?" in said.content and said.buttons
