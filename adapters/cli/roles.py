"""The roles of a process: which part of the bot it runs beside other processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from adapters.cli.settings.errors import SettingsProblem

if TYPE_CHECKING:
    from adapters.cli.settings.model import Settings


class ProcessRole(StrEnum):
    """What a process can do. By default it does everything."""

    GATEWAY = "gateway"  # holds platform accounts: reads them, answers, and sends what their outboxes hold
    TIMERS = "timers"  # fires timers, and cleans up
    WORKER = "worker"  # goes on with what is too long for one transaction
    WEB = "web"  # serves the monitoring port


@dataclass(frozen=True)
class Part:
    """The part of the bot that a process runs. `accounts`: those that a gateway may hold, all of them if empty."""

    roles: frozenset[ProcessRole] = frozenset(ProcessRole)
    accounts: tuple[str, ...] = ()

    def check(self, settings: Settings) -> None:
        """Raise SettingsProblem if this part can't run with these settings."""
        if settings.database_file is not None and self != EVERYTHING:
            raise SettingsProblem([_ONE_PROCESS])
        if self.accounts and ProcessRole.GATEWAY not in self.roles:
            raise SettingsProblem(["--account: only a gateway holds accounts. Add --role gateway, or leave it out."])
        names = settings.all_accounts
        unknown = [name for name in self.accounts if name not in names]
        if unknown:
            known = ", ".join(names) or "none"
            raise SettingsProblem([f"--account {name}: no such account. There are: {known}." for name in unknown])

    def accounts_of(self, settings: Settings) -> list[str]:
        """Return the accounts that this process holds, or stands by for."""
        return [name for name in settings.all_accounts if not self.accounts or name in self.accounts]


EVERYTHING = Part()
_ONE_PROCESS = (
    "--role, --account: a SQLite file has one process, which does everything. Leave them out, or set storage.url to a"
    " PostgreSQL database (docs/how-to/postgresql.md)."
)


def part_of(roles: Sequence[ProcessRole] | None, accounts: Sequence[str] | None) -> Part:
    """Return the part that the command line names."""
    return Part(frozenset(roles or ProcessRole), tuple(accounts or ()))
