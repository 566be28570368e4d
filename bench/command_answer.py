"""One command to its answer on a real Synapse: glocal, the echo of maubot and a bare nio bot, in turn.

maubot (https://github.com/maubot/maubot) is installed into `.tools/peers` at the first run.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
import psutil  # type: ignore[import-untyped]  # ships no types

from bench.measure import Result, percentile
from bench.peers import PEERS, install
from tests.homeserver.synapse import Homeserver, Login
from tests.waiting import until

ROUNDS, WARM_UP = 50, 10
PAUSE = 3.0
"""Seconds between two rounds: glocal takes no more commands of one person."""
MAUBOT = "maubot==0.6.0"
_ECHO = """
from maubot import MessageEvent, Plugin
from maubot.handlers import command


class Echo(Plugin):
    @command.new("echo")
    @command.argument("text", pass_raw=True)
    async def echo(self, evt: MessageEvent, text: str) -> None:
        await evt.reply(text)
"""
_META = {
    "maubot": "0.1.0", "id": "bench.echo", "version": "1.0.0", "license": "MIT", "modules": ["echo"],
    "main_class": "Echo", "database": False,
}  # fmt: skip
_NIO = """
import asyncio, sys
from nio import AsyncClient, InviteMemberEvent, RoomMessageText


async def main(url, user, token, device):
    client = AsyncClient(url, user)
    client.restore_login(user, device, token)

    async def answer(room, event):
        if event.body.startswith("!echo "):
            relation = {"m.in_reply_to": {"event_id": event.event_id}}
            content = {"msgtype": "m.notice", "body": event.body[6:], "m.relates_to": relation}
            await client.room_send(room.room_id, "m.room.message", content)

    async def join(room, event):
        await client.join(room.room_id)

    await client.sync(timeout=0)
    client.add_event_callback(answer, RoomMessageText)
    client.add_event_callback(join, InviteMemberEvent)
    await client.sync_forever(timeout=30000)


asyncio.run(main(*sys.argv[1:]))
"""


@dataclass
class Bot:
    """A running bot with its room. `waits`: seconds from a command to its answer."""

    name: str
    command: str
    login: Login
    process: psutil.Popen
    room: str = ""
    idle_mb: float = 0.0
    waits: list[float] = field(default_factory=list)

    def cpu_seconds(self) -> float:
        """Return the processor time that it has used."""
        times = self.process.cpu_times()
        return float(times.user + times.system)


class Person:
    """Somebody who types commands and waits for the answers."""

    def __init__(self, url: str, login: Login, session: aiohttp.ClientSession) -> None:
        self._url = f"{url}/_matrix/client/v3"
        self._login = login
        self._session = session
        self._since = ""
        self._sent = 0

    async def invite(self, bot: Bot) -> str:
        """Create a room with the bot, and wait until it is there."""
        room = str((await self._call("POST", "createRoom", {"invite": [bot.login.user]}))["room_id"])

        async def is_there() -> bool:
            return bot.login.user in (await self._call("GET", f"rooms/{quote(room)}/joined_members"))["joined"]

        await until(is_there, lambda: f"{bot.name} never came")
        return room

    async def say(self, room: str, text: str) -> None:
        """Post a message."""
        self._sent += 1
        content = {"msgtype": "m.text", "body": text}
        await self._call("PUT", f"rooms/{quote(room)}/send/m.room.message/t{self._sent}", content)

    async def ask(self, bot: Bot, command: str) -> float:
        """Type a command; return the seconds until the bot's answer is here."""
        await self._read(0)
        begin = time.perf_counter()
        await self.say(bot.room, command)
        async with asyncio.timeout(60):
            while not await self._read(30_000, bot):
                pass
        return time.perf_counter() - begin

    async def _read(self, milliseconds: int, bot: Bot | None = None) -> bool:
        """Read on. Return whether there was a message of the bot in its room."""
        path = f"sync?timeout={milliseconds}" + (f"&since={quote(self._since)}" if self._since else "")
        answer = await self._call("GET", path)
        self._since = str(answer["next_batch"])
        if bot is None:
            return False
        events = answer.get("rooms", {}).get("join", {}).get(bot.room, {}).get("timeline", {}).get("events", ())
        return any(one["sender"] == bot.login.user and one["type"] == "m.room.message" for one in events)

    async def _call(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._login.token}"}
        async with self._session.request(method, f"{self._url}/{path}", json=body, headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            found: dict[str, Any] = await answer.json()
            return found


def command_answer() -> list[Result]:
    """Measure `command_answer_ratio_p50` and `_p99` (against maubot), `command_cpu_ms` and `idle_memory_mb`."""
    install("maubot", MAUBOT)
    with tempfile.TemporaryDirectory() as folder:
        homeserver = Homeserver(Path(folder) / "synapse")
        homeserver.start()
        try:
            with _running(homeserver, Path(folder)) as bots:
                used = asyncio.run(_measure(homeserver, bots))
        finally:
            homeserver.stop()
    what = f"{ROUNDS} commands each on one Synapse, in turn; the answer is durable with glocal only"
    p50, p99 = ({bot.name: percentile(bot.waits, share) for bot in bots} for share in (0.5, 0.99))
    times = ", ".join(f"{bot.name} {p50[bot.name] * 1000:.0f}/{p99[bot.name] * 1000:.0f} ms" for bot in bots)
    memory = {bot.name: bot.idle_mb for bot in bots}
    cpu = {bot.name: used[bot.name] / ROUNDS * 1000 for bot in bots}
    return [
        Result("command_answer_ratio_p50", p50["glocal"] / p50["maubot"], "x", "≤ 1.25", f"p50/p99: {times}"),
        Result("command_answer_ratio_p99", p99["glocal"] / p99["maubot"], "x", "≤ 1.25", what),
        Result("idle_memory_mb", memory["glocal"], "MB", "≤ 90", f"one room; maubot {memory['maubot']:.0f} MB"),
        Result("command_cpu_ms", cpu["glocal"], "ms", "≤ 6", f"maubot {cpu['maubot']:.1f}, nio {cpu['nio']:.1f} ms"),
    ]


@contextmanager
def _running(homeserver: Homeserver, folder: Path) -> Iterator[list[Bot]]:
    """Run the three bots."""
    logins = {name: homeserver.register_now(name) for name in ("glocal", "maubot", "nio")}
    commands = {
        "glocal": _glocal(homeserver, logins["glocal"], folder / "glocal"),
        "maubot": _maubot(homeserver, logins["maubot"], folder / "maubot"),
        "nio": _nio(homeserver, logins["nio"], folder / "nio"),
    }
    asked = {"glocal": "!help cancel", "maubot": "!echo hello", "nio": "!echo hello"}
    bots = []
    try:
        for name, command in commands.items():
            with (folder / f"{name}.log").open("wb") as log:
                process = psutil.Popen(command, cwd=folder / name, stdout=log, stderr=log)
            bots.append(Bot(name, asked[name], logins[name], process))
        yield bots
    finally:
        for bot in bots:
            bot.process.kill()
            bot.process.wait()


def _glocal(homeserver: Homeserver, login: Login, folder: Path) -> list[str]:
    folder.mkdir()
    settings = f'[matrix]\nhomeserver = "{homeserver.url}"\nuser = "{login.user}"\npassword = "{login.password}"\n'
    (folder / "glocal.toml").write_text(settings, encoding="utf-8")
    return [sys.executable, "-m", "adapters.cli.main", "run", "--config", str(folder / "glocal.toml")]


def _maubot(homeserver: Homeserver, login: Login, folder: Path) -> list[str]:
    folder.mkdir()
    (folder / "echo.py").write_text(_ECHO, encoding="utf-8")
    (folder / "maubot.yaml").write_text(json.dumps(_META), encoding="utf-8")
    credentials = {
        "id": login.user, "homeserver": homeserver.url, "access_token": login.token, "device_id": None,
    }  # fmt: skip
    user = {"credentials": credentials, "autojoin": True, "displayname": "disable", "avatar_url": "disable"}
    logging = {"version": 1, "root": {"level": "WARNING"}}
    config = {"user": user, "database": "sqlite:bot.db", "logging": logging}
    (folder / "config.yaml").write_text(json.dumps(config), encoding="utf-8")
    return [str(PEERS / "bin" / "python"), "-m", "maubot.standalone"]


def _nio(homeserver: Homeserver, login: Login, folder: Path) -> list[str]:
    folder.mkdir()
    (folder / "bot.py").write_text(_NIO, encoding="utf-8")
    return [sys.executable, "bot.py", homeserver.url, login.user, login.token, login.device]


@asynccontextmanager
async def _somebody(homeserver: Homeserver) -> AsyncIterator[Person]:
    async with aiohttp.ClientSession() as session:
        yield Person(homeserver.url, await homeserver.register("anna"), session)


async def _measure(homeserver: Homeserver, bots: list[Bot]) -> dict[str, float]:
    """Ask each bot in turn; return the processor seconds of each."""
    async with _somebody(homeserver) as anna:
        await asyncio.sleep(10)  # until all of them listen
        for bot in bots:
            bot.room = await anna.invite(bot)
        await asyncio.sleep(2)
        for bot in bots:
            bot.idle_mb = bot.process.memory_info().rss / 2**20
        await anna.say(bots[0].room, "!setup Town in Europe/Paris")
        for _ in range(WARM_UP):
            for bot in bots:
                await anna.ask(bot, bot.command)
        before = {bot.name: bot.cpu_seconds() for bot in bots}
        for _ in range(ROUNDS):
            for bot in bots:
                bot.waits.append(await anna.ask(bot, bot.command))
            await asyncio.sleep(PAUSE)
        return {bot.name: bot.cpu_seconds() - before[bot.name] for bot in bots}
