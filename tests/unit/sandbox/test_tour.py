"""The guided tour begins after seeding and detects its completed steps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.cli.demo.seed import SCRIPT, seed
from adapters.sandbox.page import tour
from adapters.sandbox.platform.actions import SandboxActions
from adapters.sandbox.platform.sandbox import Sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Open an empty sandbox in memory."""
    made = Sandbox()
    yield made
    made.close()


class Killed(Exception):
    """Stops the seeding, as a killed process would."""


async def no_bot() -> None:
    """Do nothing between two lines of the seed."""


async def test_tour_begins_after_interrupted_seeding(sandbox: Sandbox) -> None:
    """If the process stops during seeding, the tour begins at the next start."""
    script, typed = [line for line in SCRIPT if line.text and not line.command], 0

    async def rest() -> None:
        nonlocal typed
        typed += 1
        if typed > len(script):
            raise Killed

    try:
        await seed(sandbox, rest, script)
    except Killed:
        assert tour.done_steps(sandbox) == set()
    await seed(sandbox, no_bot, script)
    SandboxActions(sandbox).post("anna", "lyon", "me voilà")
    await seed(sandbox, no_bot, script)
    assert tour.done_steps(sandbox) == {"again"}


async def test_restart_without_actions_completes_no_step(sandbox: Sandbox) -> None:
    """A restart without any action does not complete the last step of the tour."""
    for _ in range(3):
        await seed(sandbox, no_bot, [])
    assert tour.done_steps(sandbox) == set()
