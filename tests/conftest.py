"""Fixtures and assertion rewriting for all tests."""

import gc
import logging
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

for module in (
    "contract.display_contract",
    "contract.inbound_contract",
    "contract.outbound_contract",
    "contract.rig",
    "contract.matrix_people",
    "contract.matrix_reading",
    "contract.matrix_rig",
    "contract.discord_people",
    "contract.discord_reading",
    "contract.discord_rig",
    "contract.telegram_people",
    "contract.telegram_rig",
    "contract.sandbox_people",
    "acceptance.bot_on_discord",
    "acceptance.bot_on_matrix",
    "acceptance.bot_on_telegram",
    "acceptance.demo_visitor",
    "acceptance.discord_conversation",
    "acceptance.killable_discord_bot",
    "acceptance.running_bot",
    "acceptance.slash_commands",
    "acceptance.telegram_conversation",
    "stage",
):
    pytest.register_assert_rewrite(f"tests.{module}")  # failing assertions there show their values too

from tests import lag, stores  # noqa: E402 - pytest rewrites only modules that are imported later
from tests.forked import close_fork_server  # noqa: E402 - pytest rewrites only modules that are imported later
from tests.homeserver.synapse import Homeserver  # noqa: E402 - pytest rewrites only modules that are imported later


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--store` (the database), `--lag` (how late platforms are) and `--quick` (fewer tests)."""
    parser.addoption("--store", choices=stores.NAMES, default="sqlite", help="the database (default: sqlite)")
    parser.addoption("--lag", type=float, default=0.0, metavar="SECONDS", help="bots hear and send late (tests/lag.py)")
    parser.addoption("--quick", action="store_true", help="run no slow test, and one dialogue of each file")


_MEMORY = Path("/dev/shm")
_MEMORY_BYTES = 4 * 2**30
"""As much has to be free there."""


def pytest_configure(config: pytest.Config) -> None:
    """Choose the store. Keep the tests' files in memory if there is room: each commit waits for the disk otherwise.

    What a killed process has written is there all the same; only a power cut would lose it. Hang-ups are let through,
    which `nohup` keeps from every process that it starts.
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    stores.choose(config.getoption("--store"))
    lag.choose(config.getoption("--lag"))
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _MEMORY_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Spare the garbage collector what lives as long as the process: modules, and thousands of tests.

    Looking through all of it again and again took an eighth of the time. The collector comes less often, too.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def pytest_unconfigure() -> None:
    """Stop the servers that the stores started, and the one that starts `glocal`."""
    stores.close_all()
    close_fork_server()


_LONG = ("crash", "browser", "synapse", "telegram", "discord", "slow")
"""The markers of tests that wait more than they compute, the longest first."""
_MANY = 4
"""From this number of workers on, only some of them begin with the tests that kill processes."""
_Group = list[pytest.Item]
"""A test, or the tests of a file that share an event loop."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deal the tests out to the workers, so that each begins with its share of the long ones.

    With another store, leave out what is about SQLite's file. `--quick` leaves out more.

    pytest-xdist gives each worker a part of the list. In the order of the files, short tests would all run first, and
    one worker would end long after the others. Tests that kill processes mostly wait: of several workers, some begin
    with all of them, while the others compute. The longest come first.
    """
    if config.getoption("--store") != "sqlite":
        items[:] = [item for item in items if not item.get_closest_marker("file")]
    if config.getoption("--quick"):
        items[:] = _quick(items)
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    groups: dict[object, list[pytest.Item]] = {}
    for item in items:
        shares = getattr(item.get_closest_marker("asyncio"), "kwargs", {}).get("loop_scope") == "module"
        groups.setdefault(item.path if shares else item, []).append(item)
    usual = float(config.getini("timeout"))
    ranked = [(max(usual, _patience(group)), _rank(group), group) for group in groups.values()]
    ranked.sort(key=lambda one: (-one[0], one[1]))
    waiting = [group for _, rank, group in ranked if rank == 0]
    computing = [group for patience, rank, group in ranked if rank and patience > usual]
    others = [group for patience, rank, group in ranked if rank and patience == usual]
    items[:] = [
        item
        for worker in range(workers)
        for group in _first(worker, workers, waiting, computing) + others[worker::workers]
        for item in group
    ]


def _first(worker: int, workers: int, waiting: list[_Group], computing: list[_Group]) -> list[_Group]:
    """Return the worker's share of the longest tests."""
    if workers < _MANY:
        return waiting[worker::workers] + computing[worker::workers]
    killing = workers * 3 // 5
    return waiting[worker::killing] if worker < killing else computing[worker - killing :: workers - killing]


def _patience(group: _Group) -> float:
    """Return how long the tests may take at most, if they say so."""
    marker = group[0].get_closest_marker("timeout")
    return float(marker.args[0]) if marker is not None else 0.0


def _quick(items: list[pytest.Item]) -> list[pytest.Item]:
    """Leave out what waits for a server, and all but the first dialogue of each file."""
    fast = [item for item in items if _rank([item]) == len(_LONG)]
    first = {item.path: item for item in reversed(fast)}
    return [item for item in fast if item.path.parent.name != "acceptance" or first[item.path] is item]


def _rank(group: _Group) -> int:
    return next((rank for rank, mark in enumerate(_LONG) if group[0].get_closest_marker(mark)), len(_LONG))


@pytest.fixture(scope="session", autouse=True)
def quiet_logs() -> None:
    """Log in plain short lines, so that a failing test shows the error of the handler."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of all test processes."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if own.name.startswith("popen-") else own


@pytest.fixture(scope="session", autouse=True)
def shared_tables(shared: Path) -> None:
    """Let the first test process that needs a database make its tables; the others copy them."""
    stores.share(shared)


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """Run one real Synapse for the whole session, because accounts and rooms are cheap."""
    made = Homeserver(tmp_path_factory.mktemp("synapse"))
    made.start()
    yield made
    made.stop()
