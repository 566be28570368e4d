"""Very many highlights that change at once: the words go now, the copies follow without making others wait."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlmodel import select

from bots.dispatch.handling import MAX_REDRAWN
from bots.features.highlights import withdrawal
from bots.testing import Shown
from storage.tables import Highlight, Outbox, OutboxState
from tests.acceptance.highlight_steps import NET, create_relaying_community, like
from tests.stage import Stage, staged


async def share(stage: Stage, count: int) -> None:
    """Let a network's room show this many highlights by Anna."""
    await create_relaying_community(stage)
    await stage.say("@anna", "!me relay named")
    for number in range(count):
        await like(stage, await stage.say("@anna", f"We planted {number} trees!"))
    await stage.forward(minutes=10)
    assert len(copies(stage)) == count


def copies(stage: Stage) -> list[Shown]:
    """Return the copies in the network's room."""
    return stage.matching(lambda message: "trees!" in message.text, NET)


async def handle_only(stage: Stage, user: str, text: str) -> None:
    """Let somebody say something, and handle that without what follows from it."""
    stage.platform.say("#lyon", user, text)
    await stage.adapter.read_new(stage.application.dispatch)


async def enqueued(stage: Stage, kind: str) -> int:
    """Return how many calls of a kind wait to be sent."""
    async with stage.database.reading() as uow:
        waiting = select(Outbox).where(Outbox.state == OutboxState.PENDING, Outbox.kind == kind)
        return len(await uow.all(waiting))


@pytest.mark.parametrize("lines", [("!me relay off",), ("!me erase", "yes")])
async def test_many_highlights_are_taken_back(tmp_path: Path, lines: Sequence[str]) -> None:
    """No words are left once the command is handled; all copies go, a few at once, the rest also after a restart."""
    async with staged(tmp_path) as stage:
        await share(stage, withdrawal.AT_ONCE + 4)
        for line in lines[:-1]:
            await stage.say("@anna", line)
        await handle_only(stage, "@anna", lines[-1])
        assert await enqueued(stage, "Delete") == withdrawal.AT_ONCE
        async with stage.database.reading() as uow:
            assert set(await uow.all(select(Highlight.text))) == {""}
        await stage.restart()
        await stage.settle()
        assert copies(stage) == []


async def test_many_held_messages_are_stopped(tmp_path: Path) -> None:
    """Relaying that ends stops all messages that are held back, also those whose notice changes later."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        for number in range(withdrawal.AT_ONCE + 4):
            await like(stage, await stage.say("@anna", f"We planted {number} trees!"))
        await handle_only(stage, "@carla", "!relay off")
        await stage.forward(hours=1)
        assert copies(stage) == []
        notes = stage.matching(lambda message: "was kept in this room" in message.text)
        assert len(notes) == withdrawal.AT_ONCE + 4


async def test_many_cards_are_redrawn(tmp_path: Path) -> None:
    """A change of very many cards redraws some with it, and the others afterwards."""
    async with staged(tmp_path) as stage:
        await share(stage, MAX_REDRAWN + 4)
        assert all("anna" in copy.text for copy in copies(stage))
        await handle_only(stage, "@anna", "!me relay unnamed")
        assert await enqueued(stage, "Edit") <= MAX_REDRAWN
        await stage.restart()
        await stage.forward(minutes=1)
        assert len(copies(stage)) == MAX_REDRAWN + 4
        assert not [copy.text for copy in copies(stage) if "anna" in copy.text]
