"""Ctrl-C while the program is still being loaded."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.integration.test_run_files import unreachable
from tests.waiting import PATIENCE

_START = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background would let it ignore Ctrl-C
import sys
import adapters.cli.entry

def on_event(event, arguments):
    if event == "import" and arguments[0] == "adapters.cli.main":
        print("begun", flush=True)

sys.addaudithook(on_event)
adapters.cli.entry.main()
"""


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("command", ["run", "status"])
async def test_it_ends_without_a_traceback(tmp_path: Path, command: str, seconds: float) -> None:
    """Whatever it is doing at that moment, it says nothing technical."""
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _START, command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": os.getcwd()},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert await process.stdout.readline() == b"begun\n"
    await asyncio.sleep(seconds)
    if process.returncode is None:
        process.send_signal(signal.SIGINT)
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert b"Traceback" not in errors, errors.decode()
