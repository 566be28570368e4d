"""`glocal` and its parts in processes of their own, which start at once.

Starting Python and importing glocal takes seconds of computing, a hundred times in a run of the tests. So a fork
server (this file as a program) does that once for each test process, and forks a process for each program. Tests of
the start itself, such as those of Ctrl-C, start `glocal` as an operator does.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import json
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

GLOCAL = "from adapters.cli.main import main; main()"
"""The program `glocal`."""
_LARGEST_REQUEST = 2**17
_PR_SET_PDEATHSIG = 1


class ForkedProcess:
    """A running program, with what tests use of `asyncio.subprocess.Process`."""

    def __init__(self, answers: int) -> None:
        self._answers = answers
        self.pid = int(_line(answers))
        os.set_blocking(answers, False)
        self._returncode: int | None = None

    @property
    def returncode(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        if self._returncode is None:
            with suppress(BlockingIOError):
                self._returncode = int(os.read(self._answers, 16))
                os.close(self._answers)
        return self._returncode

    async def wait(self) -> int:
        """Wait for its end; return the exit code."""
        while (code := self.returncode) is None:
            await asyncio.sleep(0.01)
        return code

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal, unless it has ended."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Stop it as an operator does."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Kill it, as a power cut does."""
        self.send_signal(signal.SIGKILL)


class _ForkServer:
    """The connection to the fork server of this test process."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", __name__, str(theirs.fileno())]
        top = Path(__file__).parents[1]
        self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, cwd=top)
        theirs.close()

    def start(self, request: Mapping[str, object], *files: int) -> ForkedProcess:
        """Start a process with these files as its standard input, output and errors."""
        answers, told = os.pipe()
        socket.send_fds(self._ours, [json.dumps(request).encode()], [*files, told])
        os.close(told)
        return ForkedProcess(answers)

    def close(self) -> None:
        """End the fork server, and with it the processes that a failed test has left."""
        self._ours.close()
        self._process.wait()


_servers: list[_ForkServer] = []


def start(
    code: str, *arguments: str, folder: Path | None = None, environment: Mapping[str, str] | None = None,
    umask: int = -1, stdin: int | None = None, out: int | None = None, err: int | None = None,
) -> ForkedProcess:  # fmt: skip
    """Run a program with these arguments in the folder, with this environment instead of ours. Return at once."""
    if not _servers:
        _servers.append(_ForkServer())
    request = {
        "code": code, "arguments": arguments, "folder": str(folder or Path.cwd()),
        "environment": dict(environment or os.environ), "umask": umask,
    }  # fmt: skip
    with open(os.devnull, "r+b") as nothing:
        return _servers[0].start(request, *(nothing.fileno() if file is None else file for file in (stdin, out, err)))


def close_fork_server() -> None:
    """End the fork server, if there is one."""
    while _servers:
        _servers.pop().close()


def _line(file: int) -> bytes:
    read = b""
    while not read.endswith(b"\n"):
        piece = os.read(file, 1)
        assert piece, "the fork server ended"
        read += piece
    return read


# The program


def preload() -> None:
    """Import and load everything that a process needs, as `glocal run` does and the first event there."""
    from adapters.cli.spared_libraries import without

    with without("rich", "twisted"):
        import anyio._backends._asyncio  # noqa: F401 - httpx loads both when it is first used
        import httpcore  # noqa: F401

        from adapters.cli import main, run, shared_process  # noqa: F401
        from adapters.discord import adapter as discord  # noqa: F401
        from adapters.discord.interactions.app_commands import AppCommands
        from adapters.matrix import adapter as matrix  # noqa: F401
        from adapters.telegram import adapter as telegram  # noqa: F401
    from bots.dates.event_line import parse_event
    from bots.features.registry import FEATURES
    from bots.routing.router import Router

    AppCommands(Router(FEATURES).declared_commands)  # loads the sentences of all languages
    parse_event("Gathering in 1 minute", locale="en", zone=ZoneInfo("Europe/Paris"), now=datetime.now(UTC))
    gc.collect()
    gc.freeze()  # so that the collection at the start of `glocal run` neither looks at all this nor copies its memory


def _serve(connection: socket.socket) -> str:
    """Fork a process for each request; return the program's code in that process. At the end of the requests, exit."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the keepers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the end of the tests ends it
    while True:
        request, files, _, _ = socket.recv_fds(connection, _LARGEST_REQUEST, 4)
        if not request:
            os._exit(0)
        if os.fork() == 0:
            connection.close()
            return _run_and_keep(json.loads(request), *files)
        for file in files:
            os.close(file)


def _run_and_keep(request: dict[str, Any], *files: int) -> str:
    """Fork the process, in which this returns its code. Tell its id and later its exit code."""
    *standard, told = files
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _end_with_parent()
    pid = os.fork()
    if pid:
        os.write(told, b"%d\n" % pid)
        for file in (*standard, 0, 1, 2):
            os.close(file)
        _, status = os.waitpid(pid, 0)
        os.write(told, b"%d" % os.waitstatus_to_exitcode(status))
        os._exit(0)
    _end_with_parent()
    os.close(told)
    for number, file in enumerate(standard):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    if request["umask"] >= 0:
        os.umask(request["umask"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed()
    sys.argv = ["glocal", *request["arguments"]]
    return str(request["code"])


def _end_with_parent() -> None:
    """Let the kernel kill this process when its parent ends, however that happens.

    https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html
    """
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    preload()
    exec(_serve(socket.socket(fileno=int(sys.argv[1]))), {"__name__": "__main__"})
