"""Tests for newcomers who leave and come back, or enter a second room."""

from pathlib import Path

from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.acceptance.room_steps import add_home_room
from tests.acceptance.slash_commands import request_to_join
from tests.stage import Stage, staged


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
        await stage.press("@zoe", stage.last("direct-@zoe"), "🤝")
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
            await stage.press("@zoe", stage.last("direct-@zoe"), "🤝")
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


async def test_newcomers_are_greeted_after_room_is_restored(tmp_path: Path) -> None:
    """The bot greets newcomers from before its removal and from after its return."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.join("@zoe", name="Zoé")
        stage.platform.remove_bot("#lyon")
        await stage.forward(minutes=2)
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        await stage.join("@yan", name="Yan")
        await stage.forward(minutes=1)
        assert "Zoé, Yan" in stage.sees("Welcome").text


async def test_newcomer_is_welcomed_in_second_room(tmp_path: Path) -> None:
    """A newcomer who leaves one home room and enters another is welcomed in the other."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await add_home_room(stage)
        await stage.join("@zoe", name="Zoé")
        stage.platform.leave("#lyon", "@zoe")
        await stage.settle()
        await stage.join("@zoe", "#annex", name="Zoé")
        await stage.forward(minutes=2)
        assert "Zoé" in stage.sees("Welcome", "#annex").text
        stage.never_saw("Welcome")


async def test_leaving_second_room_keeps_welcome(tmp_path: Path) -> None:
    """A newcomer who leaves the second home room is still welcomed in the first."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await add_home_room(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.join("@zoe", "#annex", name="Zoé")
        stage.platform.leave("#annex", "@zoe")
        await stage.forward(minutes=2)
        assert "Zoé" in stage.sees("Welcome").text
