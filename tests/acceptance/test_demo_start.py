"""Tests for starting and stopping `glocal demo`: busy ports, a second process, a reset, kills, the clock."""

from __future__ import annotations

import asyncio
import random
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.demo_process import DemoProcess
from tests.contract.sandbox_people import Element, WebPerson
from tests.waiting import until

SEED = 20261125
KILLS = 4
pytestmark = pytest.mark.crash


@pytest.fixture
async def demo(tmp_path: Path, shared: Path) -> AsyncIterator[DemoProcess]:
    """Return a demo that is not running yet."""
    process = DemoProcess(tmp_path / "demo", shared)
    yield process
    await process.stop()


async def open_page(demo: DemoProcess, user: str = "anna") -> Element:
    """Return the page as one of the demo's people sees it."""
    person = WebPerson(demo.address, user, user)
    try:
        return await person.look("/")
    finally:
        await person.close()


async def say(demo: DemoProcess, user: str, room: str, text: str) -> None:
    """Post a message as one of the demo's people."""
    person = WebPerson(demo.address, user, user)
    try:
        await person.say(room, text)
    finally:
        await person.close()


async def wait_for_message(person: WebPerson, room: str, words: str) -> Element:
    """Wait for a message with these words in a room."""

    async def shown() -> Element | None:
        messages = (await person.look(f"/rooms/{room}")).all("article")
        return next((message for message in messages if words in message.text()), None)

    return await until(shown, lambda: f"nobody said {words!r} in {room}")


async def test_busy_port_is_replaced_by_free_one(demo: DemoProcess) -> None:
    """The demo says that its port is busy and takes the next free one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        await demo.begin(port=port)
    notice = await demo.says(rf"Port {port} is busy, so I use the next free one: (\d+)\.")
    assert demo.address == f"http://127.0.0.1:{notice.group(1)}/"
    assert (await open_page(demo)).all("section", "pane")


async def test_second_process_is_refused(demo: DemoProcess, shared: Path) -> None:
    """A second demo on the same folder names the address of the first and ends."""
    await demo.begin()
    second = DemoProcess(demo.folder, shared)
    with pytest.raises(AssertionError, match=f"The demo is already running at {demo.address}"):
        await second.start()
    assert await second.stop() == 1


async def test_interrupted_demo_resumes_later(demo: DemoProcess) -> None:
    """An interrupted demo ends cleanly and resumes its conversation at the next start."""
    await demo.begin()
    await say(demo, "anna", "lyon", "à tout à l’heure")
    reading = WebPerson(demo.address, "ben", "Ben")
    async with reading.listen() as events:
        assert await anext(events)
        assert await demo.stop() == 0
    await reading.close()
    output = "\n".join(demo.said)
    assert "Stopped. `glocal demo` picks up where you left off" in output
    assert "Traceback" not in output
    await demo.start()
    assert "à tout à l’heure" in (await open_page(demo)).text()


async def test_reset_deletes_conversation(demo: DemoProcess) -> None:
    """A reset deletes the earlier conversation."""
    await demo.begin()
    await say(demo, "anna", "lyon", "oubliez-moi")
    assert await demo.stop() == 0
    await demo.start(reset=True)
    shown = (await open_page(demo)).text()
    assert "oubliez-moi" not in shown
    assert shown.count("Lyon est prête") == 1


async def test_setup_survives_kills(demo: DemoProcess) -> None:
    """A demo that is killed during its set-up continues, and every step exists once."""
    rng = random.Random(SEED)
    for _ in range(KILLS):
        starting = asyncio.create_task(demo.start())
        await asyncio.wait([starting], timeout=rng.uniform(1.0, 5.0))
        if not starting.done():
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
        await demo.kill()
    await demo.start()
    carla, grace = [
        [words.text() for words in (await open_page(demo, user)).all("div", "words")] for user in ("carla", "grace")
    ]
    expected = {"Lyon est prête": 1, "Le relais est activé": 2, "appartient maintenant à": 1, "/greeter add @Anna": 1}
    assert {words: len([text for text in carla if words in text]) for words in expected} == expected
    for words in ("Halifax is set up", "Relaying is on", "Lyon has joined", "Halifax has joined", "quarante arbres"):
        assert len([text for text in grace if words in text]) == 1, words


async def test_clock_stops_at_every_due_time(demo: DemoProcess) -> None:
    """Moving the clock by a day lets the poll, the digest and the reminder each happen at its own time."""
    await demo.begin()
    await say(demo, "grace", "halifax", '!poll "Tea?" yes no close=2h')
    await say(demo, "grace", "halifax", "!event Potluck tomorrow 6am at the garden")
    grace = WebPerson(demo.address, "grace", "Grace")
    preview = await wait_for_message(grace, "halifax", "Shall I announce")
    await grace.react("halifax", preview.attributes["id"][1:], "✅")
    await wait_for_message(grace, "halifax", "Event 1: Potluck")
    await grace.post("/clock", by="86400")
    at: dict[str, str] = {}

    async def all_said() -> bool:
        for message in (await grace.look("/")).all("article"):
            for words in ("Nobody voted", "What happened in Les Passeurs", "is tomorrow"):
                if words in message.text():
                    at[words] = message.all("p", "by")[0].all("time")[0].attributes["datetime"][11:16]
        return len(at) == 3

    await until(all_said, lambda: f"only these were said: {at}")
    await grace.close()
    assert at["What happened in Les Passeurs"] == "17:00"
    assert at["Nobody voted"] < at["What happened in Les Passeurs"]
    assert at["is tomorrow"] == "10:00"
