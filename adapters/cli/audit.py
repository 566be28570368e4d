"""`glocal audit`: verify the log's hashes, note its heads, export it. The bot may run meanwhile."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from adapters.cli.opened_database import with_database
from storage import audit_chain
from storage.audit_chain import Check, Link
from storage.database import Database
from storage.queries import audit
from storage.tables import AuditEntry

BROKEN = 3
"""The exit code for a broken link."""


def verify(config: Path | None, against: Path | None) -> int:
    """Check every link; print the counts and the digest of all heads. Return 3 and name the first broken link.

    `against`: a file that `glocal audit heads` wrote earlier: each head noted there must still be in the log.
    """
    noted = _read_heads(against) if against is not None else {}

    async def act(database: Database) -> tuple[Check, str]:
        async with database.reading() as uow:
            check = await audit.check(uow)
            for scope, link in noted.items():
                if not check.broken and await audit.hash_at(uow, scope, link.seq) != link.hash:
                    check.broken = f"{scope}: entry {link.seq} is missing or another one than was noted in {against}"
            return check, _digest(check.links)

    code, result = with_database(config, act)
    if result is None:
        return code
    check, digest = result
    print(f"acts: {check.entries}, logs: {len(check.links)}, erased fields: {check.erased}")
    if check.broken:
        print(f"BROKEN: {check.broken}", file=sys.stderr)
        return BROKEN
    print(f"whole; the heads' digest is {digest}")
    print("Entries that were cut off at the end, together with their heads, can't be seen from here alone: note the")
    print("output of `glocal audit heads` somewhere else, and compare it with `glocal audit verify --against FILE`.")
    return 0


def heads(config: Path | None) -> int:
    """Print the newest entry of each log: scope, number and hash."""

    async def act(database: Database) -> dict[str, Link]:
        async with database.reading() as uow:
            return await audit.heads(uow)

    code, found = with_database(config, act)
    for scope, link in (found or {}).items():
        print(scope, link.seq, link.hash)
    return code


def export(config: Path | None, target: Path | None) -> int:
    """Write all entries as one JSON object a line, to a file or the output."""

    async def act(database: Database) -> int:
        count = 0
        with _opened(target) as output:
            async with database.reading() as uow:
                async for entry in audit.every(uow):
                    output.write(f"{_as_line(entry)}\n")
                    count += 1
        return count

    code, count = with_database(config, act)
    if count is not None and target is not None:
        print(f"{count} acts in {target}")
    return code


@contextmanager
def _opened(target: Path | None) -> Iterator[TextIO]:
    if target is None:
        yield sys.stdout
        return
    target.touch(mode=0o600)
    with target.open("w", encoding="utf-8") as file:
        yield file


def _as_line(entry: AuditEntry) -> str:
    values = entry.model_dump(exclude={"id"})
    return audit_chain.canonical({**values, "at": entry.at.isoformat()})


def _digest(links: dict[str, Link]) -> str:
    lines = (f"{scope} {link.seq} {link.hash}\n" for scope, link in sorted(links.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _read_heads(file: Path) -> dict[str, Link]:
    """Return the heads in a file. Raises typer.BadParameter for a file that holds none."""
    import typer

    try:
        rows = [line.split() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {scope: Link(int(seq), digest) for scope, seq, digest in rows}
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"{file}: can't be read as the output of `glocal audit heads`: {error}") from error
