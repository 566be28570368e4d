"""A poll whose reading is not beyond doubt is shown to its author before the room gets it."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.stage import PLAIN, RICH, Stage, staged

TELEGRAM = Capabilities(prefix="/", joiner="_", buttons=True, toasts=True)
"""Like Telegram: buttons below messages that everybody sees."""


def nobody_was_asked(stage: Stage) -> bool:
    """Return whether the room has no poll yet."""
    return not stage.matching(lambda shown: "nobody has voted" in shown.text)


@pytest.mark.parametrize("capabilities", [PLAIN, RICH, TELEGRAM], ids=["reactions", "private", "buttons"])
async def test_doubtful_poll_is_shown_first(tmp_path: Path, capabilities: Capabilities) -> None:
    """The author sees how the words were understood, and the room gets the poll when they publish it."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", "!poll Do we meet in the garden or the park? until friday")
        preview = stage.last()
        assert "Is this the poll you mean?" in preview.text
        assert "\n1️⃣ the garden\n2️⃣ the park\nOpen until Friday" in preview.text
        assert nobody_was_asked(stage)
        await (stage.press if capabilities.buttons else stage.react)("@carla", preview, "✅")
        card = stage.sees("nobody has voted")
        assert "2️⃣ the park" in card.text
        assert "Open until Friday" in card.text
        assert preview.deleted or capabilities.private_answers


async def test_question_alone_becomes_yes_or_no(tmp_path: Path) -> None:
    """A question without options is a poll of yes and no in the room's language, once its author agrees by typing."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!sondage On se voit dimanche ?")
        assert "1️⃣ Oui\n2️⃣ Non" in stage.last().text
        await stage.say("@carla", "oui")
        stage.sees("Sondage 1")
        assert "1️⃣ Oui" in stage.last().text


async def test_cancelled_preview_goes_away(tmp_path: Path) -> None:
    """Cancelling the preview removes it, and nobody is asked."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll garden or park?")
        preview = stage.last()
        await stage.react("@carla", preview, "❌")
        assert preview.deleted
        await stage.say("@carla", "!poll list")
        stage.sees("No poll is open")


async def test_others_cannot_publish_preview(tmp_path: Path) -> None:
    """Somebody else's press of Publish is refused with what to do."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll garden or park?")
        await stage.react("@anna", stage.last(), "✅")
        stage.sees("This preview isn’t yours")
        assert nobody_was_asked(stage)


async def test_poll_is_rewritten_in_preview(tmp_path: Path) -> None:
    """After Edit, the author's next message is the poll, which is shown again before it goes out."""
    async with staged(tmp_path, TELEGRAM) as stage:
        await stage.community()
        await stage.say("@carla", "!poll garden or park?")
        await stage.press("@carla", stage.last(), "Edit")
        assert "one option on each line" in stage.last().text
        await stage.say("@carla", "Where to?\nThe garden, by the gate\nThe park")
        preview = stage.last()
        assert "Where to?\n1️⃣ The garden, by the gate\n2️⃣ The park" in preview.text
        await stage.press("@carla", preview, "Publish")
        assert "Where to?" in stage.sees("nobody has voted").text


async def test_chat_after_preview_is_no_answer(tmp_path: Path) -> None:
    """Other words after the preview are ordinary; a reaction still publishes it, even after a restart."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll garden or park?")
        preview = stage.last()
        await stage.say("@carla", "let me think")
        stage.sees("Your poll is still waiting")
        await stage.say("@carla", "yes")
        assert nobody_was_asked(stage)
        await stage.restart()
        await stage.react("@carla", preview, "✅")
        assert not nobody_was_asked(stage)


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ('!poll "Tea?" yes no closes=friday', "close=friday"),
        ('!poll "Tea?" yes no chioces=2', "choices=2"),
        ('!sondage "Thé ?" oui non clotur=demain', "close=demain"),
        ('!umfrage "Tee?" ja nein endet=Freitag', "close=Freitag"),
    ],
)
async def test_misspelt_argument_is_refused(tmp_path: Path, line: str, right: str) -> None:
    """A misspelt name of an argument is refused with the right one, and is never an option."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", line)
        assert f"Did you mean {right}?" in stage.last().text
        assert nobody_was_asked(stage)


async def test_past_deadline_in_french_is_refused(tmp_path: Path) -> None:
    """An argument without its accents is understood, so a deadline in the past is refused as that."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!sondage "Thé ?" oui non cloture=hier')
        assert "C’est déjà passé" in stage.last().text


async def test_answers_may_name_arguments(tmp_path: Path) -> None:
    """An answer to a question may name other arguments; a misspelt one is corrected and the question stays open."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll Where do we meet?")
        await stage.say("@carla", "Garden, Library closes=friday")
        assert "Did you mean close=friday?" in stage.last().text
        await stage.say("@carla", "Garden, Library close=friday 6pm")
        card = stage.sees("nobody has voted")
        assert "2️⃣ Library" in card.text
        assert "Open until Friday, 27 November 2026 at 18:00" in card.text


async def test_unsure_answer_is_shown_first(tmp_path: Path) -> None:
    """Bare words as the answer to "Which options?" are shown before they are published."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!sondage")
        await stage.say("@carla", "?")
        assert "Quelle est la question" in stage.last().text
        await stage.say("@carla", "Que fait-on ce soir ?")
        await stage.say("@carla", "Cinéma théâtre ?")
        assert "Est-ce bien le sondage" in stage.last().text
        await stage.say("@carla", "non")
        await stage.say("@carla", '!sondage "Quand ?"')
        await stage.say("@carla", "Lundi, Mardi")
        assert "Est-ce bien" not in stage.last().text


# Rules that a button asks for


@pytest.mark.parametrize("capabilities", [PLAIN, RICH, TELEGRAM], ids=["reactions", "private", "buttons"])
async def test_own_emoji_start_and_recurrence_are_asked_for(tmp_path: Path, capabilities: Capabilities) -> None:
    """Their buttons ask, the next message is the answer, and the poll has what the preview then shows."""
    async with staged(tmp_path, capabilities) as stage:
        press = stage.press if capabilities.buttons else stage.react
        await stage.community()
        await stage.say("@carla", "!poll garden or park? close=2h")
        await press("@carla", stage.last(), "⚙️")
        for sign, asked, answer in (
            ("🎨", "Which emoji stand for the options?", "🌻 and 🌳"),
            ("🕘", "When does the poll open?", "tomorrow 9am"),
            ("🔁", "How often does the poll come?", "every friday 9:00"),
        ):
            await press("@carla", stage.last(), sign)
            assert asked in stage.last().text
            await stage.say("@carla", answer)
        preview = stage.last().text
        assert "🌻 garden\n🌳 park" in preview and "Comes again: every Friday" in preview
        assert "Opens on Thursday, 26 November 2026 at 09:00" in preview
        assert nobody_was_asked(stage)
        await press("@carla", stage.last(), "✅")
        assert nobody_was_asked(stage)
        await stage.forward(days=1)
        assert "🌻 garden" in stage.sees("nobody has voted").text


async def test_an_asked_rule_is_taken_away_again(tmp_path: Path) -> None:
    """`none` removes a rule; words that are none are explained, and after three of them the bot leaves people alone."""
    async with staged(tmp_path, TELEGRAM) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where?" garden, park emoji="🌻 🌳" repeat="every friday 9:00"')
        await stage.press("@carla", stage.last(), "⚙️")
        for sign in ("🎨", "🔁"):
            await stage.press("@carla", stage.last(), sign)
            await stage.say("@carla", "none")
        assert "1️⃣ garden\n2️⃣ park" in stage.last().text and "Comes again" not in stage.last().text
        preview = stage.last()
        await stage.press("@carla", preview, "🎨")
        for _ in range(3):
            await stage.say("@carla", "I don’t know")
            assert "2 different emoji" in stage.last().text
        said = len(stage.shown())
        await stage.say("@carla", "Let me think")
        assert len(stage.shown()) == said
        await stage.press("@carla", preview, "✅")
        assert "1️⃣ garden" in stage.sees("nobody has voted").text


async def test_others_do_not_answer_for_the_author(tmp_path: Path) -> None:
    """What somebody else writes after the question changes nothing."""
    async with staged(tmp_path, TELEGRAM) as stage:
        await stage.community()
        await stage.say("@carla", "!poll garden or park?")
        await stage.press("@carla", stage.last(), "⚙️")
        await stage.press("@carla", stage.last(), "🎨")
        said = len(stage.shown())
        await stage.say("@anna", "🌻 🌳")
        assert len(stage.shown()) == said


@pytest.mark.parametrize(
    ("locale", "asked", "answer", "shown", "none"),
    [
        ("fr", "tous les combien", "tous les vendredis à 9h", "Revient :", "aucun"),
        ("de", "Wie oft kommt die Umfrage", "jeden Freitag 9 Uhr", "Kommt wieder:", "keine"),
        ("es", "Cada cuánto", "todos los viernes a las 9", "Se repite:", "ninguno"),
    ],
)
async def test_asked_rules_in_other_languages(
    tmp_path: Path, locale: str, asked: str, answer: str, shown: str, none: str
) -> None:
    """The questions and their answers are in the language of the room."""
    async with staged(tmp_path, TELEGRAM) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", "!poll garden / park ?")
        await stage.press("@carla", stage.last(), "⚙️")
        await stage.press("@carla", stage.last(), "🔁")
        assert asked in stage.last().text
        await stage.say("@carla", answer)
        assert shown in stage.last().text.replace("\u202f", " ")
        await stage.press("@carla", stage.last(), "🔁")
        assert none in stage.last().text
        await stage.say("@carla", none)
        assert "1️⃣ garden" in stage.last().text and shown not in stage.last().text.replace("\u202f", " ")
