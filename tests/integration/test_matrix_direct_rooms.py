"""Private talks on a real homeserver, where somebody means to listen in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from hashlib import blake2s
from pathlib import Path

import pytest
from nio.api import RoomPreset

from bots.core.outbound import DirectMessage
from bots.ports import Sent
from tests.contract.matrix_people import MatrixPerson
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import key, send, words
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """A running adapter in an open room with its people."""
    async with opened(homeserver, tmp_path) as rig:
        yield rig


@pytest.fixture
async def mallory(rig: MatrixRig, homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixPerson]:
    """Somebody on the same homeserver."""
    login = await homeserver.register("mallory")
    made = MatrixPerson(homeserver.url, login.user, login.device, login.token, tmp_path / "mallory", bot=rig.bot)
    yield made
    await made.close()


@pytest.mark.parametrize("preset", [RoomPreset.public_chat, RoomPreset.private_chat], ids=["public", "private"])
async def test_a_room_that_somebody_put_in_the_place_of_a_private_talk(
    rig: MatrixRig, mallory: MatrixPerson, preset: RoomPreset
) -> None:
    """Anybody can work out the alias under which the bot finds a private talk again, and take it first: what is
    private is not said there, and is said all the same."""
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
