"""A town on a real homeserver: the whole bot, and people with clients of their own who live in its rooms."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlmodel import select

from adapters.cli.application import House
from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from bots.core.outbound import Content, Post, encode
from bots.core.richtext import Text
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import inbox, outbox
from storage.tables import Journey
from tests.contract.matrix_people import MatrixPerson, visible
from tests.homeserver.synapse import Homeserver

PATIENCE = 60.0
POLL = "org.matrix.msc3381.poll"


class ShiftedClock:
    """The machine's clock, moved forward by hand."""

    def __init__(self) -> None:
        self._shift = timedelta()

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC) + self._shift

    def forward(self, by: timedelta) -> None:
        """Time goes on."""
        self._shift += by


@dataclass(frozen=True)
class Line:
    """A message of the bot as its room shows it now. `pings`: who was notified by it."""

    id: str
    text: str
    html: str = ""
    pings: tuple[str, ...] = ()
    poll: bool = False
    edits: int = 0


class Town:
    """The bot, its homeserver, and the people in its rooms. The first one in a room reads it for the tests."""

    def __init__(self, homeserver: Homeserver, folder: Path) -> None:
        self.homeserver = homeserver
        self.folder = folder
        self.clock = ShiftedClock()
        self.patience = PATIENCE
        self.people: list[MatrixPerson] = []
        self._readers: dict[str, MatrixPerson] = {}
        self._read: dict[str, dict[str, Any]] = {}

    # The bot

    async def open(self) -> None:
        """Make the bot's account and start the bot."""
        login = await self.homeserver.register("glocal")
        self.bot = login.user
        self.account = MatrixAccount(
            "matrix", self.homeserver.url, login.user, self.folder / "bot", password=login.password
        )
        await self.start()

    async def start(self) -> None:
        """Start the bot on what its database holds."""
        self.database = Database(f"sqlite:///{self.folder / 'glocal.db'}")
        await upgrade(self.database.engine)
        self.house = House(self.database, [MatrixAdapter(self.account)], self.clock)
        self._running = asyncio.create_task(self.house.run())

    async def stop(self) -> None:
        """Stop the bot."""
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self.database.close()

    async def forward(self, **by: float) -> None:
        """Time goes on; what is due becomes due."""
        self.clock.forward(timedelta(**by))
        self.house.timers.look_now()
        for delivery in self.house.deliveries:
            delivery.wake()

    async def left_behind(self, room: str, words: str) -> None:
        """A post that waits for the bot's next start, as a crash leaves it."""
        post = Post(room=room, content=Content(text=(Text(words),)))
        row = outbox.row(
            key=words, account="matrix", room=room, kind="Post", payload=encode(post), now=self.clock.now()
        )  # fmt: skip
        database = Database(f"sqlite:///{self.folder / 'glocal.db'}")
        async with database.transaction() as uow:
            uow.defer(outbox.PUT, row)
        await database.close()

    async def dead_letters(self) -> list[str]:
        """What no handler could take."""
        async with self.database.reading() as uow:
            return [f"{letter.key}: {letter.error}" for letter in await inbox.dead_letters(uow)]

    # The people

    async def person(self, name: str) -> MatrixPerson:
        """Somebody new in town."""
        login = await self.homeserver.register(name)
        folder = self.folder / login.user.strip("@").replace(":", "-")
        made = MatrixPerson(self.homeserver.url, login.user, login.device, login.token, folder, bot=self.bot)
        self.people.append(made)
        await made.look()
        return made

    async def room(self, host: MatrixPerson, *guests: MatrixPerson, name: str, encrypted: bool = False) -> str:
        """A room of the host's with guests, to which the bot was invited; it has introduced itself."""
        room = await host.open_room(self.bot, *(guest.user for guest in guests), encrypted=encrypted, name=name)
        self._readers[room] = host
        for guest in guests:
            await guest.enter(room)
        await self.sees(room, "I am glocal")
        for one in (host, *guests):
            await one.look()
        return room

    async def direct(self, person: MatrixPerson) -> str:
        """The private room that the bot opened for somebody; they come in."""
        async with asyncio.timeout(self.patience):
            while True:
                await person.look()
                found = [r for r, room in person.client.invited_rooms.items() if room.inviter == self.bot]
                if found:
                    await person.enter(found[0])
                    self._readers[found[0]] = person
                    return found[0]
                await asyncio.sleep(0.1)

    def reads(self, person: MatrixPerson, room: str) -> None:
        """They read the room for the tests."""
        self._readers[room] = person

    # What is to be seen

    async def lines(self, room: str) -> list[Line]:
        """All that the bot said in the room and that is still there, oldest first, as it reads now."""
        shown: dict[str, Line] = {}
        for event, content in await self._events(room):
            relates = content.get("m.relates_to", {})
            if not content:
                shown.pop(event["event_id"], None)
            elif f"{POLL}.start" in content:
                text = content[f"{POLL}.start"]["question"]["org.matrix.msc1767.text"]
                shown[event["event_id"]] = Line(event["event_id"], text, poll=True)
            elif relates.get("rel_type") == "m.replace" and relates["event_id"] in shown:
                before = shown[relates["event_id"]]
                shown[before.id] = _line(before.id, content["m.new_content"], before.edits + 1)
            elif "body" in content and not relates.get("rel_type"):
                shown[event["event_id"]] = _line(event["event_id"], content)
        return list(shown.values())

    async def _events(self, room: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """The bot's events in the room with their contents, decrypted; redacted ones have none."""
        reader = self._readers[room]
        mine = [
            event for event in await self._timeline(room) if event["sender"] == self.bot and "state_key" not in event
        ]
        pairs = []
        for event in mine:
            if not event["content"]:
                self._read[event["event_id"]] = {}
            elif event["event_id"] not in self._read:
                self._read[event["event_id"]] = await reader.readable(room, event)
            pairs.append((event, self._read[event["event_id"]]))
        return pairs

    async def _timeline(self, room: str) -> list[dict[str, Any]]:
        """All events of the room, oldest first."""
        events: list[dict[str, Any]] = []
        start = ""
        while True:
            path = f"v3/rooms/{quote(room)}/messages?dir=f&limit=1000{start}"
            found = await self._readers[room].get(path)
            events += found["chunk"]
            if "end" not in found or not found["chunk"]:
                return events
            start = f"&from={found['end']}"

    async def sees(self, room: str, what: str, *, edits: int = 0, patience: float = 0.0) -> Line:
        """Wait for a line of the bot that matches this regex (and was changed so many times); the newest such."""
        lines: list[Line] = []
        try:
            async with asyncio.timeout(patience or self.patience):
                while True:
                    lines = await self.lines(room)
                    for line in reversed(lines):
                        if re.search(what, line.text) and not line.poll and line.edits >= edits:
                            return line
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise AssertionError(f"nobody said {what!r}; the bot said:\n{transcript(lines)}") from None

    async def native_poll(self, room: str) -> str:
        """Wait for a native poll; its id."""
        async with asyncio.timeout(self.patience):
            while True:
                polls = [line.id for line in await self.lines(room) if line.poll]
                if polls:
                    return polls[-1]
                await asyncio.sleep(0.1)

    async def gone(self, room: str, message: str) -> None:
        """Wait until a line of the bot is withdrawn."""
        async with asyncio.timeout(self.patience):
            while any(line.id == message for line in await self.lines(room)):
                await asyncio.sleep(0.1)

    async def heard_of(self, room: str, *newcomers: MatrixPerson) -> None:
        """Wait until the bot has noted that they came in."""
        wanted = {person.user for person in newcomers}
        async with asyncio.timeout(self.patience):
            while not wanted <= await self._journeys():
                await asyncio.sleep(0.1)

    async def _journeys(self) -> set[str]:
        async with self.database.reading() as uow:
            return set(await uow.all(select(Journey.user)))

    async def ends(self, room: str) -> int:
        """How many native polls were ended there."""
        return sum(f"{POLL}.end" in content for _, content in await self._events(room))

    async def count(self, room: str, what: str) -> int:
        """How many lines match. What people did before is answered by then: the bot is asked something first."""
        answered = r"!me relay (named|nommé)"
        before = await self._matching(room, answered)
        await self._readers[room].say(room, "!me")
        async with asyncio.timeout(self.patience):
            while await self._matching(room, answered) == before:
                await asyncio.sleep(0.1)
        return await self._matching(room, what)

    async def _matching(self, room: str, what: str) -> int:
        return sum(re.search(what, line.text) is not None and not line.poll for line in await self.lines(room))


def _line(message: str, content: dict[str, Any], edits: int = 0) -> Line:
    pings = tuple(content.get("m.mentions", {}).get("user_ids", ()))
    text = visible(content).replace("\u202f", " ").replace("\u00a0", " ")
    return Line(message, text, str(content.get("formatted_body", "")), pings, edits=edits)


def transcript(lines: Iterable[Line]) -> str:
    """The lines as one would read them."""
    return "\n".join(f"  {line.text}" for line in lines)


@asynccontextmanager
async def town(homeserver: Homeserver, folder: Path) -> AsyncIterator[Town]:
    """A running bot with its people; fails at the end when a handler raised."""
    made = Town(homeserver, folder)
    await made.open()
    try:
        yield made
        assert await made.dead_letters() == []
    finally:
        await made.stop()
        for person in made.people:
            await person.close()
