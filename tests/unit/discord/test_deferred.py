"""The file of deferred interactions survives restarts and disk errors."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.discord.interactions.deferred import DeferredInteractions
from bots.core.inbound import ButtonPressed, Person

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def press(number: int, at: datetime = NOW) -> ButtonPressed:
    anna = Person(platform="discord", user="1", name="Anna")
    return ButtonPressed(
        key=f"discord:i:{number}", account="discord", room="7", at=at, person=anna,
        button="poll:1:2", message="9", token=f"b.{number}.1.t",
    )  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file in a folder that does not exist yet."""
    return tmp_path / "store" / "discord.deferred.json"


async def test_unanswered_interactions_survive_a_restart(file: Path) -> None:
    """Each process returns the unanswered interactions of the last one, once."""
    first = DeferredInteractions(file)
    assert first.take_left_over(NOW) == []
    await first.save({"a": press(1), "b": press(2)})
    first.remove("a")
    await first.save({"c": press(3)})
    second = DeferredInteractions(file)
    await second.save({"d": press(4)})
    assert second.take_left_over(NOW) == [press(2), press(3)]
    assert second.take_left_over(NOW) == []
    assert DeferredInteractions(file).take_left_over(NOW) == [press(2), press(3), press(4)]


async def test_the_last_answer_deletes_the_file(file: Path) -> None:
    """The last answer deletes the file, and the removal of an unknown interaction does nothing."""
    deferred = DeferredInteractions(file)
    await deferred.save({"a": press(1)})
    deferred.remove("b")
    deferred.remove("a")
    assert not file.exists()


async def test_old_interactions_are_dropped(file: Path) -> None:
    """The file drops old interactions, because the core has forgotten their keys and would repeat them."""
    await DeferredInteractions(file).save({"a": press(1, NOW - timedelta(days=2))})
    assert DeferredInteractions(file).take_left_over(NOW) == []
    assert not file.exists()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', '{"a": "{}"}', '{"a": "\\ud800"}'])
async def test_an_unreadable_file_counts_as_empty(file: Path, content: str) -> None:
    """An unreadable file counts as empty, and new interactions are saved."""
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    deferred = DeferredInteractions(file)
    assert deferred.take_left_over(NOW) == []
    await deferred.save({"a": press(1)})
    assert DeferredInteractions(file).take_left_over(NOW) == [press(1)]


async def test_a_failed_save_raises_nothing(file: Path) -> None:
    """A failed save raises no error."""
    file.parent.write_text("in the way")
    await DeferredInteractions(file).save({"a": press(1)})
    assert file.parent.read_text() == "in the way"


async def test_an_answer_during_a_write_leaves_no_file(file: Path) -> None:
    """An answer during a slow write removes the interaction, and values that arrive meanwhile are written next."""
    loop, gate = asyncio.get_running_loop(), threading.Event()
    loop.set_default_executor(ThreadPoolExecutor(1))  # the thread that writes files
    loop.run_in_executor(None, gate.wait)
    deferred = DeferredInteractions(file)
    await deferred.save({"a": press(1)})
    await deferred.save({"b": press(2)})
    deferred.remove("a")
    gate.set()
    async with asyncio.timeout(30):
        while DeferredInteractions(file).take_left_over(NOW) != [press(2)]:
            await asyncio.sleep(0.01)
    deferred.remove("b")
    async with asyncio.timeout(30):
        while file.exists():
            await asyncio.sleep(0.01)
    assert DeferredInteractions(file).take_left_over(NOW) == []


async def test_a_file_that_cannot_be_deleted_raises_nothing(file: Path) -> None:
    """A file that cannot be deleted raises no error."""
    deferred = DeferredInteractions(file)
    await deferred.save({"a": press(1)})
    file.unlink()
    file.mkdir()
    deferred.remove("a")
    assert file.is_dir()
