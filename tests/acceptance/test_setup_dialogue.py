"""Tests for introducing the bot, setting a room up, and asking for what a command lacks."""

from pathlib import Path

import pytest

from tests.acceptance.room_steps import invite_bot
from tests.stage import RICH, staged


async def test_bot_introduces_itself_once(tmp_path: Path) -> None:
    """The bot introduces itself once in a room and says what it stores."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        intro = stage.last().text
        assert "I keep votes, answers and dates, not your conversations" in intro
        assert "!setup" in intro
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        assert len(stage.shown()) == 1


async def test_setup_step_by_step(tmp_path: Path) -> None:
    """The set-up asks for name, language and time zone one by one, and again after a mistake, even over a restart."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        assert "What is your community called?" in stage.last().text
        await stage.say("@anna", "Nobody asked me")
        await stage.say("@carla", "Lyon Croix-Rousse")
        assert "Which language" in stage.last().text
        await stage.say("@carla", "klingon")
        assert "I don’t speak klingon yet" in stage.last().text
        await stage.restart()
        await stage.say("@carla", "français")
        assert "fuseau horaire" in stage.last().text
        await stage.say("@carla", "Europe/Pariss")
        assert "Europe/Paris" in stage.last().text
        await stage.say("@carla", "Paris")
        assert "Lyon Croix-Rousse est prête" in stage.last().text
        assert "mercredi 25 novembre 2026" in stage.last().text


async def test_setup_is_in_managers_language(tmp_path: Path) -> None:
    """The set-up is in the manager's own language if the platform names it."""
    async with staged(tmp_path) as stage:
        stage.platform.locales["@carla"] = "fr"
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        assert "Comment s’appelle votre communauté" in stage.last().text
        await stage.say("@carla", "Lyon")
        await stage.say("@carla", "en")
        assert "Which time zone" in stage.last().text


async def test_setup_in_one_line(tmp_path: Path) -> None:
    """A set-up with all arguments asks nothing, and a second one points to !config."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", '!setup "Lyon" fr Europe/Paris')
        assert "Lyon est prête" in stage.last().text
        await stage.say("@carla", '!setup "Lyon 2" fr Europe/Paris')
        assert "!réglages" in stage.last().text


async def test_setup_names_missing_right(tmp_path: Path) -> None:
    """The bot refuses a member's set-up and names the missing right."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@anna", "!setup")
        assert "power level 50" in stage.last().text
        await stage.say("@anna", "!link")
        assert "This room has no community yet" in stage.last().text


async def test_unknown_command_gets_suggestion(tmp_path: Path) -> None:
    """The bot answers an unknown command with the nearest command, in the room's language."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@anna", "!hepl")
        assert "Vouliez-vous dire !aide" in stage.last().text
        await stage.say("@anna", "!xyzzyxyzzy")
        assert "Je ne connais pas xyzzyxyzzy." in stage.last().text
        await stage.say("@carla", "!link a b c")
        assert "b c" in stage.last().text


async def test_cancel_ends_questions(tmp_path: Path) -> None:
    """After `cancel` the bot takes the next message as ordinary talk."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        await stage.say("@carla", "cancel")
        assert stage.last().text == "OK, cancelled."
        number = len(stage.shown())
        await stage.say("@carla", "Lyon")
        assert len(stage.shown()) == number


async def test_refused_answer_ends_question(tmp_path: Path) -> None:
    """After refusing an answer that can't be corrected, the bot takes the next message as ordinary talk."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@carla", "!link")
        await stage.say("@carla", "netcode1")
        assert "already" in stage.last().text
        number = len(stage.shown())
        await stage.say("@carla", "Good morning everybody")
        assert len(stage.shown()) == number


async def test_question_ends_with_loss_of_role(tmp_path: Path) -> None:
    """A former connector's answer is refused once, and their next message is ordinary talk."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@bea", "!me")
        await stage.say("@carla", "!connector add bea")
        await stage.say("@bea", "!greeter add")
        await stage.say("@carla", "!connector remove bea")
        await stage.say("@bea", "carla")
        assert "connector" in stage.last().text
        number = len(stage.shown())
        await stage.say("@bea", "Good morning everybody")
        assert len(stage.shown()) == number


async def test_another_command_ends_question(tmp_path: Path) -> None:
    """Another command ends an open question, so that the next message is ordinary talk."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll")
        assert stage.sees("What is the question?")
        await stage.say("@carla", "!poll list")
        await stage.say("@carla", "Shall we have soup tonight?")
        stage.never_saw("Which options")


async def test_choice_by_button(tmp_path: Path) -> None:
    """Only the person whom the bot asked can press a button of the question, and only once."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!room role")
        question = stage.last()
        await stage.press("@anna", question, "foyer")
        assert "Je ne vous le demande pas" in stage.last().text
        await stage.press("@carla", question, "événements")
        stage.sees("J’annonce désormais les événements")
        await stage.press("@carla", question, "foyer")
        assert "Je ne vous le demande pas" in stage.last().text


async def test_choice_by_reaction(tmp_path: Path) -> None:
    """On a platform without buttons a reaction answers a question, and the next question follows."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", "!setup")
        await stage.say("@carla", "Lyon")
        await stage.react("@carla", stage.sees("Which language"), "4️⃣")
        assert "fuseau horaire" in stage.last().text
        await stage.say("@carla", "Paris")
        assert "Lyon est prête" in stage.last().text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!aide", "Ce que tout le monde peut faire ici"),
        ("!hilfe", "Das können hier alle"),
        ("!ayuda", "Lo que todo el mundo puede hacer aquí"),
        ("!sondage Thé ? oui, non", "n’a pas encore de communauté"),
        ("!help", "What everyone can do here"),
        ("!code", "I don’t know code"),
    ],
)
async def test_room_without_community_answers_in_the_language_of_the_command(
    tmp_path: Path, line: str, answer: str
) -> None:
    """Where no language is set, a command word that only one language has is answered in it, any other in English."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage)
        await stage.say("@carla", line)
        assert answer in stage.last().text
