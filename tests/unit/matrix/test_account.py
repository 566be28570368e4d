"""The stored session: the same device for ever, of the same user only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.matrix.account import MatrixAccount, Session, store_session, stored_session

HOME = "https://matrix.example.org"


@pytest.fixture
def account(tmp_path: Path) -> MatrixAccount:
    """An account with a stored session and the keys of its device."""
    account = MatrixAccount("matrix", HOME, "@bot:example.org", tmp_path / "store", token="x")
    store_session(account, Session(HOME, "@bot:example.org", "DEVICE", "token"))
    (account.store / "@bot:example.org_DEVICE.db").touch()
    return account


def test_the_session_is_kept_for_its_owner_alone(account: MatrixAccount) -> None:
    """The file with the token can be read by nobody else, also when it is written again."""
    store_session(account, Session(HOME, "@bot:example.org", "DEVICE", "newer"))
    (file,) = account.store.glob("*.json")
    assert file.stat().st_mode & 0o777 == 0o600
    assert account.store.stat().st_mode & 0o077 == 0
    session = stored_session(account)
    assert session is not None
    assert session.token == "newer"


@pytest.mark.parametrize(
    "changes",
    [{"user": "@bot:example.org"}, {"user": "bot"}, {"user": "@bot:example.org", "homeserver": "https://example.org"}],
)
def test_the_same_user_keeps_the_device(account: MatrixAccount, changes: dict[str, Any]) -> None:
    """A full id is the same user whatever the homeserver's address; a name alone at the same address."""
    assert stored_session(replace(account, **changes)) is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"user": "@other:example.org"},
        {"user": "@bot:elsewhere.org"},
        {"user": "bot", "homeserver": "https://elsewhere.org"},
    ],
)
def test_another_user_gets_another_session(account: MatrixAccount, changes: dict[str, Any]) -> None:
    """Settings that name another user do not sign in as the old one."""
    assert stored_session(replace(account, **changes)) is None


def test_a_device_without_its_keys_is_not_taken_up(account: MatrixAccount) -> None:
    """When the keys are lost the old device could read nothing: a new one is made."""
    (account.store / "@bot:example.org_DEVICE.db").unlink()
    assert stored_session(account) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"user": 7}'])
def test_a_broken_session_file_is_no_session(account: MatrixAccount, content: bytes) -> None:
    """A file that was cut off or edited means signing in again."""
    (file,) = account.store.glob("*.json")
    file.write_bytes(content)
    assert stored_session(account) is None
