"""`glocal backup` and `glocal restore`: database, stores and settings in one file, for the owner only."""

from __future__ import annotations

import asyncio
import io
import json
import os
import sqlite3
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from adapters.cli.copying import fill
from adapters.cli.file_lock import exclusive, lock_file
from adapters.cli.opened_database import is_missing, opened
from adapters.cli.settings import model
from adapters.cli.settings.accounts import Discord, Matrix
from adapters.cli.settings.model import Settings
from storage.copies import copy_database
from storage.errors import DatabaseUnusable
from storage.migrate import upgrade
from storage.transfer import CopyRefused

_DATABASE, _SETTINGS, _MANIFEST = "glocal.db", "glocal.toml", "manifest.json"
_BESIDE = ("-wal", "-shm", "-journal", "-crash", "-crash-trace")
_ERRORS = (
    OSError, EOFError, KeyError, ValueError, tarfile.TarError,
    sqlite3.Error, SQLAlchemyError, CopyRefused, DatabaseUnusable,
)  # fmt: skip


def backup(config: Path | None, target: Path, *, force: bool = False) -> int:
    """Write a backup, whether the bot runs or not; return the exit code. Raises SettingsProblem."""
    settings, new = model.load(config), target.with_name(f"{target.name}.new")
    if target.exists() and not force:
        print(f"{target} already exists; --force replaces it.", file=sys.stderr)
        return 1
    if is_missing(settings):
        print(f"{settings.database_name}: there is no database yet; `glocal run` makes it.", file=sys.stderr)
        return 1
    try:
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "wb") as file, tarfile.open(fileobj=file, mode="w:gz") as archive:
            _fill(archive, settings, model.file_of(config))
        new.replace(target)
    except _ERRORS as error:
        print(f"{target}: the backup can't be made: {_reason(error)}.", file=sys.stderr)
        new.unlink(missing_ok=True)
        return 2
    print(f"Wrote {target}. It holds the bot's keys and what people wrote: keep it as safe as the bot itself.")
    return 0


def _fill(archive: tarfile.TarFile, settings: Settings, config: Path) -> None:
    """Add the database first: keys that are newer than it do no harm, older ones leave messages unreadable."""
    with tempfile.TemporaryDirectory(dir=settings.process_files.parent, prefix=".glocal-backup-") as folder:
        copy = Path(folder) / "copy.db"
        if settings.database_file is not None:
            copy_database(settings.database_file, copy)
        else:
            asyncio.run(_copy_server(settings.database_url, copy))
        archive.add(copy, _DATABASE)
        for name, store in stores(settings).items():
            for file in sorted(path for path in store.rglob("*") if path.is_file()):
                if file.name.endswith(_BESIDE):
                    continue
                source = file
                if file.suffix == ".db":
                    copy_database(file, copy)
                    source = copy
                archive.add(source, f"{name}/{file.relative_to(store).as_posix()}")
    if config.is_file():
        archive.add(config, _SETTINGS)
    content = json.dumps({"glocal": version("glocal"), "made_at": datetime.now(UTC).isoformat()}).encode()
    manifest = tarfile.TarInfo(_MANIFEST)
    manifest.size = len(content)
    archive.addfile(manifest, io.BytesIO(content))


async def _copy_server(url: str, file: Path) -> None:
    """Copy what a server holds into a new SQLite file."""
    async with opened(url) as source:
        await fill(source, f"sqlite:///{file}")


def stores(settings: Settings) -> dict[str, Path]:
    """Return the folders that accounts keep files in, by their names in a backup."""
    found: dict[str, Path] = {}
    for name, account in settings.all_accounts.items():
        if isinstance(account, Matrix | Discord) and settings.folder / account.store not in found.values():
            found[f"{name}-store"] = settings.folder / account.store
    return found


def restore(config: Path | None, source: Path) -> int:
    """Bring a backup back and put what is there aside; return the exit code. Raises SettingsProblem."""
    path = model.file_of(config)
    try:
        with tempfile.TemporaryDirectory(dir=path.resolve().parent, prefix=".glocal-restore-") as folder:
            unpacked = Path(folder)
            with tarfile.open(source) as archive:
                archive.extractall(unpacked, filter="data")
            made_at = json.loads((unpacked / _MANIFEST).read_text(encoding="utf-8"))["made_at"]
            _check(unpacked / _DATABASE)
            if not path.exists() and (unpacked / _SETTINGS).exists():
                (unpacked / _SETTINGS).replace(path)
                path.chmod(0o600)
            return _bring_back(unpacked, model.load(config), made_at)
    except _ERRORS as error:
        print(f"{source}: can't be restored: {_reason(error)}.", file=sys.stderr)
        return 2


def _reason(error: Exception) -> str:
    """Say what is wrong with a file, without the words of a library."""
    if isinstance(error, tarfile.TarError | EOFError | KeyError):
        return "it is cut off, or no file that `glocal backup` wrote"
    return str(error.strerror or error) if isinstance(error, OSError) else str(error)


def _check(database: Path) -> None:
    """Raise ValueError for a database that is broken."""
    with closing(sqlite3.connect(database)) as opened:
        (found,) = opened.execute("PRAGMA quick_check").fetchone()
    if found != "ok":
        raise ValueError(f"the database in it is broken: {found}")


def _bring_back(unpacked: Path, settings: Settings, made_at: str) -> int:
    files = settings.process_files
    files.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with exclusive(lock_file(files)) as alone:
        if not alone:
            print(f"{settings.database_name}: the bot is using this database. Stop it first.", file=sys.stderr)
            return 1
        aside = f".replaced-{datetime.now(UTC):%Y%m%dT%H%M%S}"
        database, moved = settings.database_file, list[Path]()
        if database is None:
            asyncio.run(_fill_server(unpacked / _DATABASE, settings.database_url))
        else:
            moved += _put_aside(database, aside)
            (unpacked / _DATABASE).replace(database)
            database.chmod(0o600)
        for name, store in stores(settings).items():
            if (unpacked / name).is_dir():
                moved += _put_aside(store, aside)
                (unpacked / name).replace(store)
                _protect(store)
    print(f"Restored the backup of {made_at}.")
    for old in moved:
        print(f"What was there before is now {old}. Delete it when you no longer need it.")
    return 0


async def _fill_server(file: Path, url: str) -> None:
    """Copy what a SQLite file holds into the empty database of a server."""
    async with opened(f"sqlite:///{file}") as source:
        await upgrade(source.engine)
        await fill(source, url)


def _put_aside(path: Path, suffix: str) -> Iterator[Path]:
    """Rename a file or folder. A database's WAL goes with it: beside another database it would break that one."""
    if path.exists():
        path.rename(path.with_name(path.name + suffix))
        yield path.with_name(path.name + suffix)
    for end in _BESIDE:
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.rename(path.with_name(path.name + suffix + end))


def _protect(store: Path) -> None:
    """Let only the owner use the folder and its files."""
    store.chmod(0o700)
    for path in store.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
