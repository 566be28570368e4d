"""`glocal run --role` and `--account`: what a process may be, and what it needs for it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.cli.run_lock import process_files, upgrade_alone
from adapters.cli.settings import model
from storage.advisory_lock import RUN, AdvisoryLock
from storage.database import Database
from storage.migrate import is_newest
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.integration.test_run_files import unreachable
from tests.stores import store

SQLITE = (
    "--role, --account: a SQLite file has one process, which does everything. Leave them out, or set storage.url to a"
    " PostgreSQL database (docs/how-to/postgresql.md).\n"
)


@pytest.mark.parametrize("words", [("--role", "gateway"), ("--role", "web"), ("--account", "matrix")])
async def test_sqlite_has_one_process(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A part of the bot is refused on a file, with what to do instead."""
    (tmp_path / "glocal.toml").write_text(unreachable() + '[storage]\nurl = "sqlite:///glocal.db"\n')
    assert await glocal(tmp_path, "run", *words) == (2, "", SQLITE)


async def test_all_roles_by_name_are_everything(tmp_path: Path) -> None:
    """Naming every role is the same as naming none."""
    words = [word for role in ("gateway", "timers", "worker", "web") for word in ("--role", role)]
    settings = unreachable() + '[storage]\nurl = "sqlite:///glocal.db"\n'
    async with glocal_run(tmp_path, settings, *words) as process:
        await process.logs('"event": "started"')


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("--account", "x"), "--account x: no such account. There are: matrix, telegram.\n"),
        (
            ("--role", "web", "--account", "matrix"),
            "--account: only a gateway holds accounts. Add --role gateway, or leave it out.\n",
        ),
    ],
)
async def test_an_impossible_part_is_refused(tmp_path: Path, words: tuple[str, ...], answer: str) -> None:
    """The command says what is wrong, and ends."""
    (tmp_path / "glocal.toml").write_text(f'{unreachable()}[storage]\nurl = "{store("postgres").new_url(tmp_path)}"\n')
    assert await glocal(tmp_path, "run", *words) == (2, "", answer)


@pytest.mark.postgres
async def test_timers_need_no_account(tmp_path: Path) -> None:
    """A process without the role gateway starts with no token, and holds its locks."""
    settings = f'[storage]\nurl = "{store("postgres").url(tmp_path)}"\n'
    async with glocal_run(tmp_path, settings, "--role", "timers", "--role", "worker") as process:
        await process.logs('"event": "tidied"', '"lock": "worker"')


@pytest.mark.postgres
async def test_a_copy_waits_until_no_process_runs(tmp_path: Path) -> None:
    """`glocal copy` from another folder, such as another host's, is refused while any process uses the database."""
    url = store("postgres").url(tmp_path)
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        (folder / "glocal.toml").write_text(f'[storage]\nurl = "{url}"\n')
    async with glocal_run(here, f'[storage]\nurl = "{url}"\n', "--role", "timers") as process:
        await process.logs('"lock": "timers"')
        code, _, errors = await glocal(there, "copy", "--to", "sqlite:///copy.db")
        assert (code, errors) == (2, f"{url}: the bot is using this database. Stop it first.\n")
        process.process.kill()
        await process.ends()
    assert (await glocal(there, "copy", "--to", f"sqlite:///{there / 'second.db'}"))[0] == 0


@pytest.mark.postgres
def test_each_process_in_a_folder_has_its_own_files(tmp_path: Path) -> None:
    """Processes that start in one folder don't share a crash journal; one that ends leaves its place to the next."""
    (tmp_path / "glocal.toml").write_text('[storage]\nurl = "postgresql://glocal@db.example.org/glocal"\n')
    settings = model.load(tmp_path / "glocal.toml")
    with process_files(settings) as first:
        with process_files(settings) as second:
            assert (first, second) == (tmp_path / "glocal.postgresql", tmp_path / "glocal.postgresql-2")
        with process_files(settings) as third:
            assert third == second


@pytest.mark.postgres
async def test_tables_change_while_no_other_process_uses_them(tmp_path: Path) -> None:
    """A newer glocal stands by until the processes of the older one have ended."""
    database = Database(store("postgres").new_url(tmp_path))
    older = AdvisoryLock(database.engine, RUN)
    assert await older.acquire()
    upgrading = asyncio.create_task(upgrade_alone(database))
    await asyncio.sleep(1)
    async with database.engine.connect() as connection:
        assert (await connection.execute(text("SELECT to_regclass('rooms')"))).scalar_one() is None
    await older.release()
    await upgrading
    assert await is_newest(database.engine)
    await database.close()
