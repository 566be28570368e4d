"""Tests for rooms that are upgraded on a real homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest
from nio.api import RoomPreset

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.contract.matrix_people import done
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot on a real homeserver."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_waiting_post_goes_to_upgraded_room(here: BotOnMatrix) -> None:
    """A post that waits in the outbox goes to the new room if the old one was upgraded meanwhile."""
    carla, room = await here.community()
    await here.stop()
    response = await carla.request("POST", f"v3/rooms/{quote(room)}/upgrade", {"new_version": "11"})
    new = response["replacement_room"]
    await here.leave_in_outbox(room, "Do not forget the seeds")
    await here.start()
    here.set_reader(carla, new)
    await here.sees(new, "Do not forget the seeds")
    assert await here.count(new, "seeds") == 1


async def test_upgraded_closed_room_is_no_removal(here: BotOnMatrix) -> None:
    """In an upgraded room that needs an invitation, the bot goes on, and the network hears nothing of it (M7)."""
    carla, nora = await here.person("carla"), await here.person("nora")
    room = await carla.open_room(here.bot, name="Lyon", preset=RoomPreset.private_chat)
    net = await nora.open_room(here.bot, name="Network")
    here.set_reader(carla, room)
    here.set_reader(nora, net)
    await here.sees(room, "I’m glocal")
    await here.sees(net, "I’m glocal")
    await carla.say(room, "!setup Lyon en Europe/Paris")
    await here.sees(room, "Lyon is set up")
    await here.link(carla, room, nora, net)
    heard = len(await here.messages(net))
    response = await carla.request("POST", f"v3/rooms/{quote(room)}/upgrade", {"new_version": "11"})
    new = response["replacement_room"]
    here.set_reader(carla, new)
    done(await carla.client.room_kick(room, here.bot))
    done(await carla.client.room_invite(new, here.bot))
    await here.sees(new, "I moved along")
    await here.answered(net)
    assert len(await here.messages(net)) == heard + 1  # the answer to `!me`


async def test_upgrade_is_followed_by_a_bot_that_was_away(here: BotOnMatrix) -> None:
    """A bot that was away while its room was upgraded, and was removed from the old one, moves with its polls."""
    carla = await here.person("carla")
    room = await carla.open_room(here.bot, name="Lyon", preset=RoomPreset.private_chat)
    here.set_reader(carla, room)
    await here.sees(room, "I’m glocal")
    await carla.say(room, "!setup Lyon en Europe/Paris")
    await here.sees(room, "Lyon is set up")
    await carla.say(room, "!poll Tea? yes, no")
    await here.sees(room, "no poll above. React here to “Tea")
    await here.stop()
    new = (await carla.request("POST", f"v3/rooms/{quote(room)}/upgrade", {"new_version": "11"}))["replacement_room"]
    here.set_reader(carla, new)
    done(await carla.client.room_kick(room, here.bot))
    done(await carla.client.room_invite(new, here.bot))
    await here.start()
    await here.sees(new, "I moved along")
    await here.sees(new, "no poll above. React here to “Tea")
    assert await here.count(new, "I’m glocal") == 0
