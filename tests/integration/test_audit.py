"""The audit log is a chain: changes are found, erasure breaks nothing, two processes append without a gap."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.audit_chain import Check
from storage.database import Database
from storage.queries import audit
from storage.queries.audit import Act
from tests.integration.test_command_line import glocal
from tests.stores import BOTH, store

NOW = datetime(2026, 11, 25, 9, 0, 0, 123456, tzinfo=UTC)
LYON, NET = "community:1", "network:1"


@pytest.fixture(params=BOTH)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Yield a database of each kind with the newest tables."""
    made = Database(store(request.param).url(tmp_path))
    yield made
    await made.close()


def act(number: int, scope: str = LYON, actor: int = 7) -> Act:
    """Return an act."""
    return Act(scope, "config", actor, NOW + timedelta(minutes=number), subject=9, details={"value": f"é{number}"})


async def write(database: Database, *acts: Act) -> None:
    """Append acts in one transaction."""
    async with database.transaction() as uow:
        await audit.append(uow, acts)


async def checked(database: Database) -> Check:
    """Check the whole log."""
    async with database.reading() as uow:
        return await audit.check(uow)


async def tamper(database: Database, *statements: str) -> None:
    """Change rows behind the bot's back."""
    async with database.engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def test_whole_chain(database: Database) -> None:
    """A log that nobody touched is whole, over several scopes and transactions."""
    await write(database, act(1), act(1, NET), act(2))
    await write(database, act(3), act(2, NET))
    check = await checked(database)
    assert (check.broken, check.entries, check.erased) == ("", 5, 0)
    assert {scope: link.seq for scope, link in check.links.items()} == {LYON: 3, NET: 2}


TAMPERED = {
    "changed verb": (["UPDATE audit_entries SET verb = 'setup' WHERE seq = 2"], "entry 2: its hash does not fit"),
    "changed time": (["UPDATE audit_entries SET at = '2020-01-01 00:00:00' WHERE seq = 2"], "entry 2: its hash"),
    "changed actor": (["UPDATE audit_entries SET actor_id = 8 WHERE seq = 2"], "entry 2: its actor does not fit"),
    "changed details": (["UPDATE audit_entries SET details = '{}' WHERE seq = 2"], "entry 2: its details do"),
    "deleted": (["DELETE FROM audit_entries WHERE seq = 2"], "entry 3: entry 2 should come here"),
    "swapped": (
        [
            "UPDATE audit_entries SET seq = 99 WHERE seq = 2", "UPDATE audit_entries SET seq = 2 WHERE seq = 3",
            "UPDATE audit_entries SET seq = 3 WHERE seq = 99",
        ],
        "entry 2: it does not follow",
    ),
    "cut off": (["DELETE FROM audit_entries WHERE seq = 4"], "ends with entry 3, but its head says 4"),
    "all gone": (["DELETE FROM audit_entries"], "ends with entry 0, but its head says 4"),
}  # fmt: skip


@pytest.mark.parametrize("kind", TAMPERED)
async def test_tampering_is_found(database: Database, kind: str) -> None:
    """The check names the first changed, deleted or moved entry."""
    await write(database, *(act(number) for number in range(1, 5)))
    statements, fault = TAMPERED[kind]
    await tamper(database, *statements)
    found = (await checked(database)).broken.replace("details does", "details do")
    assert found.startswith(LYON) and fault in found


async def test_cut_tail_with_its_head_needs_a_note(database: Database) -> None:
    """Whoever cuts the end off and changes the head too is found only by a head that was noted elsewhere."""
    await write(database, *(act(number) for number in range(1, 5)))
    noted = (await checked(database)).links[LYON]
    async with database.reading() as uow:
        before = await audit.hash_at(uow, LYON, 3)
    await tamper(
        database, "DELETE FROM audit_entries WHERE seq = 4", f"UPDATE audit_heads SET seq = 3, hash = '{before}'"
    )
    assert (await checked(database)).broken == ""
    async with database.reading() as uow:
        assert await audit.hash_at(uow, LYON, noted.seq) != noted.hash


async def test_erasure_leaves_the_chain_whole(database: Database) -> None:
    """Erasing a member, old entries or a community takes the people and the words, and breaks no link."""
    await write(database, act(1, actor=7), act(2, actor=8), act(3, NET, actor=7))
    async with database.transaction() as uow:
        await audit.erase_member(uow, 7)
    check = await checked(database)
    assert (check.broken, check.erased) == ("", 2)
    async with database.transaction() as uow:
        await audit.erase_member(uow, 9)
    check = await checked(database)
    assert (check.broken, check.erased) == ("", 8)
    async with database.transaction() as uow:
        await audit.erase_older_than(uow, NOW + timedelta(minutes=2))
        await audit.erase_scope(uow, NET)
    assert (await checked(database)).broken == ""
    async with database.engine.begin() as connection:
        rows = (await connection.execute(text("SELECT actor_id, subject_id, details FROM audit_entries"))).all()
    assert sorted(map(str, rows)) == ["(8, None, None)", "(None, None, None)", "(None, None, None)"]


async def test_a_seal_alone_tells_nothing(database: Database) -> None:
    """Equal values have different seals, so that nobody can try out who was erased."""
    await write(database, act(1), act(1))
    async with database.engine.begin() as connection:
        seals = (await connection.execute(text("SELECT actor_seal FROM audit_entries"))).scalars().all()
    assert len(set(seals)) == 2


async def test_two_writers_leave_no_gap(tmp_path: Path) -> None:
    """Two processes that append to one scope on PostgreSQL at the same time lose nothing and number without a gap."""
    url = store("postgres").url(tmp_path)
    first, second = Database(url), Database(url)

    async def insist(database: Database, number: int) -> None:
        while True:
            try:
                await write(database, act(number))
            except DBAPIError:
                await asyncio.sleep(0.01)
            else:
                return

    async def run(database: Database, start: int) -> None:
        for number in range(start, start + 25):
            await insist(database, number)

    await asyncio.gather(run(first, 0), run(second, 100))
    check = await checked(first)
    assert (check.broken, check.entries, check.links[LYON].seq) == ("", 50, 50)
    await first.close()
    await second.close()


async def test_command_line(tmp_path: Path) -> None:
    """`glocal audit` verifies with an exit code, notes heads, compares them, and exports one act a line."""
    database = Database(store("sqlite").url(tmp_path))
    await write(database, act(1), act(2), act(1, NET))
    code, out, _ = await glocal(tmp_path, "audit", "verify")
    assert code == 0 and "acts: 3, logs: 2" in out and "digest is" in out
    code, heads, _ = await glocal(tmp_path, "audit", "heads")
    assert code == 0 and heads.splitlines()[0].startswith(f"{LYON} 2 ")
    (tmp_path / "heads.txt").write_text(heads, encoding="utf-8")
    code, out, _ = await glocal(tmp_path, "audit", "export", "log.jsonl")
    lines = (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert code == 0 and [json.loads(line)["seq"] for line in lines] == [1, 2, 1]
    assert (await glocal(tmp_path, "audit", "verify", "--against", "heads.txt"))[0] == 0
    async with database.reading() as uow:
        before = await audit.hash_at(uow, LYON, 1)
    await tamper(
        database, f"DELETE FROM audit_entries WHERE seq = 2 AND scope = '{LYON}'",
        f"UPDATE audit_heads SET seq = 1, hash = '{before}' WHERE scope = '{LYON}'",
    )  # fmt: skip
    assert (await glocal(tmp_path, "audit", "verify"))[0] == 0
    code, _, errors = await glocal(tmp_path, "audit", "verify", "--against", "heads.txt")
    assert code == 3 and "community:1: entry 2 is missing" in errors
    await tamper(database, "UPDATE audit_entries SET verb = 'x' WHERE seq = 1")
    code, _, errors = await glocal(tmp_path, "audit", "verify")
    assert code == 3 and "community:1, entry 1: its hash" in errors
    await database.close()
