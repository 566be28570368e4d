"""A community that joins a network, or comes back, while a poll is open or an event is still to come."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.announcement_steps import LYON, NET, YORK
from tests.acceptance.network_steps import link
from tests.stage import RICH, Stage, staged

BARI = "#bari"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network of Lyon and York, and Bari beside it."""
    async with staged(tmp_path, RICH) as made:
        network = await made.network()
        await made.community(LYON, network=network.id)
        await made.community(YORK, name="York", connector="@yan", network=network.id)
        await made.community(BARI, name="Bari", connector="@bea", locale="es")
        yield made


async def join_network(stage: Stage, user: str, room: str) -> None:
    """Let a community ask to join, and the coordinator accept."""
    await stage.say(user, "!link netcode1", room)
    await stage.say(user, "yes", room)
    await stage.press("@nora", stage.sees("asks to join", NET), "✅")
    await stage.forward(seconds=10)


async def ask(stage: Stage, line: str) -> None:
    """Ask all communities, and agree to the preview."""
    await stage.say("@nora", line, NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=10)


async def test_new_community_votes_along(stage: Stage) -> None:
    """Its home shows the open poll in its language, once; its votes count, and the result comes."""
    await ask(stage, '!poll "Tea?" yes no to=network')
    await join_network(stage, "@bea", BARI)
    assert "Encuesta de la red Les Passeurs" in stage.sees("Tea", BARI).text
    await stage.press("@zoe", stage.sees("Tea", BARI), "1️⃣")
    await stage.forward(seconds=10)
    for room in (LYON, YORK, BARI):
        assert len(stage.matching(lambda shown: "Tea?" in shown.text, room)) == 1, room
        assert "1 (100" in stage.sees("Tea", room).text
    await stage.say("@nora", "!poll close 1", NET)
    await stage.forward(seconds=10)
    assert "yes" in stage.last(BARI).text and "Encuesta 1" in stage.last(BARI).text


async def test_voting_goes_on_where_a_community_comes_back(stage: Stage) -> None:
    """Who leaves, or stops listening, can't vote any longer; back again, the same card takes votes."""
    await ask(stage, '!poll "Tea?" yes no to=network')
    for away, back in (("!network listen off", "!network listen on"), ("!unlink", "")):
        await stage.say("@yan", away, YORK)
        await stage.say("@yan", "yes", YORK) if not back else None
        await stage.forward(seconds=10)
        assert "voting here is over" in stage.sees("Tea", YORK).text
        await (stage.say("@yan", back, YORK) if back else join_network(stage, "@yan", YORK))
        await stage.forward(seconds=10)
        assert "voting here is over" not in stage.sees("Tea", YORK).text
    await stage.press("@zoe", stage.sees("Tea", YORK), "1️⃣")
    await stage.forward(seconds=10)
    assert "1 (100" in stage.sees("Tea", LYON).text
    assert len(stage.matching(lambda shown: "Tea?" in shown.text, YORK)) == 1


async def test_new_community_is_asked_about_the_next_events(stage: Stage) -> None:
    """It is asked about the next three events of the network, not about all, and about none that is over."""
    for day in range(1, 6):
        await ask(stage, f"!event Walk {day} 2026-12-0{day} 19:00 to=network")
    await stage.forward(days=7)
    await join_network(stage, "@bea", BARI)
    asked = "\n".join(shown.text for shown in stage.shown(BARI) if "Walk" in shown.text)
    assert [f"Walk {day}" in asked for day in range(1, 6)] == [False, True, True, True, False], asked


async def test_what_waits_is_shown_to_who_wants_no_questions(stage: Stage) -> None:
    """`network events show` also shows what the community was asked about; after `off` and `ask` it is asked again."""
    await ask(stage, "!event Walk 2026-12-01 19:00 to=network")
    assert "Shall it be shown here?" in stage.sees("Walk", YORK).text
    await stage.say("@yan", "!network events show", YORK)
    await stage.forward(seconds=10)
    assert "Event of the network Les Passeurs" in stage.sees("Event 1: Walk", YORK).text
    assert "Shall it be shown here?" not in "".join(shown.text for shown in stage.shown(YORK))
    await stage.say("@yan", "!network events off", YORK)
    await stage.forward(seconds=10)
    assert "no longer shows this event" in stage.transcript(YORK)
    await stage.say("@yan", "!network events ask", YORK)
    await stage.forward(seconds=10)
    await stage.press("@yan", stage.sees("Shall it be shown here", YORK), "✅")
    await stage.forward(seconds=10)
    await stage.press("@zoe", stage.sees("Event 1: Walk", YORK), "✅")
    await stage.forward(seconds=10)
    assert "✅ 1 coming: zoe" in stage.sees("Event 1: Walk", YORK).text


async def test_community_that_comes_back_is_asked_again(stage: Stage) -> None:
    """Who left the network and joins it again is asked anew about an event that it showed; replies stay."""
    await ask(stage, "!event Walk 2026-12-01 19:00 to=network")
    await stage.press("@yan", stage.sees("Shall it be shown here", YORK), "✅")
    await stage.press("@zoe", stage.sees("Event 1: Walk", YORK), "✅")
    await stage.say("@yan", "!unlink", YORK)
    await stage.say("@yan", "yes", YORK)
    await join_network(stage, "@yan", YORK)
    await stage.press("@yan", stage.sees("Shall it be shown here", YORK), "✅")
    await stage.forward(seconds=10)
    assert "✅ 1 coming: zoe" in stage.sees("Event 1: Walk", YORK).text


async def test_network_that_begins_to_listen(stage: Stage) -> None:
    """The communities of a network that joins a wider one vote along once it listens."""
    wide = await stage.network("#wide", name="Birds", coordinator="@wim", code="netcode2")
    await stage.community("#rome", name="Rome", connector="@rita", network=wide.id)
    await stage.say("@wim", '!poll "Tea?" yes no to=network', "#wide")
    await stage.say("@wim", "yes", "#wide")
    await link(stage, "@nora", "netcode2", NET)
    await stage.press("@wim", stage.sees("asks to become part", "#wide"), "✅")
    await stage.forward(seconds=10)
    assert not stage.matching(lambda shown: "Tea?" in shown.text, LYON)
    await stage.say("@nora", "!network listen on", NET)
    await stage.forward(seconds=10)
    for room in (LYON, YORK, "#rome"):
        assert len(stage.matching(lambda shown: "Tea?" in shown.text, room)) == 1, room
    await stage.press("@zoe", stage.sees("Tea", LYON), "1️⃣")
    await stage.forward(seconds=10)
    assert "1 (100" in stage.sees("Tea", "#rome").text
