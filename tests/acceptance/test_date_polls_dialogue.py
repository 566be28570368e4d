"""Polls of dates: from the words to the event that comes of the best date."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from bots.testing import Shown
from tests.stage import PLAIN, RICH, Stage, staged

DOORS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
ASKED = '!poll dates "When shall we meet?" sat 5 dec 15:00 / sun 6 dec 11:00 / next friday evening'


async def tap(stage: Stage, user: str, card: Shown, sign: str) -> None:
    """Press a button, or react with its sign."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, card, sign)
    await stage.forward(seconds=5)


async def published(stage: Stage, words: str) -> Shown:
    """Ask, look at the preview, publish, and return the card."""
    await stage.say("@carla", words)
    await tap(stage, "@carla", stage.last(), "✅")
    return next(shown for shown in reversed(stage.shown()) if "1️⃣" in shown.text and "✅" not in shown.text)


@DOORS
async def test_date_becomes_event(tmp_path: Path, capabilities: Capabilities) -> None:
    """The dates are shown with their weekday, people choose several, and one press drafts the event of the best."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@carla", ASKED)
        assert "2️⃣ Saturday, 5 December at 15:00\n3️⃣ Sunday, 6 December at 11:00" in stage.last().text
        assert "Please check weekday and hour." in stage.last().text
        card = await published(stage, ASKED)
        await tap(stage, "@anna", card, "2️⃣")
        await tap(stage, "@anna", card, "3️⃣")
        await tap(stage, "@ben", card, "2️⃣")
        await stage.say("@carla", "!poll close 1")
        result = next(shown for shown in reversed(stage.shown()) if "The answer is" in shown.text)
        assert "The answer is: Saturday, 5 December at 15:00." in result.text
        await tap(stage, "@anna", result, "📅")
        assert "Shall I announce" not in stage.last().text
        await tap(stage, "@carla", result, "📅")
        preview = stage.last()
        assert "When shall we meet?" in preview.text
        assert "Saturday, 5 December" in preview.text
        await tap(stage, "@carla", preview, "✅")
        assert any("Event 1" in shown.text and "5 December" in shown.text for shown in stage.shown())


@DOORS
async def test_dates_that_tie(tmp_path: Path, capabilities: Capabilities) -> None:
    """Each of the best dates has its sign, a whole day becomes an event of one, and a past date has no button."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        card = await published(stage, '!poll dates "When?" friday 7pm; sunday 6 december; 7 dec 10:00')
        await tap(stage, "@anna", card, "1️⃣")
        await tap(stage, "@anna", card, "2️⃣")
        await stage.forward(days=4)
        await stage.say("@carla", "!poll close 1")
        result = next(shown for shown in reversed(stage.shown()) if "Tie" in shown.text)
        await tap(stage, "@carla", result, "📅")
        assert "Sunday, 6 December 2026, all day" in stage.last().text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("sat 6 dec 15:00 / sun 13 dec 11:00", "sat 6 dec does not fit"),
        ("sat 5 dec 15:00 / pizza", "I can’t read pizza as a time"),
        ("sat 5 dec 15:00 / 18:00", "Which day do you mean by 18:00"),
        ("sat 5 dec 15:00 / friday or sunday at 6", "friday or sunday"),
        ("sat 5 dec 15:00 / 5 dec 3pm", "is there twice"),
    ],
)
async def test_date_that_is_not_sure(tmp_path: Path, typed: str, answer: str) -> None:
    """A contradictory, partial or doubled date is asked about by its words, and nothing is posted."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", f'!poll dates "When?" {typed}')
        assert answer in stage.last().text
        await stage.say("@carla", "sat 5 dec 15:00 / sun 6 dec 11:00")
        assert "1️⃣ Saturday, 5 December at 15:00\n2️⃣ Sunday, 6 December at 11:00" in stage.last().text


@pytest.mark.parametrize(
    ("locale", "typed", "dates", "verb"),
    [
        ("fr", "dates « Quand ? » sam. 5 déc. 15h / dimanche 6 décembre à 11h", "samedi 5 décembre à 15:00", "Créer"),
        ("de", "termine „Wann?“ Sa 5.12. 15 Uhr / So 6. Dez. 11:00", "Samstag, 5. Dezember um 15:00", "Termin daraus"),
        ("es", "fechas «¿Cuándo?» sáb 5 dic 15:00 / dom 6 dic 11:00", "sábado, 5 de diciembre, 15:00", "Crear"),
    ],
)
async def test_dates_in_other_languages(tmp_path: Path, locale: str, typed: str, dates: str, verb: str) -> None:
    """Dates are read and shown in the room's language, and so is the button that makes the event."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", f"!config language {locale}")
        card = await published(stage, f"!poll {typed}")
        assert dates in card.text
        await tap(stage, "@anna", card, "1️⃣")
        await stage.say("@carla", "!poll close 1")
        assert any(
            button.label.startswith(verb)
            for shown in stage.shown()
            if shown.content
            for button in shown.content.buttons
        )


async def test_edited_dates(tmp_path: Path) -> None:
    """Other dates before the first vote take the place of the old ones; after it they stay."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        card = await published(stage, ASKED)
        await stage.say("@carla", '!poll edit 1 options="sat 12 dec 15:00 / sun 13 dec 11:00"')
        assert "1️⃣ Saturday, 12 December at 15:00" in card.text
        await tap(stage, "@anna", card, "1️⃣")
        await stage.say("@carla", '!poll edit 1 options="sat 19 dec 15:00 / sun 20 dec 11:00"')
        assert "1️⃣ Saturday, 12 December at 15:00" in card.text
