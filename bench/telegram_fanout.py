"""The Telegram adapter: one announcement to 1,000 groups, under the rate limits."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from adapters.cli.application import Application
from adapters.telegram.account import TelegramAccount
from adapters.telegram.adapter import TelegramAdapter
from bench.house import quiet
from bench.measure import Result
from bots.clock import SystemClock
from bots.core import outbound
from bots.core.outbound import Content, Post
from bots.core.richtext import Text
from bots.dispatch.rate_limits import NO_LIMITS
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import outbox
from tests.standins.telegram.limits import Limits
from tests.standins.telegram.platform import Telegram, opened

GROUPS, ALLOWED = 1_000, 30.0
ACCOUNT = "telegram"
_PATIENCE = 120.0


async def fanout() -> list[Result]:
    """Measure an announcement to 1,000 groups through outbox, adapter and socket, under the rate limits."""
    quiet()
    with tempfile.TemporaryDirectory() as folder, opened(limits=Limits(), checked=False) as platform:
        bot, owner = platform.bot(), platform.person("Carla")
        groups = [platform.supergroup(f"Group {number}", owner, bot) for number in range(GROUPS)]
        database = Database(f"sqlite:///{Path(folder) / 'bench.db'}")
        await upgrade(database.engine)
        await _announce(database, groups)
        bot.queue.clear()  # drop the updates of being added
        settings = TelegramAccount(ACCOUNT, bot.token, api=platform.url)
        application = Application(database, [TelegramAdapter(settings, ())], SystemClock(), limits=NO_LIMITS)
        running = asyncio.create_task(application.run())
        await platform.until(lambda: _arrived(platform) == GROUPS, lambda: f"{_arrived(platform)} arrived", _PATIENCE)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()
        sent = [one.at for one in platform.requests("sendMessage") if one.ok]
        share = (GROUPS - 1) / (max(sent) - min(sent)).total_seconds() / ALLOWED
        what = f"{GROUPS:,} groups at up to {ALLOWED:.0f} messages a second"
        return [
            Result("telegram_fanout_share", share, "", "≥ 0.95", what),
            Result("telegram_fanout_429s", float(platform.flooded), "", "0", what),
        ]


def _arrived(platform: Telegram) -> int:
    return sum(one.ok for one in platform.requests("sendMessage"))


async def _announce(database: Database, groups: list[int]) -> None:
    now = datetime.now(UTC)
    content = Content((Text("The network meets on Friday at seven, in the garden."),))
    async with database.transaction() as uow:
        for group in groups:
            payload = outbound.encode(Post(room=str(group), content=content))
            uow.defer(
                outbox.ENQUEUE,
                outbox.pending_row(
                    key=f"news@{group}", account=ACCOUNT, room=str(group), kind="Post", payload=payload, now=now
                ),
            )
