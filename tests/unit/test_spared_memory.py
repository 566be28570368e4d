"""What a running bot doesn't load."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

_RUN = """
import signal, sys
from adapters.cli.main import main
signal.signal(signal.SIGUSR1, lambda *_: print(*sorted(sys.modules), flush=True))
sys.argv = ["glocal", "run", "--config", sys.argv[1]]
main()
"""
_SETTINGS = """
[matrix]
homeserver = "http://127.0.0.1:9"
user = "@glocal:example.org"
password = "none"

[log]
format = "json"
"""
_UNWANTED = {
    "alembic", "apscheduler.schedulers", "cffi", "discord", "holidays", "icalendar", "mako", "numpy", "PIL", "psycopg",
    "pycparser", "pygments", "rapidfuzz", "rich", "starlette", "telegram", "twisted", "uvicorn",
}  # fmt: skip


@pytest.mark.slow
def test_an_idle_bot_on_matrix_has_loaded_little(tmp_path: Path) -> None:
    """With one Matrix account and a new database, no other platform, drawing, server or migration is loaded."""
    settings = tmp_path / "glocal.toml"
    settings.write_text(_SETTINGS, encoding="utf-8")
    command = [sys.executable, "-c", _RUN, str(settings)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None and process.stdout is not None
        assert any('"started"' in line for line in process.stderr)
        process.send_signal(signal.SIGUSR1)
        loaded = set(process.stdout.readline().split())
        process.send_signal(signal.SIGTERM)
        process.communicate()
    assert "adapters.matrix.adapter" in loaded
    assert sorted(_UNWANTED & loaded) == []


def test_what_is_hidden_at_the_start_can_be_loaded_later() -> None:
    """Libraries that were hidden from others while these were loaded are there for whoever uses them."""
    code = """
from adapters.cli.spared_libraries import without
with without("cffi", "psycopg", "rich"):
    pass
import cffi, psycopg, rich
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert (run.returncode, run.stderr) == (0, "")
