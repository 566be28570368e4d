"""The bot uses private rooms on a real homeserver, despite an eavesdropper."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from hashlib import blake2s
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from nio.api import RoomPreset

from adapters.matrix.account import stored_session
from bots.core.inbound import BotInvited, BotJoined, MessagePosted
from bots.core.outbound import DirectMessage, Join
from bots.ports import Refused, Sent
from tests.contract.matrix_people import MatrixPerson
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import RecordingInbox, key, send, words
from tests.homeserver.rewriting_proxy import rewriting
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an unencrypted room with its people."""
    async with opened(homeserver, tmp_path) as rig:
        yield rig


@pytest.fixture
async def mallory(rig: MatrixRig, homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixPerson]:
    """Yield another person on the same homeserver."""
    login = await homeserver.register("mallory")
    made = MatrixPerson(homeserver.url, login.user, login.device, login.token, tmp_path / "mallory", bot=rig.bot)
    yield made
    await made.close()


@pytest.mark.parametrize("preset", [RoomPreset.public_chat, RoomPreset.private_chat], ids=["public", "private"])
async def test_a_planted_private_room_is_not_used(rig: MatrixRig, mallory: MatrixPerson, preset: RoomPreset) -> None:
    """The bot does not use a room that somebody else created under the alias of a private room."""
    alias = f"glocal-{blake2s(f'{rig.bot} {rig.guest.user}'.encode(), digest_size=10).hexdigest()}"
    levels = {"invite": 0}
    trap = await mallory.open_room(alias=alias, preset=preset, power_level_override=levels)
    call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("between us"))
    first = await send(rig, key(), call)
    assert isinstance(first, Sent)
    assert first.room != trap
    await rig.guest.enter(first.room or "")
    assert (await rig.guest.seen(first.room or "", first.messages[0])).text == "between us"
    second = await send(rig, key(), call)
    assert isinstance(second, Sent)
    assert second.room == first.room
    assert rig.bot not in (await mallory.get(f"v3/rooms/{trap}/joined_members"))["joined"]


async def test_a_private_invitation_makes_a_private_room(rig: MatrixRig) -> None:
    """The room of a private invitation is a private room, even after the bot lost all its data."""
    room = await rig.guest.open_room(rig.bot, is_direct=True, preset=RoomPreset.trusted_private_chat, name="")
    invited = await rig.inbox.gets(BotInvited, lambda value: value.room == room)
    await send(rig, key(), Join(room=room))
    joined = await rig.inbox.gets(BotJoined, lambda value: value.room == room)
    assert invited.direct
    assert joined.direct
    receipt = await send(rig, key(), DirectMessage(room=rig.room, user=rig.guest.user, content=words("hello")))
    assert isinstance(receipt, Sent)
    assert receipt.room == room
    await rig.stop()
    rig.inbox = RecordingInbox()
    await rig.restart()
    said = await rig.guest.say(room, "and now?")
    assert (await rig.inbox.gets(MessagePosted, lambda value: value.message == said)).direct


async def test_private_room_is_found_by_its_alias(rig: MatrixRig) -> None:
    """The bot finds a private room by its alias after losing the list of private rooms."""
    call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("hello"))
    first = await send(rig, key(), call)
    assert isinstance(first, Sent)
    assert first.room is not None
    await rig.guest.enter(first.room)
    session = stored_session(rig.account)
    assert session is not None
    await rig.stop()
    path = f"v3/user/{quote(rig.bot)}/account_data/m.direct"
    await rig.host.request("PUT", path, {}, token=session.token)
    await rig.restart()
    second = await send(rig, key(), call)
    assert isinstance(second, Sent)
    assert second.room == first.room


async def test_a_person_who_left_the_private_room_is_invited_again(rig: MatrixRig) -> None:
    """A private message to a person who left the room invites them again."""
    call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("hello"))
    first = await send(rig, key(), call)
    assert isinstance(first, Sent)
    assert first.room is not None
    await rig.guest.enter(first.room)
    await rig.guest.leave(first.room)
    said = await rig.guest.say(rig.room, "gone")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    second = await send(rig, key(), call)
    assert isinstance(second, Sent)
    assert second.room == first.room
    await rig.guest.enter(first.room)


async def test_an_unknown_homeserver_is_unreachable(rig: MatrixRig) -> None:
    """A private message to an unknown homeserver is refused each time."""
    call = DirectMessage(room=rig.room, user="@nobody:nowhere.invalid", content=words("hello"))
    for _ in range(2):
        receipt = await send(rig, key(), call)
        assert isinstance(receipt, Refused)
        assert receipt.reason == "unreachable-person"


class LateInvitation:
    """Holds the event of an invitation back for a while, as a homeserver does that is still creating the room."""

    def __init__(self, user: str) -> None:
        self.is_over = False
        self._user = user
        self._held: dict[str, list[dict[str, Any]]] = {}

    def rewrite(self, reply: dict[str, Any]) -> str | None:
        """Take the invitation out of a sync; put it into the first one after the while."""
        rooms = reply.setdefault("rooms", {}).setdefault("join", {})
        held = self._held if self.is_over else {}
        for room, events in held.items():
            empty = {"state": {"events": []}, "timeline": {"events": [], "limited": False}, "ephemeral": {"events": []}}
            rooms.setdefault(room, empty | {"account_data": {"events": []}})["timeline"]["events"].extend(events)
        for room, joined in rooms.items():
            for part in (joined.get("state", {}), joined.get("timeline", {})):
                late = [event for event in part.get("events", []) if self._is_invitation(event)]
                if late and not self.is_over:
                    self._held.setdefault(room, []).extend(late)
                    part["events"] = [event for event in part["events"] if event not in late]
        return json.dumps(reply)

    def _is_invitation(self, event: dict[str, Any]) -> bool:
        return event.get("state_key") == self._user and event.get("content", {}).get("membership") == "invite"


async def test_who_is_invited_late_reads_the_first_message(homeserver: Homeserver, tmp_path: Path) -> None:
    """The first message in an encrypted private room waits until the bot knows of the person whom it invited."""
    async with (
        rewriting(homeserver.url) as proxy,
        opened(homeserver, tmp_path, through=proxy.url, encrypted=True) as rig,
    ):
        invitation = LateInvitation(rig.guest.user)
        proxy.rewrites["/sync"] = invitation.rewrite
        call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("welcome"))
        sending = asyncio.create_task(send(rig, key(), call))
        await asyncio.wait([sending], timeout=2)
        invitation.is_over = True
        await rig.host.say(rig.room, "something that ends the bot's wait for news")
        receipt = await sending
        assert isinstance(receipt, Sent)
        await rig.guest.enter(receipt.room or "")
        assert (await rig.guest.seen(receipt.room or "", receipt.messages[0])).text == "welcome"
