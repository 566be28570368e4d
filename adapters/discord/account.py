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


def load_fingerprint(account: DiscordAccount) -> str:
    """Return the fingerprint of the commands that Discord has; empty when the file is missing or unreadable."""
    try:
        return msgspec.json.decode(_state_file(account).read_bytes(), type=dict[str, str]).get("commands", "")
    except (OSError, msgspec.DecodeError):
        return ""


def save_fingerprint(account: DiscordAccount, fingerprint: str) -> None:
    """Save the fingerprint of the commands that Discord has. Raises OSError."""
    write_whole(_state_file(account), msgspec.json.encode({"commands": fingerprint}))


def _state_file(account: DiscordAccount) -> Path:
    """Return the file of what can be lost without harm."""
    return account.store / f"{account.account}.kept.json"


def deferred_file(account: DiscordAccount) -> Path:
    """Return the file of the interactions that the bot has deferred."""
    return account.store / f"{account.account}.deferred.json"
