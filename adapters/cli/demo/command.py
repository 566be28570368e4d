"""`glocal demo`: the network in a browser, with no account and nothing to configure."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sqlite3
import sys
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from adapters.cli.application import Application
from adapters.cli.demo.clock import DemoClockController
from adapters.cli.demo.running import address_file, running_at, show_progress
from adapters.cli.demo.seed import LIVED, seed
from adapters.cli.file_lock import exclusive
from adapters.cli.log_setup import configure
from adapters.sandbox.adapter import SandboxAdapter
from adapters.sandbox.page.app import Page
from adapters.sandbox.page.server import HOST, bind, serve
from adapters.sandbox.platform.clock import SandboxClock
from adapters.sandbox.platform.profiles import PROFILES
from adapters.sandbox.platform.sandbox import Sandbox
from bots.dispatch.rate_limits import NO_LIMITS
from storage.database import Database
from storage.errors import DatabaseUnusable
from storage.migrate import upgrade

PORT = 8765


def demo(
    *, port: int = PORT, reset: bool = False, browser: bool = True, folder: Path | None = None,
    at: datetime | None = None,
) -> int:  # fmt: skip
    """Run the demo; return the exit code. `folder` keeps the conversation; a new demo begins at the time `at`."""
    configure("warning", "auto")
    kept = folder or data_folder()
    try:
        kept.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _fail(f"{kept} can't be made: {error.strerror}. GLOCAL_DEMO_FOLDER names another folder.")
    try:
        return _start(kept, port, reset=reset, browser=browser, at=at)
    except OSError as error:
        if error.filename is None or kept not in (Path(error.filename), *Path(error.filename).parents):
            raise
        return _fail(f"{error.filename}: {error.strerror}. GLOCAL_DEMO_FOLDER names another folder.")


def _start(kept: Path, port: int, *, reset: bool, browser: bool, at: datetime | None) -> int:
    """Run the demo in an existing folder; return the exit code. Raises OSError for a file that can't be used."""
    with exclusive(kept / "lock") as alone:
        if not alone:
            address = running_at(kept) or "another port"
            return _fail(f"The demo is already running at {address}. Stop that one with Ctrl-C first.")
        if reset:
            _reset(kept)
        try:
            listener = bind(port)
        except OSError as error:
            return _fail(f"No port from {port} on is free ({error.strerror}). Choose one with --port.")
        if port and listener.getsockname()[1] != port:
            print(f"Port {port} is busy, so I use the next free one: {listener.getsockname()[1]}.")
        address_file(kept).write_text(_address(listener), encoding="utf-8")
        try:
            asyncio.run(_run(kept, listener, browser=browser, at=at))
        except (DatabaseUnusable, sqlite3.DatabaseError) as error:
            return _fail(
                f"The conversation in {kept} can't be read ({_why(error)}). `glocal demo --reset` starts over."
            )
        finally:
            address_file(kept).unlink(missing_ok=True)
        print("\nStopped. `glocal demo` picks up where you left off, `glocal demo --reset` starts over.")
    return 0


def _fail(problem: str) -> int:
    """Print what is wrong; return the exit code."""
    print(problem, file=sys.stderr)
    return 1


def _why(error: DatabaseUnusable | sqlite3.DatabaseError) -> str:
    """Return what is wrong with a file, without the advice for operators: the demo has no settings."""
    found = error.__cause__
    return str(found.orig) if isinstance(found, DatabaseError) else str(error)


def data_folder() -> Path:
    """Return the folder of the conversation: GLOCAL_DEMO_FOLDER, or one in the user's state folder."""
    given = os.environ.get("GLOCAL_DEMO_FOLDER")
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return Path(given) if given else state / "glocal" / "demo"


def _reset(folder: Path) -> None:
    for file in folder.iterdir():
        if file.name != "lock":
            shutil.rmtree(file) if file.is_dir() else file.unlink()


async def _run(folder: Path, listener: socket.socket, *, browser: bool, at: datetime | None) -> None:
    """Run until SIGINT or SIGTERM."""
    running = asyncio.current_task()
    assert running is not None, "asyncio.run made a task"
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, running.cancel)
    sandbox = Sandbox(folder / "sandbox.db", begin=(at or datetime.now(UTC)) - LIVED)
    database = Database(f"sqlite:///{folder / 'glocal.db'}")
    try:
        await upgrade(database.engine)
        with suppress(asyncio.CancelledError):
            await _serve(folder, sandbox, database, listener, browser=browser)
    finally:
        await database.close()
        sandbox.close()


def _address(listener: socket.socket) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}/"


async def _serve(folder: Path, sandbox: Sandbox, database: Database, listener: socket.socket, *, browser: bool) -> None:
    clock = sandbox.clock
    assert isinstance(clock, SandboxClock), "the demo's clock can be moved"
    adapters = [SandboxAdapter(sandbox, account) for account in PROFILES]
    application = Application(database, adapters, clock, limits=NO_LIMITS)
    controller = DemoClockController(application, sandbox, clock, adapters)
    address = _address(listener)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(application.run())
        await seed(sandbox, controller.settle, advance=controller.advance, show_progress=show_progress)
        tasks.create_task(controller.watch())
        tasks.create_task(serve(Page(sandbox, controller, application.router.declared_commands), listener))
        print(f"glocal demo: {address}\nCtrl-C stops it. The conversation is kept in {folder}.", flush=True)
        if browser:
            await asyncio.to_thread(webbrowser.open, address)
