"""The file of interactions that Discord was told to wait for."""

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
    """In a folder that is not there yet."""
    return tmp_path / "store" / "discord.deferred.json"


async def test_what_was_not_answered_is_there_in_the_next_run(file: Path) -> None:
    """Once a run, until it is answered."""
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


async def test_nothing_is_left_once_all_is_answered(file: Path) -> None:
    """No file either; what was never kept is over without harm."""
    deferred = DeferredInteractions(file)
    await deferred.save({"a": press(1)})
    deferred.remove("b")
    deferred.remove("a")
    assert not file.exists()


async def test_after_a_day_nobody_waits(file: Path) -> None:
    """An old press would count again once the core has forgotten it."""
    await DeferredInteractions(file).save({"a": press(1, NOW - timedelta(days=2))})
    assert DeferredInteractions(file).take_left_over(NOW) == []
    assert not file.exists()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', '{"a": "{}"}', '{"a": "\\ud800"}'])
async def test_a_file_that_nobody_can_read_is_begun_anew(file: Path, content: str) -> None:
    """Nothing is given, and what comes is kept."""
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    deferred = DeferredInteractions(file)
    assert deferred.take_left_over(NOW) == []
    await deferred.save({"a": press(1)})
    assert DeferredInteractions(file).take_left_over(NOW) == [press(1)]


async def test_a_full_disk_stops_nothing(file: Path) -> None:
    """It goes on without."""
    file.parent.write_text("in the way")
    await DeferredInteractions(file).save({"a": press(1)})
    assert file.parent.read_text() == "in the way"


async def test_what_is_answered_while_it_is_written_leaves_no_file(file: Path) -> None:
    """The core may be quicker than the disk; and what comes meanwhile is written next."""
    loop, gate = asyncio.get_running_loop(), threading.Event()
    loop.set_default_executor(ThreadPoolExecutor(1))  # where files are written
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


async def test_a_file_that_will_not_go_away_stops_no_answer(file: Path) -> None:
    """An answer that was given would be given again."""
    deferred = DeferredInteractions(file)
    await deferred.save({"a": press(1)})
    file.unlink()
    file.mkdir()
    deferred.remove("a")
    assert file.is_dir()
