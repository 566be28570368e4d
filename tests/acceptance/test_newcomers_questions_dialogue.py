"""Tests for asking newcomers in the room: commands in between, changed rules, many at once."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import RICH, Stage, staged


async def join_without_private_messages(stage: Stage, **settings: object) -> None:
    """Create a community and join as Zoe, whom the bot can't reach in private."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    stage.platform.closed_to_bot.add("@zoe")
    await join_and_be_welcomed(stage)


@pytest.mark.parametrize("command", ["!help", "!nonsense", "!me"])
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


async def test_question_of_a_command_comes_before_the_newcomers(tmp_path: Path) -> None:
    """A question of a command is answered first; then the newcomer's own question is open again."""
    async with staged(tmp_path) as stage:
        await join_without_private_messages(stage, question="What brings you here?")
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.say("@carla", "yes")
        await stage.say("@zoe", "!rsvp")
        await stage.restart()
        await stage.say("@zoe", "perhaps not")
        await stage.say("@zoe", "yes")
        assert "You’re going to" in stage.last().text
        await stage.say("@zoe", "The garden")
        stage.sees("Zoe is new here and says:\n> The garden")


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
        await stage.press("@zoe", rules, "🤝")
        assert "I am not in the room" in stage.last("direct-@zoe").text
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        await stage.press("@zoe", rules, "🤝")
        assert "What brings you here?" in stage.last("direct-@zoe").text


@pytest.mark.parametrize("closed", [True, False])
async def test_many_newcomers_share_messages_in_room(tmp_path: Path, closed: bool) -> None:
    """Fifteen newcomers who don't answer in private share two messages in the room, and each answers for themselves."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        for number in range(15):
            stage.platform.closed_to_bot |= {f"@p{number}"} if closed else set()
            stage.platform.join("#lyon", f"@p{number}")
        await stage.forward(minutes=11)
        asked = stage.matching(lambda m: "these are the rules" in m.text)
        assert len(asked) == 2
        await stage.react("@p3", asked[0], "✅")
        await stage.react("@p14", asked[1], "✅")
        await stage.say("@p3", "The garden")
        stage.sees("p3 is new here and says:\n> The garden")
        await stage.say("@p14", "The bees")
        stage.sees("p14 is new here and says:\n> The bees")
        await stage.forward(hours=2)
        assert len(stage.matching(lambda m: "these are the rules" in m.text)) == 2


async def test_shared_private_link_leads_each_newcomer_to_own_step(tmp_path: Path) -> None:
    """One private link in the room leads each newcomer to their own next step."""
    telegram = Capabilities(private_link="https://example.org/bot?start={payload}")
    async with staged(tmp_path, telegram) as stage:
        await stage.community(rules="Be kind.")
        stage.platform.closed_to_bot |= {"@zoe", "@max"}
        await stage.join("@max", name="Max")
        await stage.join("@zoe", name="Zoe")
        await stage.forward(seconds=31)
        await stage.forward(seconds=3)
        asked = stage.sees("Max, Zoe, I could not reach you in private")
        assert asked.content is not None
        payload = next(button.url for button in asked.content.buttons if button.url).partition("=")[2]
        for user in ("@zoe", "@max", "@yan"):
            stage.platform.invite_bot(f"dm{user}", user, direct=True)
            await stage.settle()
            await stage.say(user, f"!start {payload}", room=f"dm{user}")
        assert "Be kind." in stage.last("dm@zoe").text
        assert "Be kind." in stage.last("dm@max").text
        assert "Be kind." not in stage.last("dm@yan").text
