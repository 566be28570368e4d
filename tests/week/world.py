"""Three communities and a network on a real homeserver and two stand-ins, with one bot in four processes."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.acceptance.bot_on_matrix import BotOnMatrix
from tests.acceptance.glocal_processes import Part, parts
from tests.acceptance.killable_discord_bot import plain_text, wait_for_message
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.postgres_server import PostgresServer
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel
from tests.standins.discord.server import Discord
from tests.standins.discord.server import opened as discord_opened
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram
from tests.standins.telegram.platform import opened as telegram_opened
from tests.standins.telegram.users import BotAccount
from tests.waiting import until

DATABASE = "week"
PATIENCE = 150.0
PARTS = {
    "matrix": ("--role", "gateway", "--account", "matrix"),
    "others": ("--role", "gateway", "--account", "discord", "--account", "telegram"),
    "timers": ("--role", "timers", "--role", "worker", "--role", "web"),
    "standby": ("--role", "gateway", "--role", "timers", "--role", "worker"),
}
_LINE = 70


@dataclass
class Week:
    """The rooms and the people. Lyon is on Matrix (French), Oslo and the network on Discord, Bonn on Telegram (German).

    `carla`, `nora` and `bea` run them; the others are members.
    """

    server: PostgresServer
    running: dict[str, Part]
    matrix: BotOnMatrix
    lyon: str
    carla: MatrixPerson
    passeurs: list[MatrixPerson]
    discord: Discord
    net: Channel
    oslo: Channel
    nora: DiscordPerson
    finn: DiscordPerson
    telegram: Telegram
    bot: BotAccount
    bonn: int
    bea: Person
    tom: Person
    deaths: list[str] = field(default_factory=list)

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        with psycopg.connect(self.server.url(DATABASE)) as connection:
            return connection.execute(statement.encode()).fetchall()

    def change(self, statement: str) -> None:
        """Change rows, as time would."""
        with psycopg.connect(self.server.url(DATABASE)) as connection:
            connection.execute(statement.encode())

    def pass_time(self, kind: str) -> None:
        """Let the timers of a kind be due now."""
        self.change(f"UPDATE timers SET due = now() WHERE kind = '{kind}'")

    async def until_rows(self, statement: str) -> None:
        """Wait until a query has a row."""
        await until(lambda: self.rows(statement), lambda: f"never: {statement}", PATIENCE)

    # What people read

    async def in_lyon(self, words: str) -> str:
        """Wait for words in Lyon; return the message's id."""
        return (await self.matrix.sees(self.lyon, words, patience=PATIENCE)).id

    async def in_bonn(self, words: str) -> int:
        """Wait for words in Bonn; return the message's id."""
        return (await self.telegram.sees(self.bonn, words, patience=PATIENCE)).id

    async def in_channel(self, channel: Channel, words: str) -> None:
        """Wait for words in a channel."""
        await wait_for_message(self.discord, channel, words, PATIENCE)

    async def everywhere(self, lyon: str, bonn: str, oslo: str) -> None:
        """Wait for words in each community, in its language."""
        await self.in_lyon(lyon)
        await self.in_bonn(bonn)
        await self.in_channel(self.oslo, oslo)

    async def ask(self, line: str, answer: str, channel: Channel | None = None) -> None:
        """Let Nora say something in a channel, by default the network's, and wait for the answer."""
        self.nora.say(channel or self.net, line)
        await self.in_channel(channel or self.net, answer)

    def left_in_doubt(self, settled: str) -> int:
        """Return of how many messages to Telegram a killed process left open whether they were shown.

        `settled`: "pending" for posts, which were sent again; "unknown" for answers, which were not.
        """
        entries = [entry for part in self.running.values() for entry in part.events("outbox-interrupted")]
        return len([one for one in entries if (one["room"], one["settled"]) == (str(self.bonn), settled)])

    async def transcript(self) -> dict[str, Counter[str]]:
        """Return how often the bot said what in each room: the first sentence of each message, without figures."""
        bonn = [one.text for one in self.telegram.shown(self.bonn, by=self.bot)]
        return {
            "lyon": Counter(_begin(one.text) for one in await self.matrix.messages(self.lyon) if not one.poll),
            "bonn": Counter(map(_begin, bonn)),
            "oslo": Counter(_begin(plain_text(one)) for one in self.discord.said(self.oslo)),
            "net": Counter(_begin(plain_text(one)) for one in self.discord.said(self.net)),
        }


def _begin(text: str) -> str:
    first = re.split(r"\n|[:.!?](?:\s|$)", text.replace("\u00a0", " "))[0]
    if first.startswith("🔔"):
        first = first.partition(" (")[0]  # it begins now, or began a minute ago if a process died just then
    return re.sub(r"[\d:]+", "#", first)[:_LINE].strip()


async def kill_at_random(week: Week, rng: random.Random, over: asyncio.Event) -> None:
    """Kill one process after another until the week is over, each a while after the one before."""
    while not over.is_set():
        await asyncio.sleep(rng.uniform(2.0, 8.0))
        part = week.running[rng.choice(list(PARTS))]
        week.deaths.append(part.name)
        await part.kill()
        await asyncio.sleep(rng.uniform(0.0, 1.5))
        await part.start()


@asynccontextmanager
async def opened_week(homeserver: Homeserver, server: PostgresServer, folder: Path) -> AsyncIterator[Week]:
    """Open the rooms, and start the bot in its four processes."""
    server.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
    server.execute(f"CREATE DATABASE {DATABASE}")
    people = BotOnMatrix(homeserver, folder / "people")
    people.folder.mkdir()
    login = await homeserver.register("glocal")
    people.bot = login.user
    with telegram_opened() as telegram:
        async with discord_opened() as discord:
            bot = telegram.bot(privacy=False)
            settings = (
                f'[storage]\nurl = "{server.url(DATABASE)}"\n[matrix]\nhomeserver = "{homeserver.url}"\n'
                f'user = "{login.user}"\npassword = "{login.password}"\n'
                f'[discord]\ntoken = "{discord.token}"\napi = "{discord.url}"\n'
                f'[telegram]\ntoken = "{bot.token}"\napi = "{telegram.url}"\n'
            )
            nora, finn = (discord.person(name) for name in ("Nora", "Finn"))
            guild = nora.found("Oslo", finn)
            net, oslo = nora.open_channel(guild, "network"), nora.open_channel(guild, "oslo")
            bea, tom = (telegram.person(name, language="de") for name in ("Bea", "Tom"))
            bonn = telegram.supergroup("Bonn", bea, tom, bot, admins=(bot,))
            async with parts(folder / "glocal.toml", settings, **PARTS) as running:
                carla, *passeurs = [await people.person(name) for name in ("carla", "anna", "ben", "cleo")]
                lyon = await people.room(carla, *passeurs, name="Lyon")
                week = Week(
                    server, running, people, lyon, carla, passeurs, discord, net, oslo, nora, finn, telegram, bot,
                    bonn, bea, tom,
                )  # fmt: skip
                try:
                    yield week
                finally:
                    for person in people.people:
                        await person.close()
