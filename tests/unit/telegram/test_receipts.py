"""Telegram's errors become receipts."""

from __future__ import annotations

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from adapters.telegram.outbound.receipts import receipt_for
from bots.ports import Later, Receipt, Refused, Sent, Unknown


def chain_error(error: TelegramError, cause: Exception | None) -> TelegramError:
    """Return the error that PTB raises for a httpx error."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("said", "receipt"),
    [
        ("Message is not modified: specified new message content is the same", Sent()),
        ("Query is too old and response timeout expired or query id is invalid", Sent()),
        ("Message to delete not found", Sent()),
        ("Poll has already been closed", Sent()),
        ("USER_ALREADY_PARTICIPANT", Sent()),
        ("Message to edit not found", "gone"),
        ("Chat not found", "gone"),
        ("Message thread not found", "gone"),
        ("Message is too long", "too-long"),
        ("Message caption is too long", "too-long"),
        ("Can't parse entities: unsupported start tag", "invalid"),
        ("Wrong file identifier/HTTP URL specified", "invalid"),
    ],
)
def test_bad_requests_are_final(said: str, receipt: Receipt | str) -> None:
    """A BadRequest means success or a final refusal, and never a retry."""
    ended = receipt_for(BadRequest(said))
    assert ended == receipt if isinstance(receipt, Sent) else isinstance(ended, Refused) and ended.reason == receipt


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Not enough rights to send text messages to the chat", "send messages"),
        ("Not enough rights to send polls to the chat", "send polls"),
        ("Not enough rights to send photos to the chat", "send media"),
        ("Not enough rights to send videos to the chat", "send media"),
        ("Not enough rights to send voice notes to the chat", "send media"),
        ("Not enough rights to send music to the chat", "send media"),
        ("CHAT_SEND_DOCS_FORBIDDEN", "send media"),
        ("CHAT_SEND_PLAIN_FORBIDDEN", "send messages"),
        ("CHAT_SEND_POLL_FORBIDDEN", "send polls"),
        ("CHAT_RESTRICTED", "send messages"),
        ("Have no rights to send a message", "send messages"),
        ("CHAT_WRITE_FORBIDDEN", "send messages"),
        ("TOPIC_CLOSED", "manage topics"),
        ("Not enough rights", "administrator"),
    ],
)
def test_a_missing_right_is_named(said: str, right: str) -> None:
    """The receipt names the missing right from Telegram's description."""
    ended = receipt_for(BadRequest(said))
    assert isinstance(ended, Refused)
    assert (ended.reason, ended.right) == ("forbidden", right)


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        Forbidden("Forbidden: user is deactivated"),
        BadRequest("Chat not found"),
        BadRequest("PEER_ID_INVALID"),
    ],
    ids=str,
)
def test_unreachable_person(error: TelegramError) -> None:
    """An unreachable person gives "unreachable-person", so that the core can answer in the room."""
    ended = receipt_for(error, private=True)
    assert isinstance(ended, Refused)
    assert ended.reason == "unreachable-person"


def test_removed_bot() -> None:
    """A bot that was removed from a group gets "gone"."""
    for said in ("Forbidden: bot was kicked from the supergroup chat", "Forbidden: bot is not a member of the group"):
        ended = receipt_for(Forbidden(said))
        assert isinstance(ended, Refused)
        assert ended.reason == "gone"
    assert isinstance(receipt_for(ChatMigrated(-100)), Refused)


def test_temporary_errors_are_later() -> None:
    """A flood, a rejected token and a second poller give Later."""
    assert receipt_for(RetryAfter(7)) == Later(7.0, "Flood control exceeded. Retry in 0:00:07")
    for error in (InvalidToken("no"), Conflict("two")):
        ended = receipt_for(error)
        assert isinstance(ended, Later)
        assert ended.account_wide


@pytest.mark.parametrize("said", ["Bad Gateway", "Bad Gateway (502). Parsing the server response b'' failed"])
def test_gateway_errors_delay_one_chat(said: str) -> None:
    """A 502 or 503 gives Later for its chat only, because Telegram performed nothing."""
    for text in (said, said.replace("Bad Gateway (502)", "Service Unavailable (503)")):
        ended = receipt_for(NetworkError(text))
        assert isinstance(ended, Later)
        assert not ended.account_wide


@pytest.mark.parametrize(
    "error",
    [
        NetworkError("Internal Server Error"),
        NetworkError("Internal Server Error: restart"),
        NetworkError("Gateway Timeout (504)"),
        chain_error(TelegramError("Invalid server response"), ValueError("no JSON")),
        chain_error(NetworkError("Unknown error in HTTP implementation"), OSError("odd")),
    ],
    ids=str,
)
def test_unclear_responses_are_unknown(error: TelegramError) -> None:
    """Another 5xx or a response that is not JSON gives Unknown."""
    assert isinstance(receipt_for(error), Unknown)


@pytest.mark.parametrize(
    "said",
    [
        "Request Entity Too Large",
        "Request Entity Too Large (413). Parsing the server response b'<html>' failed",
        "Content Too Large (413)",
    ],
)
def test_413_is_final(said: str) -> None:
    """A 413, which PTB reports as a network error, gives "too-long"."""
    assert receipt_for(NetworkError(said)) == Refused("too-long", said.partition(". Parsing")[0])


def test_network_errors() -> None:
    """A failed connection gives Later, and a connection that broke later gives Unknown."""
    for before in (httpx.ConnectError("no"), httpx.ConnectTimeout("no"), httpx.PoolTimeout("full")):
        assert isinstance(receipt_for(chain_error(TimedOut(), before)), Later)
    for behind in (httpx.ReadTimeout("slow"), httpx.ReadError("cut"), httpx.RemoteProtocolError("cut")):
        assert isinstance(receipt_for(chain_error(NetworkError("lost"), behind)), Unknown)
