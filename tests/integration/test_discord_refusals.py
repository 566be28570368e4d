"""What Discord refuses, for other reasons than a missing right: people, threads, events and files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.discord.interactions.deferred import SAVE_SECONDS
from adapters.discord.interactions.responder import DEFER_SECONDS
from adapters.discord.outbound.fetch import MAX_FILE_BYTES
from bots.core.inbound import CommandInvoked, MessagePosted, RightsReported, RoomLost
from bots.core.outbound import CancelScheduledEvent, CheckRights, Content, DirectMessage, Edit, Post
from bots.core.richtext import Text
from bots.ports import Later, Refused, Sent
from tests.integration.discord_bot import BotSetup, opened, publish_event
from tests.standins.discord import rights
from tests.waiting import until

pytestmark = [pytest.mark.discord]
HELLO = Content((Text("Hello"),))
OPEN_DIRECT = "/users/@me/channels"


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a bot with one room."""
    async with opened(tmp_path) as made:
        yield made


def limit_bot(bot: BotSetup, *lost: int) -> None:
    """Take rights away from the bot."""
    role = bot.guild.roles[bot.guild.members[bot.standin.store.bot.id].roles[0]]
    for right in lost:
        role.permissions &= ~right


@pytest.mark.parametrize(("status", "code"), [(400, 50033), (403, 50278), (403, 50007)])
async def test_a_person_without_direct_messages_is_unreachable(bot: BotSetup, status: int, code: int) -> None:
    """When Discord does not open a direct message channel, the person is unreachable."""
    bot.standin.rest.faults.fail("POST", OPEN_DIRECT, status, code=code)
    call = DirectMessage(room=str(bot.general.id), user=str(bot.anna.user.id), content=HELLO)
    refused = await bot.send("d", call)
    assert isinstance(refused, Refused) and refused.reason == "unreachable-person"


async def test_too_many_direct_messages_wait(bot: BotSetup) -> None:
    """When the bot opens too many direct message channels, the message waits."""
    bot.standin.rest.faults.fail("POST", OPEN_DIRECT, 400, code=40003)
    call = DirectMessage(room=str(bot.general.id), user=str(bot.anna.user.id), content=HELLO)
    assert isinstance(await bot.send("d", call), Later)


async def test_a_locked_thread_is_closed(bot: BotSetup) -> None:
    """A post in a thread that was locked unnoticed reports the thread as closed."""
    thread = bot.anna.open_thread(bot.general, "home")
    await bot.start_room(thread)
    thread.locked = True
    limit_bot(bot, rights.MANAGE_THREADS)
    refused = await bot.send("p", Post(room=str(thread.id), content=HELLO))
    assert isinstance(refused, Refused) and refused.right is None
    assert (await bot.inbox.gets(RoomLost)).reason == "closed"


async def test_the_bot_is_a_member_of_its_threads(bot: BotSetup) -> None:
    """The bot joins a thread that becomes a room, so that it may unarchive it for an edit."""
    limit_bot(bot, rights.MANAGE_THREADS)
    thread = bot.anna.open_thread(bot.general, "home")
    await bot.start_room(thread)
    await until(lambda: bot.standin.store.bot.id in thread.joined)
    sent = await bot.send("p", Post(room=str(thread.id), content=HELLO))
    assert isinstance(sent, Sent)
    thread.archived = True
    bot.standin.store.update_channel(thread)
    edited = Edit(room=str(thread.id), card="event:1", content=Content((Text("Changed"),)))
    assert isinstance(await bot.send("e", edited, target=sent.messages[0]), Sent)
    assert not thread.archived


async def test_the_bot_joins_a_thread_that_wakes(bot: BotSetup) -> None:
    """Nobody joins an archived thread, so the bot joins one of its rooms when somebody unarchives it."""
    thread = await bot.open_archived_thread("home")
    await bot.stop()
    thread.joined.clear()
    await bot.start()
    thread.archived = False
    bot.standin.store.update_channel(thread)
    await until(lambda: bot.standin.store.bot.id in thread.joined)


async def test_creating_events_is_a_right_of_its_own(bot: BotSetup) -> None:
    """Managing events does not include creating them."""
    limit_bot(bot, rights.CREATE_EVENTS)
    bot.standin.store.tell_roles(bot.guild)
    await bot.inbox.gets(RightsReported, lambda value: "Create Events" in [one.name for one in value.missing])
    await bot.send("c", CheckRights(room=str(bot.general.id), subject="check"))
    found = await bot.inbox.gets(RightsReported, lambda value: value.subject == "check")
    assert [one.name for one in found.missing] == ["Create Events"]
    refused = await bot.send("g", publish_event(bot.general, "event:1"))
    assert isinstance(refused, Refused) and refused.right == "Create Events"


@pytest.mark.parametrize(("state", "then"), [(1, 4), (2, 3), (3, 3)])
async def test_a_cancelled_event_is_never_deleted(bot: BotSetup, state: int, then: int) -> None:
    """A coming event is cancelled, a running one ends, and a past one stays as it is."""
    event = bot.standin.store.publish(bot.guild, "Picnic", datetime.now(UTC) + timedelta(days=1))
    event.state = state
    call = CancelScheduledEvent(room=str(bot.general.id), card="event:1")
    assert isinstance(await bot.send("c", call, target=str(event.id)), Sent)
    assert bot.guild.gatherings[event.id].state == then


async def test_an_event_after_the_end_of_another_is_new(bot: BotSetup) -> None:
    """An event that Discord has ended and that moves to another day appears again."""
    made = await bot.send("g1", publish_event(bot.general, "event:1"))
    assert isinstance(made, Sent)
    old = bot.guild.gatherings[int(made.messages[0])]
    old.state = 3
    again = await bot.send("g2", publish_event(bot.general, "event:1"), target=made.messages[0])
    assert isinstance(again, Sent) and again != made


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ('/poll open "Tea?" yes no', 'poll "Tea?" yes no'),
        ("/poll Open\nTea?", "poll\nTea?"),
        ("/sondage ouvrir Tea?", "sondage Tea?"),
        ("/event plan Potluck friday", "event Potluck friday"),
        ("/poll openly?", "poll openly?"),
        ("/poll close 3", "poll close 3"),
    ],
)
async def test_the_menu_names_of_commands_can_be_typed(bot: BotSetup, typed: str, line: str) -> None:
    """A command that is typed as the menu shows it is the command of the menu."""
    bot.anna.say(bot.general, typed)
    found = await bot.inbox.gets(CommandInvoked, lambda value: value.line != "help")
    assert found.line == line


async def test_commands_that_somebody_else_changed_are_sent_again(bot: BotSetup, tmp_path: Path) -> None:
    """At the next start the menu is as the bot declares it, although it has sent nothing else since."""
    await until((tmp_path / "discord.kept.json").exists)
    await bot.stop()
    changed = next(one for one in bot.standin.store.commands.values() if one["name"] == "help")
    changed |= {"description": "Free coins", "version": str(bot.standin.store.new_id())}
    await bot.start()
    await until(lambda: all(one["description"] != "Free coins" for one in bot.standin.store.commands.values()))


@pytest.mark.parametrize("declared", [10, MAX_FILE_BYTES * 2])
async def test_only_what_arrives_of_a_file_counts(bot: BotSetup, declared: int) -> None:
    """Reading a file stops when more than the allowed bytes have arrived, whatever size was declared."""
    for name, size in (("small.bin", 1000), ("large.bin", MAX_FILE_BYTES + 1)):
        said = bot.anna.say(bot.general, name, files={name: b"x" * size})
        said.attachments[0]["size"] = declared
        found = await bot.inbox.gets(MessagePosted, lambda value, name=name: value.text == name)  # type: ignore[misc]
        content = await bot.adapter.read(found.attachments[0])
        assert content == (b"x" * size if size == 1000 else None)


async def test_a_covered_file_is_known(bot: BotSetup) -> None:
    """A file that its author has covered comes as a spoiler, under its own name."""
    bot.anna.say(bot.general, "the end", files={"SPOILER_end.png": b"x"})
    found = await bot.inbox.gets(MessagePosted, lambda value: value.text == "the end")
    assert [(file.name, file.spoiler) for file in found.attachments] == [("end.png", True)]


def test_interactions_are_acknowledged_in_time() -> None:
    """The deferral of an interaction, with the time for saving it, begins within 1.5 s."""
    assert DEFER_SECONDS + SAVE_SECONDS < 1.5
