"""The bot's Matrix account, and the session that survives a restart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from adapters.files import write_whole


@dataclass(frozen=True)
class MatrixAccount:
    """The settings of one account. `account` is its name there, `store` the folder for keys and the session.

    Give either `password` or `token`. Without `device`, we ask the homeserver for it. `longest_pause`: the longest
    pause between two tries to reach the homeserver. `key_head_start`: how much earlier than its first message the key
    of an encrypted room goes out. Both in seconds. `reset_identity`: replace an identity that is not ours.
    """

    account: str
    homeserver: str
    user: str
    store: Path
    password: str | None = None
    token: str | None = None
    device: str | None = None
    display_name: str = ""
    longest_pause: float = 60.0
    key_head_start: float = 2.0
    reset_identity: bool = False

    def file(self, purpose: str) -> Path:
        """Return the path of a file in the store.

        `session`, `sealed` (undecrypted messages), `edits` (which edit was for which message) or `identity` (keys).
        """
        return self.store / f"{self.account}.{purpose}.json"


class Session(msgspec.Struct, frozen=True):
    """A stored login. End-to-end encryption needs the same device after a restart."""

    homeserver: str
    user: str
    device: str
    token: str


def stored_session(account: MatrixAccount) -> Session | None:
    """Return the session of the last run; None for another account's session, or if the device keys are lost."""
    try:
        session = msgspec.json.decode(account.file("session").read_bytes(), type=Session)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    keys = account.store / f"{session.user}_{session.device}.db"  # nio's file for this device
    return session if _same_user(account, session) and keys.exists() else None


def store_session(account: MatrixAccount, session: Session) -> None:
    """Write the session atomically, readable by its owner only. Raises OSError."""
    write_whole(account.file("session"), msgspec.json.encode(session))


def has_signed_in(account: MatrixAccount) -> bool:
    """Return whether the account has signed in before, with these settings: then its homeserver exists."""
    beginning = f"@{account.user.removeprefix('@').lower()}"
    return any(file.name.lower().startswith(beginning) for file in account.store.glob("*.db"))


def _same_user(account: MatrixAccount, session: Session) -> bool:
    """Compare the users. A full Matrix id contains the homeserver; for a bare name, compare the address too."""
    if ":" in account.user:
        return session.user == f"@{account.user.removeprefix('@')}"
    name = session.user.removeprefix("@").split(":", 1)[0]
    return session.homeserver == account.homeserver and name == account.user.removeprefix("@").lower()
