"""Tags of events: typed with the event or set later, shown on the card, and found in the agenda."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.event_steps import announce_event, plain_text
from tests.acceptance.highlight_steps import NET, create_network_with_digest
from tests.stage import RICH, staged


async def test_the_agenda_of_a_tag(tmp_path: Path) -> None:
    """Only events with the tag are listed, whatever its accents and signs, dates of a series too, on every page."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await announce_event(stage, '!event Ball friday 7pm tags="Dance, Kids"')
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await announce_event(stage, "!event Tango every day 6pm tags=dançe")
        assert "🏷️ Dance, Kids" in stage.sees("^Event 1").text
        await stage.say("@anna", "!agenda december tag=dance")
        lines = plain_text(stage.last()).split("\n")
        assert lines[0] == "December 2026 · 🏷️ dançe" and lines[-1] == "Page 1 of 4"
        await stage.press("@anna", stage.last(), "More")
        assert all("Tango" in line or "Dec" in line or "Page" in line for line in plain_text(stage.last()).split("\n"))
        await stage.say("@anna", "!agenda #kids")
        assert "Ball" in stage.last().text and "Potluck" not in stage.last().text
        await stage.say("@anna", "!agenda #sewing")
        assert "nothing with this tag" in stage.last().text


async def test_tags_keep_their_spelling(tmp_path: Path) -> None:
    """The card and the agenda show a tag as it was written, whichever way somebody asks for it, on every page."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale="fr")
        await announce_event(stage, '!événement Fête tous les jours 18h étiquettes="Été, plein-air"')
        assert "🏷️ Été, plein-air" in stage.sees("^Événement 1").text
        for typed in ("#ete", "#ÉTÉ", "#été"):
            await stage.say("@anna", f"!agenda {typed}")
            assert plain_text(stage.last()).split("\n")[0].endswith("🏷️ Été")
        content = stage.last().content
        assert content is not None
        await stage.press("@anna", stage.last(), content.buttons[0].emoji)
        assert "🏷️ Été" in stage.last().text and "Fête" in stage.last().text


async def test_tags_are_set_and_taken_away(tmp_path: Path) -> None:
    """A connector changes them, of a series for all that follows; five short words are the most."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await announce_event(stage, "!event Tango every friday 6pm")
        await stage.say("@carla", "!event set 1 tags=dance")
        await stage.forward(days=3)
        assert "🏷️ dance" in stage.sees("^Event 2").text
        await stage.say("@carla", "!event set 2 tags=none")
        await stage.forward(seconds=5)
        assert "🏷️" not in stage.sees("^Event 2").text
        for typed, answer in (("a b c d e f", "too many"), ("x" * 19, "too long"), ("!!", "isn’t a tag")):
            await stage.say("@carla", f'!event set 2 tags="{typed}"')
            assert answer in stage.last().text, stage.last().text


async def test_a_network_finds_the_tags_of_its_communities(tmp_path: Path) -> None:
    """In the network's room the agenda of a tag has what its communities share."""
    async with staged(tmp_path, RICH) as stage:
        await create_network_with_digest(stage)
        await stage.forward(minutes=1)
        await announce_event(stage, "!event Potluck friday 7pm tags=food")
        await announce_event(stage, "!event Walk friday 8pm")
        await stage.say("@nora", "!agenda tag=food", NET)
        assert "Potluck" in stage.last(NET).text and "Walk" not in stage.last(NET).text


@pytest.mark.parametrize(
    ("locale", "line", "agenda"),
    [
        ("fr", "!événement Bal vendredi 19h étiquettes=danse", "!agenda étiquette=danse"),
        ("de", "!termin Ball Freitag 19 Uhr etiketten=tanz", "!agenda etikett=tanz"),
        ("es", "!evento Baile viernes 19h etiquetas=baile", "!agenda etiqueta=baile"),
    ],
)
async def test_in_other_languages(tmp_path: Path, locale: str, line: str, agenda: str) -> None:
    """The words exist in each language."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale=locale)
        await announce_event(stage, line)
        await stage.say("@anna", agenda)
        assert "Ba" in stage.last().text and "🏷️" in stage.last().text
