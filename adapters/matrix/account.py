"""Who the bot is on Matrix, and the session that survives a restart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from adapters.files import write_whole


@dataclass(frozen=True)
class MatrixAccount:
    """What the settings say of one account. `account` is its name there; `store` the folder of keys and session.

    Either `password`, or `token` (`device` is asked of the homeserver when it is not given). `longest_pause`: seconds
    between two tries to reach the homeserver, at most.
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
    """A login that was made: the same device for ever, which end-to-end encryption needs."""

    homeserver: str
    user: str
    device: str
    token: str


def stored_session(account: MatrixAccount) -> Session | None:
    """The session of the last run; None when there is none, it is another account's, or its device keys are lost."""
    try:
        session = msgspec.json.decode(_file(account).read_bytes(), type=Session)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return session if _same_user(account, session) and _keys(account, session).exists() else None


def store_session(account: MatrixAccount, session: Session) -> None:
    """Keep the session, readable by the owner alone; whole or not at all. Raises OSError."""
    write_whole(_file(account), msgspec.json.encode(session))


def sealed_file(account: MatrixAccount) -> Path:
    """Where messages are kept that came before their key."""
    return account.store / f"{account.account}.sealed.json"


def identity_file(account: MatrixAccount) -> Path:
    """Where the keys are kept that vouch for the bot's device."""
    return account.store / f"{account.account}.identity.json"


def _file(account: MatrixAccount) -> Path:
    return account.store / f"{account.account}.session.json"


def _keys(account: MatrixAccount, session: Session) -> Path:
    """The key store that nio made for the session's device."""
    return account.store / f"{session.user}_{session.device}.db"


def _same_user(account: MatrixAccount, session: Session) -> bool:
    """A full Matrix id tells the homeserver, whatever its address; of a name alone the address has to be the same."""
    if ":" in account.user:
        return session.user == f"@{account.user.removeprefix('@')}"
    name = session.user.removeprefix("@").split(":", 1)[0]
    return session.homeserver == account.homeserver and name == account.user.removeprefix("@").lower()
