"""Run the bot on the Telegram stand-in in a process of its own, which a test kills at random moments."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from tests.acceptance.killable_process import KillableBot
from tests.standins.telegram.platform import Telegram
from tests.standins.telegram.users import BotAccount
from tests.stores import store

SETTINGS = """
[log]
format = "json"

[telegram]
token = "{token}"
api = "{api}"
"""
WEBHOOK = """
[telegram.webhook]
url = "http://127.0.0.1:{port}/telegram"
secret = "known-to-both"
port = {port}
"""


class KillableTelegramBot(KillableBot):
    """`glocal run` with a Telegram account. With a `port`, Telegram delivers the updates there (a webhook)."""

    def __init__(self, telegram: Telegram, account: BotAccount, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.kills = 0
        self._process = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(token=account.token, api=telegram.url)
        text += WEBHOOK.format(port=port) if port else ""
        (folder / "glocal.toml").write_text(text + store().settings(folder), encoding="utf-8")

    async def kill_often(self, rng: random.Random, times: int, longest: float) -> None:
        """Kill the bot this many times after random delays of at most `longest` seconds, and start it again at once."""
        for _ in range(times):
            await asyncio.sleep(rng.uniform(0.3, longest))
            await self.kill()
            await self.start()
