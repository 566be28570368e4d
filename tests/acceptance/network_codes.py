"""The code of a network, which the bot tells its coordinator in private."""

from __future__ import annotations

from pathlib import Path

from tests.stores import query


def newest_code(folder: Path) -> str:
    """Return the code of the newest network in the bot's database."""
    return str(query(folder, "SELECT code FROM networks ORDER BY id DESC")[0][0])
