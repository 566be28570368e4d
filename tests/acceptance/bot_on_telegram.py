"""Run the whole bot on the Telegram stand-in, with people in its groups."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from sqlmodel import col, select

from adapters.telegram.adapter import TelegramAdapter
from adapters.telegram.api.rate_limiter import RateLimiter
from bots.ports import Adapter
from storage.tables import Outbox
from tests.acceptance.network_codes import newest_code
from tests.acceptance.running_bot import RunningBot, ShiftedClock
from tests.contract.telegram_rig import COMMANDS, account
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.shown import Shown
from tests.waiting import PATIENCE, until

_SPEED = 20.0


class FastClock:
    """A clock for the rate limiter that runs twenty times as fast, because the stand-in sets no limits."""

    def now(self) -> float:
        """Return the seconds on the fast clock."""
        return time.monotonic() * _SPEED

    async def sleep(self, seconds: float) -> None:
        """Sleep for a twentieth of these seconds."""
        await asyncio.sleep(seconds / _SPEED)


class BotOnTelegram(RunningBot):
    """The bot and the Telegram stand-in. `other_adapters`: other platforms of the same bot."""

    def __init__(self, telegram: Telegram, folder: Path, *, privacy: bool = False) -> None:
        self._shifted = ShiftedClock()
        super().__init__(folder, self._shifted)
        self.telegram = telegram
        self.bot = telegram.bot(privacy=privacy)
        self.other_adapters: Sequence[Adapter] = ()

    def rate_limiter(self) -> RateLimiter:
        """Return the rate limiter for the bot's requests."""
        return RateLimiter(FastClock())

    async def start(self) -> None:
        """Start the bot on its existing database."""
        settings = account(self.telegram, self.bot)
        adapter = TelegramAdapter(settings, COMMANDS, clock=self.clock, rate_limiter=self.rate_limiter())
        await self.run_with([adapter, *self.other_adapters])

    async def move_clock(self, by: timedelta) -> None:
        """Move the clock without waking the bot."""
        self._shifted.forward(by)

    async def past_this_second(self) -> None:
        """Wait a second, because Telegram's times are whole seconds and later messages need a later one."""
        await asyncio.sleep(1)

    # What people see

    async def sees(self, chat: int, what: str, *, edits: int = 0, thread: int | None = None, after: int = 0) -> Shown:
        """Wait for a message of the bot that matches the regex; a space in it matches spaces of all kinds."""
        self.check_running()
        pattern = what.replace(" ", r"[\s\u00a0\u202f]")
        return await self.telegram.sees(chat, pattern, edits=edits, thread=thread, after=after)

    async def count(self, chat: int, what: str) -> int:
        """Return how many messages of the bot contain the words, once it has processed all updates."""
        await self.idle()
        return sum(what in shown.text for shown in self.telegram.shown(chat, by=self.bot))

    async def idle(self, patience: float = PATIENCE) -> None:
        """Wait until the bot has processed all updates and sent everything that is due."""
        await self.telegram.taken(self.bot, patience)
        await self.outbox_empty(patience=patience)

    async def deferred(self, room: int) -> None:
        """Wait until the outbox holds a message to the room that is due later."""
        pending = select(Outbox.key).where(Outbox.room == str(room), Outbox.state == "pending")

        async def is_stored() -> bool:
            return bool(await self._all(pending.where(col(Outbox.not_before) > self.clock.now())))

        await until(is_stored, lambda: f"nothing was deferred in {room}")

    # What many tests begin with

    async def community(
        self, *guests: Person, locale: str = "en", name: str = "Lyon", admin: bool = True, host: str = "Carla"
    ) -> tuple[Person, int]:
        """Set up a community with a connector and a supergroup. `admin`: make the bot an administrator."""
        carla = self.telegram.person(host, language=locale)
        admins = (self.bot,) if admin else ()
        room = self.telegram.supergroup(name, carla, *guests, self.bot, admins=admins)
        await self.set_up(carla, room, name=name, locale=locale)
        return carla, room

    async def set_up(
        self, carla: Person, room: int, *, name: str = "Lyon", locale: str = "en", thread: int | None = None
    ) -> None:
        """Make a group, or one of its topics, the home of a community."""
        await self.sees(room, "(I’m|Je suis) glocal")
        carla.say(room, f"/setup {name} {locale} Europe/Paris", thread=thread)
        await self.sees(room, f"{name} (is set up|est prêt)", thread=thread)

    async def linked_community(self, *guests: Person) -> tuple[Person, int, Person, int]:
        """Set up a community that relays to a network with a coordinator and a highlights room."""
        carla, room = await self.community(*guests)
        nora = self.telegram.person("Nora")
        net = self.telegram.supergroup("Network", nora, self.bot, admins=(self.bot,))
        await self.create_network(nora, net)
        await self.link(carla, room, lambda: self.accept(nora, net))
        await self.sees(net, "has joined")
        return carla, room, nora, net

    async def create_network(self, nora: Person, net: int) -> None:
        """Make a group the highlights room of a network."""
        await self.sees(net, "I’m glocal")
        nora.say(net, '/network_create "Les Passeurs" en UTC')
        await self.sees(net, "Les Passeurs is ready")

    async def accept(self, nora: Person, net: int, community: str = "Lyon") -> None:
        """Let the community in that asks to join."""
        await self.sees(net, "asks to join")
        nora.say(net, f"/network_accept {community}")

    async def link(
        self, carla: Person, room: int, accept: Callable[[], Awaitable[None]], *, thread: int | None = None
    ) -> None:
        """Link a community to the newest network, whose coordinator accepts, and switch relaying on."""
        carla.say(room, f"/link {newest_code(self.folder)}", thread=thread)
        asked = await self.sees(room, "Les Passeurs invites", thread=thread)
        carla.press(room, asked.id, "Join")
        await self.sees(room, "I’ve asked", thread=thread)
        await accept()
        await self.sees(room, "Linked to", thread=thread)
        carla.say(room, "/relay on", thread=thread)
        await self.sees(room, "Relaying is on", thread=thread)
        await self.past_this_second()


@asynccontextmanager
async def bot_on_telegram(folder: Path, *others: Adapter, privacy: bool = False) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in. Fail at the end if there are dead letters."""
    with opened() as telegram:
        made = BotOnTelegram(telegram, folder, privacy=privacy)
        made.other_adapters = others
        try:
            await made.start()
            yield made
            assert await made.dead_letters() == []
        finally:
            await made.stop()
