"""What people see of the bot besides its words: names, sounds, presence, and how much it sends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from bots.core.outbound import Answer, DirectMessage
from bots.ports import Sent
from tests.acceptance.bot_on_matrix import BotOnMatrix
from tests.contract.matrix_people import done
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import key, send, words
from tests.homeserver.rewriting_proxy import rewriting
from tests.homeserver.synapse import Homeserver
from tests.waiting import until

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an unencrypted room with its people."""
    async with opened(homeserver, tmp_path) as rig:
        yield rig


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """Run a Synapse with presence, and with its limit of messages at ten times the default speed."""
    limit = {"per_second": 2, "burst_count": 10}
    made = Homeserver(tmp_path_factory.mktemp("strict"), presence={"enabled": True}, rc_message=limit)
    made.start()
    yield made
    made.stop()


async def _name_of(rig: MatrixRig, room: str) -> str:
    found = await rig.guest.get(f"v3/rooms/{quote(room)}/state/m.room.name")
    return str(found["name"])


async def test_private_rooms_have_a_name_and_ring(rig: MatrixRig) -> None:
    """A private room has the bot's name, also an older one without any, and what the bot says there notifies."""
    shown = (await rig.host.get(f"v3/profile/{quote(rig.bot)}/displayname"))["displayname"]
    call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("hello"))
    first = await send(rig, key(), call)
    assert isinstance(first, Sent) and first.room is not None
    await rig.guest.enter(first.room)
    assert await _name_of(rig, first.room) == shown
    answer = await send(rig, key(), Answer(room=first.room, user=rig.guest.user, content=words("You typed help")))
    assert isinstance(answer, Sent)
    for message in (first.messages[0], answer.messages[0]):
        content, _ = await rig.guest.content_of(first.room, message)
        assert content["msgtype"] == "m.text"
    done(await rig.guest.client.room_put_state(first.room, "m.room.name", {"name": ""}))
    said = await rig.guest.say(first.room, "and now?")

    async def is_read() -> bool:
        return any(getattr(value, "message", "") == said for value in rig.inbox.values)

    await until(is_read, lambda: "the bot did not read the message")
    assert isinstance(await send(rig, key(), call), Sent)
    assert await _name_of(rig, first.room) == shown


async def test_the_bot_is_online_while_it_runs(strict: Homeserver, tmp_path: Path) -> None:
    """People see that the bot is online while it listens, and offline at once when it stops."""
    async with opened(strict, tmp_path) as rig:
        path = f"v3/presence/{quote(rig.bot)}/status"

        async def presence() -> str:
            return str((await rig.host.get(path))["presence"])

        async def is_online() -> bool:
            return await presence() == "online"

        await until(is_online, lambda: "the bot is not online")
        await rig.stop()
        assert await presence() == "offline"


async def test_a_poll_of_six_options_takes_two_messages(strict: Homeserver, tmp_path: Path) -> None:
    """A poll takes two messages, however many options it has, and native votes take none."""
    here = BotOnMatrix(strict, tmp_path)
    try:
        await here.open()
        anna = await here.person("anna")
        carla, room = await here.community(anna)
        before = await here.sent(room)
        await carla.say(room, '!poll "When?" Mon, Tue, Wed, Thu, Fri, Sat')
        await here.sees(room, "no poll above")
        assert await here.sent(room) - before == 2
        await anna.vote(room, await here.native_poll(room), ["Wed"])
        await here.answered(room)
        assert await here.sent(room) - before == 3  # the third answers `!me`
    finally:
        await here.stop()
        for person in here.people:
            await person.close()


async def test_many_invitations_to_a_limited_homeserver(strict: Homeserver, tmp_path: Path) -> None:
    """The bot introduces itself in many rooms at the homeserver's speed: few requests are refused."""
    rooms = 24
    here = BotOnMatrix(strict, tmp_path)
    async with rewriting(strict.url) as proxy:
        login = await strict.register("glocal")
        here.bot = login.user
        account = MatrixAccount("matrix", proxy.url, login.user, tmp_path / "bot", password=login.password)
        try:
            await here.run_with([MatrixAdapter(account)])
            host = await here.person("host")
            made = [await host.open_room(here.bot, name=f"Room {number}") for number in range(rooms)]
            for room in made:
                here.set_reader(host, room)
                await here.sees(room, "I’m glocal", patience=120)
            refused = [what for what, status in proxy.statuses if status == 429]
            assert len(refused) <= rooms, refused
        finally:
            await here.stop()
            for person in here.people:
                await person.close()
