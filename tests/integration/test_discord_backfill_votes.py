"""What stands on Discord after the bot was away: reactions, votes and marks, all of them, and those that went."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.core.inbound import ChoicesSnapshot, MessagePosted, ReactionAdded, ReactionsSnapshot
from bots.core.outbound import ClosePoll, Content, NativePoll, PollOption, Post, PublishScheduledEvent
from bots.core.richtext import Text
from bots.ports import Sent
from tests.integration.discord_bot import Town, opened, until
from tests.standins.discord.records import Message

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The bot, called in a channel."""
    async with opened(tmp_path) as made:
        yield made


async def test_all_reactions_are_found_after_a_gap(town: Town) -> None:
    """More than a hundred, and super reactions too."""
    message = town.anna.say(town.general, "worth telling")
    await town.inbox.gets(MessagePosted, lambda value: value.message == str(message.id))
    await town.stop()
    fans = [town.world.person(f"Fan {number}") for number in range(120)]
    message.reactions["⭐"] = {fan.user.id: fan.user for fan in fans}
    message.supers["⭐"] = {town.anna.user.id: town.anna.user}
    await town.start()
    found = await town.inbox.gets(ReactionsSnapshot, lambda value: value.message == str(message.id))
    users = {one.person.user for one in found.reactions}
    assert users == {str(fan.user.id) for fan in (*fans, town.anna)}


async def test_the_last_reaction_that_goes_while_away_is_missed(town: Town) -> None:
    """That none stands is told as well."""
    message = town.anna.say(town.general, "worth telling")
    town.anna.react(message, "⭐")
    await town.inbox.gets(ReactionAdded)
    await town.stop()
    town.anna.unreact(message, "⭐")
    await town.start()
    found = await town.inbox.gets(ReactionsSnapshot, lambda value: value.message == str(message.id))
    assert found.reactions == ()


async def poll(town: Town, key: str = "poll") -> Message:
    """A native poll of ours."""
    asked = NativePoll("Tea?", (PollOption("0", "Green"), PollOption("1", "Black")))
    post = Post(room=str(town.general.id), content=Content((Text("Tea?"),), poll=asked), card="pollnative:1")
    receipt = await town.send(key, post)
    assert isinstance(receipt, Sent)
    return town.general.messages[int(receipt.messages[0])]


@pytest.mark.parametrize("closed", [False, True])
async def test_what_stands_in_a_poll_is_told_after_a_gap(town: Town, closed: bool) -> None:
    """Of more than a hundred voters, each with what they choose now; also when it was closed meanwhile."""
    shown = await poll(town)
    ben = town.world.person("Ben")
    ben.vote(shown, ["Black"])
    await town.stop()
    crowd = [town.world.person(f"Voter {number}") for number in range(120)]
    for person in crowd:
        person.vote(shown, ["Green"])
    ben.vote(shown, [])
    if closed:
        town.world.talk.end_poll(shown)
    await town.start()
    found = await town.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(shown.id))
    assert {one.person.user: one.choices for one in found.choices} == {str(p.user.id): ("0",) for p in crowd}


@pytest.mark.parametrize("closed", [False, True])
async def test_what_stands_in_a_poll_that_lies_far_back_is_told(town: Town, closed: bool) -> None:
    """Much is said in a room while a poll is open; one that was closed is read once more, and then let be."""
    shown = await poll(town)
    for number in range(60):
        town.anna.say(town.general, f"talk {number}")
    await town.inbox.gets(MessagePosted, lambda value: value.text == "talk 59")
    await town.stop()
    town.anna.vote(shown, ["Green"])
    if closed:
        town.world.talk.end_poll(shown)
        shown.channel.messages.popitem()  # Discord's notice of it may lie far back as well
    await town.start()
    found = await town.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(shown.id))
    assert [(one.person.user, one.choices) for one in found.choices] == [(str(town.anna.user.id), ("0",))]
    kept = ("discord", f"polls:{town.general.id}")
    await until(lambda: str(shown.id) in town.inbox.tokens[kept] or closed)
    await until(lambda: str(shown.id) not in town.inbox.tokens[kept] or not closed)


async def test_a_poll_that_is_over_or_gone_is_let_be(town: Town) -> None:
    """What was closed by us, or deleted, is not asked about for ever."""
    first, second = await poll(town, "first"), await poll(town, "second")
    kept = ("discord", f"polls:{town.general.id}")
    closing = ClosePoll(room=str(town.general.id), card="pollnative:1", text=(Text("over"),))
    assert isinstance(await town.send("close", closing, target=str(first.id)), Sent)
    await until(lambda: town.inbox.tokens[kept] == str(second.id))
    await town.stop()
    town.world.talk.withdraw(second)
    await town.start()
    await until(lambda: not town.inbox.tokens[kept].strip())


async def test_a_poll_is_closed_after_its_votes_were_read(town: Town) -> None:
    """A close that came due while the bot was away does not end the poll under the reading."""
    shown = await poll(town)
    await town.stop()
    town.anna.vote(shown, ["Green"])
    town.world.rest.faults.fail("GET", "/channels/*/messages", 0)
    await town.start()
    closing = ClosePoll(room=str(town.general.id), card="pollnative:1", text=(Text("over"),))
    assert isinstance(await town.send("close", closing, target=str(shown.id)), Sent)
    paths = [call.path.rsplit("/", 2)[-2:] for call in town.world.rest.calls if "/polls/" in call.path]
    assert [path[-1] for path in paths] == ["1", "2", "expire"]


async def test_marks_on_an_event_while_away_are_told(town: Town) -> None:
    """Given and taken back; none stands on one that nobody is interested in any more."""
    tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
    call = PublishScheduledEvent(
        room=str(town.general.id), card="event:1", title="Potluck", start=tomorrow, end=tomorrow + timedelta(hours=2)
    )
    receipt = await town.send("event", call)
    assert isinstance(receipt, Sent)
    event = town.guild.gatherings[int(receipt.messages[0])]
    ben = town.world.person("Ben")
    ben.enter(town.guild)
    await town.stop()
    ben.is_interested(event)
    await town.start()
    found = await town.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(event.id))
    assert [(one.person.user, one.choices) for one in found.choices] == [(str(ben.user.id), ("interested",))]
    await town.stop()
    ben.is_interested(event, on=False)
    await town.start()
    await town.inbox.gets(ChoicesSnapshot, lambda value: value.message == str(event.id) and not value.choices)
