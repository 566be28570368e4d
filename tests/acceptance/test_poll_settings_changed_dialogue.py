"""`poll edit 3 quorum=5`: the rules of an open poll change, as long as nobody has voted by them."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.stage import PLAIN, RICH, Stage, staged

BOTH = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])


async def vote(stage: Stage, user: str, sign: str, what: str = "Tea") -> None:
    """Vote by a press or by a reaction."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, stage.sees(what), sign)
    await stage.forward(seconds=5)


@BOTH
async def test_rules_change_before_the_first_vote(tmp_path: Path, capabilities: Capabilities) -> None:
    """Other rules show on the card at once and count; `none` takes one away."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black threshold=unanimity')
        await stage.say("@carla", "!poll edit 1 quorum=3 hidden=yes threshold=none")
        assert "Poll 1 is changed." in stage.last().text
        await stage.forward(seconds=5)
        card = stage.sees("Tea").text
        assert "Counts if 3 people vote." in card
        assert "The figures come at the close." in card
        assert "every vote" not in card
        assert "▓" not in card
        assert "░" not in card


@BOTH
async def test_rules_hold_once_people_voted(tmp_path: Path, capabilities: Capabilities) -> None:
    """After a vote only what changes no ballot's meaning can change: reminders, reasons, an open list, the close."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!poll "Tea?" Vert Noir native=non close=3d')
        await vote(stage, "@anna", "1️⃣")
        await stage.say("@carla", "!poll edit 1 quorum=3")
        assert "ont voté au sondage 1 selon ses règles" in stage.last().text
        await stage.say("@carla", "!poll edit 1 ajouts=oui rappel=1d raisons=oui")
        assert "Sondage 1" in stage.sees("Tea").text
        await stage.forward(seconds=5)
        assert "Liste ouverte" in stage.sees("Tea").text
        assert "un seul rappel privé" in stage.sees("Tea").text
        await stage.say("@ben", "!poll ajouter 1 Rooibos")
        await stage.forward(seconds=5)
        assert "3️⃣ Rooibos" in stage.sees("Tea").text


@BOTH
async def test_anonymous_stays(tmp_path: Path, capabilities: Capabilities) -> None:
    """What was promised is not taken back, before or after the first vote."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black anonymous=yes')
        await stage.press("@carla", stage.last(), "✅")
        await stage.say("@carla", "!poll edit 1 anonymous=no")
        assert "stays anonymous" in stage.last().text
        await stage.say("@carla", "!poll edit 1 early=yes")
        await stage.forward(seconds=5)
        assert "Closes as soon as everybody" in stage.sees("Tea").text


async def test_native_poll_gives_way(tmp_path: Path) -> None:
    """A rule that the platform's own poll can't follow replaces it by the card."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        assert len([one for one in stage.shown() if one.content and one.content.poll]) == 1
        await stage.say("@carla", "!poll edit 1 additions=yes")
        await stage.forward(seconds=5)
        assert not [one for one in stage.shown() if one.content and one.content.poll]
        assert "Open list" in stage.sees("Tea").text


async def test_preview_of_an_edit_has_switches(tmp_path: Path) -> None:
    """The preview of a doubtful edit has the buttons for its rules, and publishing changes the poll."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.say("@carla", "!poll edit 1 Which cake do we bake?")
        preview = stage.last()
        await stage.press("@carla", preview, "Hide figures")
        await stage.press("@carla", stage.last(), "Open list")
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(seconds=5)
        card = stage.sees("Which cake").text
        assert "The figures come at the close." in card
        assert "Open list" in card


@pytest.mark.parametrize(
    ("kind", "typed", "counted", "result"),
    [("notes", "5 2", "Soupe 5, Tarte 2", "5,0"), ("gommettes", "3 2", "Soupe 3, Tarte 2", "3 (60")],
)
@BOTH
async def test_score_and_dots_in_french(
    tmp_path: Path, capabilities: Capabilities, kind: str, typed: str, counted: str, result: str
) -> None:
    """Points and dots from the question to the result, all in French."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", f'!sondage {kind} "Quel repas ?" Soupe, Tarte')
        if stage.last().text.startswith("Est-ce"):
            await stage.press("@carla", stage.last(), "✅")
        card = stage.sees("Quel repas")
        assert "votre bulletin" in card.text or "en privé" in card.text
        await vote(stage, "@anna", "🗳️", "Quel repas")
        await stage.say("@anna", f"!sondage voter 1 {typed}")
        said = [one.text for room in ("#lyon", "direct-@anna") for one in stage.shown(room)]
        assert any(counted in one for one in said), said
        await stage.say("@carla", "!sondage clore 1")
        shown = stage.sees("La réponse est").text
        assert "Soupe" in shown
        assert result in shown
        assert "Une personne a voté." in shown
