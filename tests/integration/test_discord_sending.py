"""The bot sends with missing rights, in archived threads, and after lost responses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.inbound import Attachment, MemberJoined, MemberLeft, RightsReported, RoomLost
from bots.core.outbound import Answer, CheckRights, Content, Delete, Edit, Join, Post
from bots.core.richtext import Text
from bots.ports import Later, Receipt, Refused, Sent
from tests.integration.discord_bot import BotSetup, opened, publish_event
from tests.standins.discord import rights
from tests.standins.discord.records import Channel
from tests.waiting import until

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a running bot with one room."""
    async with opened(tmp_path) as made:
        yield made


def plain_text(text: str) -> Content:
    """Return a plain text."""
    return Content((Text(text),))


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
    assert await bot.inbox.gets(MemberLeft, lambda value: value.room == str(thread.id))


async def test_leaving_a_server_loses_its_archived_threads(bot: BotSetup) -> None:
    """When the bot leaves a server, it reports every room as lost."""
    thread = await bot.open_archived_thread("home")
    bot.standin.store.expel_bot(bot.guild)
    for room in (bot.general, thread):
        lost = await bot.inbox.gets(RoomLost, lambda value, room=room: value.room == str(room.id))  # type: ignore[misc]
        assert lost.reason == "removed"


async def test_a_message_that_waits_when_the_connection_ends_is_sent_later(bot: BotSetup) -> None:
    """A message that waits for a rate limit while the bot is signed out is not refused, but sent by the next client."""

    async def post(number: int) -> Receipt:
        call = Post(room=str(bot.general.id), content=plain_text(f"News {number}"))
        return await bot.send(f"p{number}", call)

    async def settle() -> Receipt | None:
        receipt = await post(6)
        return None if isinstance(receipt, Later) else receipt

    posting = [asyncio.create_task(post(number)) for number in range(7)]
    await until(lambda: len(bot.standin.said(bot.general)) >= 5)
    assert bot.adapter.client is not None
    await bot.adapter.client.close()
    await asyncio.gather(*posting)
    assert isinstance(await until(settle), Sent)


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
