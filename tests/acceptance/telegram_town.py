"""A town on the Telegram stand-in: the whole bot, and people with clients of their own in its groups."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from sqlmodel import col, delete, select

from adapters.cli.application import House
from adapters.telegram.adapter import TelegramAdapter
from adapters.telegram.api.rate_limiter import Pace
from bots.ports import Adapter
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import inbox, timers
from storage.tables import DeadLetter, Outbox
from tests.acceptance.town import ShiftedClock
from tests.contract.telegram_rig import COMMANDS, account
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.shown import Shown

PATIENCE = 60.0
_HURRY = 20.0


class Hurried:
    """Twenty seconds of pacing pass in one: the town's platform sets no limits."""

    def now(self) -> float:
        """Seconds."""
        return time.monotonic() * _HURRY

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds / _HURRY)


class TelegramTown:
    """The bot and its platform. `others`: adapters of other platforms beside it."""

    def __init__(self, telegram: Telegram, folder: Path, *, privacy: bool = False) -> None:
        self.telegram = telegram
        self.folder = folder
        self.clock = ShiftedClock()
        self.bot = telegram.bot(privacy=privacy)
        self.others: Sequence[Adapter] = ()

    def pace(self) -> Pace:
        """How fast the bot may speak."""
        return Pace(Hurried())

    async def start(self) -> None:
        """Start the bot on what its database holds."""
        self.database = Database(f"sqlite:///{self.folder / 'glocal.db'}")
        await upgrade(self.database.engine)
        door = TelegramAdapter(account(self.telegram, self.bot), COMMANDS, clock=self.clock, pace=self.pace())
        self.house = House(self.database, [door, *self.others], self.clock)
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

    async def to_the_next_timer(self) -> None:
        """Time goes on until something is due."""
        async with self.database.reading() as uow:
            due = await timers.next_due(uow)
        assert due is not None
        await self.forward(seconds=(due - self.clock.now()).total_seconds() + 0.1)

    async def dead_letters(self) -> list[str]:
        """What no handler could take."""
        async with self.database.reading() as uow:
            return [f"{letter.key}: {letter.error}" for letter in await inbox.dead_letters(uow)]

    async def bury(self) -> None:
        """Forget what no handler could take: that was the test."""
        async with self.database.transaction() as uow:
            await uow.execute(delete(DeadLetter))

    # What is to be seen

    async def sees(self, chat: int, what: str, *, edits: int = 0, thread: int | None = None, after: int = 0) -> Shown:
        """Wait for a message of the bot that matches the regex; blanks of all kinds are one."""
        pattern = what.replace(" ", r"[\s\u00a0\u202f]")
        return await self.telegram.sees(chat, pattern, edits=edits, thread=thread, after=after, patience=PATIENCE)

    async def count(self, chat: int, what: str) -> int:
        """How many messages of the bot contain the words, once it has done with what people did so far."""
        await self.idle()
        return sum(what in shown.text for shown in self.telegram.shown(chat, by=self.bot))

    async def put_off(self, room: int) -> None:
        """Wait until something for the room is noted as to be sent later."""
        later = select(Outbox.key).where(Outbox.room == str(room), Outbox.state == "pending")
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self.database.reading() as uow:
                    if await uow.all(later.where(col(Outbox.not_before) > self.clock.now())):
                        return
                await asyncio.sleep(0.05)

    async def idle(self, patience: float = PATIENCE) -> None:
        """Wait until nothing waits: no update, and no row in the outbox."""
        await self.telegram.taken(self.bot)
        async with asyncio.timeout(patience):
            while await self._pending():
                await asyncio.sleep(0.05)

    async def _pending(self) -> int:
        due = select(Outbox.key).where(col(Outbox.state).in_(("pending", "sending")))
        async with self.database.reading() as uow:
            return len(await uow.all(due.where(col(Outbox.not_before) <= self.clock.now())))

    # What people often do

    async def settled(
        self, *guests: Person, locale: str = "en", name: str = "Lyon", admin: bool = True, host: str = "Carla"
    ) -> tuple[Person, int]:
        """A connector with a supergroup that is the home of a community. `admin`: the bot is an administrator."""
        carla = self.telegram.person(host, language=locale)
        admins = (self.bot,) if admin else ()
        room = self.telegram.supergroup(name, carla, *guests, self.bot, admins=admins)
        await self.sees(room, "glocal")
        carla.say(room, f"/setup {name} {locale} Europe/Paris")
        await self.sees(room, f"{name} (is set up|est prêt)")
        return carla, room

    async def linked(self, *guests: Person, locale: str = "en") -> tuple[Person, int, Person, int]:
        """The same, linked to a network with a coordinator and a highlights room, relaying on."""
        carla, room = await self.settled(*guests, locale=locale)
        nora = self.telegram.person("Nora")
        net = self.telegram.supergroup("Network", nora, self.bot, admins=(self.bot,))
        await self.network(carla, room, nora, net)
        return carla, room, nora, net

    async def network(self, carla: Person, room: int, nora: Person, net: int, *, thread: int | None = None) -> None:
        """Nora's room becomes a network's, and Carla's home is linked to it, relaying on."""
        await self.sees(net, "glocal")
        nora.say(net, '/network_create "Les Passeurs" en UTC')
        code = (await self.sees(net, "Les Passeurs is founded")).text.split("/link ")[1].split()[0]
        carla.say(room, f"/link {code}", thread=thread)
        await self.sees(net, "has joined")
        carla.say(room, "/relay on", thread=thread)
        await self.sees(room, "Relaying is on|relais", thread=thread)
        await asyncio.sleep(1)  # Telegram's times are whole seconds: what is said now must be later than the switch


@asynccontextmanager
async def telegram_town(folder: Path, *others: Adapter, privacy: bool = False) -> AsyncIterator[TelegramTown]:
    """A running bot with its platform; fails at the end when a handler raised, or a request was none of Telegram's."""
    with opened() as telegram:
        made = TelegramTown(telegram, folder, privacy=privacy)
        made.others = others
        await made.start()
        try:
            yield made
            assert await made.dead_letters() == []
        finally:
            await made.stop()
