"""The stored session: always the same device, and only for the same user."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.matrix.account import MatrixAccount, Session, store_session, stored_session

HOME = "https://matrix.example.org"


@pytest.fixture
def account(tmp_path: Path) -> MatrixAccount:
    """Return an account with a stored session and its device's keys."""
    account = MatrixAccount("matrix", HOME, "@bot:example.org", tmp_path / "store", token="x")
    store_session(account, Session(HOME, "@bot:example.org", "DEVICE", "token"))
    (account.store / "@bot:example.org_DEVICE.db").touch()
    return account


def test_only_the_owner_can_read_the_session(account: MatrixAccount) -> None:
    """Only the owner can read the file with the token, also after the bot writes it again."""
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
    """A full id is the same user at any address, and a bare name only at the same address."""
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
    """Settings with another user do not use the stored session."""
    assert stored_session(replace(account, **changes)) is None


def test_a_device_without_its_keys_is_replaced(account: MatrixAccount) -> None:
    """Without its stored keys the bot makes a new device, because the old one could decrypt nothing."""
    (account.store / "@bot:example.org_DEVICE.db").unlink()
    assert stored_session(account) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"user": 7}'])
def test_a_broken_session_file_is_ignored(account: MatrixAccount, content: bytes) -> None:
    """After a truncated or edited file, the bot signs in again."""
    (file,) = account.store.glob("*.json")
    file.write_bytes(content)
    assert stored_session(account) is None
