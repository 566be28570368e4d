"""Tests for a highlight that very many communities show: a few dozen in each transaction, and each of them once."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, update
from sqlmodel import col, select

from bots.features.highlights import rising
from bots.turn import rounds
from storage.queries import placements
from storage.tables import Community, Network, Outbox, Placement, Timer
from tests.acceptance.highlight_steps import create_relaying_community, post_liked_message
from tests.stage import Stage, staged

HOMES = 2 * rounds.SIZE + 7
SEED = 20261128


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Set up a network whose highlights many communities show in their homes."""
    async with staged(tmp_path) as made:
        await create_relaying_community(made)
        async with made.database.reading() as uow:
            network = await uow.first(select(Network.id))
        for number in range(HOMES):
            await made.community(home(number), name=f"Town {number}", network=network)
        async with made.database.transaction() as uow:
            listens = {"receives_highlights": True, "quiet_hours": ""}
            await uow.execute(update(Community).where(col(Community.name) != "Lyon").values(**listens))
        yield made


def home(number: int) -> str:
    """Return the home room of a community."""
    return f"#town{number}"


def homes_that_show(stage: Stage, words: str) -> list[int]:
    """Return the number of messages with these words in each home."""
    return [len(stage.matching(lambda shown: words in shown.text, home(number))) for number in range(HOMES)]


async def count(stage: Stage, table: type[Outbox] | type[Timer], *where: object) -> int:
    """Count rows."""
    async with stage.database.reading() as uow:
        return await uow.first(select(func.count()).select_from(table).where(*where)) or 0  # type: ignore[arg-type]


async def test_copy_reaches_every_home_once(stage: Stage) -> None:
    """Every home shows one copy of a highlight."""
    await post_liked_message(stage)
    await stage.forward(minutes=10)
    assert homes_that_show(stage, "40 trees") == [1] * HOMES


async def test_interrupted_round_goes_on(stage: Stage) -> None:
    """After restarts in the middle of the copies and of their edits, every home shows one copy as it is now."""
    chance = random.Random(SEED)
    source = await post_liked_message(stage)
    stage.clock.set(stage.clock.now().replace(minute=stage.clock.now().minute + 11))
    for words in ("41 trees", "42 trees"):
        for _ in range(4):
            firing = asyncio.create_task(stage.application.timers.fire_due())
            await asyncio.sleep(chance.uniform(0.0, 0.1))
            firing.cancel()
            await asyncio.gather(firing, return_exceptions=True)
            await stage.restart()
        stage.platform.edit(source, f"We planted {words}!")
        await stage.adapter.read_new(stage.application.dispatch)
    await stage.forward(minutes=1)
    assert homes_that_show(stage, "We planted") == [1] * HOMES
    assert homes_that_show(stage, "42 trees") == [1] * HOMES


async def test_reaction_costs_the_same_however_many_homes_there_are(stage: Stage) -> None:
    """The transaction of a reaction only sets a timer; later every copy shows the new number."""
    await post_liked_message(stage)
    await stage.forward(minutes=10)
    copy = stage.last(home(1))
    before = await count(stage, Outbox)
    stage.platform.react(copy.id, "@zoe", "🎉")
    await stage.adapter.read_new(stage.application.dispatch)
    assert await count(stage, Outbox) == before
    assert await count(stage, Timer, Timer.kind == rising.ECHO_TIMER) == 1
    assert await count(stage, Timer, Timer.kind == rounds.REDRAW) == 0
    await stage.forward(minutes=15)
    assert homes_that_show(stage, "4 people liked it") == [1] * HOMES


async def test_change_during_a_round_gets_its_own(stage: Stage) -> None:
    """What changes while copies are being redrawn is shown everywhere, too."""
    source = await post_liked_message(stage)
    await stage.forward(minutes=10)
    stage.platform.edit(source, "We planted 41 trees!")
    await stage.adapter.read_new(stage.application.dispatch)
    firing = asyncio.create_task(stage.application.timers.fire_due())
    while not await count(stage, Timer, Timer.kind == "redraw-rest"):
        await asyncio.sleep(0)
    stage.platform.edit(source, "We planted 42 trees!")
    await stage.adapter.read_new(stage.application.dispatch)
    await firing
    await stage.forward(seconds=2)
    assert homes_that_show(stage, "42 trees") == [1] * HOMES
    assert await count(stage, Timer, Timer.kind.in_(rounds.KINDS)) == 0  # type: ignore[attr-defined]


async def test_deleted_message_disappears_everywhere(stage: Stage) -> None:
    """When the author deletes the message, every copy goes."""
    source = await post_liked_message(stage)
    await stage.forward(minutes=10)
    stage.platform.delete(source)
    await stage.settle()
    assert homes_that_show(stage, "trees") == [0] * HOMES


async def test_message_deleted_while_copies_are_posted_reaches_nobody_else(stage: Stage) -> None:
    """A message that is deleted while its copies are being posted is posted no further, and the copies go."""
    source = await post_liked_message(stage)
    stage.clock.set(stage.clock.now().replace(minute=stage.clock.now().minute + 11))
    firing = asyncio.create_task(stage.application.timers.fire_due())
    behind = Timer.subject.not_like("%/0")  # type: ignore[attr-defined]
    while not await count(stage, Timer, Timer.kind == rising.ARRIVE_TIMER, behind):
        await asyncio.sleep(0)
    stage.platform.delete(source)
    await stage.adapter.read_new(stage.application.dispatch)
    await firing
    await stage.settle()
    assert homes_that_show(stage, "trees") == [0] * HOMES


async def test_card_that_is_withdrawn_and_posted_again_stays(stage: Stage) -> None:
    """A card that is withdrawn in very many rooms, and posted again at once, is still shown where it was posted."""
    await post_liked_message(stage)
    await stage.forward(minutes=10)
    card = "highlight:1"
    async with stage.database.transaction() as uow:
        first = (await placements.placements_of(uow, [card]))[0]
        last = await placements.newest_id(uow, card)
        await stage.set_timer(uow, rounds.WITHDRAW, f"{card}|{last}", stage.clock.now())
        again = {**first.model_dump(), "id": None, "outbox_key": "again"}
        await uow.add(Placement(**again))
    await stage.settle()
    assert homes_that_show(stage, "40 trees") == [0] * HOMES
    async with stage.database.reading() as uow:
        assert [one.outbox_key for one in await placements.placements_of(uow, [card])] == ["again"]
