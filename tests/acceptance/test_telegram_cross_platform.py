"""Tests for highlights from Telegram to Matrix (a real Synapse), and from another platform to Telegram."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from bots.clock import MovableClock, SystemClock
from bots.ports import Capabilities
from bots.testing import MemoryAdapter, MemoryPlatform
from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.acceptance.network_codes import newest_code
from tests.acceptance.sample_files import picture
from tests.contract.matrix_people import MatrixPerson
from tests.contract.matrix_reading import visible
from tests.homeserver.synapse import Homeserver
from tests.waiting import until


@asynccontextmanager
async def matrix_network(homeserver: Homeserver, folder: Path) -> AsyncIterator[tuple[MatrixAdapter, MatrixPerson]]:
    """Open the bot's adapter for Matrix and a client of the network's coordinator there."""
    login, nora = await homeserver.register("glocal"), await homeserver.register("nora")
    account = MatrixAccount("matrix", homeserver.url, login.user, folder / "bot", password=login.password)
    person = MatrixPerson(homeserver.url, nora.user, nora.device, nora.token, folder / "nora", bot=login.user)
    try:
        yield MatrixAdapter(account), person
    finally:
        await person.close()


async def wait_for_message(person: MatrixPerson, room: str, what: str) -> str:
    """Wait for a message in a Matrix room that matches the regex. Return its current text."""
    words: list[str] = []

    async def newest() -> str | None:
        page = await person.get(f"v3/rooms/{room}/messages?dir=b&limit=100")
        contents = [event["content"] for event in page["chunk"] if "body" in event.get("content", {})]
        words[:] = [visible(content.get("m.new_content", content)) for content in contents]
        return next((text for text in words if re.search(what, text)), None)

    return await until(newest, lambda: f"nobody said {what!r} but {words}")


async def wait_for_picture(person: MatrixPerson, room: str) -> bytes:
    """Wait for a picture in a Matrix room. Return its content."""

    async def pictures() -> list[str]:
        page = await person.get(f"v3/rooms/{room}/messages?dir=b&limit=100")
        return [one["content"]["url"] for one in page["chunk"] if one["content"].get("msgtype") == "m.image"]

    loaded = await person.client.download((await until(pictures, lambda: "there is no picture"))[0])
    return bytes(loaded.body)


@pytest.mark.telegram
@pytest.mark.synapse
async def test_highlight_from_telegram_to_matrix(homeserver: Homeserver, tmp_path: Path) -> None:
    """A photo that members like on Telegram appears with its caption on Matrix, and follows an edit."""
    async with matrix_network(homeserver, tmp_path) as (adapter, nora), bot_on_telegram(tmp_path, adapter) as here:
        net = await nora.open_room(nora.bot, name="Network")
        await wait_for_message(nora, net, "I’m glocal")
        await nora.say(net, '!network create "Les Passeurs" en UTC')
        await wait_for_message(nora, net, "Les Passeurs is ready")
        people = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo", "Dora")]
        carla, room = await here.community(*people)

        async def accept() -> None:
            await wait_for_message(nora, net, "asks to join")
            await nora.say(net, "!network accept Lyon")

        await here.link(carla, room, accept)
        message = people[0].photo(room, picture("green"), caption="We planted 40 trees!")
        for fan in people[1:]:
            fan.react(room, message, "❤")
        await here.sees(room, "will be shared with")
        await here.forward(minutes=10)
        copy = await wait_for_message(nora, net, "40 trees")
        assert copy.startswith("Someone in Lyon") and "3 people liked it" in copy
        assert await wait_for_picture(nora, net) == picture("green")
        people[0].edit(room, message, "We planted 41 trees!")
        await wait_for_message(nora, net, "41 trees")


@pytest.mark.telegram
async def test_highlight_from_other_platform_to_telegram(tmp_path: Path) -> None:
    """A highlight of another platform appears on Telegram, and follows its edits and withdrawal."""
    platform = MemoryPlatform(MovableClock(SystemClock().now()), platform="memory", account="memory")
    other = MemoryAdapter(platform, Capabilities(idempotent=True, private_answers=True))
    async with bot_on_telegram(tmp_path, other) as here:
        nora = here.telegram.person("Nora")
        net = here.telegram.supergroup("Network", nora, here.bot, admins=(here.bot,))
        await here.create_network(nora, net)
        message = await _post_highlight(here, platform, lambda: here.accept(nora, net))
        copy = await here.sees(net, "40 trees")
        assert copy.text.startswith("Someone in Lyon")
        platform.edit(message, "We planted 41 <b>trees</b> & more!")
        assert (await here.sees(net, "41 <b>trees</b> & more!", edits=1)).id == copy.id
        platform.delete(message)
        await here.telegram.until(lambda: here.telegram.message(net, copy.id).gone)


async def _post_highlight(here: BotOnTelegram, platform: MemoryPlatform, accept: Callable[[], Awaitable[None]]) -> str:
    """Set up a relaying room on the other platform. Return a message that its members like and that is due."""
    platform.invite_bot("#lyon", "@carla", name="Lyon")
    platform.admins.add(("#lyon", "@carla"))
    await _wait_for_message(platform, "I’m glocal")
    for line, answer in (
        ("setup Lyon en Europe/Paris", "Lyon is set up"),
        (f"link {newest_code(here.folder)}", "Les Passeurs invites"),
        ("yes", "I’ve asked"),
        ("relay on", "Relaying is on"),
    ):
        platform.clock.set(here.clock.now())
        platform.say("#lyon", "@carla", "yes" if line == "yes" else f"!{line}")
        await _wait_for_message(platform, answer)
        if line == "yes":
            await accept()
            await _wait_for_message(platform, "Linked to")
    platform.clock.set(here.clock.now())
    message = platform.say("#lyon", "@anna", "We planted 40 trees!")
    for fan in ("@ben", "@cleo", "@dora"):
        platform.react(message, fan, "❤️")
    await _wait_for_message(platform, "will be shared with")
    await here.forward(minutes=10)
    return message


async def _wait_for_message(platform: MemoryPlatform, what: str) -> None:
    """Wait for a message of the bot on the other platform."""
    await until(
        lambda: [shown for shown in platform.messages.values() if what in shown.text],
        lambda: f"nobody said {what!r}:\n" + "\n".join(map(str, platform.messages.values())),
    )
