"""What a running bot doesn't load."""

import subprocess
import sys

_START = """
import sys
from types import SimpleNamespace
from adapters.cli import adapter_factory, main
from adapters.cli.settings.accounts import Matrix
from adapters.cli.spared_libraries import without

with without("rich", "twisted"):
    import adapters.cli.run
account = Matrix(homeserver="https://matrix.example.org", user="@glocal:example.org", password="x")
from pathlib import Path
adapter_factory._matrix("matrix", account, SimpleNamespace(folder=Path(".")), None)
unwanted = {"alembic", "apscheduler.schedulers", "discord", "holidays", "icalendar", "numpy", "PIL", "psycopg",
            "pygments", "rapidfuzz", "rich", "starlette", "telegram", "twisted", "uvicorn"}
print(sorted(unwanted & set(sys.modules)))
import psycopg, rich
"""


def test_a_matrix_account_loads_little() -> None:
    """With one Matrix account on SQLite, no other platform, no drawing and no server is loaded; all can be later."""
    run = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, timeout=120, check=False)
    assert (run.stdout.strip(), run.stderr) == ("[]", "")
