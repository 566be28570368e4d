"""Tests for a newcomer's journey, as the room and the newcomer see it."""

from pathlib import Path

import pytest

from bots.ports import Later
from bots.testing import BOT
from tests.stage import PLAIN, RICH, Stage, staged

RULES = "1. Be kind.\n2. No ads."
QUESTION = "What brings you here?"


async def create_community(stage: Stage, **settings: object) -> None:
    """Create a community with rules and a question."""
    await stage.community(**{"rules": RULES, "question": QUESTION, **settings})  # type: ignore[arg-type]  # keywords pass through


async def join_and_accept_rules(stage: Stage, user: str = "@zoe") -> None:
    """Join as a newcomer and accept the rules, so that the question comes next."""
    await stage.join(user)
    await stage.forward(seconds=31)
    await stage.press(user, stage.last(f"direct-{user}"), "🤝")


async def test_joins_within_half_a_minute_share_one_greeting(tmp_path: Path) -> None:
    """Newcomers who join within half a minute share one greeting that names them all."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=10)
        await stage.join("@yan", name="Yan")
        await stage.join("@xia", name="Xia")
        assert stage.shown() == []
        await stage.forward(seconds=25)
        assert stage.sees("Welcome").text == (
            "Welcome Zoé, Yan, Xia! Good to have you in Lyon.\n"
            "The next step is in private: look for me among your direct messages and invitations."
        )
        assert len(stage.shown()) == 1


async def test_journey_in_private(tmp_path: Path) -> None:
    """The newcomer accepts the rules and answers the question in private, and the greeter reads the answer."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        rules = stage.last("direct-@zoe")
        assert "1. Be kind.\n2. No ads." in rules.text
        await stage.press("@zoe", rules, "🤝")
        assert QUESTION in stage.last("direct-@zoe").text
        await stage.say("@zoe", "I moved here, I like <b>soup</b>", room="direct-@zoe")
        assert "Thank you" in stage.last("direct-@zoe").text
        call = stage.sees("is new here and says")
        assert "> I moved here, I like <b>soup</b>" in call.text
        assert call.content is not None
        assert call.content.mentions == ("@carla",)


async def test_journey_in_french(tmp_path: Path) -> None:
    """A French room greets its newcomers in French, in private too."""
    async with staged(tmp_path) as stage:
        await create_community(stage, locale="fr")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        stage.sees("Bienvenue Zoé")
        assert "Les acceptez-vous" in stage.last("direct-@zoe").text


async def test_journey_continues_in_room_without_private_messages(tmp_path: Path) -> None:
    """The bot asks a newcomer in the room if it can't reach them in private."""
    async with staged(tmp_path, PLAIN) as stage:
        await create_community(stage)
        stage.platform.closed_to_bot.add("@zoe")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        here = stage.sees("Zoé, I could not reach you in private")
        await stage.react("@zoe", here, "✅")
        stage.sees(QUESTION)
        await stage.say("@zoe", "The garden")
        stage.sees("Zoé is new here and says")
        assert len(stage.matching(lambda m: "could not reach" in m.text)) == 2


async def test_unanswered_private_message_is_repeated_in_room_once(tmp_path: Path) -> None:
    """After ten minutes without a reaction the bot asks the newcomer once in the room."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=9)
        stage.never_saw("could not reach")
        await stage.forward(minutes=60)
        assert len(stage.matching(lambda m: "could not reach" in m.text)) == 1


async def test_greeters_are_reminded_once(tmp_path: Path) -> None:
    """The bot reminds the greeters once when nobody has said hello in time."""
    async with staged(tmp_path) as stage:
        await create_community(stage, greeter_minutes=60)
        await join_and_accept_rules(stage)
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        await stage.forward(minutes=59)
        stage.never_saw("nobody has said hello")
        await stage.forward(minutes=2)
        stage.sees("nobody has said hello to zoe for an hour")
        await stage.forward(days=2)
        assert len(stage.matching(lambda m: "nobody has said hello" in m.text)) == 1


@pytest.mark.parametrize("how", ["wave", "mention", "name"])
async def test_hello_ends_journey(tmp_path: Path, how: str) -> None:
    """A wave, a mention or the newcomer's name in a message ends the journey and its reminder."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await join_and_accept_rules(stage)
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        call = stage.sees("is new here")
        if how == "wave":
            await stage.react("@carla", call, "👋")
        elif how == "mention":
            await stage.say("@carla", "Hello!", mentions=("@zoe",))
        else:
            await stage.say("@carla", "Hello Zoe, welcome")
        assert stage.platform.messages[call.id].text == "zoe was greeted by carla.\nzoe says:\n> The garden"
        await stage.forward(hours=3)
        stage.never_saw("nobody has said hello")


async def test_newcomer_cannot_greet_themselves(tmp_path: Path) -> None:
    """The bot refuses a newcomer's own wave and another member's acceptance of their rules."""
    async with staged(tmp_path, RICH) as stage:
        await create_community(stage)
        stage.platform.closed_to_bot.add("@zoe")
        await stage.join("@zoe")
        await stage.forward(seconds=31)
        await stage.press("@yan", stage.sees("could not reach"), "🤝")
        assert "meant for somebody else" in stage.last().text
        await stage.press("@zoe", stage.sees("could not reach"), "🤝")
        await stage.say("@zoe", "The garden")
        await stage.press("@zoe", stage.sees("is new here"), "👋")
        assert "Someone will say hello" in stage.last().text


async def test_newcomer_who_leaves_is_not_greeted(tmp_path: Path) -> None:
    """The bot does not greet a newcomer who has left before the greeting."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await stage.join("@zoe")
        stage.platform.leave("#lyon", "@zoe")
        await stage.forward(hours=3)
        assert stage.shown() == []


async def test_journey_survives_restarts(tmp_path: Path) -> None:
    """A journey continues after a restart at every step."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await stage.join("@zoe")
        await stage.restart()
        await stage.forward(seconds=31)
        await stage.restart()
        await stage.press("@zoe", stage.last("direct-@zoe"), "🤝")
        await stage.restart()
        await stage.say("@zoe", "The garden", room="direct-@zoe")
        await stage.restart()
        await stage.say("@carla", "Hello!", mentions=("@zoe",))
        assert stage.sees("zoe was greeted by carla")


async def test_greeter_is_called_at_once_without_rules(tmp_path: Path) -> None:
    """A community without rules or question calls the greeter right after the welcome."""
    async with staged(tmp_path) as stage:
        await stage.community(welcome="Tea is on the left.")
        await stage.join("@zoe", name="‮evil‬ <b>@room</b>")
        await stage.forward(seconds=31)
        assert [m.text for m in stage.shown()] == [
            "Welcome evil <b>@room</b>!\nTea is on the left.",
            "carla: evil <b>@room</b> is new here. Will you say hello?",
        ]


async def test_newcomers_command_lists_steps(tmp_path: Path) -> None:
    """The newcomers command lists each newcomer with their current step."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await stage.say("@carla", "!newcomers")
        assert "No one is waiting" in stage.last().text
        await join_and_accept_rules(stage)
        await stage.say("@carla", "!newcomers")
        assert "zoe: has not answered the question yet" in stage.last().text
        assert stage.last().author == BOT


async def test_private_answer_gets_thanks_and_no_hint(tmp_path: Path) -> None:
    """The bot thanks for the answer to its question and gives its hint only for the next private message."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await join_and_accept_rules(stage)
        await stage.say("@zoe", "I moved here", room="direct-@zoe")
        assert "Thank you" in stage.last("direct-@zoe").text
        stage.never_saw("didn’t understand", "direct-@zoe")
        await stage.say("@zoe", "and I like soup", room="direct-@zoe")
        stage.sees("didn’t understand", "direct-@zoe")


async def test_private_language_follows_room_until_chosen(tmp_path: Path) -> None:
    """A newcomer of a French room gets private answers in French until they choose English."""
    async with staged(tmp_path) as stage:
        await create_community(stage, locale="fr")
        await join_and_accept_rules(stage)
        await stage.say("@zoe", "!help", room="direct-@zoe")
        assert "Ce que tout le monde peut faire" in stage.last("direct-@zoe").text
        await stage.say("@zoe", "!me language en", room="direct-@zoe")
        await stage.say("@zoe", "!help", room="direct-@zoe")
        assert "What everyone can do" in stage.last("direct-@zoe").text


async def test_private_step_does_not_wait_for_the_room(tmp_path: Path) -> None:
    """A newcomer gets the rules in private while the room's own messages have to wait."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        await stage.join("@zoe")
        stage.platform.faults = [Later(60)]
        await stage.forward(seconds=31)
        assert stage.shown() == []
        assert "Be kind" in stage.last("direct-@zoe").text


async def test_private_steps_are_in_the_newcomers_language(tmp_path: Path) -> None:
    """The steps are in the language that the newcomer chose before, and the room stays in its own."""
    async with staged(tmp_path) as stage:
        await create_community(stage)
        stage.platform.direct_rooms["@zoe"] = "direct-@zoe"
        await stage.say("@zoe", "!me language fr", room="direct-@zoe")
        await stage.join("@zoe")
        await stage.forward(seconds=31)
        stage.sees("Welcome")
        rules = stage.last("direct-@zoe")
        assert "les règles" in rules.text
        await stage.press("@zoe", rules, "🤝")
        assert "Écrivez simplement" in stage.last("direct-@zoe").text
        await stage.say("@zoe", "La soupe", room="direct-@zoe")
        assert "Merci" in stage.last("direct-@zoe").text
