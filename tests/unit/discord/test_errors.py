"""Discord's errors become receipts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
import pytest

from adapters.discord.api.errors import direct_receipt, error_receipt, network_error_receipt
from bots.ports import Later, Refused


def refusal(status: int, code: int, headers: dict[str, str] | None = None) -> discord.HTTPException:
    """Return an error as discord.py raises it."""
    response = SimpleNamespace(status=status, reason="no", headers=headers or {})
    return discord.HTTPException(cast(aiohttp.ClientResponse, response), {"code": code, "message": "no"})


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (403, 50013, "forbidden"),
        (403, 50001, "forbidden"),
        (403, 50007, "unreachable-person"),
        (404, 10003, "gone"),
        (404, 10008, "gone"),
        (400, 50035, "invalid"),
        (413, 40005, "too-long"),
        (413, 0, "too-long"),
        (403, 50278, "unreachable-person"),
    ],
)
def test_permanent_errors_are_refused(status: int, code: int, reason: str) -> None:
    """A permanent error becomes Refused, with the missing right if Discord names it."""
    receipt = error_receipt(refusal(status, code), "Send Messages")
    assert isinstance(receipt, Refused)
    assert receipt.reason == reason
    assert receipt.right == ("Send Messages" if reason == "forbidden" else None)


@pytest.mark.parametrize(("code", "reason"), [(160005, "forbidden"), (200000, "invalid"), (200001, "invalid")])
def test_no_right_explains_a_locked_thread_or_automod(code: int, reason: str) -> None:
    """A locked thread and a server's AutoMod are no lack of a right."""
    receipt = error_receipt(refusal(403, code), "Send Messages")
    assert isinstance(receipt, Refused) and (receipt.reason, receipt.right) == (reason, None)


@pytest.mark.parametrize("status", [400, 403, 404])
def test_who_takes_no_direct_messages_is_unreachable(status: int) -> None:
    """When the channel of direct messages cannot be opened, the person is unreachable."""
    receipt = direct_receipt(refusal(status, 0))
    assert isinstance(receipt, Refused) and receipt.reason == "unreachable-person"


@pytest.mark.parametrize("error", [refusal(400, 40003), refusal(429, 0), refusal(502, 0), discord.RateLimited(3.0)])
def test_direct_messages_wait(error: discord.HTTPException | discord.RateLimited) -> None:
    """When too many channels are opened, or Discord has a problem, the message waits."""
    assert isinstance(direct_receipt(error), Later)


@pytest.mark.parametrize(
    ("error", "seconds", "account_wide"),
    [
        (refusal(429, 0, {"Retry-After": "7.5"}), 7.5, False),
        (refusal(429, 0, {"Retry-After": "soon"}), 1.0, False),
        (refusal(400, 30046), 60.0, False),
        (refusal(403, 160006), 600.0, False),
        (refusal(500, 0), 0.0, False),
        (refusal(401, 0), 0.0, True),
        (discord.RateLimited(42.0), 42.0, False),
    ],
)
def test_temporary_errors_are_later(
    error: discord.HTTPException | discord.RateLimited, seconds: float, account_wide: bool
) -> None:
    """A temporary error becomes Later, with the seconds that Discord states."""
    receipt = error_receipt(error)
    assert isinstance(receipt, Later)
    assert (receipt.seconds, receipt.account_wide) == (seconds, account_wide)


def test_network_errors_are_named() -> None:
    """The receipt of a network error names it."""
    assert network_error_receipt(ConnectionResetError("dead")) == Later(0.0, "dead", account_wide=True)
    assert network_error_receipt(TimeoutError()).detail == "TimeoutError"
