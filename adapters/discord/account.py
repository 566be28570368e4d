"""The bot's Discord account, and the few files kept beside the database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from adapters.files import write_whole

_SHARDS = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?/(\d{1,5})", re.ASCII)


@dataclass(frozen=True)
class Shards:
    """The shards of a bot that one account reads: from `first` to `last`, of `count`.

    Server S is on shard (S >> 22) % count, and private messages are on shard 0.
    https://discord.com/developers/docs/events/gateway#sharding
    """

    first: int
    last: int
    count: int

    @classmethod
    def parse(cls, text: str) -> Shards:
        """Read "0-3/16", or "5/16" for a single one. Raises ValueError."""
        match = _SHARDS.fullmatch(text)
        if match is None:
            raise ValueError('first, last and number of all shards are needed, such as "0-3/16"')
        first, last, count = int(match[1]), int(match[2] or match[1]), int(match[3])
        if not first <= last < count:
            raise ValueError(f'shards are counted from 0: "0-{max(count, 1) - 1}/{max(count, 1)}" are all of them')
        return cls(first, last, count)

    @property
    def ids(self) -> range:
        """The numbers of the shards."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class DiscordAccount:
    """The settings of one account. `store`: a folder for files; `api`: an address in place of Discord's, for tests.

    `shards`: those that this account reads; None: all of them, as many as Discord recommends. `direct_account`: the
    account of the same bot that reads shard 0, and so all private messages; empty if this one does.
    """

    account: str
    token: str
    store: Path
    api: str = ""
    shards: Shards | None = None
    direct_account: str = ""


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
