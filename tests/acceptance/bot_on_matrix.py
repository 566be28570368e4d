"""Run the whole bot on a real homeserver, with people in its rooms."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlmodel import select

from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from bots.core.outbound import Content, Post, encode
from bots.core.richtext import Text
from storage.database import Database
from storage.queries import outbox
from storage.tables import Journey
from tests.acceptance.matrix_timeline import POLL, BotMessage, Event, messages, timeline, transcript
from tests.acceptance.network_codes import newest_code
from tests.acceptance.running_bot import RunningBot, ShiftedClock
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.stores import store
from tests.waiting import PATIENCE, until


class BotOnMatrix(RunningBot):
    """The bot, its homeserver and the people in its rooms. The test reads a room through one of its people."""

    def __init__(self, homeserver: Homeserver, folder: Path) -> None:
        self._shifted = ShiftedClock()
        super().__init__(folder, self._shifted)
        self.homeserver = homeserver
        self.people: list[MatrixPerson] = []
        self._readers: dict[str, MatrixPerson] = {}
        self._contents: dict[str, dict[str, Any]] = {}

    # The bot

    async def open(self) -> None:
        """Register the bot's account and start the bot."""
        login = await self.homeserver.register("glocal")
        self.bot = login.user
        self.account = MatrixAccount(
            "matrix", self.homeserver.url, login.user, self.folder / "bot", password=login.password
        )
        await self.start()

    async def start(self) -> None:
        """Start the bot on its existing database."""
        self.adapter = MatrixAdapter(self.account)
        await self.run_with([self.adapter])

    async def move_clock(self, by: timedelta) -> None:
        """Move the clock without waking the bot."""
        self._shifted.forward(by)

    async def leave_in_outbox(self, room: str, words: str) -> None:
        """Put a post into the outbox for the bot's next start, as a crash would leave it."""
        post = Post(room=room, content=Content(text=(Text(words),)))
        row = outbox.pending_row(
            key=words, account="matrix", room=room, kind="Post", payload=encode(post), now=self.clock.now()
        )  # fmt: skip
        database = Database(store().new_url(self.folder))
        async with database.transaction() as uow:
            uow.defer(outbox.ENQUEUE, row)
        await database.close()

    # The people

    async def person(self, name: str) -> MatrixPerson:
        """Register an account with a client."""
        login = await self.homeserver.register(name)
        folder = self.folder / login.user.strip("@").replace(":", "-")
        made = MatrixPerson(self.homeserver.url, login.user, login.device, login.token, folder, bot=self.bot)
        self.people.append(made)
        await made.look()
        return made

    async def room(self, host: MatrixPerson, *guests: MatrixPerson, name: str, encrypted: bool = False) -> str:
        """Create a room with the guests and the bot, and return it once the bot has introduced itself."""
        room = await host.open_room(self.bot, *(guest.user for guest in guests), encrypted=encrypted, name=name)
        self._readers[room] = host
        for guest in guests:
            await guest.enter(room)
        await self.sees(room, "I’m glocal")
        for one in (host, *guests):
            await one.look()
        return room

    async def private_room(self, person: MatrixPerson) -> str:
        """Wait for the private room that the bot opens for a person, and enter it."""

        async def invitation() -> str:
            await person.look()
            rooms = person.client.invited_rooms.items()
            return next((room for room, invited in rooms if invited.inviter == self.bot), "")

        room = await until(invitation, lambda: f"{person.name} was not invited", news=self.news)
        await person.enter(room)
        self._readers[room] = person
        return room

    def set_reader(self, person: MatrixPerson, room: str) -> None:
        """Read this room through this person from now on."""
        self._readers[room] = person

    # What people see

    async def messages(self, room: str) -> list[BotMessage]:
        """Return the bot's messages in a room in their current versions, oldest first."""
        return messages(await self._events(room))

    async def _events(self, room: str) -> list[Event]:
        """Return the bot's events in a room with their decrypted contents; a redacted event has an empty one."""
        reader = self._readers[room]
        pairs = []
        for event in await timeline(reader, room):
            if event["sender"] != self.bot or "state_key" in event:
                continue
            if not event["content"]:
                self._contents[event["event_id"]] = {}
            elif event["event_id"] not in self._contents:
                self._contents[event["event_id"]] = await reader.readable(room, event)
            pairs.append((event, self._contents[event["event_id"]]))
        return pairs

    async def sees(self, room: str, what: str, *, edits: int = 0, patience: float = PATIENCE) -> BotMessage:
        """Wait for a message of the bot that matches the regex and has enough edits. Return the newest one."""
        seen: list[BotMessage] = []

        async def newest() -> BotMessage | None:
            seen[:] = await self.messages(room)
            matches = [one for one in seen if re.search(what, one.text) and not one.poll and one.edits >= edits]
            return matches[-1] if matches else None

        return await until(
            newest, lambda: f"nobody said {what!r}; the bot said:\n{transcript(seen)}", patience, self.news
        )

    async def native_poll(self, room: str) -> str:
        """Wait for a native poll. Return the newest one."""

        async def polls() -> list[str]:
            return [message.id for message in await self.messages(room) if message.poll]

        return (await until(polls, lambda: "there is no native poll", news=self.news))[-1]

    async def gone(self, room: str, message: str) -> None:
        """Wait until the bot has withdrawn a message."""

        async def is_gone() -> bool:
            return all(one.id != message for one in await self.messages(room))

        await until(is_gone, lambda: f"{message} was not withdrawn", news=self.news)

    async def joined(self, room: str, *newcomers: MatrixPerson) -> None:
        """Wait until the bot has stored a journey for each newcomer."""

        async def are_stored() -> bool:
            return {person.user for person in newcomers} <= set(await self._all(select(Journey.user)))

        await until(are_stored, lambda: f"not all of them joined {room}")

    async def ended_polls(self, room: str) -> int:
        """Return how many native polls the bot has ended in a room."""
        return sum(f"{POLL}.end" in content for _, content in await self._events(room))

    async def sent(self, room: str) -> int:
        """Return how many events the bot has sent to a room."""
        return len(await self._events(room))

    async def offered(self, room: str, message: str) -> list[str]:
        """Return the emoji of the bot's own reactions to a message."""
        found = await self._readers[room].related(room, message, "m.annotation")
        mine = [event["content"].get("m.relates_to", {}) for event in found if event["sender"] == self.bot]
        return sorted(relates["key"] for relates in mine if "key" in relates)

    async def offers(self, room: str, message: str, emoji: Sequence[str]) -> None:
        """Wait until the bot's own reactions to a message are these."""
        seen: list[str] = []

        async def are_there() -> bool:
            seen[:] = await self.offered(room, message)
            return seen == sorted(emoji)

        await until(are_there, lambda: f"the bot's reactions are {seen}, not {emoji}", news=self.news)

    async def answered(self, room: str) -> None:
        """Wait until the bot has answered everything in a room, by sending one more command and awaiting its answer."""
        answer = r"!me relay named|!moi relais nommé"
        before = await self._matching(room, answer)
        await self._readers[room].say(room, "!me")

        async def is_answered() -> bool:
            return await self._matching(room, answer) > before

        await until(is_answered, lambda: "!me was not answered", news=self.news)

    async def count(self, room: str, what: str) -> int:
        """Return how many messages match the regex once the bot has answered everything in the room."""
        await self.answered(room)
        return await self._matching(room, what)

    async def _matching(self, room: str, what: str) -> int:
        shown = await self.messages(room)
        return sum(re.search(what, message.text) is not None and not message.poll for message in shown)

    # What many tests begin with

    async def community(self, *guests: MatrixPerson, encrypted: bool = False) -> tuple[MatrixPerson, str]:
        """Set up an English community: a connector, and a room as its home."""
        carla = await self.person("carla")
        room = await self.room(carla, *guests, name="Lyon", encrypted=encrypted)
        await carla.say(room, "!setup Lyon en Europe/Paris")
        await self.sees(room, "Lyon is set up")
        return carla, room

    async def linked_community(
        self, *guests: MatrixPerson, encrypted: bool = False
    ) -> tuple[MatrixPerson, str, MatrixPerson, str]:
        """Set up a community that relays to a network with a coordinator and a highlights room."""
        carla, room = await self.community(*guests, encrypted=encrypted)
        nora = await self.person("nora")
        net = await self.room(nora, name="Network")
        await self.link(carla, room, nora, net)
        return carla, room, nora, net

    async def link(self, carla: MatrixPerson, room: str, nora: MatrixPerson, net: str) -> None:
        """Create a network in Nora's room, link Carla's community to it and switch relaying on."""
        await nora.say(net, '!network create "Les Passeurs" en UTC')
        await self.sees(net, "Les Passeurs is ready")
        await carla.say(room, f"!link {newest_code(self.folder)}")
        await self.sees(room, "Les Passeurs invites")
        await carla.say(room, "yes")
        if nora is not carla:
            await self.sees(net, "asks to join")
            await nora.say(net, "!network accept Lyon")
        await self.sees(room, "Linked to Les Passeurs")
        await self.sees(net, "Lyon has joined")
        await carla.say(room, "!relay on")
        await self.sees(room, "Relaying is on")


@asynccontextmanager
async def bot_on_matrix(homeserver: Homeserver, folder: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot with its people. Fail at the end if there are dead letters."""
    made = BotOnMatrix(homeserver, folder)
    try:
        await made.open()
        yield made
        assert await made.dead_letters() == []
    finally:
        await made.stop()
        for person in made.people:
            await person.close()
