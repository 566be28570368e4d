"""Error responses become receipts, and the bot retries an unreachable homeserver."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from nio.responses import RoomSendError
from structlog.testing import capture_logs

from adapters.matrix.api.errors import Failure, failure, network_failure
from adapters.matrix.api.retry import Connection, SessionEndedError, UnreachableError, to_exception
from bots.ports import Later, Refused


@dataclass
class Transport:
    """The HTTP side of an answer."""

    status: int


def error_response(code: str | None, status: int = 400, retry_after_ms: int | None = None) -> RoomSendError:
    """Return an error response."""
    answer = RoomSendError("said", code, retry_after_ms)
    answer.transport_response = Transport(status)  # type: ignore[assignment]  # nio annotates a class without status
    return answer


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (error_response("M_LIMIT_EXCEEDED", 429, 2500), Later(2.5, "x")),
        (error_response(None, 429), Later(0.0, "x")),
        (error_response(None, 502), Later(0.0, "x", account_wide=True)),
        (error_response("M_UNKNOWN", 500), Later(0.0, "x", account_wide=True)),
        (error_response("M_UNKNOWN_TOKEN", 401), Later(0.0, "x", account_wide=True)),
        (error_response("M_FORBIDDEN", 403), Refused("forbidden", "x", "send messages")),
        (error_response("M_NOT_FOUND", 404), Refused("gone", "x")),
        (error_response("M_TOO_LARGE", 413), Refused("too-long", "x")),
        (error_response(None, 413), Refused("too-long", "x")),
        (error_response("M_BAD_JSON"), Refused("invalid", "x")),
    ],
)
def test_each_error_response_has_its_receipt(answer: RoomSendError, expected: Failure) -> None:
    """Limits and outages give Later, and other errors give Refused with a reason that the core knows."""
    receipt = failure(answer, "send messages")
    assert type(receipt) is type(expected)
    for field in ("seconds", "account_wide", "reason", "right"):
        assert getattr(receipt, field, None) == getattr(expected, field, None)


def test_a_lost_connection_delays_the_account() -> None:
    """A lost connection delays the whole account."""
    assert network_failure(TimeoutError()) == Later(0.0, "TimeoutError", account_wide=True)


def test_a_revoked_token_ends_the_session() -> None:
    """A revoked token ends the session, and any other error is only a reason to wait."""
    assert isinstance(to_exception(error_response("M_UNKNOWN_TOKEN", 401)), SessionEndedError)
    busy = to_exception(error_response("M_LIMIT_EXCEEDED", 429, 1500))
    assert isinstance(busy, UnreachableError)
    assert busy.seconds == 1.5


async def test_each_failed_try_and_the_recovery_are_logged() -> None:
    """The log has each failed try with the seconds until the next one, and the recovery."""
    tries = iter([UnreachableError("away"), ConnectionError("refused"), None])

    async def attempt() -> str:
        error = next(tries)
        if error is not None:
            raise error
        return "here"

    with capture_logs() as logs:
        assert await Connection("matrix", longest=0.05).retry(attempt) == "here"
    assert [line["event"] for line in logs] == ["matrix-unreachable", "matrix-unreachable", "matrix-reachable"]
    assert [line["why"] for line in logs[:2]] == ["away", "refused"]
    assert all(0.03 <= line["seconds"] <= 0.05 for line in logs[:2])


async def test_retry_after_is_respected() -> None:
    """The bot waits as long as the homeserver says."""
    tries = iter([UnreachableError("limited", 0.02)])

    async def attempt() -> None:
        for error in tries:
            raise error

    with capture_logs() as logs:
        await Connection("matrix").retry(attempt)
    assert logs[0]["seconds"] == 0.02
