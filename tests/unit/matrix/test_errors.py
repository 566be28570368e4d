"""Answers of a homeserver in the words of the contract, and how long to wait for one that does not answer."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from nio.responses import RoomSendError
from structlog.testing import capture_logs

from adapters.matrix.api.errors import Failure, failure, network
from adapters.matrix.api.retry import Connection, SessionEndedError, UnreachableError, trouble
from bots.ports import Later, Refused


@dataclass
class Transport:
    """The HTTP side of an answer."""

    status: int


def answered(code: str | None, status: int = 400, retry_after_ms: int | None = None) -> RoomSendError:
    """An error answer."""
    answer = RoomSendError("said", code, retry_after_ms)
    answer.transport_response = Transport(status)  # type: ignore[assignment]  # nio annotates a class without status
    return answer


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (answered("M_LIMIT_EXCEEDED", 429, 2500), Later(2.5, "x")),
        (answered(None, 429), Later(0.0, "x")),
        (answered(None, 502), Later(0.0, "x", account_wide=True)),
        (answered("M_UNKNOWN", 500), Later(0.0, "x", account_wide=True)),
        (answered("M_UNKNOWN_TOKEN", 401), Later(0.0, "x", account_wide=True)),
        (answered("M_FORBIDDEN", 403), Refused("forbidden", "x", "send messages")),
        (answered("M_NOT_FOUND", 404), Refused("gone", "x")),
        (answered("M_TOO_LARGE", 413), Refused("too-long", "x")),
        (answered(None, 413), Refused("too-long", "x")),
        (answered("M_BAD_JSON"), Refused("invalid", "x")),
    ],
)
def test_each_answer_has_its_receipt(answer: RoomSendError, expected: Failure) -> None:
    """Limits and outages are for later, the rest is refused with a reason that the core knows."""
    receipt = failure(answer, "send messages")
    assert type(receipt) is type(expected)
    for field in ("seconds", "account_wide", "reason", "right"):
        assert getattr(receipt, field, None) == getattr(expected, field, None)


def test_a_lost_connection_is_for_later() -> None:
    """Nothing of the account would get through: all of it waits."""
    assert network(TimeoutError()) == Later(0.0, "TimeoutError", account_wide=True)


def test_a_token_that_ended_is_told_from_trouble() -> None:
    """A revoked token ends the session; anything else is waited for, as long as the homeserver says."""
    assert isinstance(trouble(answered("M_UNKNOWN_TOKEN", 401)), SessionEndedError)
    busy = trouble(answered("M_LIMIT_EXCEEDED", 429, 1500))
    assert isinstance(busy, UnreachableError)
    assert busy.seconds == 1.5


async def test_each_try_is_told_and_the_return_too() -> None:
    """Every failed try is logged with the seconds until the next one, and that it works again."""
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


async def test_a_stated_pause_is_kept() -> None:
    """When the homeserver says how long to wait, that long it is."""
    tries = iter([UnreachableError("limited", 0.02)])

    async def attempt() -> None:
        for error in tries:
            raise error

    with capture_logs() as logs:
        await Connection("matrix").retry(attempt)
    assert logs[0]["seconds"] == 0.02
