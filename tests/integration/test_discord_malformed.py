"""Events and messages that discord.py cannot parse: they are kept as dead letters, and everything else goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.discord.inbound.quarantine import MAX_PAYLOAD
from bots.core.inbound import CommandInvoked, MessageEdited, MessagePosted, ReactionsSnapshot, Unreadable
from tests.integration.discord_bot import BotSetup, opened
from tests.standins.discord.records import Json
from tests.waiting import until

pytestmark = [pytest.mark.discord]
BROKEN: list[tuple[str, object]] = [
    ("GUILD_ROLE_CREATE", {"role": {}}),
    ("GUILD_MEMBER_UPDATE", ["neither", "nor"]),
    ("CHANNEL_CREATE", None),
    ("GUILD_SCHEDULED_EVENT_USER_ADD", {"user_id": "anna"}),
    ("GUILD_CREATE", {"id": "?", "name": "x" * 2 * MAX_PAYLOAD}),
]
UNPARSABLE: Json = {"attachments": [{"id": None}], "timestamp": "yesterday"}
UNTRANSLATABLE: Json = {"content": 42}
NAMELESS: Json = {"emoji": {"id": None, "name": None}, "count": 1, "me": False, "me_burst": False, "burst_colors": []}


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a bot with one room."""
    async with opened(tmp_path) as made:
        yield made


@pytest.mark.parametrize(("event", "data"), BROKEN)
async def test_an_unreadable_event_is_a_dead_letter(bot: BotSetup, event: str, data: object) -> None:
    """An event that discord.py or a handler cannot read is kept with its payload, in the same session."""
    bot.standin.gateway.push(event, data)
    found = await bot.inbox.gets(Unreadable)
    assert found.error and 0 < len(found.payload) <= MAX_PAYLOAD
    bot.anna.say(bot.general, "still there?")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "still there?")
    assert bot.standin.gateway.identifies == 1 and not bot.running.done()


async def test_an_unreadable_message_moves_the_cursor(bot: BotSetup) -> None:
    """A message that cannot be read is a dead letter of its room once, also when the history contains it."""
    broken = bot.anna.say(bot.general, "42", changed=UNPARSABLE)
    found = await bot.inbox.gets(Unreadable)
    assert found.room == str(bot.general.id) and "yesterday" in found.payload
    await until(lambda: bot.inbox.tokens[("discord", str(bot.general.id))] == str(broken.id))


async def test_the_words_of_other_rooms_are_not_kept(bot: BotSetup) -> None:
    """Nothing is kept of an unreadable message in a channel that the bot does not read."""
    other = bot.anna.open_channel(bot.guild, "other")
    bot.anna.say(other, "private words", changed=UNPARSABLE)
    bot.anna.say(bot.general, "still there?")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "still there?")
    assert not [value for value in bot.inbox.values if isinstance(value, Unreadable)]


@pytest.mark.parametrize("changed", [UNPARSABLE, UNTRANSLATABLE])
async def test_an_unreadable_message_in_the_history_is_skipped(bot: BotSetup, changed: Json) -> None:
    """Missed messages around an unreadable one arrive, and it becomes a dead letter between them."""
    await bot.stop()
    first = bot.anna.say(bot.general, "/poll list")
    broken = bot.anna.say(bot.general, "42", changed=changed)
    last = bot.anna.say(bot.general, "/event list")
    await bot.start()
    await bot.inbox.gets(CommandInvoked, lambda value: value.message == str(last.id))
    arrived = [value.key for value in bot.inbox.values if isinstance(value, CommandInvoked | Unreadable)]
    assert arrived[-3:] == [f"discord:{first.id}", f"discord:unreadable:{broken.id}", f"discord:{last.id}"]


async def test_an_unreadable_edit_hides_no_other(bot: BotSetup) -> None:
    """What was said and edited meanwhile arrives, although one of the edits cannot be read."""
    broken, other = bot.anna.say(bot.general, "one"), bot.anna.say(bot.general, "two")
    await bot.inbox.gets(MessagePosted, lambda value: value.message == str(other.id))
    await bot.stop()
    broken.changed = UNTRANSLATABLE
    bot.anna.edit(broken, "42")
    bot.anna.edit(other, "three")
    bot.anna.say(bot.general, "missed")
    await bot.start()
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "missed")
    await bot.inbox.gets(MessageEdited, lambda value: value.text == "three")


async def test_unreadable_reactions_hide_no_others(bot: BotSetup) -> None:
    """The reactions to a message are counted although those to a newer one cannot be read."""
    await bot.stop()
    liked = bot.anna.say(bot.general, "one")
    bot.anna.react(liked, "👍")
    bot.anna.say(bot.general, "two", changed={"reactions": [NAMELESS]})
    await bot.start()
    found = await bot.inbox.gets(ReactionsSnapshot, lambda value: value.message == str(liked.id))
    assert [reaction.emoji for reaction in found.reactions] == ["👍"]


async def test_a_failing_client_is_started_again(bot: BotSetup) -> None:
    """When a session cannot begin, whatever the error, the bot signs in again."""
    bot.standin.gateway.push("READY", {"user": None})
    await until(lambda: bot.standin.gateway.identifies == 2)
    bot.anna.say(bot.general, "still there?")
    assert await bot.inbox.gets(MessagePosted, lambda value: value.text == "still there?")
