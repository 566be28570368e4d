"""Tests for the figures of a digest: their change, those of lower networks, and how they are collected."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.core.inbound import TimerFired
from bots.features.digests.collecting import PAGE
from storage.queries import editions, timers
from tests.acceptance.highlight_steps import NET, create_network_with_digest
from tests.stage import START, Stage, staged


async def close_tea_poll(stage: Stage, voters: int) -> None:
    """Let so many people vote in a poll, and close it."""
    await stage.say("@carla", '!poll "Tea?" Green Black')
    for number in range(voters):
        await stage.react(f"@voter{number}", stage.sees("Tea?"), "1️⃣")
    await stage.say("@carla", "!poll close")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (6, 12, "• 12 votes, 6 more than the day before"),
        (12, 6, "• 6 votes, 6 fewer than the day before"),
        (6, 8, "• 8 votes, about as many as the day before"),
        (4, 8, "• 8 votes$"),
    ],
)
async def test_figures_are_compared_with_the_period_before(tmp_path: Path, before: int, after: int, told: str) -> None:
    """A figure tells its change since the period before; of people only a change of five or more."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.forward(days=1)
        for voters in (before, after):
            await close_tea_poll(stage, voters)
            await stage.forward(days=1)
        assert re.search(told, stage.last(NET).text)
        assert "• one poll decided, as many as the day before" in stage.last(NET).text


async def test_figures_of_lower_networks_are_told_above(tmp_path: Path) -> None:
    """A wider network's digest adds up what happened below it, without naming what did not rise."""
    async with staged(tmp_path) as stage:
        region = await stage.network("#region", name="Region", coordinator="@rosa", code="regioncd")
        town = await stage.network(parent=region.id)
        await stage.community(network=town.id)
        await stage.say("@carla", "!relay on")
        await stage.say("@nora", "!relay on", NET)
        await stage.say("@rosa", "!config digest daily", "#region")
        await stage.forward(minutes=1)
        await close_tea_poll(stage, 7)
        for number in range(6):
            await stage.join(f"@new{number}")
        await stage.until(datetime(2026, 11, 25, 18, 0, tzinfo=UTC))
        digest = stage.sees("What happened in Region", "#region").text
        assert "• 7 votes" in digest
        assert "• 6 newcomers" in digest
        assert "Tea?" not in digest
        assert "Lyon" not in digest


async def test_a_digest_whose_counting_was_interrupted_comes_once(tmp_path: Path) -> None:
    """A crash between two pages, after which even the timer is missing, leads to one complete digest."""
    async with staged(tmp_path) as stage:
        network = await create_network_with_digest(stage)
        for number in range(2 * PAGE):
            await stage.community(f"#c{number}", network=network.id, relaying=True, relaying_since=START)
        await stage.forward(minutes=1)
        await close_tea_poll(stage, 7)
        due = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
        await stage.until(due - timedelta(seconds=1))
        stage.clock.set(due)
        async with stage.database.reading() as uow:
            [timer] = [one for one in await timers.due_timers(uow, due, 9) if one.kind == "digest"]
        fired = TimerFired(
            key="t", account="", room="", at=due, timer=timer.id, kind=timer.kind, subject=timer.subject, due=due
        )
        await stage.application.dispatch.submit([fired])
        async with stage.database.transaction() as uow:
            assert await editions.being_collected(uow) == [1]
            uow.defer(timers.DELETE_TIMER, {"b_kind": "digest-collect", "b_subject": "1"})
        await stage.restart()
        await stage.forward(hours=1)
        assert len(stage.matching(lambda m: "• 7 votes" in m.text, NET)) == 1


async def test_a_digest_of_many_communities_is_counted_in_pages(tmp_path: Path) -> None:
    """Figures of more communities than fit into one transaction are complete, and the digest still comes once."""
    async with staged(tmp_path) as stage:
        network = await create_network_with_digest(stage)
        for number in range(2 * PAGE):
            await stage.community(
                f"#c{number}", name=f"C{number}", network=network.id, relaying=True, relaying_since=START
            )
        await stage.forward(minutes=1)
        await close_tea_poll(stage, 7)
        await stage.say("@nora", "!digest", NET)
        assert "preview appears here in a moment" in stage.shown(NET)[0].text
        assert "7 votes" in stage.sees("goes out", NET).text
        await stage.until(datetime(2026, 11, 25, 18, 0, tzinfo=UTC))
        assert len(stage.matching(lambda m: "• 7 votes" in m.text, NET)) == 1
