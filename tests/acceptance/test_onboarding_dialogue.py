"""A newcomer's first minutes, as the room sees them."""

from pathlib import Path

import pytest

from bots.testing import BOT
from tests.stage import PLAIN, RICH, Stage, staged

RULES = "1. Be kind.\n2. No ads."
QUESTION = "What brings you here?"


async def ready(stage: Stage, **settings: object) -> None:
    """A French or English community that asks everything."""
    await stage.community(**{"rules": RULES, "question": QUESTION, **settings})  # type: ignore[arg-type]  # keywords pass through


async def to_the_question(stage: Stage, user: str = "@zoe") -> None:
    await stage.join(user)
    await stage.forward(seconds=31)
    await stage.press(user, stage.last(f"direct-{user}"), "✅")


async def test_several_joins_are_one_greeting(tmp_path: Path) -> None:
    """Three people who come within half a minute are welcomed in one message that names them all."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=10)
        await stage.join("@yan", name="Yan")
        await stage.join("@xia", name="Xia")
        assert stage.shown() == []
        await stage.forward(seconds=25)
        assert stage.sees("Welcome").text == "Welcome Zoé, Yan, Xia! Good to have you in Lyon."
        assert len(stage.shown()) == 1


async def test_the_whole_journey_in_private(tmp_path: Path) -> None:
    """Rules, question and the call for a human; the answer reaches the greeter."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        rules = stage.last("direct-@zoe")
        assert "1. Be kind.\n2. No ads." in rules.text
        await stage.press("@zoe", rules, "✅")
        assert QUESTION in stage.last("direct-@zoe").text
        await stage.say("@zoe", "I moved here, I like <b>soup</b>", room="direct-@zoe")
        assert "Thank you" in stage.last("direct-@zoe").text
        call = stage.sees("is new here and says")
        assert "> I like <b>soup</b>" in call.text or "I like <b>soup</b>" in call.text
        assert call.content is not None
        assert call.content.mentions == ("@carla",)


async def test_the_journey_speaks_french(tmp_path: Path) -> None:
    """A French room is French to its newcomers, in private too."""
    async with staged(tmp_path) as stage:
        await ready(stage, locale="fr")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        stage.sees("Bienvenue Zoé")
        assert "Les acceptez-vous" in stage.last("direct-@zoe").text


async def test_closed_private_messages_fall_back_to_the_room(tmp_path: Path) -> None:
    """Who can't be reached in private is asked in the room, by name, and can finish there."""
    async with staged(tmp_path, PLAIN) as stage:
        await ready(stage)
        stage.platform.closed_to_bot.add("@zoe")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        here = stage.sees("Zoé, I could not reach you in private")
        await stage.react("@zoe", here, "✅")
        stage.sees(QUESTION)
        await stage.say("@zoe", "The garden")
        stage.sees("Zoé is new here and says")
        assert len(stage.matching(lambda m: "could not reach" in m.text)) == 2


async def test_an_unread_private_message_is_repeated_in_the_room_once(tmp_path: Path) -> None:
    """After ten minutes without a reaction the room is used, and no second time."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=9)
        stage.never_saw("could not reach")
        await stage.forward(minutes=60)
        assert len(stage.matching(lambda m: "could not reach" in m.text)) == 1


async def test_the_greeter_is_told_when_nobody_answered(tmp_path: Path) -> None:
    """When the set time is over the greeters are told, once."""
    async with staged(tmp_path) as stage:
        await ready(stage, greeter_minutes=60)
        await to_the_question(stage)
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        await stage.forward(minutes=59)
        stage.never_saw("nobody has said hello")
        await stage.forward(minutes=2)
        stage.sees("for 60 minutes nobody has said hello to zoe")
        await stage.forward(days=2)
        assert len(stage.matching(lambda m: "nobody has said hello" in m.text)) == 1


@pytest.mark.parametrize("how", ["wave", "mention", "name"])
async def test_a_hello_ends_the_wait(tmp_path: Path, how: str) -> None:
    """A wave, or a message to the newcomer, is a hello: the call says by whom, and nobody is reminded."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await to_the_question(stage)
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        call = stage.sees("is new here")
        if how == "wave":
            await stage.react("@carla", call, "👋")
        elif how == "mention":
            await stage.say("@carla", "Hello!", mentions=("@zoe",))
        else:
            await stage.say("@carla", "Hello Zoe, welcome")
        assert stage.platform.messages[call.id].text == "zoe was greeted by carla."
        await stage.forward(hours=3)
        stage.never_saw("nobody has said hello")


async def test_one_cannot_greet_oneself(tmp_path: Path) -> None:
    """The newcomer's own wave is refused kindly, and so is accepting somebody else's rules."""
    async with staged(tmp_path, RICH) as stage:
        await ready(stage)
        stage.platform.closed_to_bot.add("@zoe")
        await stage.join("@zoe")
        await stage.forward(seconds=31)
        await stage.press("@yan", stage.sees("could not reach"), "✅")
        assert "meant for somebody else" in stage.last().text
        await stage.press("@zoe", stage.sees("could not reach"), "✅")
        await stage.say("@zoe", "The garden")
        await stage.press("@zoe", stage.sees("is new here"), "👋")
        assert "Somebody else will wave" in stage.last().text


async def test_who_leaves_is_left_alone(tmp_path: Path) -> None:
    """A newcomer who goes before the greeting is not greeted."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await stage.join("@zoe")
        stage.platform.leave("#lyon", "@zoe")
        await stage.forward(hours=3)
        assert stage.shown() == []


async def test_a_restart_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    """The journey goes on where it was, and the watch for a hello with it."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await stage.join("@zoe")
        await stage.restart()
        await stage.forward(seconds=31)
        await stage.restart()
        await stage.press("@zoe", stage.last("direct-@zoe"), "✅")
        await stage.restart()
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        await stage.restart()
        await stage.say("@carla", "Hello!", mentions=("@zoe",))
        stage.sees("zoe was greeted by carla")


async def test_without_rules_and_question_a_human_is_called_at_once(tmp_path: Path) -> None:
    """A community that asks nothing only welcomes and calls the greeter."""
    async with staged(tmp_path) as stage:
        await stage.community(welcome="Tea is on the left.")
        await stage.join("@zoe", name="‮evil‬ <b>@room</b>")
        await stage.forward(seconds=31)
        assert [m.text for m in stage.shown()] == [
            "Welcome evil <b>@room</b>!\nTea is on the left.",
            "carla: evil <b>@room</b> is new here. Will you say hello?",
        ]


async def test_newcomers_says_who_waits_for_what(tmp_path: Path) -> None:
    """The connector sees who is on the way in."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await stage.say("@carla", "!newcomers")
        assert "Nobody is on the way in" in stage.last().text
        await to_the_question(stage)
        await stage.say("@carla", "!newcomers")
        assert "zoe: has not answered the question yet" in stage.last().text
        assert stage.last().author == BOT


async def test_an_answer_in_private_is_thanked_for_and_not_misunderstood(tmp_path: Path) -> None:
    """What onboarding takes is no leftover: no hint that it was not understood."""
    async with staged(tmp_path) as stage:
        await ready(stage)
        await to_the_question(stage)
        await stage.say("@zoe", "I moved here", room="direct-@zoe")
        assert "Thank you" in stage.last("direct-@zoe").text
        stage.never_saw("did not understand", "direct-@zoe")
        await stage.say("@zoe", "and I like soup", room="direct-@zoe")
        stage.sees("did not understand", "direct-@zoe")


async def test_a_private_talk_is_in_the_language_of_where_one_came_from(tmp_path: Path) -> None:
    """A newcomer of a French room who asks in private is answered in French; who chose English, in English."""
    async with staged(tmp_path) as stage:
        await ready(stage, locale="fr")
        await to_the_question(stage)
        await stage.say("@zoe", "!help", room="direct-@zoe")
        assert "Ce que vous pouvez me demander" in stage.last("direct-@zoe").text
        await stage.say("@zoe", "!me language en", room="direct-@zoe")
        await stage.say("@zoe", "!help", room="direct-@zoe")
        assert "What you can ask me" in stage.last("direct-@zoe").text
