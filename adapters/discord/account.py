"""The bot's Discord account, and the few files kept beside the database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from adapters.files import write_whole


@dataclass(frozen=True)
class DiscordAccount:
    """The settings of one account. `store`: a folder for files; `api`: an address in place of Discord's, for tests."""

    account: str
    token: str
    store: Path
    api: str = ""


class SavedState(msgspec.Struct, omit_defaults=True):
    """State that can be lost without harm. `commands`: the fingerprint of the commands that Discord has."""

    commands: str = ""


class AccountStore:
    """The file with the saved state of one account. A missing or unreadable file counts as empty."""

    def __init__(self, account: DiscordAccount) -> None:
        self._file = account.store / f"{account.account}.kept.json"
        try:
            self.state = msgspec.json.decode(self._file.read_bytes(), type=SavedState)
        except (OSError, msgspec.DecodeError, msgspec.ValidationError):
            self.state = SavedState()

    def save_commands(self, fingerprint: str) -> None:
        """Save the fingerprint of the commands that Discord has. Raises OSError."""
        self.state.commands = fingerprint
        write_whole(self._file, msgspec.json.encode(self.state))


def deferred_file(account: DiscordAccount) -> Path:
    """Return the file of the interactions that the bot has deferred."""
    return account.store / f"{account.account}.deferred.json"
