"""Tests for `communities`: how the communities of a network are doing, for its coordinators alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from bots.ports import Capabilities
from storage.tables import Community, Room, RoomState
from tests.acceptance.network_rooms import CIRCLE, HIGHLIGHTS, add_circle
from tests.stage import PLAIN, RICH, Stage, staged

BUTTONS = Capabilities(buttons=True)
"""Buttons, and answers that everybody sees."""


async def whole_network(stage: Stage, locale: str = "en") -> None:
    """Set up a network with two communities and a circle."""
    network = await stage.network(locale=locale)
    await stage.community(network=network.id, locale=locale, quiet_hours="")
    await stage.community("#bari", name="Bari", connector="@bea", network=network.id, quiet_hours="")
    await add_circle(stage)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with two communities."""
    async with staged(tmp_path) as made:
        await whole_network(made)
        yield made


async def overview(stage: Stage, line: str = "!communities", room: str = CIRCLE) -> str:
    """Ask for the overview, and return it."""
    await stage.say("@nora", line, room)
    return stage.last(room).text


async def test_figures_of_the_last_weeks(stage: Stage) -> None:
    """Newcomers, events, polls and the day a connector was last seen; no name, and no number below five."""
    for number in range(6):
        await stage.join(f"@new{number}", name=f"new{number}")
    await stage.join("@one", "#bari", name="one")
    await stage.say("@carla", "!poll Tea? yes no")
    await stage.say("@carla", "!event Picnic tomorrow at 15:00")
    await stage.say("@carla", "yes")
    await stage.say("@carla", "hello new0, new1, new2, new3, new4 and new5")
    await stage.forward(days=2)
    shown = await overview(stage)
    lyon = next(line for line in shown.split("\n") if "Lyon" in line)
    assert "connector seen 2 days ago" in lyon and "newcomers: 6" in lyon and "one event" in lyon and "one poll" in lyon
    bari = next(line for line in shown.split("\n") if "Bari" in line)
    assert "newcomers" not in bari and "new0" not in shown
    await stage.say("@nora", "!communities Bari", HIGHLIGHTS)
    stage.sees("fewer than five newcomers", "direct-@nora")


async def test_plain_message_of_a_connector_is_a_sign(stage: Stage) -> None:
    """A connector need not speak to the bot to be seen; others' messages, and theirs elsewhere, don't count."""
    assert "Bari – no connector seen yet" in await overview(stage)
    await stage.say("@anna", "Hello all", "#bari")
    await stage.say("@carla", "Just passing by", "#bari")
    assert "Bari – no connector seen yet" in await overview(stage)
    await stage.restart()
    await stage.say("@bea", "Good morning", "#bari")
    assert "Bari – connector seen today" in await overview(stage)
    await stage.forward(days=1)
    assert "Bari – connector seen yesterday" in await overview(stage)
    await stage.say("@bea", "Good morning again", "#bari")
    assert "Bari – connector seen today" in await overview(stage)


async def test_new_connector_is_seen_without_a_restart(stage: Stage) -> None:
    """Somebody who became a connector counts from then on."""
    await stage.say("@ben", "!help", "#bari")
    await stage.say("@bea", "!connector add ben", "#bari")
    await stage.forward(days=3)
    await stage.say("@ben", "Anybody for tea?", "#bari")
    assert "Bari – connector seen today" in await overview(stage)


async def test_what_needs_a_hand_comes_first(stage: Stage) -> None:
    """Lost rooms, silent connectors and waiting newcomers come first, the others by name; `quiet` shows what sleeps."""
    await stage.say("@bea", "Hello", "#bari")
    await stage.say("@carla", "Hello")
    assert "Les Passeurs, last 30 days: nobody needs a hand" in await overview(stage)
    await stage.join("@zoe", name="zoe")
    await stage.forward(days=15)
    await stage.say("@bea", "Hello", "#bari")
    shown = (await overview(stage)).split("\n")
    assert shown[0].endswith("one community may need a hand.")
    assert shown[1].startswith("⚠️ Lyon – no connector seen for 15 days · a newcomer has been waiting")
    assert shown[2].startswith("• Bari – connector seen today")
    assert "Lyon" in (quiet := await overview(stage, "!communities quiet")) and "no connector seen" in quiet
    async with stage.database.transaction() as uow:
        await uow.execute(update(Room).where(col(Room.room) == "#bari").values(state=RoomState.LOST))
    assert (await overview(stage)).split("\n")[1].startswith("⚠️ Bari – it has no room any more")


async def test_one_community_and_filters(stage: Stage) -> None:
    """`communities Lyon` shows one as a sheet; filters choose by tag and language; wrong ones say what to type."""
    await stage.say("@nora", "!tag add bikes Lyon", CIRCLE)
    sheet = await overview(stage, "!communities Lyon")
    assert "• events held: 0 · polls: 0" in sheet and "#bikes" in sheet and "• rooms: 1 · lost rooms: 0" in sheet
    tagged = await overview(stage, "!communities tag:bikes")
    assert "Lyon" in tagged and "Bari" not in tagged
    assert "No community fits tag=bikes lang=fr" in await overview(stage, "!communities tag:bikes lang:fr")
    assert "can’t choose by colour" in await overview(stage, "!communities colour:red")
    assert "can’t read big as a size" in await overview(stage, "!communities size:big")
    for size in ("1-1", "2-", "-3"):
        assert "I don’t count groups of fewer than five people" in await overview(stage, f"!communities size:{size}")
    assert "don’t count" not in await overview(stage, "!communities size:-4")
    assert "Nothing called Oslo is in Les Passeurs" in await overview(stage, "!communities Oslo")


async def test_held_back_state(stage: Stage) -> None:
    """A community that holds its state back is named without any figure."""
    await stage.say("@carla", "!network share state off")
    assert "• Lyon: keeps its state to itself" in await overview(stage)
    assert await overview(stage, "!communities Lyon") == "• Lyon: keeps its state to itself"
    assert "Lyon" not in (await overview(stage, "!communities quiet")).replace("Les Passeurs", "")


async def test_only_coordinators_in_the_network_rooms(stage: Stage) -> None:
    """A community's room refuses it, and others may not ask; in the highlights room the answer comes in private."""
    await stage.say("@carla", "!communities")
    assert "coordinators" in stage.last().text
    await stage.say("@nora", "!communities", "#lyon")
    assert "I show that in the network’s own room" in stage.last().text
    await stage.say("@anna", "!communities", HIGHLIGHTS)
    assert "is for coordinators of the network" in stage.last(HIGHLIGHTS).text
    await stage.say("@nora", "!communities", HIGHLIGHTS)
    assert stage.last(HIGHLIGHTS).text == "I’ve sent you that in private: only coordinators should read it."
    stage.never_saw("Bari", HIGHLIGHTS)
    assert [shown for shown in stage.platform.messages.values() if "Bari –" in shown.text]


@pytest.mark.parametrize("capabilities", [PLAIN, BUTTONS, RICH], ids=["reactions", "buttons", "private"])
async def test_pages_over_a_hundred_communities(tmp_path: Path, capabilities: Capabilities) -> None:
    """A hundred communities come in pages, also those of a filter; the pages of others are refused."""
    async with staged(tmp_path, capabilities) as stage:
        await whole_network(stage)
        for number in range(98):
            await stage.community(f"#c{number}", name=f"C{number:02}", connector=f"@u{number}", network=1, locale="fr")
        await stage.say("@nora", "!communities", CIRCLE)
        first = stage.last(CIRCLE)
        assert "Page 1 of 10" in first.text
        await stage.press("@nora", first, "▶️")
        assert "Page 2 of 10" in stage.last(CIRCLE).text
        await stage.press("@anna", stage.last(CIRCLE), "▶️")
        assert "Page 3" not in stage.last(CIRCLE).text
        await stage.say("@nora", "!communities lang:fr", CIRCLE)
        assert "Page 1 of 10" in stage.last(CIRCLE).text
        await stage.press("@nora", stage.last(CIRCLE), "▶️")
        assert "Page 2 of 10" in stage.last(CIRCLE).text and "lang=fr" in stage.last(CIRCLE).text


@pytest.mark.parametrize(
    ("locale", "line", "quiet", "hand"),
    [
        ("fr", "!communautés", "!communautés calme", "aucun signe d’un connecteur depuis 15 jours"),
        ("de", "!communities", "!communities still", "seit 15 Tagen nichts von der Orga"),
        ("es", "!comunidades", "!comunidades tranquila", "sin señales de referentes desde hace 15 días"),
    ],
)
async def test_in_other_languages(tmp_path: Path, locale: str, line: str, quiet: str, hand: str) -> None:
    """The overview and its filters speak the network's language."""
    async with staged(tmp_path, RICH) as stage:
        await whole_network(stage, locale)
        await stage.say("@carla", "Hello")
        await stage.forward(days=15)
        for typed in (line, quiet):
            assert hand in (await overview(stage, typed)), typed


async def test_one_date_for_each_community(stage: Stage) -> None:
    """However much a connector says, one day is kept for the community, and nothing of what they said."""
    await stage.say("@carla", "My secret plan")
    first = await seen_on(stage)
    await stage.forward(hours=5)
    await stage.say("@carla", "More of it")
    assert await seen_on(stage) == first and (first.hour, first.minute) == (0, 0)


async def seen_on(stage: Stage) -> datetime:
    """Return the stored day of Lyon."""
    async with stage.database.reading() as uow:
        community = await uow.get(Community, 1)
        assert community is not None and community.connector_seen_on is not None
        return community.connector_seen_on
