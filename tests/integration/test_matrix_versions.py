"""Rooms of version 12 on a real homeserver (https://spec.matrix.org/v1.16/rooms/v12/)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest

from bots.core.inbound import BotInvited, BotJoined, CommandInvoked, MessageFetched, MessagePosted, RoomMoved
from bots.core.outbound import DirectMessage, Fetch, Join, Post
from bots.ports import Sent
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import key, send, words
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an unencrypted room with its people."""
    async with opened(homeserver, tmp_path) as rig:
        yield rig


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_a_room_id_without_a_server(rig: MatrixRig, encrypted: bool) -> None:
    """In a room whose id has no server the bot joins, posts, fetches and restarts, and the creator is an admin."""
    room = await rig.host.open_room(rig.bot, rig.guest.user, encrypted=encrypted, room_version="12")
    assert ":" not in room
    await rig.guest.enter(room)
    await rig.inbox.gets(BotInvited, lambda value: value.room == room)
    await send(rig, key(), Join(room=room))
    await rig.inbox.gets(BotJoined, lambda value: value.room == room)
    said = await rig.host.say(room, "!help")
    assert (await rig.inbox.gets(CommandInvoked, lambda value: value.message == said)).person.admin
    receipt = await send(rig, key(), Post(room=room, content=words("hello")))
    assert isinstance(receipt, Sent)
    assert (await rig.guest.seen(room, receipt.messages[0])).text == "hello"
    said = await rig.guest.say(room, "a message")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    await send(rig, key(), Fetch(room=room, message=said, subject="h:1"))
    assert (await rig.inbox.gets(MessageFetched)).text == "a message"
    private = await send(rig, key(), DirectMessage(room=room, user=rig.guest.user, content=words("between us")))
    assert isinstance(private, Sent)
    await rig.restart()
    said = await rig.guest.say(room, "again")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)


async def test_an_upgrade_to_a_room_id_without_a_server(rig: MatrixRig) -> None:
    """After an upgrade the bot joins the replacement room, whose id has no server, and posts there."""
    found = await rig.host.request("POST", f"v3/rooms/{quote(rig.room)}/upgrade", {"new_version": "12"})
    room = found["replacement_room"]
    moved = await rig.inbox.gets(RoomMoved)
    assert moved.new_room == room
    await send(rig, key(), Join(room=room))
    await rig.inbox.gets(BotJoined, lambda value: value.room == room)
    assert isinstance(await send(rig, key(), Post(room=room, content=words("here we are"))), Sent)
