"""Changes from a webhook to polling and back, and the webhook check."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import httpx
import pytest

from adapters.telegram.account import TelegramAccount
from bots.core.inbound import MessagePosted
from bots.ports import AccountRefused
from tests.contract.telegram_rig import SECRET, running, webhook_account
from tests.standins.telegram.faults import Fails
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.users import BotAccount
from tests.waiting import PATIENCE

pytestmark = pytest.mark.telegram
HEADER = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


async def test_polling_gets_unacknowledged_updates() -> None:
    """Polling after a webhook also returns an unacknowledged update that is older than an acknowledged one."""
    with opened() as telegram:
        async with running(telegram, webhook_account) as rig, httpx.AsyncClient() as client:
            assert rig.settings.webhook is not None
            rig.inbox.closed = True
            said = await rig.guest.say(rig.room, "hello there")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said, among="offered")
            later = {"update_id": rig.bot.queue.next_id}
            answer = await client.post(rig.settings.webhook.url, json=later, headers=HEADER)
            assert answer.status_code == 200
            await rig.stop()
            assert telegram.pending(rig.bot) > 0
            rig.inbox.closed = False
            rig.settings = replace(rig.settings, webhook=None)
            await rig.restart()
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)


def webhook_with_checks(telegram: Telegram, bot: BotAccount) -> TelegramAccount:
    """Return the settings of a webhook with frequent checks."""
    return replace(webhook_account(telegram, bot), watch_seconds=0.05)


async def test_removed_webhook_is_restored(capfd: pytest.CaptureFixture[str]) -> None:
    """The adapter logs and restores a webhook that another process removed."""
    with opened() as telegram:
        async with running(telegram, webhook_with_checks) as rig, httpx.AsyncClient() as other:
            taken = await other.post(f"{telegram.url}/bot{rig.bot.token}/deleteWebhook")
            assert taken.json()["ok"]
            said = await rig.guest.say(rig.room, "hello")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    assert "another process that has this bot's token" in capfd.readouterr().out


async def test_webhook_errors_are_logged(capfd: pytest.CaptureFixture[str]) -> None:
    """The adapter logs the delivery errors of its webhook."""
    with opened() as telegram:
        async with running(telegram, webhook_with_checks) as rig:
            told = len(telegram.requests("getWebhookInfo"))
            assert await telegram.until(lambda: len(telegram.requests("getWebhookInfo")) > told)
            rig.inbox.broken = True
            await rig.guest.say(rig.room, "hello there")
            heard = ""
            async with asyncio.timeout(PATIENCE):
                while "Wrong response from the webhook: 500" not in heard:
                    heard += capfd.readouterr().out
                    await asyncio.sleep(0.05)
            rig.inbox.broken = False


async def test_revoked_token_ends_the_webhook() -> None:
    """A revoked token ends the adapter while it uses a webhook."""
    with opened() as telegram:
        async with running(telegram, webhook_with_checks) as rig:
            telegram.fault("getWebhookInfo", Fails(401, "Unauthorized"))
            with pytest.raises(AccountRefused, match="@BotFather"):
                await rig.ended()


async def test_webhook_clears_the_offset() -> None:
    """The webhook clears a stored offset."""
    with opened() as telegram:
        async with running(telegram) as rig:
            said = await rig.guest.say(rig.room, "hello")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
            rig.settings = webhook_account(telegram, rig.bot)
            await rig.restart()
            said = await rig.guest.say(rig.room, "hello again")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
            assert await rig.inbox.cursor(rig.adapter.account) == "0 0"
