"""The Telegram adapter: messages without effect against other frameworks, and ballots through callback queries.

The tests' stand-in imitates Telegram on a real socket.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiogram import Bot as OtherBot
from aiogram import Dispatcher
from aiogram.types import Message as OtherMessage
from aiogram.types import Update as OtherUpdate
from sqlalchemy import func
from sqlmodel import select
from telegram import Update
from telegram.ext import Application as PtbApplication
from telegram.ext import MessageHandler, filters

from adapters.cli.application import Application
from adapters.telegram.account import TelegramAccount
from adapters.telegram.adapter import TelegramAdapter
from adapters.telegram.api import decode, updates
from adapters.telegram.api.client import Client
from adapters.telegram.inbound.processor import UpdateProcessor
from adapters.telegram.rooms.admins import AdminCache
from adapters.telegram.rooms.state import AdapterState
from bench.house import quiet
from bench.measure import Result
from bench.telegram_fanout import fanout
from bots.clock import SystemClock
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Cursor
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Ballot, Community, Member, Poll, Room, RoomRole
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.users import BotAccount

UPDATES, RUNS = 2_000, 9
VOTERS, POLLED, ROUNDS = 4_000, 100, 4
ACCOUNT = "telegram"


def telegram() -> list[Result]:
    """Run all benchmarks of the Telegram adapter."""
    return [*asyncio.run(_with_platform(_idle)), *asyncio.run(_with_platform(_ballots)), *asyncio.run(fanout())]


async def _with_platform(
    bench: Callable[[Telegram, BotAccount, Application, UpdateProcessor, int], Awaitable[list[Result]]],
) -> list[Result]:
    """Run the receiving half of the adapter and the core on a fresh database, without delivery."""
    quiet()
    with tempfile.TemporaryDirectory() as folder, opened(checked=False) as platform:
        bot = platform.bot()
        room = platform.supergroup("Plaza", platform.person("Carla"), bot, admins=(bot,))
        async with _core(Path(folder), platform, bot) as (application, taker):
            return await bench(platform, bot, application, taker, room)


@asynccontextmanager
async def _core(
    folder: Path, platform: Telegram, bot: BotAccount
) -> AsyncIterator[tuple[Application, UpdateProcessor]]:
    settings, clock = TelegramAccount(ACCOUNT, bot.token, api=platform.url), SystemClock()
    database = Database(f"sqlite:///{folder / 'bench.db'}")
    await upgrade(database.engine)
    application = Application(database, [TelegramAdapter(settings, ())], clock, limits=NO_LIMITS)
    await application.resume()
    client = Client(settings)
    await client.open()
    known = AdapterState(ACCOUNT, bot.id, bot.username or "")
    running = asyncio.create_task(application.dispatch.run())
    try:
        yield application, UpdateProcessor(known, AdminCache(client.bot, known, clock), clock)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await client.close()
        await database.close()


async def _idle(
    platform: Telegram, bot: BotAccount, application: Application, taker: UpdateProcessor, room: int
) -> list[Result]:
    """Measure messages without effect in each framework, from the raw update to a handled one."""
    bodies = [json.dumps(_message(room, number)).encode() for number in range(UPDATES)]
    peer = PtbApplication.builder().token(bot.token).base_url(f"{platform.url}/bot").updater(None).build()
    peer.add_handler(MessageHandler(filters.TEXT & filters.ChatType.GROUPS, _ignore))
    other, dispatcher = OtherBot(bot.token), Dispatcher()
    dispatcher.message.register(_ignore_message)

    async def ours() -> None:
        for first in range(0, UPDATES, POLLED):
            values = (await taker.to_values([_read(raw) for raw in bodies[first : first + POLLED]])).values
            assert len(values) == POLLED
            await application.dispatch.submit(values, Cursor(ACCOUNT, str(first)))

    async def ptb() -> None:
        for body in bodies:
            await peer.process_update(Update.de_json(json.loads(body), peer.bot))

    async def aiogram() -> None:
        for body in bodies:
            await dispatcher.feed_update(other, OtherUpdate.model_validate_json(body, context={"bot": other}))

    async with peer:
        mine, theirs, others = await _in_turn(ours, ptb, aiogram)
    what = f"{UPDATES:,} raw updates, parsing included: {mine:.0f} µs each, {{}} {{:.0f}} µs"
    return [
        Result("telegram_idle_dispatch_vs_ptb_ratio", mine / theirs, "x", "< 1", what.format("PTB", theirs)),
        Result("telegram_idle_dispatch_vs_aiogram_ratio", mine / others, "x", "< 1", what.format("aiogram", others)),
    ]


async def _ignore(_update: object, _context: object) -> None:
    """Do nothing."""


async def _ignore_message(_message: OtherMessage) -> None:
    """Do nothing, for aiogram."""


async def _in_turn(*sides: Callable[[], Awaitable[None]]) -> list[float]:
    """Return the median microseconds per update of each side, in turn and without the first turn."""
    times: list[list[float]] = [[] for _ in sides]
    for turn in range(RUNS + 1):
        for side, found in zip(sides, times, strict=True):
            begin = time.perf_counter()
            await side()
            if turn:
                found.append((time.perf_counter() - begin) * 1e6 / UPDATES)
    return [statistics.median(found) for found in times]


def _message(room: int, number: int) -> dict[str, Any]:
    return {
        "update_id": number,
        "message": {
            "message_id": number, "date": 1_795_574_702 + number, "from": _member(number % 50),
            "chat": {"id": room, "title": "Plaza", "type": "supergroup"},
            "text": f"Did anybody see the garden this morning? It is number {number}",
        },
    }  # fmt: skip


def _member(number: int) -> dict[str, Any]:
    return {"id": 10_000 + number, "is_bot": False, "first_name": f"Member {number}", "language_code": "en"}


async def _ballots(
    _platform: Telegram, bot: BotAccount, application: Application, taker: UpdateProcessor, room: int
) -> list[Result]:
    """Measure presses on a poll's card in getUpdates answers of a hundred, each answered by an outbox row."""
    await _open_poll(application, room)
    rates = []
    for turn in range(ROUNDS + 1):  # all members are known after the first
        votes = [_press(bot, room, turn * VOTERS + voter, voter, (voter + turn) % 2) for voter in range(VOTERS)]
        presses = [json.dumps(vote).encode() for vote in votes]
        begin = time.perf_counter()
        for first in range(0, VOTERS, POLLED):
            values = (await taker.to_values([_read(press) for press in presses[first : first + POLLED]])).values
            await application.dispatch.submit(values, Cursor(ACCOUNT, str(first)))
        rates.append(VOTERS / (time.perf_counter() - begin))
    async with application.database.reading() as uow:
        assert await uow.first(select(func.count()).select_from(Ballot)) == VOTERS
    what = f"{VOTERS:,} members press, {POLLED} callback queries a poll for updates, synchronous=FULL, {ROUNDS} rounds"
    return [Result("telegram_ballots_per_second", statistics.median(rates[1:]), "/s", "", what)]


def _read(body: bytes) -> decode.DecodedUpdate:
    update = decode.decode_update(body)
    assert isinstance(update, updates.Update), update
    return update


async def _open_poll(application: Application, room: int) -> None:
    """Open a poll in a community."""
    now = datetime.now(UTC)
    async with application.database.transaction() as uow:
        home = await uow.add(Community(name="Plaza", quiet_hours="", created_at=now))
        asker = await uow.add(Member(name="Carla", created_at=now))
        place = await uow.add(
            Room(
                account=ACCOUNT,
                platform="telegram",
                room=str(room),
                role=RoomRole.HOME,
                community_id=home.id,
                created_at=now,
            )
        )
        await uow.add(
            Poll(
                community_id=home.id, room_id=place.id, number=1, question="Where?", max_choices=1,
                options='["Garden", "Library"]', created_by=asker.id, created_at=now,
            )
        )  # fmt: skip


def _press(bot: BotAccount, room: int, number: int, voter: int, choice: int) -> dict[str, Any]:
    keyboard = [[{"text": f"{n} {label}", "callback_data": f"poll:1:{n}"}] for n, label in enumerate("GL")]
    return {
        "update_id": number,
        "callback_query": {
            "id": str(4_000_000_000 + number), "from": _member(voter), "chat_instance": "1", "data": f"poll:1:{choice}",
            "message": {
                "message_id": 7, "date": 1_795_574_702, "chat": {"id": room, "title": "Plaza", "type": "supergroup"},
                "from": {"id": bot.id, "is_bot": True, "first_name": "glocal"}, "text": "Where?",
                "reply_markup": {"inline_keyboard": keyboard},
            },
        },
    }  # fmt: skip
