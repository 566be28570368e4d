"""Encrypted rooms on a real homeserver: late or missing keys, forged plaintexts, new people and devices."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest

from adapters.matrix.account import MatrixAccount
from bots.core.inbound import (
    BotInvited,
    BotJoined,
    CommandInvoked,
    MemberJoined,
    MessageFetched,
    MessagePosted,
    Undecryptable,
)
from bots.core.outbound import DirectMessage, Fetch, Join, Post
from bots.ports import Later, Sending, Sent
from tests.contract.matrix_people import MatrixPerson, share_keys, withhold_keys
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import key, send, words
from tests.homeserver.synapse import Homeserver
from tests.integration.matrix_tunnel import Tunnel
from tests.waiting import until

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an encrypted room with its people."""
    async with opened(homeserver, tmp_path, encrypted=True) as rig:
        yield rig


async def forge(person: MatrixPerson, room: str, plaintext: str) -> str:
    """Send an encrypted event with any plaintext and return its id."""
    await person.say(room, "before")
    olm = person.client.olm
    assert olm is not None
    session = olm.outbound_group_sessions[room]
    content = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "sender_key": olm.account.identity_keys["curve25519"],
        "ciphertext": session.encrypt(plaintext),  # type: ignore[no-untyped-call]  # nio does not annotate it
        "session_id": session.id,
        "device_id": person.client.device_id,
    }
    path = f"v3/rooms/{quote(room)}/send/m.room.encrypted/{uuid4().hex}"
    return str((await person.request("PUT", path, content))["event_id"])


async def receive(rig: MatrixRig, message: str) -> MessagePosted:
    """Wait for the message and return it."""
    return await rig.inbox.gets(MessagePosted, lambda value: value.message == message)


async def test_message_is_decrypted_when_its_key_arrives(rig: MatrixRig) -> None:
    """An undecryptable message gives Undecryptable, and the message itself once its key arrives."""
    withheld = await withhold_keys(rig.guest, rig.room)
    said = await rig.guest.say(rig.room, "early")
    undecrypted = await rig.inbox.gets(Undecryptable, lambda value: value.message == said)
    assert undecrypted.person.user == rig.guest.user
    await share_keys(rig.guest, withheld)
    decrypted = await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    assert decrypted.text == "early"
    assert decrypted.key != undecrypted.key


async def test_a_restart_between_a_message_and_its_key(rig: MatrixRig) -> None:
    """After a restart the late key still decrypts the message, which is then removed from the file."""
    withheld = await withhold_keys(rig.guest, rig.room)
    said = await rig.guest.say(rig.room, "early")
    await rig.inbox.gets(Undecryptable, lambda value: value.message == said)
    await rig.restart()
    await share_keys(rig.guest, withheld)
    decrypted = await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    assert decrypted.text == "early"
    await receive(rig, await rig.guest.say(rig.room, "after"))
    assert json.loads(rig.account.file("sealed").read_bytes()) == []


async def test_a_message_deleted_before_its_key_stays_deleted(rig: MatrixRig) -> None:
    """The late key decrypts the waiting messages, except those that their author deleted."""
    withheld = await withhold_keys(rig.guest, rig.room)
    withdrawn = await rig.guest.say(rig.room, "withdrawn")
    await rig.inbox.gets(Undecryptable, lambda value: value.message == withdrawn)
    await rig.guest.withdraw(rig.room, withdrawn)
    kept = await rig.guest.say(rig.room, "kept")
    await rig.inbox.gets(Undecryptable, lambda value: value.message == kept)
    await share_keys(rig.guest, withheld)
    await receive(rig, kept)
    assert [value.text for value in rig.inbox.values if isinstance(value, MessagePosted)] == ["kept"]


async def test_a_broken_file_of_undecrypted_messages_is_ignored(rig: MatrixRig) -> None:
    """The bot ignores a broken file of undecrypted messages."""
    await rig.stop()
    for content in (b"{", b"[7]", b'[{"room": "!r:x", "event": {"type": "m.room.encrypted"}}]'):
        rig.account.file("sealed").write_bytes(content)
        await rig.restart()
        assert (await receive(rig, await rig.guest.say(rig.room, "hello"))).text == "hello"


@pytest.mark.parametrize(
    "plaintext",
    [
        "[]",
        "7",
        "[" * 15_000,
        "not json",
        json.dumps({"type": "m.room.message", "content": {"msgtype": "m.text", "body": "x"}, "unsigned": 5}),
        json.dumps({"type": "m.room.encrypted", "content": {}}),
        json.dumps({"type": "m.room.message", "content": {"body": 7}}),
        json.dumps({"type": ["m.room.message"], "content": {}}),
        json.dumps({"type": "m.room.redaction", "sender": "@x:hs", "event_id": "$x", "origin_server_ts": 1}),
        json.dumps({"type": "m.room.power_levels", "state_key": "", "content": {"users": {"@x:hs": "all"}}}),
    ],
)
async def test_forged_plaintext_affects_no_other_message(rig: MatrixRig, plaintext: str) -> None:
    """The messages before and after a forged plaintext arrive."""
    await forge(rig.guest, rig.room, plaintext)
    after = await rig.guest.say(rig.room, "after")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == after)
    texts = [value.text for value in rig.inbox.values if isinstance(value, MessagePosted)]
    assert texts == ["before", "after"]


async def test_forged_state_changes_nothing(rig: MatrixRig) -> None:
    """Encrypted power levels, tombstones, redactions and memberships have no effect."""
    said = await rig.host.say(rig.room, "mine")
    await receive(rig, said)
    before = len(rig.inbox.values)
    for kind, more in (
        ("m.room.power_levels", {"state_key": "", "content": {"users": {rig.guest.user: 100}}}),
        ("m.room.tombstone", {"state_key": "", "content": {"body": "", "replacement_room": "!evil:glocal.test"}}),
        ("m.room.redaction", {"redacts": said, "content": {"redacts": said}}),
        ("m.room.redaction", {"redacts": said, "event_id": "$x", "sender": rig.host.user, "origin_server_ts": 1}),
        ("m.room.member", {"state_key": rig.host.user, "content": {"membership": "leave"}}),
        ("m.room.member", {"state_key": "@outsider:glocal.test", "content": {"membership": "join"}}),
        ("m.room.member", {"state_key": rig.bot, "content": {"membership": "join"}}),
    ):
        await forge(rig.guest, rig.room, json.dumps({"type": kind, "room_id": rig.room, **more}))
    asked = await rig.guest.say(rig.room, "!help")
    assert not (await rig.inbox.gets(CommandInvoked, lambda value: value.message == asked)).person.admin
    assert {type(value) for value in rig.inbox.values[before:]} == {MessagePosted, CommandInvoked}
    receipt = await send(rig, key(), Post(room=rig.room, content=words("to all")))
    assert isinstance(receipt, Sent)
    assert (await rig.host.seen(rig.room, receipt.messages[0])).text == "to all"


async def test_there_is_a_key_of_the_bot_for_everyone(rig: MatrixRig) -> None:
    """When all one-time keys are taken while the bot is away, there is a fallback key; later there is a new one."""
    found = await rig.guest.request("POST", "v3/keys/query", {"device_keys": {rig.bot: []}})
    (device,) = found["device_keys"][rig.bot]
    wanted = {"one_time_keys": {rig.bot: {device: "signed_curve25519"}}}

    async def claim() -> dict[str, dict[str, object]]:
        claimed = await rig.guest.request("POST", "v3/keys/claim", wanted)
        return dict(claimed["one_time_keys"][rig.bot][device])

    await rig.stop()
    keys = [await claim() for _ in range(130)]
    assert all(keys)
    fallbacks = {name for one in keys for name, key in one.items() if key.get("fallback")}
    assert len(fallbacks) == 1
    await rig.restart()
    await receive(rig, await rig.guest.say(rig.room, "after"))
    await rig.stop()
    later = [await claim() for _ in range(130)]
    assert not fallbacks & {name for one in later for name in one}


async def test_the_key_goes_out_before_the_message(rig: MatrixRig, tmp_path: Path) -> None:
    """A new key has a head start over the first message with it: two seconds, unless the account says otherwise."""
    await rig.stop()
    rig.account = replace(rig.account, key_head_start=600.0)
    await rig.restart()
    await receive(rig, await rig.guest.say(rig.room, "ready?"))
    posting = asyncio.create_task(send(rig, key(), Post(room=rig.room, content=words("first"))))

    async def has_key() -> bool:
        await rig.guest.look()
        olm = rig.guest.client.olm
        assert olm is not None
        own = olm.account.identity_keys["curve25519"]
        return any(one.room_id == rig.room and one.sender_key != own for one in olm.inbound_group_store)

    await until(has_key, lambda: "the guest has no key")
    await receive(rig, await rig.guest.say(rig.room, "still ready?"))
    assert await rig.said_by_bot(rig.room) == []
    posting.cancel()
    await asyncio.gather(posting, return_exceptions=True)
    assert MatrixAccount("matrix", "", "", tmp_path).key_head_start == 2.0


async def test_a_new_member_reads_later_messages(rig: MatrixRig, homeserver: Homeserver, tmp_path: Path) -> None:
    """A new member of an encrypted room reads the bot's next message."""
    await send(rig, key(), Post(room=rig.room, content=words("before")))
    login = await homeserver.register("carla")
    carla = MatrixPerson(homeserver.url, login.user, login.device, login.token, tmp_path / "carla", bot=rig.bot)
    try:
        await carla.look()
        await carla.enter(rig.room)
        await rig.inbox.gets(MemberJoined, lambda value: value.person.user == carla.user)
        receipt = await send(rig, key(), Post(room=rig.room, content=words("welcome Carla")))
        assert isinstance(receipt, Sent)
        assert (await carla.seen(rig.room, receipt.messages[0])).text == "welcome Carla"
    finally:
        await carla.close()


async def test_an_unencrypted_private_room_becomes_encrypted(rig: MatrixRig) -> None:
    """The bot encrypts an existing private room before it writes there about an encrypted room."""
    room = await rig.host.open_room(rig.bot, encrypted=False, name="open")
    await rig.inbox.gets(BotInvited, lambda value: value.room == room)
    await send(rig, key(), Join(room=room))
    await rig.inbox.gets(BotJoined, lambda value: value.room == room)
    opened = await send(rig, key(), DirectMessage(room=room, user=rig.guest.user, content=words("in the open")))
    assert isinstance(opened, Sent) and opened.room is not None
    await rig.guest.enter(opened.room)
    undecrypted = await send(rig, key(), DirectMessage(room=rig.room, user=rig.guest.user, content=words("between us")))
    assert isinstance(undecrypted, Sent) and undecrypted.room == opened.room
    _, raw = await rig.guest.content_of(opened.room, undecrypted.messages[0])
    assert raw["type"] == "m.room.encrypted"


async def test_a_private_message_about_an_encrypted_room_is_encrypted(rig: MatrixRig) -> None:
    """A private message about an encrypted room goes to an encrypted room."""
    call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("between us"))
    receipt = await send(rig, key(), call)
    assert isinstance(receipt, Sent)
    assert receipt.room is not None
    await rig.guest.enter(receipt.room)
    _, raw = await rig.guest.content_of(receipt.room, receipt.messages[0])
    assert raw["type"] == "m.room.encrypted"
    assert (await rig.guest.seen(receipt.room, receipt.messages[0])).text == "between us"


async def test_an_unreadable_message_is_fetched_without_a_person(rig: MatrixRig) -> None:
    """A fetch of an undecryptable message gives a value without a person."""
    await withhold_keys(rig.guest, rig.room)
    said = await rig.guest.say(rig.room, "secret")
    await rig.inbox.gets(Undecryptable, lambda value: value.message == said)
    await send(rig, key(), Fetch(room=rig.room, message=said, subject="h:1"))
    assert (await rig.inbox.gets(MessageFetched)).person is None


@pytest.mark.parametrize("swallows", [False, True], ids=["reply", "request"])
@pytest.mark.parametrize("request_lost", [b"/keys/claim", b"/sendToDevice/", b"/keys/query", b"/joined_members"])
async def test_broken_connection_during_key_sharing_delays_only(
    rig: MatrixRig, homeserver: Homeserver, request_lost: bytes, swallows: bool
) -> None:
    """After a broken connection during key sharing the next try sends a readable message."""
    tunnel = Tunnel(homeserver.url)
    await tunnel.open()
    try:
        rig.account = replace(rig.account, homeserver=tunnel.url)
        await rig.restart()
        said = await rig.host.say(rig.room, "ready?")
        await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
        tunnel.lost, tunnel.swallows = request_lost, swallows
        sending = Sending(key=key(), call=Post(room=rig.room, content=words("through")))
        first = await rig.adapter.send(sending)
        tunnel.lost = None
        assert isinstance(first, Later | Sent)
        receipt = await send(rig, sending.key, sending.call)
        assert isinstance(receipt, Sent)
        assert (await rig.seen(rig.room, receipt.messages[0])).text == "through"
    finally:
        await rig.stop()
        await tunnel.close()


async def test_one_time_keys_survive_a_crash(homeserver: Homeserver, tmp_path: Path) -> None:
    """One-time keys that reached the homeserver just before a crash still decrypt messages."""
    tunnel = Tunnel(homeserver.url)
    await tunnel.open()
    try:
        tunnel.lost = b"/keys/upload"
        async with opened(homeserver, tmp_path, encrypted=True, through=tunnel.url) as rig:
            assert tunnel.losses >= 1
            tunnel.lost = None
            await rig.restart()
            said = await rig.guest.say(rig.room, "can you read this?")
            assert (await rig.inbox.gets(MessagePosted)).message == said
    finally:
        await tunnel.close()
