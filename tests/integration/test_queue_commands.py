"""`glocal outbox` and `glocal deadletters` show the queues."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.bulk_writes import insert_new
from storage.database import Database
from storage.queries import outbox
from storage.tables import DeadLetter
from tests.integration.test_command_line import glocal
from tests.stores import store


async def test_empty_queues(tmp_path: Path) -> None:
    """Both commands report an empty database, while no bot runs."""
    database = Database(store().url(tmp_path))
    await database.close()
    assert "The outbox is empty." in (await glocal(tmp_path, "outbox"))[1]
    assert "No dead letters." in (await glocal(tmp_path, "deadletters"))[1]


@pytest.mark.parametrize("command", ["outbox", "deadletters"])
async def test_queues_before_the_first_run(tmp_path: Path, command: str) -> None:
    """Without a database the command explains what to do and creates no file."""
    code, _, errors = await glocal(tmp_path, command)
    assert code == 1
    assert "glocal run" in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "glocal.db").exists()


async def test_brackets_are_shown_unchanged(tmp_path: Path) -> None:
    """Brackets in answers and errors appear unchanged."""
    (tmp_path / "glocal.toml").write_text("", encoding="utf-8")
    database = Database(store().url(tmp_path))
    now = datetime(2026, 11, 25, tzinfo=UTC)
    async with database.transaction() as uow:
        row = outbox.pending_row(key="k[/b]", account="telegram", room="-1", kind="Post", payload="{}", now=now)
        uow.defer(outbox.ENQUEUE, {**row, "state": "unknown", "detail": "can't parse [/b] or [red]", "attempts": 1})
        letter = {"key": "d1", "kind": "MessagePosted", "payload": "{}", "error": "no [/i] here", "at": now}
        uow.defer(insert_new(DeadLetter), letter)
    await database.close()
    _, out, errors = await glocal(tmp_path, "outbox", COLUMNS="160")
    assert ("can't parse [/b] or [red]" in out, "k[/b]" in out, errors) == (True, True, "")
    _, out, errors = await glocal(tmp_path, "deadletters", COLUMNS="160")
    assert ("no [/i] here" in out, errors) == (True, "")


async def test_keys_are_shown_in_full(tmp_path: Path) -> None:
    """A long key can be copied from the list, even where the list goes to another program."""
    key = f"discord:{'1234567890' * 6}:created"
    database = Database(store().url(tmp_path))
    now = datetime(2026, 11, 25, tzinfo=UTC)
    async with database.transaction() as uow:
        letter = {"key": key, "kind": "MessagePosted", "payload": "{}", "error": "KeyError: 'a'", "at": now}
        uow.defer(insert_new(DeadLetter), letter)
    await database.close()
    assert key in (await glocal(tmp_path, "deadletters"))[1]


async def test_unknown_outcomes_are_shown(tmp_path: Path) -> None:
    """`glocal outbox` lists unknown outcomes with their reason and rows to be repeated."""
    (tmp_path / "glocal.toml").write_text("", encoding="utf-8")
    database = Database(store().url(tmp_path))
    now = datetime(2026, 11, 25, tzinfo=UTC)
    async with database.transaction() as uow:
        for number, state, detail in ((1, "unknown", "the reply was lost"), (2, "pending", "fate unknown, sent again")):
            row = outbox.pending_row(
                key=f"k{number}", account="telegram", room="-1", kind="Answer", payload="{}", now=now
            )
            uow.defer(outbox.ENQUEUE, {**row, "state": state, "detail": detail, "attempts": 1})
    await database.close()
    code, out, _ = await glocal(tmp_path, "outbox", COLUMNS="160")
    assert code == 0
    assert "unknown: 1" in out and "the reply was lost" in out and "fate unknown, sent again" in out
