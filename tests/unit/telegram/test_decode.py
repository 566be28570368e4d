"""The decoder separates malformed updates from valid ones and from other data."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from adapters.telegram.api import decode
from adapters.telegram.api.decode import MalformedUpdate
from adapters.telegram.api.updates import Update
from adapters.telegram.inbound.offset import QUIET, UpdateOffset
from adapters.telegram.inbound.processor import UpdateProcessor
from adapters.telegram.rooms.admins import AdminCache
from bots.clock import SystemClock
from bots.core.inbound import BotJoined, MessagePosted, Unreadable
from tests.unit.telegram.updates import PRIVATE, state

CHAT = {"id": -100, "type": "supergroup", "title": "Lyon"}
ANNA = {"id": 7, "is_bot": False, "first_name": "Anna"}


def message(number: int, **more: object) -> dict[str, object]:
    """Build an update with a message."""
    body = {"message_id": number, "date": 1_790_000_000, "chat": CHAT, "from": ANNA, "text": "hello", **more}
    return {"update_id": number, "message": body}


def answer(*updates: object) -> bytes:
    """Build a getUpdates response."""
    return json.dumps({"ok": True, "result": updates}).encode()


def test_malformed_update_does_not_affect_others() -> None:
    """A malformed update is reported with the place of the error, and the others are decoded."""
    found = decode.decode_updates(answer(message(1), message(2, text={}), message(3)))
    assert [type(one) for one in found] == [Update, MalformedUpdate, Update]
    assert [one.update_id for one in found] == [1, 2, 3]
    assert isinstance(found[1], MalformedUpdate)
    assert "$.message.text" in found[1].error


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deeply_nested_update_is_malformed_and_keeps_its_payload(opening: str, closing: str) -> None:
    """An update nested a hundred thousand levels deep keeps its id and payload, and the others are decoded."""
    deep = f'{{"x]": "\\"]{{", "n": {opening * 100_000}1{closing * 100_000}, "update_id": 2}}'
    body = f'{{"ok": true, "note": "a \\"result\\": [", "result": [{answer(message(1)).decode()[24:-2]}, {deep}]}}'
    found = decode.decode_updates(body.encode())
    assert [(type(one), one.update_id) for one in found] == [(Update, 1), (MalformedUpdate, 2)]
    assert isinstance(found[1], MalformedUpdate) and found[1].raw.decode() == deep
    assert isinstance(decode.decode_update(deep.encode()), MalformedUpdate)


async def test_an_update_that_nobody_can_translate_holds_up_no_other() -> None:
    """A message from the end of time is kept as unreadable, and the one after it comes through."""
    adapter_state, clock = state(), SystemClock()
    processor = UpdateProcessor(adapter_state, AdminCache(Bot("1:a"), adapter_state, clock), clock)
    body = answer(message(1, chat=PRIVATE, date=10**18), message(2, chat=PRIVATE))
    values = (await processor.to_values(decode.decode_updates(body))).values
    assert [type(value) for value in values] == [Unreadable, BotJoined, MessagePosted]


def test_updates_come_in_the_order_of_their_ids() -> None:
    """The order of a response does not count."""
    assert [one.update_id for one in decode.decode_updates(answer(message(3), message(1), message(2)))] == [1, 2, 3]


def test_unknown_fields_and_updates_are_ignored() -> None:
    """The decoder ignores new fields and new kinds of updates."""
    found = decode.decode_updates(answer({**message(1), "brand_new": {"a": 1}}, {"update_id": 2, "another_kind": {}}))
    assert all(isinstance(one, Update) for one in found)


def test_lone_surrogates_are_replaced() -> None:
    """The decoder replaces lone surrogates, which JSON may contain."""
    found = decode.decode_updates(answer(message(1, text="a\ud800b")))[0]
    assert isinstance(found, Update) and found.message is not None
    assert found.message.text == "a\ufffdb"
    webhook_account = decode.decode_update(json.dumps(message(1, text="a\udc00b")).encode())
    assert isinstance(webhook_account, Update) and webhook_account.message is not None
    assert webhook_account.message.text == "a\ufffdb"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"ok": true, "result": 5}', b"<html>", b'{"result": "\\u0041"}'])
def test_other_data_raises_value_error(body: bytes) -> None:
    """An error page of a proxy or an empty body raises ValueError."""
    with pytest.raises(ValueError, match=r"getUpdates|Expecting"):
        decode.decode_updates(body)


def test_updates_without_ids_raise() -> None:
    """Updates without ids raise an error, because the bot could never confirm them."""
    with pytest.raises(ValueError, match="without numbers"):
        decode.decode_updates(answer({"message": {}}))
    assert decode.decode_update(b"{}") is None


def test_cursor_is_parsed_from_its_token() -> None:
    """A stored token gives the same cursor again, and any other text means the beginning."""
    now = datetime(2026, 5, 1, tzinfo=UTC)
    reading = UpdateOffset().after(decode.decode_updates(answer(message(41), message(42))), (), now)
    assert UpdateOffset.parse(reading.token) == reading
    assert reading.value(now) == 43
    for other in (None, "", "43", "s72594_4483 @glocal:example.org"):
        assert UpdateOffset.parse(other).value(now) is None


def test_offset_is_omitted_after_a_quiet_week() -> None:
    """After a quiet week the request has no offset, because new update ids may be lower."""
    now = datetime(2026, 5, 1, tzinfo=UTC)
    reading = UpdateOffset(43, now)
    assert reading.value(now + QUIET) == 43
    assert reading.value(now + QUIET + timedelta(seconds=1)) is None
