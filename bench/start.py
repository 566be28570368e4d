"""From `glocal run` to a bot that listens and sends what is due."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measure import Result

RUNS = 5
_SETTINGS = """
[matrix]
homeserver = "http://127.0.0.1:9"
user = "@glocal:bench.example"
password = "none"

[log]
format = "json"
"""


def start() -> list[Result]:
    """Measure `start_s`: a new process with an existing database, up to its log line `started`."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "glocal.toml").write_text(_SETTINGS, encoding="utf-8")
        _once(folder)  # creates the database
        times = [_once(folder) for _ in range(RUNS)]
        plain = [_bare() for _ in range(RUNS)]
    what = f"median of {RUNS}; importing matrix-nio and SQLModel alone takes {statistics.median(plain):.2f} s"
    return [Result("start_s", statistics.median(times), "s", "", what)]


def _once(folder: str) -> float:
    command = [sys.executable, "-m", "adapters.cli.main", "run", "--config", f"{folder}/glocal.toml"]
    begin = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if '"started"' in line:
                took = time.perf_counter() - begin
                process.terminate()
                process.communicate()
                return took
    raise AssertionError("glocal ended before it had started")


def _bare() -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import nio, sqlmodel"], check=True)
    return time.perf_counter() - begin
