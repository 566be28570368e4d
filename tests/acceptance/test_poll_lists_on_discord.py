"""Polls of several choices, or of many options, have a list to choose from on Discord."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bot_on_discord import bot_on_discord

pytestmark = pytest.mark.discord
FRUIT = "Apple, Pear, Plum, Quince, Cherry, Fig"


async def test_one_choice_replaces_the_ballot(tmp_path: Path) -> None:
    """What somebody chooses from the list is their whole ballot; nothing chosen takes it back."""
    async with bot_on_discord(tmp_path) as here:
        carla, room = await here.community()
        anna, ben = here.person(carla.guild, "anna"), here.person(carla.guild, "ben")
        await here.result(carla.command(room, "poll open", question="Which?", options=FRUIT, choices="3"))
        card = await here.sees(room, "^Which")
        lists = [part for part in anna.buttons(room, card.id) if part["type"] == 3]
        assert [(one["placeholder"], one["min_values"], one["max_values"]) for one in lists] == [
            ("Choose up to 3", 0, 3)
        ]
        assert [part for part in anna.buttons(room, card.id) if part["type"] == 2] == []
        assert "Counted: Apple, Fig" in await here.answered(anna.choose(room, card.id, ["Apple", "Fig"]))
        assert "Counted: Plum" in await here.answered(anna.choose(room, card.id, ["Plum"]))
        assert "Counted: Plum, Cherry" in await here.answered(ben.choose(room, card.id, ["Plum", "Cherry"]))
        assert "withdrawn" in await here.answered(ben.choose(room, card.id, []))
        await here.sees(room, "(?s)^Which.*one person has voted")
        await here.result(carla.command(room, "poll close"))
        await here.sees(room, "The answer is: Plum")


async def test_few_options_are_buttons(tmp_path: Path) -> None:
    """One choice of few is a button; the sixth option of an open list makes a list of them, and votes stay."""
    async with bot_on_discord(tmp_path) as here:
        carla, room = await here.community(locale="fr")
        anna = here.person(carla.guild, "anna")
        given = {"question": "Quel fruit ?", "options": "Pomme, Poire, Prune, Coing, Cerise", "additions": "yes"}
        await here.result(carla.command(room, "poll open", **given))
        card = await here.sees(room, "^Quel fruit")
        assert {part["type"] for part in anna.buttons(room, card.id)} == {2}
        await here.result(anna.press(room, card.id, "poll:1:3"))
        await here.result(anna.command(room, "poll add", option="Figue"))
        await here.sees(room, "(?s)^Quel fruit.*Figue")
        lists = [part for part in anna.buttons(room, card.id) if part["type"] == 3]
        assert [(one["placeholder"], len(one["options"])) for one in lists] == [("Choisissez une option", 6)]
        await here.result(anna.choose(room, card.id, ["Coing"]))
        await here.sees(room, "(?s)Coing\n[^\n]* 1 \\(100")
        await here.result(anna.choose(room, card.id, ["Figue"]))
        await here.sees(room, "(?s)Figue\n[^\n]* 1 \\(100")
        await here.result(carla.command(room, "poll close"))
        await here.sees(room, "La réponse est.*Figue")


async def test_dates_are_a_list(tmp_path: Path) -> None:
    """Dates are chosen from a list, as many as suit."""
    async with bot_on_discord(tmp_path) as here:
        carla, room = await here.community()
        anna = here.person(carla.guild, "anna")
        line = {"question": "When?", "options": "sat 5 dec 2026 15:00 / sun 6 dec 2026 11:00", "kind": "dates"}
        shown = await here.result(carla.command(room, "poll open", **line))
        assert shown.response is not None
        await carla.react(room, str(shown.response.id), "✅")
        card = await here.sees(room, "^When")
        lists = [part for part in anna.buttons(room, card.id) if part["type"] == 3]
        assert [one["max_values"] for one in lists] == [2]
        chosen = [option["label"] for option in lists[0]["options"]]
        await here.result(anna.choose(room, card.id, chosen))
        await here.result(carla.command(room, "poll close"))
        await here.sees(room, "Tie: .*5.*6")
