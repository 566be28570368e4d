"""Who the bot is on Discord, and the little that is kept beside the database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec


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
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = self._file.with_suffix(".new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(msgspec.json.encode(self.kept))
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._file)
