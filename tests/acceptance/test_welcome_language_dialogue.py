"""A newcomer chooses a language in the middle of the private welcome."""

from __future__ import annotations

from pathlib import Path

from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import staged

PRIVATE = "direct-@zoe"


async def test_current_step_is_asked_again_in_the_chosen_language(tmp_path: Path) -> None:
    """After the choice the rules come again in the new language, and the next step too; the answer still counts."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        await join_and_be_welcomed(stage)
        assert "these are the rules" in stage.last(PRIVATE).text
        await stage.say("@zoe", "!me language", room=PRIVATE)
        await stage.say("@zoe", "français", room=PRIVATE)
        assert "voici les règles" in stage.last(PRIVATE).text or "les règles" in stage.last(PRIVATE).text
        await stage.press("@zoe", stage.last(PRIVATE), "🤝")
        await stage.say("@zoe", "!me language de", room=PRIVATE)
        assert "What brings you here?" in stage.last(PRIVATE).text
        assert "Schreib" in stage.last(PRIVATE).text
        await stage.say("@zoe", "Die Suppe", room=PRIVATE)
        stage.sees("Die Suppe")


async def test_nothing_is_asked_again_without_a_step(tmp_path: Path) -> None:
    """Somebody who is not a newcomer gets only the answer."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.direct_rooms["@anna"] = "direct-@anna"
        await stage.say("@anna", "!me language fr", room="direct-@anna")
        assert len(stage.shown("direct-@anna")) == 1
