"""Rooms on a real homeserver: busy, old, lost, private and restricted ones."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from nio.api import RoomPreset
from nio.responses import MemoryDownloadResponse, UploadResponse

from bots.core.inbound import (
    BotInvited,
    BotJoined,
    CommandInvoked,
    MemberJoined,
    MessageFetched,
    MessagePosted,
    PollEnded,
    RoomLost,
    RoomMoved,
    Value,
)
from bots.core.outbound import Button, Content, Delete, Fetch, Join, NativePoll, PollOption, Post
from bots.core.richtext import Text
from bots.ports import Refused, Sent
from tests.contract.matrix_people import MatrixPerson, done
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import RecordingInbox, key, send, words
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an unencrypted room with its people."""
    async with opened(homeserver, tmp_path) as rig:
        yield rig


def texts(values: list[Value]) -> list[str]:
    """Return the messages' texts."""
    return [value.text for value in values if isinstance(value, MessagePosted)]


async def test_missed_messages_arrive_in_order(rig: MatrixRig) -> None:
    """After a downtime with more messages than one sync holds, each arrives once, oldest first."""
    await rig.stop()
    client = rig.host.client
    for number in range(250):
        content = {"msgtype": "m.text", "body": f"line {number}"}
        done(await client.room_send(rig.room, "m.room.message", content))
    rig.inbox.values.clear()
    await rig.restart()
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "line 249")
    assert texts(rig.inbox.values) == [f"line {number}" for number in range(250)]


async def test_the_history_of_a_room_is_ignored(rig: MatrixRig) -> None:
    """Messages and commands from before the bot joined give no values."""
    room = await rig.host.open_room()
    await rig.host.say(room, "!poll old one")
    done(await rig.host.client.room_invite(room, rig.bot))
    await rig.inbox.gets(BotInvited, lambda value: value.room == room)
    await send(rig, key(), Join(room=room))
    joined = await rig.inbox.gets(BotJoined, lambda value: value.room == room)
    await rig.host.say(room, "!poll new one")
    await rig.inbox.gets(CommandInvoked, lambda value: value.line == "poll new one")
    assert (joined.name, joined.encrypted, joined.direct) == ("Garden", False, False)
    assert [value.line for value in rig.inbox.values if isinstance(value, CommandInvoked)] == ["poll new one"]


async def test_a_first_start_reports_rooms_without_old_messages(rig: MatrixRig, tmp_path: Path) -> None:
    """Without a stored cursor the bot reports its rooms and no old messages."""
    await rig.host.say(rig.room, "!help long ago")
    await rig.stop()
    rig.inbox, rig.account = RecordingInbox(), replace(rig.account, store=tmp_path / "elsewhere")
    await rig.restart()
    joined = await rig.inbox.gets(BotJoined)
    await rig.host.say(rig.room, "now")
    await rig.inbox.gets(MessagePosted, lambda value: value.text == "now")
    assert joined.room == rig.room
    assert not [value for value in rig.inbox.values if isinstance(value, CommandInvoked)]


async def test_a_removed_bot_can_be_invited_again(rig: MatrixRig) -> None:
    """A removed bot reports the loss and sends nothing, and joins with a new key when invited again."""
    first = await rig.inbox.gets(BotInvited)
    done(await rig.host.client.room_kick(rig.room, rig.bot, "noise"))
    lost = await rig.inbox.gets(RoomLost)
    assert (lost.room, lost.reason) == (rig.room, "removed")
    refused = await send(rig, key(), Post(room=rig.room, content=words("hello?")))
    assert isinstance(refused, Refused)
    assert refused.reason == "gone"
    done(await rig.host.client.room_invite(rig.room, rig.bot))
    second = await rig.inbox.gets(BotInvited, lambda value: value.key != first.key)
    assert second.room == rig.room
    await send(rig, key(), Join(room=rig.room))
    assert isinstance(await send(rig, key(), Post(room=rig.room, content=words("back"))), Sent)


async def test_unseen_removal_and_ban_give_room_lost(rig: MatrixRig) -> None:
    """A removal and a ban between two syncs give RoomLost."""
    await rig.stop()
    done(await rig.host.client.room_kick(rig.room, rig.bot))
    done(await rig.host.client.room_ban(rig.room, rig.bot))
    await rig.restart()
    lost = await rig.inbox.gets(RoomLost)
    assert (lost.room, lost.reason) == (rig.room, "banned")


async def test_a_withdrawn_invitation_is_gone(rig: MatrixRig) -> None:
    """Joining after a withdrawn invitation is refused with "gone"."""
    room = await rig.host.open_room(preset=RoomPreset.private_chat)
    receipt = await send(rig, key(), Join(room=room))
    assert isinstance(receipt, Refused)
    assert receipt.reason == "gone"


async def test_an_upgraded_room_names_its_successor(rig: MatrixRig) -> None:
    """A tombstone gives the id of the new room."""
    found = await rig.host.request("POST", f"v3/rooms/{quote(rig.room)}/upgrade", {"new_version": "11"})
    moved = await rig.inbox.gets(RoomMoved, lambda value: value.room == rig.room)
    assert moved.new_room == found["replacement_room"]


async def test_members_of_an_upgraded_room_are_no_newcomers(
    rig: MatrixRig, homeserver: Homeserver, tmp_path: Path
) -> None:
    """Members of the old room are no newcomers in its replacement; people new to both are."""
    found = await rig.host.request("POST", f"v3/rooms/{quote(rig.room)}/upgrade", {"new_version": "11"})
    room = found["replacement_room"]
    await rig.inbox.gets(RoomMoved)
    await send(rig, key(), Join(room=room))
    await rig.inbox.gets(BotJoined, lambda value: value.room == room)
    await rig.guest.enter(room)
    login = await homeserver.register("nina")
    nina = MatrixPerson(homeserver.url, login.user, login.device, login.token, tmp_path / "nina", bot=rig.bot)
    await nina.enter(room)
    await nina.close()
    await rig.inbox.gets(MemberJoined, lambda value: value.person.user == nina.user)
    joined = [value for value in rig.inbox.values if isinstance(value, MemberJoined) and value.room == room]
    assert [value.person.user for value in joined] == [nina.user]


async def test_receipt_names_the_missing_right(rig: MatrixRig) -> None:
    """The receipt names the missing right to speak or delete."""
    said = await rig.guest.say(rig.room, "leave this")
    receipt = await send(rig, key(), Delete(room=rig.room, card="x:1"), said)
    assert isinstance(receipt, Refused)
    assert (receipt.reason, receipt.right) == ("forbidden", "redact messages")
    levels = await rig.host.get(f"v3/rooms/{quote(rig.room)}/state/m.room.power_levels")
    levels["events_default"] = 50
    await rig.host.request("PUT", f"v3/rooms/{quote(rig.room)}/state/m.room.power_levels", levels)
    receipt = await send(rig, key(), Post(room=rig.room, content=words("hello")))
    assert isinstance(receipt, Refused)
    assert (receipt.reason, receipt.right) == ("forbidden", "send messages")


async def test_message_is_sent_where_reactions_are_forbidden(rig: MatrixRig) -> None:
    """A room that forbids reactions still gets the message and its legend."""
    levels = await rig.host.get(f"v3/rooms/{quote(rig.room)}/state/m.room.power_levels")
    levels["events"] = {**levels.get("events", {}), "m.reaction": 50}
    await rig.host.request("PUT", f"v3/rooms/{quote(rig.room)}/state/m.room.power_levels", levels)
    content = Content((Text("Coming?"),), buttons=(Button("rsvp:1:y", "Yes", "✅"),))
    receipt = await send(rig, key(), Post(room=rig.room, content=content))
    assert isinstance(receipt, Sent)
    assert (await rig.seen(rig.room, receipt.messages[0])).text == "Coming?\n\n✅ Yes"


async def test_a_poll_of_too_many_answers_is_refused(rig: MatrixRig) -> None:
    """A poll with more than twenty answers, the limit of clients, is refused."""
    poll = NativePoll("Which?", tuple(PollOption(f"a{n}", f"Answer {n}") for n in range(21)))
    receipt = await send(rig, key(), Post(room=rig.room, content=Content((), poll=poll)))
    assert isinstance(receipt, Refused)
    assert receipt.reason == "invalid"


async def test_a_poll_ended_by_a_client(rig: MatrixRig) -> None:
    """PollEnded names the person who ended the poll and whether they are an admin."""
    poll = NativePoll("Tea?", (PollOption("0", "Yes"), PollOption("1", "No")))
    receipt = await send(rig, key(), Post(room=rig.room, content=Content((), poll=poll)))
    assert isinstance(receipt, Sent)
    relates = {"rel_type": "m.reference", "event_id": receipt.messages[0]}
    content = {"m.relates_to": relates, "org.matrix.msc3381.poll.end": {}, "org.matrix.msc1767.text": "Over"}
    for person in (rig.guest, rig.host):
        await person.put(rig.room, "org.matrix.msc3381.poll.end", content)
    ended = await rig.inbox.gets(PollEnded, lambda value: value.person.admin)
    assert (ended.message, ended.person.user) == (receipt.messages[0], rig.host.user)
    others = [value for value in rig.inbox.values if isinstance(value, PollEnded) and value is not ended]
    assert [value.person.user for value in others] == [rig.guest.user]


async def test_a_file_is_posted_again(rig: MatrixRig) -> None:
    """The bot reads a picture and posts it again with its name, type and content."""
    uploaded, _ = await rig.guest.client.upload(BytesIO(b"a picture"), "image/png", "garden.png", filesize=9)
    assert isinstance(uploaded, UploadResponse)
    content = {
        "msgtype": "m.image", "body": "the garden", "filename": "garden.png", "url": uploaded.content_uri,
        "info": {"mimetype": "image/png", "size": 9},
    }  # fmt: skip
    said = await rig.guest.put(rig.room, "m.room.message", content)
    came = await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    await send(rig, key(), Fetch(room=rig.room, message=said, subject="h:1"))
    fetched = await rig.inbox.gets(MessageFetched, lambda value: value.message == said)
    assert fetched.attachments == came.attachments
    assert fetched.text == came.text == "the garden"
    again = Content((Text("From Lyon"),), attachments=came.attachments)
    data = await rig.adapter.read(came.attachments[0])
    assert data == b"a picture"
    receipt = await send(rig, key(), Post(room=rig.room, content=again), files=(data,))
    assert isinstance(receipt, Sent)
    shown, _ = await rig.host.content_of(rig.room, receipt.messages[1])
    assert (shown["filename"], shown["info"]["mimetype"]) == ("garden.png", "image/png")
    loaded = await rig.host.client.download(shown["url"])
    assert isinstance(loaded, MemoryDownloadResponse) and loaded.body == b"a picture"
    removed = await send(rig, key(), Delete(room=rig.room, card="a:1"), receipt.messages[0], also=receipt.messages[1:])
    assert isinstance(removed, Sent)
    assert (await rig.host.content_of(rig.room, receipt.messages[1]))[0] == {}
