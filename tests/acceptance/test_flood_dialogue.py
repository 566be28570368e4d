"""One person, or one room, that asks for too much does not take anything from the others."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from bots.dispatch.rate_limits import DEFAULT_LIMITS
from storage.queries import inbox
from tests.acceptance.highlight_steps import create_relaying_community
from tests.stage import RICH, Stage, staged

TOO_FAST = "more than I can do at once"


def answers_to(stage: Stage, user: str) -> list[str]:
    """Return the texts of the bot's answers to this person's messages."""
    mine = {message.id for message in stage.shown(by=user)}
    return [message.text for message in stage.shown() if message.reply_to in mine or message.private_to == user]


async def test_thousand_commands_are_answered_up_to_the_limit(tmp_path: Path) -> None:
    """After twenty commands a person is told once to wait; the rest is ignored, and others are served."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        for _ in range(1000):
            stage.platform.say("#lyon", "@mallory", "!help")
        await stage.say("@zoe", "!help")
        answers = answers_to(stage, "@mallory")
        assert len(answers) == 21
        assert [TOO_FAST in answer for answer in answers] == [False] * 20 + [True]
        assert len(answers_to(stage, "@zoe")) == 1


async def test_person_is_served_again_after_a_minute(tmp_path: Path) -> None:
    """The allowance comes back with time, and the next excess is answered again."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        for _ in range(30):
            await stage.say("@mallory", "!help")
        await stage.forward(minutes=1)
        for _ in range(30):
            await stage.say("@mallory", "!help")
        answers = answers_to(stage, "@mallory")
        assert len(answers) == 42
        assert sum(TOO_FAST in answer for answer in answers) == 2


async def test_backlog_is_not_taken_for_a_flood(tmp_path: Path) -> None:
    """Commands that were typed one a minute while the bot was away are all answered."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        for _ in range(40):
            stage.platform.say("#lyon", "@zoe", "!help")
            stage.clock.advance(timedelta(minutes=1))
        await stage.settle()
        answers = answers_to(stage, "@zoe")
        assert len(answers) == 40
        assert not [answer for answer in answers if TOO_FAST in answer]


async def test_many_people_in_one_room_share_its_limit(tmp_path: Path) -> None:
    """A room gets a hundred answers at once and is then told once to wait; another room is served."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        await stage.community("#far", name="Far")
        for number in range(300):
            stage.platform.say("#lyon", f"@raider{number}", "!help")
        await stage.say("@zoe", "!help", "#far")
        texts = [message.text for message in stage.shown()]
        assert sum(TOO_FAST in text for text in texts) == 1
        assert len(texts) == 101
        assert TOO_FAST not in stage.last("#far").text


async def test_presses_are_limited_per_person(tmp_path: Path) -> None:
    """A press too many is told in private and does not count; the votes of others do."""
    async with staged(tmp_path, RICH, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" green black')
        card = stage.sees("Tea?")
        assert card.content is not None
        for number in range(100):
            stage.platform.press(card.id, "@mallory", card.content.buttons[number % 2].id)
        await stage.press("@zoe", card, card.content.buttons[0].id)
        assert sum(TOO_FAST in answer for answer in answers_to(stage, "@mallory")) >= 1
        assert "2 people" in stage.sees("Tea?").text


async def test_room_has_one_live_card_of_an_event(tmp_path: Path) -> None:
    """Showing an event again moves its card down: the message above says so, and one RSVP costs one edit."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck friday 7pm at home")
        draft = stage.last()
        assert draft.content is not None
        await stage.press("@carla", draft, draft.content.buttons[0].id)
        for _ in range(3):
            await stage.say("@mo", "!event show 1")
            await stage.forward(seconds=10)
        cards = [m for m in stage.shown() if m.content and any("rsvp" in button.id for button in m.content.buttons)]
        closed = [message for message in stage.shown() if "further down" in message.text]
        assert (len(cards), len(closed)) == (1, 3)
        before = stage.platform.sends
        await stage.say("@mia", "!rsvp 1 yes")
        await stage.forward(seconds=5)
        assert stage.platform.sends - before == 2
        assert "1 coming: mia" in cards[0].text


async def test_card_on_its_way_is_not_posted_again(tmp_path: Path) -> None:
    """A thousand requests for a card that is still to be sent post it once."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" green black')
        await stage.forward(seconds=5)
        for _ in range(1000):
            stage.platform.say("#lyon", "@mallory", "!poll results 1")
        await stage.settle()
        assert len([message for message in stage.shown() if "Tea?" in message.text]) <= 20


async def test_refused_reactions_are_answered_once_an_hour(tmp_path: Path) -> None:
    """A stranger who toggles a reaction below somebody else's note a hundred times gets one answer."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await create_relaying_community(stage)
        message = await stage.say("@anna", "We planted 40 trees!")
        await stage.say("@carla", "!highlight", reply_to=message)
        note = stage.sees("40 trees").id
        before = len(stage.shown())
        for _ in range(100):
            stage.platform.react(note, "@mallory", "🚫")
            stage.platform.unreact(note, "@mallory", "🚫")
        await stage.settle()
        assert len(stage.shown()) == before + 1


async def test_suggestions_are_limited_per_person(tmp_path: Path) -> None:
    """A person who asks for hundreds of suggestions gets none after a while, and another person gets theirs."""
    async with staged(tmp_path, RICH, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        suggest = stage.application.dispatch.suggest
        found = [await suggest("memory", "#lyon", "@mallory", "zones", "par") for _ in range(200)]
        assert found[0]
        assert 1 <= sum(map(bool, found)) <= 50
        assert await suggest("memory", "#lyon", "@zoe", "zones", "par") == found[0]
        await stage.forward(minutes=1)
        assert await suggest("memory", "#lyon", "@mallory", "zones", "par") == found[0]


async def test_flood_of_reactions_counts_as_it_ends(tmp_path: Path) -> None:
    """A vote that is set and taken back a thousand times stands as it was left, and nobody is told off."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" green black')
        card, vote = stage.sees("Tea?"), "1️⃣"
        for left, shown in ((True, "one person has voted"), (False, "nobody has voted")):
            before = stage.platform.sends
            for _ in range(500):
                stage.platform.react(card.id, "@mallory", vote)
                stage.platform.unreact(card.id, "@mallory", vote)
            if left:
                stage.platform.react(card.id, "@mallory", vote)
            await stage.forward(seconds=20)
            assert shown in stage.sees("Tea?").text
            assert stage.platform.sends - before == 1


async def react_often(stage: Stage) -> int:
    """Let Mallory react to a message in 300 ways. Return how much the platform's log held before."""
    message = await stage.say("@anna", "hello")
    first = len(stage.platform.log)
    for number in range(300):
        stage.platform.react(message, "@mallory", chr(0x1F300 + number))
    return first


async def test_flood_of_gestures_waits_behind_the_others(tmp_path: Path) -> None:
    """Whoever types a command elsewhere is served before the rest of a flood of reactions, which is not lost."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await create_relaying_community(stage)
        first = await react_often(stage)
        reactions = stage.platform.log[first:]
        stage.platform.say("#lyon", "@zoe", "!help")
        dispatch, asked = stage.application.dispatch, stage.platform.log[-1]
        flooding = asyncio.create_task(dispatch.submit(reactions))
        await asyncio.sleep(0)
        await dispatch.submit([asked])
        assert not flooding.done()
        await flooding
        async with stage.database.reading() as uow:
            seen, _ = await inbox.seen_and_buried(uow, [value.key for value in reactions])
        assert len(seen) == 300


async def test_rest_of_a_flood_waits_behind_what_comes_with_it(tmp_path: Path) -> None:
    """A command that a door hands over together with a flood is answered long before the flood's end."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await create_relaying_community(stage)
        first = await react_often(stage)
        stage.platform.say("#lyon", "@zoe", "!help")
        *reactions, asked = stage.platform.log[first:]
        handing = asyncio.create_task(stage.application.dispatch.submit([*reactions, asked]))
        answered = list[str]()
        while not answered:
            await asyncio.sleep(0)
            async with stage.database.reading() as uow:
                answered = list((await inbox.seen_and_buried(uow, [asked.key]))[0])
                handled, _ = await inbox.seen_and_buried(uow, [value.key for value in reactions])
        assert len(handled) < 150
        await handing


async def test_flood_that_comes_twice_counts_as_it_ended(tmp_path: Path) -> None:
    """After a crash the platform tells everything again: what the flood's end had replaced does not come back."""
    async with staged(tmp_path, limits=DEFAULT_LIMITS) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" green black')
        card, first = stage.sees("Tea?"), len(stage.platform.log)
        for _ in range(200):
            stage.platform.react(card.id, "@mallory", "1️⃣")
            stage.platform.unreact(card.id, "@mallory", "1️⃣")
        flood = stage.platform.log[first:]
        await stage.settle()
        await stage.restart()
        await stage.application.dispatch.submit(flood[101:])
        await stage.forward(seconds=20)
        assert "nobody has voted" in stage.sees("Tea?").text
