"""The guided tour begins after seeding and finds out which steps are done."""

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
    """Close the sandbox."""


async def no_bot() -> None:
    """Seeded messages complete no step."""


async def test_a_demo_killed_at_its_last_line_begins_its_tour_when_it_starts_again(sandbox: Sandbox) -> None:
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


async def test_a_start_with_nothing_to_find_again_is_not_counted(sandbox: Sandbox) -> None:
    """A restart without any action does not complete the last step."""
    for _ in range(3):
        await seed(sandbox, no_bot, [])
    assert tour.done_steps(sandbox) == set()
