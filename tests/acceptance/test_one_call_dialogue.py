"""One call for all newcomers who wait, and greetings to one of them or to everybody."""

from pathlib import Path

import pytest

from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import RICH, Stage, staged


async def join_twelve(stage: Stage) -> None:
    """Let twelve people join and be welcomed together."""
    for number in range(12):
        stage.platform.join("#lyon", f"@p{number}")
    await stage.forward(seconds=31)


async def test_twelve_newcomers_mean_one_call(tmp_path: Path) -> None:
    """Twelve newcomers without steps are named in one call, and in one reminder."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await join_twelve(stage)
        calls = stage.matching(lambda m: "new here" in m.text)
        assert len(calls) == 1
        assert all(f"p{number}" in calls[0].text for number in range(12))
        await stage.forward(hours=3)
        assert len(stage.matching(lambda m: "nobody has said hello" in m.text)) == 1
        assert len(stage.shown()) == 3


async def test_answers_are_added_to_the_call(tmp_path: Path) -> None:
    """Twelve newcomers who answer one after the other stand in one call, which makes the phones ring once."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(question="What brings you here?", greeting_seconds=1)
        await join_twelve(stage)
        for number in range(12):
            await stage.say(f"@p{number}", f"answer {number}", room=f"direct-@p{number}")
            await stage.forward(minutes=2)
        calls = stage.matching(lambda m: "new here" in m.text)
        assert len(calls) == 1
        assert all(f"p{number} is new here and says:\n> answer {number}" in calls[0].text for number in range(2))
        assert "answer 11" in calls[0].text
        await stage.press("@carla", calls[0], "👋")
        await stage.forward(seconds=5)
        assert "were greeted by carla" in calls[0].text
        assert "> answer 7" in calls[0].text


async def test_next_newcomer_after_the_greeting_has_a_call_of_their_own(tmp_path: Path) -> None:
    """A newcomer who comes after the others were greeted, or an hour later, gets a new call."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await join_and_be_welcomed(stage)
        await stage.say("@carla", "Hello Zoe!")
        await join_and_be_welcomed(stage, "@yan", "Yan")
        await stage.forward(minutes=62)
        await join_and_be_welcomed(stage, "@xia", "Xia")
        texts = [message.text for message in stage.matching(lambda m: "is new here" in m.text)]
        assert texts == ["carla: Yan is new here. Will you say hello?", "carla: Xia is new here. Will you say hello?"]


@pytest.mark.parametrize(
    "text", ["Welcome everybody!", "Bienvenue à toutes et tous !", "Willkommen zusammen!", "¡Bienvenidas a todas!"]
)
async def test_welcome_everybody_greets_all_who_wait(tmp_path: Path, text: str) -> None:
    """A welcome to everybody, in any language, greets all newcomers who wait, and nobody is reminded of them."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.join("@zoe", name="Zoe")
        await stage.join("@yan", name="Yan")
        await stage.forward(seconds=31)
        await stage.say("@carla", text)
        assert stage.sees("Zoe, Yan were greeted by carla")
        await stage.forward(hours=3)
        stage.never_saw("nobody has said hello")


async def test_newcomer_does_not_greet_the_others(tmp_path: Path) -> None:
    """A newcomer's own welcome to everybody, and an invitation, greet nobody."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.join("@zoe", name="Zoe")
        await stage.join("@yan", name="Yan")
        await stage.forward(seconds=31)
        await stage.say("@zoe", "Welcome everybody, I am new too!")
        await stage.say("@carla", "Everybody is welcome to the potluck")
        stage.never_saw("greeted by")
        await stage.say("@carla", "Welcome everybody!")
        assert stage.sees("greeted by")


async def test_call_names_who_still_waits(tmp_path: Path) -> None:
    """After a hello to one of three the call says so, and its button greets the others but not who presses it."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        for user in ("@zoe", "@yan", "@xia"):
            await stage.join(user, name=user[1:].title())
        await stage.forward(seconds=31)
        call = stage.sees("new here")
        await stage.say("@carla", "Hello Zoe!")
        await stage.forward(seconds=5)
        assert call.text == "Zoe was greeted by carla.\ncarla: Yan, Xia are new here.\nWill you say hello?"
        await stage.press("@yan", call, "👋")
        await stage.forward(seconds=5)
        assert call.text.endswith("carla: Yan is new here. Will you say hello?")
        await stage.press("@yan", call, "👋")
        assert "Someone will say hello in a moment" in stage.last().text


async def test_everybody_of_a_call_leaves(tmp_path: Path) -> None:
    """A call loses its button when all its newcomers have left, and reminds nobody."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.join("@zoe", name="Zoe")
        await stage.join("@yan", name="Yan")
        await stage.forward(seconds=31)
        call = stage.sees("are new here")
        for user in ("@zoe", "@yan"):
            stage.platform.leave("#lyon", user)
        await stage.forward(hours=2)
        assert stage.platform.messages[call.id].text == "Zoe, Yan have left."
        stage.never_saw("nobody has said hello")
