"""Newcomers who come back, and what they say meanwhile: each test is named by what broke."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.slash_commands import request_to_join
from tests.stage import PLAIN, RICH, Stage, staged


async def join_and_be_welcomed(stage: Stage, user: str = "@zoe", name: str = "Zoe") -> None:
    """Join as a newcomer and wait until the bot has sent the greeting."""
    await stage.join(user, name=name)
    await stage.forward(seconds=31)


async def leave_and_rejoin(stage: Stage) -> None:
    """Leave as Zoe and join again two days later."""
    stage.platform.leave("#lyon", "@zoe")
    await stage.settle()
    await stage.forward(days=2)
    await join_and_be_welcomed(stage)


async def test_returning_newcomer_gets_rules_again(tmp_path: Path) -> None:
    """A newcomer who left before accepting the rules gets them again on return."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        await join_and_be_welcomed(stage)
        assert len(stage.shown("direct-@zoe")) == 1
        await leave_and_rejoin(stage)
        assert len(stage.shown("direct-@zoe")) == 2
        await stage.press("@zoe", stage.last("direct-@zoe"), "✅")
        stage.sees("Zoe is new here")


async def test_greeter_is_called_again_for_returning_newcomer(tmp_path: Path) -> None:
    """The bot calls a greeter again for a returning newcomer, and the first call loses its button."""
    async with staged(tmp_path) as stage:
        await stage.community(greeter_minutes=60)
        await join_and_be_welcomed(stage)
        await stage.forward(hours=2)
        await leave_and_rejoin(stage)
        calls = [m for m in stage.shown() if m.content and any(b.id.startswith("greeted") for b in m.content.buttons)]
        assert len(calls) == 1
        await stage.forward(hours=2)
        assert len(stage.matching(lambda m: "nobody has said hello" in m.text)) == 2


async def test_returning_newcomer_without_private_messages_is_asked_in_room(tmp_path: Path) -> None:
    """The bot asks a returning newcomer in the room again if it can't reach them in private."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        stage.platform.closed_to_bot.add("@zoe")
        await join_and_be_welcomed(stage)
        await leave_and_rejoin(stage)
        assert len(stage.matching(lambda m: "could not reach you" in m.text)) == 2


async def test_second_join_request_repeats_rules(tmp_path: Path) -> None:
    """A second request to join brings the rules and the approval again."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        for _ in range(2):
            await request_to_join(stage, "@zoe")
            await stage.press("@zoe", stage.last("direct-@zoe"), "✅")
            await join_and_be_welcomed(stage)
            stage.platform.leave("#lyon", "@zoe")
            await stage.settle()
            await stage.forward(days=2)
        assert stage.platform.approved_requests == [("#lyon", "@zoe")] * 2
        assert len(stage.shown("direct-@zoe")) == 2


async def test_private_link_repeats_question(tmp_path: Path) -> None:
    """The bot repeats its question each time the newcomer opens the private link."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        await join_and_be_welcomed(stage)
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
async def test_name_inside_word_is_not_a_hello(tmp_path: Path, name: str, text: str) -> None:
    """A newcomer's name inside another word does not count as a hello."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await join_and_be_welcomed(stage, name=name)
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
async def test_name_as_whole_word_is_a_hello(tmp_path: Path, name: str, text: str) -> None:
    """A newcomer's name as a whole word counts as a hello, in any case and script."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await join_and_be_welcomed(stage, name=name)
        await stage.say("@bob", text)
        stage.sees("was greeted by bob")


@pytest.mark.parametrize("capabilities", [PLAIN, RICH])
async def test_hello_after_event_draft_counts(tmp_path: Path, capabilities: Capabilities) -> None:
    """A hello counts although its author has an unconfirmed event draft."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await join_and_be_welcomed(stage)
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "Welcome Zoe!")
        stage.sees("Zoe was greeted by carla")


async def test_draft_is_confirmed_after_other_words(tmp_path: Path) -> None:
    """A typed yes confirms a draft after other words, and greets nobody called Yes."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await join_and_be_welcomed(stage, name="Yes")
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "One moment")
        await stage.say("@carla", "yes")
        stage.sees("Picnic")
        stage.never_saw("was greeted by")


async def join_without_private_messages(stage: Stage, **settings: object) -> None:
    """Create a community and join as Zoe, whom the bot can't reach in private."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    stage.platform.closed_to_bot.add("@zoe")
    await join_and_be_welcomed(stage)


@pytest.mark.parametrize("command", ["!help", "!rsvp", "!nonsense", "!me"])
async def test_command_keeps_newcomers_question_open(tmp_path: Path, command: str) -> None:
    """The bot still accepts a newcomer's answer after a command of theirs."""
    async with staged(tmp_path) as stage:
        await join_without_private_messages(stage, question="What brings you here?")
        await stage.say("@zoe", command)
        await stage.restart()
        await stage.say("@zoe", "The garden")
        stage.sees("Zoe is new here and says:\n> The garden")
        count = len(stage.shown())
        await stage.say("@zoe", "And the bees")
        assert len(stage.shown()) == count


async def test_cancel_ends_newcomers_question(tmp_path: Path) -> None:
    """After `cancel` a newcomer's next message is ordinary talk."""
    async with staged(tmp_path) as stage:
        await join_without_private_messages(stage, question="What brings you here?")
        await stage.say("@zoe", "!cancel")
        count = len(stage.shown())
        await stage.say("@zoe", "Nice weather")
        assert len(stage.shown()) == count


async def test_removed_rules_and_question_are_skipped(tmp_path: Path) -> None:
    """The bot skips rules or a question that the community has removed since the newcomer came."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        await join_and_be_welcomed(stage)
        await stage.say("@carla", "!config rules none")
        await stage.forward(minutes=10)
        stage.never_saw("these are the rules")
        assert "What brings you here?" in stage.last().text
        await stage.join("@max", name="Max")
        await stage.forward(seconds=31)
        await stage.say("@carla", "!config question none")
        await stage.forward(minutes=10)
        assert "Max is new here" in stage.last().text


async def test_rules_accepted_while_room_is_lost(tmp_path: Path) -> None:
    """A newcomer who accepts the rules while the room is lost reads why nothing happens, and can try again later."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        await join_and_be_welcomed(stage)
        rules = stage.last("direct-@zoe")
        stage.platform.remove_bot("#lyon")
        await stage.settle()
        await stage.press("@zoe", rules, "✅")
        assert "I am not in the room" in stage.last("direct-@zoe").text
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        await stage.press("@zoe", rules, "✅")
        assert "What brings you here?" in stage.last("direct-@zoe").text


async def test_second_account_accepts_rules_but_greets_nobody(tmp_path: Path) -> None:
    """A newcomer's second account can accept the rules but cannot greet the first."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(rules="Be kind.")
        await join_and_be_welcomed(stage)
        await stage.link_accounts("@zoe", "@zoe2")
        await stage.press("@zoe2", stage.last("direct-@zoe"), "✅")
        call = stage.sees("Zoe is new here")
        await stage.press("@zoe2", call, "👋")
        assert "Somebody else will wave at you" in stage.last().text
