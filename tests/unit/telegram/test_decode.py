"""Updates are read one by one; what can't be read is told apart from what was never an update."""

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
    """An update with a message."""
    body = {"message_id": number, "date": 1_790_000_000, "chat": CHAT, "from": ANNA, "text": "hello", **more}
    return {"update_id": number, "message": body}


def answer(*updates: object) -> bytes:
    """What getUpdates says."""
    return json.dumps({"ok": True, "result": updates}).encode()


def test_one_malformed_update_leaves_the_others_alone() -> None:
    """A wrong type anywhere is found, and where it is."""
    found = decode.decode_updates(answer(message(1), message(2, text={}), message(3)))
    assert [type(one) for one in found] == [Update, MalformedUpdate, Update]
    assert [one.update_id for one in found] == [1, 2, 3]
    assert isinstance(found[1], MalformedUpdate)
    assert "$.message.text" in found[1].error


def test_what_is_not_known_is_passed_over() -> None:
    """New fields and new kinds of updates do no harm."""
    found = decode.decode_updates(answer({**message(1), "brand_new": {"a": 1}}, {"update_id": 2, "another_kind": {}}))
    assert all(isinstance(one, Update) for one in found)


def test_half_a_surrogate_pair_is_replaced() -> None:
    """JSON may spell one; nothing behind may be handed it."""
    found = decode.decode_updates(answer(message(1, text="a\ud800b")))[0]
    assert isinstance(found, Update) and found.message is not None
    assert found.message.text == "a\ufffdb"
    brought = decode.decode_webhook(json.dumps(message(1, text="a\udc00b")).encode())
    assert isinstance(brought, Update) and brought.message is not None
    assert brought.message.text == "a\ufffdb"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"ok": true, "result": 5}', b"<html>", b'{"result": "\\u0041"}'])
def test_what_is_no_answer_is_said(body: bytes) -> None:
    """A page of a proxy, an empty body: tried again later."""
    with pytest.raises(ValueError, match=r"getUpdates|Expecting"):
        decode.decode_updates(body)


def test_updates_without_numbers_are_no_progress() -> None:
    """None of them could be confirmed: they would come for ever."""
    with pytest.raises(ValueError, match="without numbers"):
        decode.decode_updates(answer({"message": {}}))
    assert decode.decode_webhook(b"{}") is None


def test_a_cursor_goes_past_the_last_update_and_remembers_when() -> None:
    """What is stored is read again; another form is a beginning."""
    now = datetime(2026, 5, 1, tzinfo=UTC)
    reading = UpdateOffset().after(decode.decode_updates(answer(message(41), message(42))), now)
    assert UpdateOffset.parse(reading.token) == reading
    assert reading.value(now) == 43
    for other in (None, "", "43", "s72594_4483 @glocal:example.org"):
        assert UpdateOffset.parse(other).value(now) is None


def test_after_a_quiet_week_the_offset_is_left_out() -> None:
    """The numbers may begin anew, lower: with the old offset they would count as confirmed."""
    now = datetime(2026, 5, 1, tzinfo=UTC)
    reading = UpdateOffset(43, now)
    assert reading.value(now + QUIET) == 43
    assert reading.value(now + QUIET + timedelta(seconds=1)) is None
