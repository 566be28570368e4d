"""The bot's Matrix account, and the session that survives a restart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from adapters.files import write_whole


@dataclass(frozen=True)
class MatrixAccount:
    """The settings of one account. `account` is its name there, `store` the folder for keys and the session.

    Give either `password` or `token`. Without `device`, we ask the homeserver for it. `longest_pause` is the longest
    pause between two tries to reach the homeserver, in seconds.
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


class Session(msgspec.Struct, frozen=True):
    """A stored login. End-to-end encryption needs the same device after a restart."""

    homeserver: str
    user: str
    device: str
    token: str


def stored_session(account: MatrixAccount) -> Session | None:
    """Return the session of the last run, or None.

    Return None also for another account's session, or if the device keys are lost.
    """
    try:
        session = msgspec.json.decode(_file(account).read_bytes(), type=Session)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return session if _same_user(account, session) and _keys(account, session).exists() else None


def store_session(account: MatrixAccount, session: Session) -> None:
    """Write the session atomically, readable by its owner only. Raises OSError."""
    write_whole(_file(account), msgspec.json.encode(session))


def has_signed_in(account: MatrixAccount) -> bool:
    """Return whether the account has signed in before, with these settings: then its homeserver exists."""
    return any(account.store.glob("*.db"))


def undecrypted_file(account: MatrixAccount) -> Path:
    """Return the file of messages that arrived before their key."""
    return account.store / f"{account.account}.sealed.json"


def cross_signing_file(account: MatrixAccount) -> Path:
    """Return the file of the keys that sign the bot's device."""
    return account.store / f"{account.account}.identity.json"


def _file(account: MatrixAccount) -> Path:
    return account.store / f"{account.account}.session.json"


def _keys(account: MatrixAccount, session: Session) -> Path:
    """Return the key store that nio made for the session's device."""
    return account.store / f"{session.user}_{session.device}.db"


def _same_user(account: MatrixAccount, session: Session) -> bool:
    """Compare the users. A full Matrix id contains the homeserver; for a bare name, compare the address too."""
    if ":" in account.user:
        return session.user == f"@{account.user.removeprefix('@')}"
    name = session.user.removeprefix("@").split(":", 1)[0]
    return session.homeserver == account.homeserver and name == account.user.removeprefix("@").lower()
