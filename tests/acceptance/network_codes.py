"""The code of an invitation, which the bot tells a coordinator in private."""

from __future__ import annotations

from pathlib import Path

from tests.stores import query


def newest_code(folder: Path) -> str:
    """Return the code of the newest invitation in the bot's database."""
    return str(query(folder, "SELECT code FROM invitations ORDER BY id DESC")[0][0])
