"""Syncs with anything in them: the bot keeps what it cannot read as a dead letter and reads the rest."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bots.core.inbound import MessagePosted, Unreadable
from tests.contract.matrix_people import done
from tests.contract.matrix_rig import MatrixRig, opened
from tests.homeserver.rewriting_proxy import RewritingProxy, rewriting
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse
DEEP = "[" * 5_000 + "]" * 5_000


@pytest.fixture
async def proxy(homeserver: Homeserver) -> AsyncIterator[RewritingProxy]:
    """Yield a proxy between the bot and the homeserver."""
    async with rewriting(homeserver.url) as proxy:
        yield proxy


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path, proxy: RewritingProxy) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter behind the proxy."""
    async with opened(homeserver, tmp_path, through=proxy.url) as rig:
        yield rig


def timelines(reply: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """Return the events of each room in a sync."""
    rooms = reply.get("rooms", {}).get("join", {})
    return [(room, info["timeline"]["events"]) for room, info in rooms.items()]


def is_about(event: dict[str, Any], text: str) -> bool:
    """Return whether the event is a message with this text."""
    return bool(event.get("content", {}).get("body") == text)


BAD: dict[str, dict[str, Any]] = {
    "its unsigned part is null": {"unsigned": None},
    "its time is null": {"origin_server_ts": None},
    "its sender is a list": {"sender": []},
    "a member's earlier content is a number": {
        "type": "m.room.member", "state_key": "@x:hs", "content": {"membership": "join"},
        "unsigned": {"prev_content": 7},
    },
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
async def test_one_bad_event_holds_up_no_other(rig: MatrixRig, proxy: RewritingProxy, what: str) -> None:
    """The messages around an event that cannot be read come in, in their order."""

    def spoil(reply: dict[str, Any]) -> str:
        for _, events in timelines(reply):
            events[:] = [{**event, **BAD[what]} if is_about(event, "bad") else event for event in events]
        return json.dumps(reply)

    proxy.rewrites["/sync"] = spoil
    for text in ("before", "bad", "after"):
        await rig.guest.say(rig.room, text)
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "after")
    assert [value.text for value in rig.inbox.values if isinstance(value, MessagePosted)] == ["before", "after"]


async def test_an_event_that_nio_cannot_parse_is_a_dead_letter(rig: MatrixRig, proxy: RewritingProxy) -> None:
    """The event is kept with its payload, whatever part of the sync it was in."""

    def spoil(reply: dict[str, Any]) -> str:
        for _, events in timelines(reply):
            if any(is_about(event, "now") for event in events):
                events.insert(0, {"type": "m.room.message", "event_id": "$bad", "unsigned": None, "content": {}})
                events.insert(0, None)
                reply.setdefault("to_device", {}).setdefault("events", []).append(None)
                reply.setdefault("account_data", {}).setdefault("events", []).append([7])
                reply["rooms"].setdefault("invite", {})["!bad:hs"] = {"invite_state": {"events": [None]}}
                reply["rooms"].setdefault("leave", {})["!worse:hs"] = 7
        return json.dumps(reply)

    proxy.rewrites["/sync"] = spoil
    await rig.guest.say(rig.room, "now")
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "now")
    letter = await rig.inbox.gets(Unreadable, lambda value: value.key == "matrix:unreadable:$bad")
    assert (letter.room, json.loads(letter.payload)["event_id"]) == (rig.room, "$bad")
    payloads = [value.payload for value in rig.inbox.values if isinstance(value, Unreadable)]
    assert len(payloads) == 5
    assert {"[7]", "null", "7"} <= set(payloads)


async def test_a_sync_that_is_none_is_passed_over(rig: MatrixRig, proxy: RewritingProxy) -> None:
    """A sync that cannot be processed at all is kept, and the bot reads on after it."""

    def spoil(reply: dict[str, Any]) -> str | None:
        if any(is_about(event, "lost") for _, events in timelines(reply) for event in events):
            return json.dumps({**reply, "device_lists": 7})
        return None

    proxy.rewrites["/sync"] = spoil
    await rig.guest.say(rig.room, "lost")
    letter = await rig.inbox.gets(Unreadable)
    assert "lost" in letter.payload
    await rig.guest.say(rig.room, "after")
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "after")


async def test_any_depth_is_read(rig: MatrixRig, proxy: RewritingProxy) -> None:
    """An event nested 5,000 levels deep is read like any other, from a sync and from the history."""

    def spoil(reply: dict[str, Any]) -> str:
        return json.dumps(reply).replace('"DEEP"', DEEP)

    proxy.rewrites["/sync"] = proxy.rewrites["/messages"] = spoil
    await rig.guest.put(rig.room, "m.room.message", {"msgtype": "m.text", "body": "one", "x": "DEEP"})
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "one")
    await rig.stop()
    for text in ("two", *map(str, range(120))):
        content = {"msgtype": "m.text", "body": text, "x": "DEEP"}
        done(await rig.guest.client.room_send(rig.room, "m.room.message", content))
    await rig.restart()
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "119")
    assert await rig.inbox.gets(MessagePosted, lambda value: value.text == "two")


async def test_a_bad_event_in_the_history_is_passed_over(rig: MatrixRig, proxy: RewritingProxy) -> None:
    """After a downtime, one unreadable event in the history is a dead letter, and the others come in."""

    def spoil(reply: dict[str, Any]) -> str:
        events = reply["chunk"]
        events[:] = ["no event" if is_about(event, "bad") else event for event in events]
        return json.dumps(reply)

    await rig.stop()
    for text in ("bad", "good", *map(str, range(120))):
        done(await rig.guest.client.room_send(rig.room, "m.room.message", {"msgtype": "m.text", "body": text}))
    proxy.rewrites["/messages"] = spoil
    await rig.restart()
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "119")
    texts = [value.text for value in rig.inbox.values if isinstance(value, MessagePosted)]
    assert texts == ["good", *map(str, range(120))]
    assert (await rig.inbox.gets(Unreadable)).payload == '"no event"'
