"""People who leave and come back: one greeting, no second journey, and no way around those who removed them."""

from pathlib import Path

import pytest

from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.acceptance.room_steps import add_home_room
from tests.acceptance.slash_commands import request_to_join
from tests.stage import Stage, staged


async def leave(stage: Stage, *, room: str = "#lyon", removed: bool = False) -> None:
    """Leave a room as Zoe, or be removed from it."""
    inside = stage.platform.members.setdefault(room, [])
    inside.extend({"@zoe"} - {*inside})  # some platforms tell of people who are outside already
    stage.platform.leave(room, "@zoe", removed=removed)
    await stage.settle()


async def become_member(stage: Stage) -> None:
    """Join as Zoe and be greeted by a member."""
    await join_and_be_welcomed(stage)
    await stage.say("@carla", "Hello Zoe!")


@pytest.mark.parametrize("settings", [{}, {"rules": "Be kind."}, {"question": "Why?"}])
async def test_six_joins_mean_one_greeting(tmp_path: Path, settings: dict[str, str]) -> None:
    """Somebody who joins and leaves six times is welcomed once, asked once, and called for once."""
    async with staged(tmp_path) as stage:
        await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
        for _ in range(6):
            await join_and_be_welcomed(stage)
            await leave(stage)
            await stage.forward(minutes=3)
        await join_and_be_welcomed(stage)
        assert len(stage.matching(lambda m: "Welcome" in m.text)) == 1
        assert len(stage.matching(lambda m: "new here" in m.text)) == (0 if settings else 1)
        assert len(stage.shown("direct-@zoe")) == (1 if settings else 0)


async def test_rejoining_newcomer_goes_on_where_they_were(tmp_path: Path) -> None:
    """A newcomer who was away for a moment answers the same question, and waits for the same hello."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="Why?")
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "yes", room="direct-@zoe")
        await leave(stage)
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        call = stage.sees("Zoe is new here and says")
        await leave(stage)
        await stage.forward(seconds=5)
        assert call.text == "Zoe has left."
        await join_and_be_welcomed(stage)
        await stage.forward(hours=2)
        assert "Will you say hello?" in call.text
        assert len(stage.matching(lambda m: "nobody has said hello" in m.text)) == 1


async def test_rejoining_newcomer_answers_in_the_room(tmp_path: Path) -> None:
    """A newcomer who was asked in the room can still answer there after leaving for a moment."""
    async with staged(tmp_path) as stage:
        await stage.community(question="Why?")
        stage.platform.closed_to_bot.add("@zoe")
        await join_and_be_welcomed(stage)
        await leave(stage)
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "The garden")
        assert stage.sees("Zoe is new here and says:\n> The garden")


async def test_member_who_comes_back_is_greeted_shortly(tmp_path: Path) -> None:
    """A member who was done gets one line on their return, however often they come back that day."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="Why?")
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "yes", room="direct-@zoe")
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        await stage.say("@carla", "Hello Zoe!")
        private = len(stage.shown("direct-@zoe"))
        await stage.forward(days=3)
        for _ in range(6):
            await leave(stage)
            await join_and_be_welcomed(stage)
        assert [m.text for m in stage.matching(lambda m: "Welcome back" in m.text)] == ["Welcome back, Zoe!"]
        assert len(stage.shown("direct-@zoe")) == private
        assert len(stage.matching(lambda m: m.text.startswith("Welcome Zoe"))) == 1


async def test_second_room_of_a_member_is_no_return(tmp_path: Path) -> None:
    """A member who enters another home of the community is not greeted as somebody who comes back."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await add_home_room(stage)
        await become_member(stage)
        await stage.join("@zoe", "#annex", name="Zoe")
        await stage.forward(days=2)
        stage.never_saw("Welcome", "#annex")
        await stage.join("@yan", "#annex", name="Yan")
        await stage.forward(seconds=31)
        assert "Zoe" not in stage.sees("Welcome Yan", "#annex").text


@pytest.mark.parametrize("days", [0, 3])
async def test_who_was_away_learns_of_relaying(tmp_path: Path, days: int) -> None:
    """A member who comes back after `relay on` is told about relaying, once."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await become_member(stage)
        await leave(stage)
        await stage.forward(days=days, minutes=1)
        await stage.say("@carla", "!relay on")
        await join_and_be_welcomed(stage)
        back = stage.sees("Welcome back, Zoe!")
        assert "Relaying to Les Passeurs is on" in back.text
        await leave(stage)
        await stage.forward(days=2)
        await join_and_be_welcomed(stage)
        assert stage.sees("Welcome back").text == "Welcome back, Zoe!"


async def test_removed_member_is_not_let_in_at_once(tmp_path: Path) -> None:
    """A member who was removed, from this room or another home, and asks to join again waits for people's decision."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        await add_home_room(stage)
        for room in ("#lyon", "#annex"):
            await join_and_be_welcomed(stage)
            await stage.say("@zoe", "yes", room="direct-@zoe")
            await stage.say("@carla", "Hello Zoe!")
            await leave(stage, room=room, removed=True)
            await leave(stage, room=room)
            await stage.forward(days=2)
            await request_to_join(stage, "@zoe")
            assert stage.platform.approved_requests == []
            stage.sees("Zoe asks to join|zoe asks to join")


async def test_member_who_left_is_let_in_at_once(tmp_path: Path) -> None:
    """A member who left of their own accord is let in at once when they ask to join again."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "yes", room="direct-@zoe")
        await stage.say("@carla", "Hello Zoe!")
        await leave(stage)
        await request_to_join(stage, "@zoe")
        assert stage.platform.approved_requests == [("#lyon", "@zoe")]
