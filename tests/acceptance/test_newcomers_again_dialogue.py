"""Newcomers who come back, and what they say meanwhile: each test is named by what broke."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.slash_commands import ask_in
from tests.stage import PLAIN, RICH, Stage, staged


async def welcomed(stage: Stage, user: str = "@zoe", name: str = "Zoe") -> None:
    """Somebody comes in, and the greeting is over."""
    await stage.join(user, name=name)
    await stage.forward(seconds=31)


async def away_and_back(stage: Stage) -> None:
    """Zoe leaves, and comes in again two days later."""
    stage.platform.leave("#lyon", "@zoe")
    await stage.settle()
    await stage.forward(days=2)
    await welcomed(stage)


async def test_who_comes_back_is_asked_again(tmp_path: Path) -> None:
    """A newcomer who left before the rules were accepted gets them once more."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        await welcomed(stage)
        assert len(stage.shown("direct-@zoe")) == 1
        await away_and_back(stage)
        assert len(stage.shown("direct-@zoe")) == 2
        await stage.press("@zoe", stage.last("direct-@zoe"), "✅")
        stage.sees("Zoe is new here")


async def test_a_human_is_called_again_for_who_comes_back(tmp_path: Path) -> None:
    """The call of the first time has no button any more, that of the second has, and its delay is told again."""
    async with staged(tmp_path) as stage:
        await stage.community(greeter_minutes=60)
        await welcomed(stage)
        await stage.forward(hours=2)
        await away_and_back(stage)
        calls = [m for m in stage.shown() if m.content and any(b.id.startswith("greeted") for b in m.content.buttons)]
        assert len(calls) == 1
        await stage.forward(hours=2)
        assert len(stage.matching(lambda m: "nobody has said hello" in m.text)) == 2


async def test_who_comes_back_and_cannot_be_reached_is_asked_in_the_room(tmp_path: Path) -> None:
    """A private message that fails is said in the room the second time too."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        stage.platform.closed_to_bot.add("@zoe")
        await welcomed(stage)
        await away_and_back(stage)
        assert len(stage.matching(lambda m: "could not reach you" in m.text)) == 2


async def test_who_asks_to_be_let_in_again_is_asked_and_let_in_again(tmp_path: Path) -> None:
    """Let in, gone before a hello, and back: the rules come first again."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        for _ in range(2):
            await ask_in(stage, "@zoe")
            await stage.press("@zoe", stage.last("direct-@zoe"), "✅")
            await welcomed(stage)
            stage.platform.leave("#lyon", "@zoe")
            await stage.settle()
            await stage.forward(days=2)
        assert stage.platform.approved_requests == [("#lyon", "@zoe")] * 2
        assert len(stage.shown("direct-@zoe")) == 2


async def test_the_link_into_the_private_talk_is_answered_each_time(tmp_path: Path) -> None:
    """Who opens it once more, having lost the question, reads the question once more."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        await welcomed(stage)
        for asked in (2, 3):
            await stage.say("@zoe", "!start j1", room="direct-@zoe")
            assert len([m for m in stage.shown("direct-@zoe") if "Be kind." in m.text]) == asked


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Al", "The hall is also free on Friday"),
        ("Al", "Al2 is the name of the room"),
        ("Ann", "Hello Anna"),
        ("Zo", "Bonjour Zoe\u0301"),
        ("Лев", "Это было левее"),
        ("राम", "मेरा रामू कहाँ है"),
    ],
)
async def test_a_name_within_another_word_is_no_hello(tmp_path: Path, name: str, text: str) -> None:
    """The newcomer waits on: nobody spoke to them."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await welcomed(stage, name=name)
        await stage.say("@bob", text)
        stage.sees("is new here")
        await stage.say("@bob", "Hello!", mentions=("@zoe",))
        stage.sees("was greeted by bob")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Al", "The hall is warm, al!"),
        ("Zoé", "ZOE\u0301: bienvenue"),
        ("Anna B.", "Hi Anna B., nice to meet you"),
        ("小明", "欢迎小明来到里昂"),
        ("🌻", "Welcome 🌻🌻"),
    ],
)
async def test_a_name_as_a_word_is_a_hello(tmp_path: Path, name: str, text: str) -> None:
    """In any case and script, with whatever marks stand around it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await welcomed(stage, name=name)
        await stage.say("@bob", text)
        stage.sees("was greeted by bob")


@pytest.mark.parametrize("capabilities", [PLAIN, RICH])
async def test_a_hello_behind_a_draft_is_a_hello(tmp_path: Path, capabilities: Capabilities) -> None:
    """Who has just drafted an event may greet before they confirm it."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await welcomed(stage)
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "Welcome Zoe!")
        stage.sees("Zoe was greeted by carla")


async def test_a_draft_is_confirmed_behind_a_hello(tmp_path: Path) -> None:
    """Where there are no buttons, one other word does not end the question, and `yes` is no talk."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await welcomed(stage, name="Yes")
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "One moment")
        await stage.say("@carla", "yes")
        stage.sees("Picnic")
        stage.never_saw("was greeted by")


async def asked_in_the_room(stage: Stage, **settings: object) -> None:
    """A newcomer who can't be reached in private."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    stage.platform.closed_to_bot.add("@zoe")
    await welcomed(stage)


@pytest.mark.parametrize("command", ["!help", "!rsvp", "!nonsense", "!me"])
async def test_a_command_before_the_answer_does_not_lose_the_question(tmp_path: Path, command: str) -> None:
    """A newcomer who looks around first is still listened to, and a human is called with their answer."""
    async with staged(tmp_path) as stage:
        await asked_in_the_room(stage, question="What brings you here?")
        await stage.say("@zoe", command)
        await stage.restart()
        await stage.say("@zoe", "The garden")
        stage.sees("Zoe is new here and says:\n> The garden")
        count = len(stage.shown())
        await stage.say("@zoe", "And the bees")
        assert len(stage.shown()) == count


async def test_cancelled_is_asked_no_more(tmp_path: Path) -> None:
    """Only `cancel` ends a newcomer's question: what follows is talk."""
    async with staged(tmp_path) as stage:
        await asked_in_the_room(stage, question="What brings you here?")
        await stage.say("@zoe", "!cancel")
        count = len(stage.shown())
        await stage.say("@zoe", "Nice weather")
        assert len(stage.shown()) == count


async def test_what_a_community_asks_no_more_is_not_asked_in_the_room_either(tmp_path: Path) -> None:
    """Rules that were taken away meanwhile are left out: the question comes next, or a human."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        await welcomed(stage)
        await stage.say("@carla", "!config rules none")
        await stage.forward(minutes=10)
        stage.never_saw("these are the rules")
        assert "What brings you here?" in stage.last().text
        await stage.join("@max", name="Max")
        await stage.forward(seconds=31)
        await stage.say("@carla", "!config question none")
        await stage.forward(minutes=10)
        assert "Max is new here" in stage.last().text


async def test_who_accepts_while_the_room_is_lost_is_told(tmp_path: Path) -> None:
    """A press and an answer in private that lead nowhere for the moment are said to, and work once the bot is back."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        await welcomed(stage)
        rules = stage.last("direct-@zoe")
        stage.platform.remove_bot("#lyon")
        await stage.settle()
        await stage.press("@zoe", rules, "✅")
        assert "I am not in the room" in stage.last("direct-@zoe").text
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        await stage.press("@zoe", rules, "✅")
        assert "What brings you here?" in stage.last("direct-@zoe").text


async def test_the_rules_are_accepted_by_either_account_of_a_newcomer(tmp_path: Path) -> None:
    """Two linked accounts are one person: either accepts the rules, and neither is greeted by the other."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(rules="Be kind.")
        await welcomed(stage)
        await stage.link_accounts("@zoe", "@zoe2")
        await stage.press("@zoe2", stage.last("direct-@zoe"), "✅")
        call = stage.sees("Zoe is new here")
        await stage.press("@zoe2", call, "👋")
        assert "Somebody else will wave at you" in stage.last().text
