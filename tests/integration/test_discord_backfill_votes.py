"""The bot reads reactions, votes and interest after it was offline."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.core.inbound import ChoicesSnapshot, MessagePosted, ReactionAdded, ReactionsSnapshot
from bots.core.outbound import ClosePoll, Content, NativePoll, PollOption, Post, PublishScheduledEvent
from bots.core.richtext import Text
from bots.ports import Sent
from tests.integration.discord_bot import BotSetup, opened
from tests.standins.discord.records import Message
from tests.waiting import until

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a running bot with one room."""
    async with opened(tmp_path) as made:
        yield made


async def test_all_reactions_are_found_after_a_gap(bot: BotSetup) -> None:
    """After a gap the bot reads all pages of reactions, including super reactions."""
    message = bot.anna.say(bot.general, "worth telling")
    await bot.inbox.gets(MessagePosted, lambda value: value.message == str(message.id))
    await bot.stop()
    fans = [bot.standin.person(f"Fan {number}") for number in range(120)]
    message.reactions["⭐"] = {fan.user.id: fan.user for fan in fans}
    message.supers["⭐"] = {bot.anna.user.id: bot.anna.user}
    await bot.start()
    found = await bot.inbox.gets(ReactionsSnapshot, lambda value: value.message == str(message.id))
    users = {one.person.user for one in found.reactions}
    assert users == {str(fan.user.id) for fan in (*fans, bot.anna)}


async def test_the_removal_of_the_last_reaction_is_found(bot: BotSetup) -> None:
    """After a gap the bot reports a message whose last reaction is gone."""
    message = bot.anna.say(bot.general, "worth telling")
    bot.anna.react(message, "⭐")
    await bot.inbox.gets(ReactionAdded)
    await bot.stop()
    bot.anna.unreact(message, "⭐")
    await bot.start()
    found = await bot.inbox.gets(ReactionsSnapshot, lambda value: value.message == str(message.id))
    assert found.reactions == ()


async def post_poll(bot: BotSetup, key: str = "poll") -> Message:
    """Post a native poll."""
    asked = NativePoll("Tea?", (PollOption("0", "Green"), PollOption("1", "Black")))
    post = Post(room=str(bot.general.id), content=Content((Text("Tea?"),), poll=asked), card="pollnative:1")
    receipt = await bot.send(key, post)
    assert isinstance(receipt, Sent)
    return bot.general.messages[int(receipt.messages[0])]


@pytest.mark.parametrize("closed", [False, True])
async def test_the_votes_of_a_poll_are_found_after_a_gap(bot: BotSetup, closed: bool) -> None:
    """After a gap the bot reports all voters of a poll with their choices, even if the poll was closed."""
    shown = await post_poll(bot)
    ben = bot.standin.person("Ben")
    ben.vote(shown, ["Black"])
    await bot.stop()
    crowd = [bot.standin.person(f"Voter {number}") for number in range(120)]
    for person in crowd:
        person.vote(shown, ["Green"])
    ben.vote(shown, [])
    if closed:
        bot.standin.talk.end_poll(shown)
    await bot.start()
    found = await bot.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(shown.id))
    assert {one.person.user: one.choices for one in found.choices} == {str(p.user.id): ("0",) for p in crowd}


@pytest.mark.parametrize("closed", [False, True])
async def test_the_votes_of_an_old_poll_are_found_after_a_gap(bot: BotSetup, closed: bool) -> None:
    """After a gap the bot reads an open poll far back in the history, and a closed one for the last time."""
    shown = await post_poll(bot)
    for number in range(60):
        bot.anna.say(bot.general, f"talk {number}")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "talk 59")
    await bot.stop()
    bot.anna.vote(shown, ["Green"])
    if closed:
        bot.standin.talk.end_poll(shown)
        shown.channel.messages.popitem()  # Discord's message about the closing may be old, too
    await bot.start()
    found = await bot.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(shown.id))
    assert [(one.person.user, one.choices) for one in found.choices] == [(str(bot.anna.user.id), ("0",))]
    kept = ("discord", f"polls:{bot.general.id}")
    await until(lambda: str(shown.id) in bot.inbox.tokens[kept] or closed)
    await until(lambda: str(shown.id) not in bot.inbox.tokens[kept] or not closed)


async def test_closed_and_deleted_polls_are_not_read_again(bot: BotSetup) -> None:
    """The bot forgets closed and deleted polls."""
    first, second = await post_poll(bot, "first"), await post_poll(bot, "second")
    kept = ("discord", f"polls:{bot.general.id}")
    closing = ClosePoll(room=str(bot.general.id), card="pollnative:1", text=(Text("over"),))
    assert isinstance(await bot.send("close", closing, target=str(first.id)), Sent)
    await until(lambda: bot.inbox.tokens[kept] == str(second.id))
    await bot.stop()
    bot.standin.talk.withdraw(second)
    await bot.start()
    await until(lambda: not bot.inbox.tokens[kept].strip())


async def test_a_poll_is_closed_after_its_votes_are_read(bot: BotSetup) -> None:
    """The bot closes a poll only after it has read the missed votes."""
    shown = await post_poll(bot)
    await bot.stop()
    bot.anna.vote(shown, ["Green"])
    bot.standin.rest.faults.fail("GET", "/channels/*/messages", 0)
    await bot.start()
    closing = ClosePoll(room=str(bot.general.id), card="pollnative:1", text=(Text("over"),))
    assert isinstance(await bot.send("close", closing, target=str(shown.id)), Sent)
    paths = [call.path.rsplit("/", 2)[-2:] for call in bot.standin.rest.calls if "/polls/" in call.path]
    assert [path[-1] for path in paths] == ["1", "2", "expire"]


async def test_interest_in_an_event_is_found_after_a_gap(bot: BotSetup) -> None:
    """After a gap the bot reports interest in an event that people added or removed."""
    tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
    call = PublishScheduledEvent(
        room=str(bot.general.id), card="event:1", title="Potluck", start=tomorrow, end=tomorrow + timedelta(hours=2)
    )
    receipt = await bot.send("event", call)
    assert isinstance(receipt, Sent)
    event = bot.guild.gatherings[int(receipt.messages[0])]
    ben = bot.standin.person("Ben")
    ben.enter(bot.guild)
    await bot.stop()
    ben.is_interested(event)
    await bot.start()
    found = await bot.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(event.id))
    assert [(one.person.user, one.choices) for one in found.choices] == [(str(ben.user.id), ("interested",))]
    await bot.stop()
    ben.is_interested(event, on=False)
    await bot.start()
    await bot.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(event.id) and not value.choices)
