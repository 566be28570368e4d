"""Updates are decoded one by one; a malformed update is kept apart from data that is no update."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from adapters.telegram.api import decode
from adapters.telegram.api.decode import MalformedUpdate
from adapters.telegram.api.updates import Update
from adapters.telegram.inbound.offset import QUIET, UpdateOffset

CHAT = {"id": -100, "type": "supergroup", "title": "Lyon"}
ANNA = {"id": 7, "is_bot": False, "first_name": "Anna"}


def message(number: int, **more: object) -> dict[str, object]:
    """Build an update with a message."""
    body = {"message_id": number, "date": 1_790_000_000, "chat": CHAT, "from": ANNA, "text": "hello", **more}
    return {"update_id": number, "message": body}


def answer(*updates: object) -> bytes:
    """Build a getUpdates response."""
    return json.dumps({"ok": True, "result": updates}).encode()


def test_one_malformed_update_leaves_the_others_alone() -> None:
    """Decoding finds a wrong type anywhere and reports its place."""
    found = decode.decode_updates(answer(message(1), message(2, text={}), message(3)))
    assert [type(one) for one in found] == [Update, MalformedUpdate, Update]
    assert [one.update_id for one in found] == [1, 2, 3]
    assert isinstance(found[1], MalformedUpdate)
    assert "$.message.text" in found[1].error


def test_what_is_not_known_is_passed_over() -> None:
    """The decoder ignores new fields and new kinds of updates."""
    found = decode.decode_updates(answer({**message(1), "brand_new": {"a": 1}}, {"update_id": 2, "another_kind": {}}))
    assert all(isinstance(one, Update) for one in found)


def test_half_a_surrogate_pair_is_replaced() -> None:
    """JSON can contain lone surrogates; the decoder replaces them."""
    found = decode.decode_updates(answer(message(1, text="a\ud800b")))[0]
    assert isinstance(found, Update) and found.message is not None
    assert found.message.text == "a\ufffdb"
    brought = decode.decode_webhook(json.dumps(message(1, text="a\udc00b")).encode())
    assert isinstance(brought, Update) and brought.message is not None
    assert brought.message.text == "a\ufffdb"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"ok": true, "result": 5}', b"<html>", b'{"result": "\\u0041"}'])
def test_what_is_no_answer_is_said(body: bytes) -> None:
    """A proxy's error page or an empty body raises ValueError, so the poll is retried."""
    with pytest.raises(ValueError, match=r"getUpdates|Expecting"):
        decode.decode_updates(body)


def test_updates_without_numbers_are_no_progress() -> None:
    """Updates without ids raise an error, because they could never be confirmed."""
    with pytest.raises(ValueError, match="without numbers"):
        decode.decode_updates(answer({"message": {}}))
    assert decode.decode_webhook(b"{}") is None


def test_a_cursor_goes_past_the_last_update_and_remembers_when() -> None:
    """A stored token is parsed again; any other text means the beginning."""
    now = datetime(2026, 5, 1, tzinfo=UTC)
    reading = UpdateOffset().after(decode.decode_updates(answer(message(41), message(42))), now)
    assert UpdateOffset.parse(reading.token) == reading
    assert reading.value(now) == 43
    for other in (None, "", "43", "s72594_4483 @glocal:example.org"):
        assert UpdateOffset.parse(other).value(now) is None


def test_after_a_quiet_week_the_offset_is_left_out() -> None:
    """After a quiet week no offset is sent, because new update ids may be lower."""
    now = datetime(2026, 5, 1, tzinfo=UTC)
    reading = UpdateOffset(43, now)
    assert reading.value(now + QUIET) == 43
    assert reading.value(now + QUIET + timedelta(seconds=1)) is None
