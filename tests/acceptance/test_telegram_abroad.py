"""What is worth telling crosses platforms: from a Telegram group to a Matrix room on a real Synapse, and into a
Telegram network room from another platform."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from bots.clock import MovableClock, SystemClock
from bots.ports import Capabilities
from bots.testing import MemoryAdapter, MemoryPlatform
from tests.acceptance.telegram_town import TelegramTown, telegram_town
from tests.contract.matrix_people import MatrixPerson, visible
from tests.homeserver.synapse import Homeserver

PATIENCE = 60.0


@asynccontextmanager
async def on_matrix(homeserver: Homeserver, folder: Path) -> AsyncIterator[tuple[MatrixAdapter, MatrixPerson]]:
    """The bot's account there, and somebody who coordinates a network."""
    login, nora = await homeserver.register("glocal"), await homeserver.register("nora")
    account = MatrixAccount("matrix", homeserver.url, login.user, folder / "bot", password=login.password)
    person = MatrixPerson(homeserver.url, nora.user, nora.device, nora.token, folder / "nora", bot=login.user)
    try:
        yield MatrixAdapter(account), person
    finally:
        await person.close()


async def reads(person: MatrixPerson, room: str, what: str) -> str:
    """Wait for a message in a Matrix room that matches; its words, edits applied."""
    words: list[str] = []
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await person.get(f"v3/rooms/{room}/messages?dir=b&limit=100")
                contents = [event["content"] for event in found["chunk"] if "body" in event.get("content", {})]
                words = [visible(content.get("m.new_content", content)) for content in contents]
                match = next((text for text in words if re.search(what, text)), None)
                if match is not None:
                    return match
                await asyncio.sleep(0.1)
    except TimeoutError:
        raise AssertionError(f"nobody said {what!r} but {words}") from None


async def attached(person: MatrixPerson, room: str) -> bytes:
    """Wait for a picture in a Matrix room; its content."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = await person.get(f"v3/rooms/{room}/messages?dir=b&limit=100")
            pictures = [one["content"] for one in found["chunk"] if one["content"].get("msgtype") == "m.image"]
            if pictures:
                loaded = await person.client.download(pictures[0]["url"])
                return bytes(loaded.body)
            await asyncio.sleep(0.1)


@pytest.mark.telegram
@pytest.mark.synapse
async def test_from_telegram_to_matrix(homeserver: Homeserver, tmp_path: Path) -> None:
    """A photo carried by reactions in a Telegram group is shown with its words in a Matrix room; an edit follows."""
    async with on_matrix(homeserver, tmp_path) as (adapter, nora), telegram_town(tmp_path, adapter) as here:
        net = await nora.open_room(nora.bot, name="Network")
        await reads(nora, net, "I am glocal")
        await nora.say(net, '!network create "Les Passeurs" en UTC')
        code = (await reads(nora, net, "Les Passeurs is founded")).split("!link ")[1].split()[0]
        people = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo", "Dora")]
        carla, room = await here.settled(*people)
        carla.say(room, f"/link {code}")
        await here.sees(room, "Linked to Les Passeurs")
        carla.say(room, "/relay on")
        await here.sees(room, "Relaying is on")
        await asyncio.sleep(1)  # Telegram's times are whole seconds
        said = people[0].photo(room, b"forty trees", caption="We planted 40 trees!")
        for fan in people[1:]:
            fan.react(room, said, "❤")
        await here.sees(room, "It goes there in 10 minutes")
        await here.forward(minutes=10)
        copy = await reads(nora, net, "40 trees")
        assert copy.startswith("Lyon") and "3 people liked it" in copy
        assert await attached(nora, net) == b"forty trees"
        people[0].edit(room, said, "We planted 41 trees!")
        await reads(nora, net, "41 trees")


@pytest.mark.telegram
async def test_into_a_telegram_network_room(tmp_path: Path) -> None:
    """What another platform's room carries is shown in a Telegram group, follows its edits, goes with its source."""
    platform = MemoryPlatform(MovableClock(SystemClock().now()), platform="memory", account="memory")
    other = MemoryAdapter(platform, Capabilities(idempotent=True, private_answers=True))
    async with telegram_town(tmp_path, other) as here:
        nora = here.telegram.person("Nora")
        net = here.telegram.supergroup("Network", nora, here.bot, admins=(here.bot,))
        await here.sees(net, "I am glocal")
        nora.say(net, '/network_create "Les Passeurs" en UTC')
        code = (await here.sees(net, "Les Passeurs is founded")).text.split("/link ")[1].split()[0]
        said = await _carried(here, platform, code)
        copy = await here.sees(net, "40 trees")
        assert copy.text.startswith("Lyon")
        platform.edit(said, "We planted 41 <b>trees</b> & more!")
        assert (await here.sees(net, "41 <b>trees</b> & more!", edits=1)).id == copy.id
        platform.delete(said)
        await here.telegram.until(lambda: here.telegram.message(net, copy.id).gone)


async def _carried(here: TelegramTown, platform: MemoryPlatform, code: str) -> str:
    """A message in the other platform's room that its people carried, and that has waited long enough."""
    platform.invite_bot("#lyon", "@carla", name="Lyon")
    platform.admins.add(("#lyon", "@carla"))
    await _says(here, platform, "glocal")
    for line, answer in (("setup Lyon en Europe/Paris", "set up"), (f"link {code}", "Linked"), ("relay on", "on")):
        platform.clock.set(here.clock.now())
        platform.say("#lyon", "@carla", f"!{line}")
        await _says(here, platform, answer)
    platform.clock.set(here.clock.now())
    said = platform.say("#lyon", "@anna", "We planted 40 trees!")
    for fan in ("@ben", "@cleo", "@dora"):
        platform.react(said, fan, "❤️")
    await _says(here, platform, "It goes there in")
    await here.forward(minutes=10)
    return said


async def _says(here: TelegramTown, platform: MemoryPlatform, what: str) -> None:
    """Wait until the bot has said it on the other platform."""
    await here.telegram.until(
        lambda: [shown for shown in platform.messages.values() if what in shown.text],
        lambda: f"nobody said {what!r}:\n" + "\n".join(map(str, platform.messages.values())),
    )
