"""Who the bot is on Discord, and the little that is kept beside the database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from adapters.files import write_whole


@dataclass(frozen=True)
class DiscordAccount:
    """What the settings say of one account. `store`: the folder of what is kept; `api`: another address than Discord's,
    for tests."""

    account: str
    token: str
    store: Path
    api: str = ""


class Kept(msgspec.Struct, omit_defaults=True):
    """What can be lost without harm: which commands Discord was told."""

    commands: str = ""


class Store:
    """The file of one account. Unreadable or missing, it is begun anew."""

    def __init__(self, account: DiscordAccount) -> None:
        self._file = account.store / f"{account.account}.kept.json"
        try:
            self.kept = msgspec.json.decode(self._file.read_bytes(), type=Kept)
        except (OSError, msgspec.DecodeError, msgspec.ValidationError):
            self.kept = Kept()

    def told(self, commands: str) -> None:
        """Remember the fingerprint of the commands that Discord was told. Raises OSError."""
        self.kept.commands = commands
        write_whole(self._file, msgspec.json.encode(self.kept))


def deferred_file(account: DiscordAccount) -> Path:
    """Where interactions are kept that Discord was told to wait for."""
    return account.store / f"{account.account}.deferred.json"
