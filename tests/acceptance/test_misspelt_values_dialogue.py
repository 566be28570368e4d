"""Values of named arguments, misspelt in each language: the answer names the right words, and nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bots.i18n import languages, texts
from storage.tables import Audience, Event
from tests.acceptance.event_steps import plain_text
from tests.stage import PLAIN, Stage, staged
from tests.unit.commands.test_misspelt_words import slips

VALUES = {
    "for": tuple(f"audience-{audience}" for audience in Audience),
    "list": ("choice-hidden", "choice-shown"),
    "visibility": ("choice-public", "choice-members"),
}
"""The arguments of `event set`, and the texts of their values."""


@pytest.mark.parametrize("locale", languages.codes())
async def test_misspelt_value_is_answered_with_the_right_ones(tmp_path: Path, locale: str) -> None:
    """Whoever misspells a value reads all that there are, in the room's language, and may answer with one."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        for line in ("!event Potluck 2026-12-04 19:00", "yes"):
            await stage.say("@carla", line)
        before = await event_rows(stage)
        for name, text_ids in VALUES.items():
            words = [texts.words(locale, text_id) for text_id in text_ids]
            for slip in (slip for word in words for slip in slips(word) if slip not in words):
                await stage.say("@carla", f"!event set 1 {name}={slip}")
                told = plain_text(stage.last())
                assert slip in told and all(word in told for word in words), told
        assert await event_rows(stage) == before
        await stage.say("@carla", texts.words(locale, "choice-members"))
        assert await event_rows(stage) != before


async def event_rows(stage: Stage) -> list[dict[str, object]]:
    """Return all that is stored about events."""
    async with stage.database.reading() as uow:
        return [event.model_dump() for event in await uow.all(select(Event))]
