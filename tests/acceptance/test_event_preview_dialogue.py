"""Tests for what somebody types after the preview of an event: corrections and other words."""

from pathlib import Path

import pytest

from tests.acceptance.event_steps import event_cards, plain_text
from tests.stage import PLAIN, RICH, staged


@pytest.mark.parametrize(
    ("locale", "typed", "shown"),
    [
        ("en", "8pm", "27 November 2026 at 20:00"),
        ("en", "saturday", "28 November 2026 at 19:00"),
        ("en", "place: the library", "📍 the library"),
        ("en", "description: Bring a dish", "📝 Bring a dish"),
        ("en", "title = Soup", "Soup"),
        ("fr", "plutôt samedi", "28 novembre 2026 à 19:00"),
        ("fr", "samedi 20h", "28 novembre 2026 à 20:00"),
        ("fr", "lieu : la bibliothèque", "📍 la bibliothèque"),
        ("de", "Ort: die Bücherei", "📍 die Bücherei"),
        ("es", "lugar: la biblioteca", "📍 la biblioteca"),
    ],
)
async def test_draft_is_corrected(tmp_path: Path, locale: str, typed: str, shown: str) -> None:
    """A time, or a field with a colon, corrects the draft; a yes then announces what the new preview shows."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", "!event Potluck friday 7pm at the garden")
        await stage.say("@carla", typed)
        assert shown in plain_text(stage.last())
        await stage.say("@carla", "yes")
        (card,) = event_cards(stage)
        assert shown in plain_text(card)


async def test_hint_comes_on_every_platform(tmp_path: Path) -> None:
    """Where people have buttons, other words get the hint as well, once."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.say("@carla", "what do you all think?")
        assert stage.last().text.startswith("Your event is still waiting")
        await stage.say("@carla", "no")
        assert stage.sees("nothing was announced")
