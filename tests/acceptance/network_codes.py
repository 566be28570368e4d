"""The code of a network, which the bot tells its coordinator in private."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def newest_code(folder: Path) -> str:
    """Return the code of the newest network in the bot's database."""
    with closing(sqlite3.connect(folder / "glocal.db")) as database:
        row = database.execute("SELECT code FROM networks ORDER BY id DESC").fetchone()
    return str(row[0])
