"""Sign-in, command menus and the webhook."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import httpx
import pytest

from adapters.telegram.account import Webhook
from adapters.telegram.adapter import TelegramAdapter
from bots.core.inbound import MessagePosted, Unreadable
from bots.i18n import languages
from bots.ports import AccountRefused
from tests.contract.rig import RecordingInbox
from tests.contract.telegram_rig import COMMANDS, SECRET, account, running, webhook_account
from tests.standins.telegram.faults import Fails, Flood
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram
MENUS = 4 * len(languages.codes())
"""Four scopes in each language."""
HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def test_rejected_token_ends_the_adapter() -> None:
    """A rejected token ends the adapter with an error that says what to do."""
    with opened() as telegram:
        settings = replace(account(telegram, telegram.bot()), token="1:nobody")
        adapter = TelegramAdapter(settings, COMMANDS)
        with pytest.raises(AccountRefused, match="@BotFather"):
            await adapter.run(RecordingInbox())
        await adapter.close()


async def test_webhook_without_https_is_refused() -> None:
    """A webhook address without https ends the adapter with an error that names `url`."""
    with opened() as telegram:
        hook = Webhook("http://glocal.example/telegram", "secret")
        adapter = TelegramAdapter(replace(account(telegram, telegram.bot()), webhook=hook), COMMANDS)
        with pytest.raises(AccountRefused, match=r"`url` 'http://.* https"):
            await adapter.run(RecordingInbox())
        await adapter.close()


async def test_unchanged_menus_are_not_set_again() -> None:
    """A restart sets no unchanged menu, and a refused menu does not stop the bot."""
    with opened() as telegram:
        async with running(telegram) as rig:
            await telegram.until(lambda: len(telegram.requests("setMyCommands")) == MENUS)
            asked = len(telegram.requests("getMyCommands"))
            await rig.restart()
            await telegram.until(lambda: len(telegram.requests("getMyCommands")) == asked + MENUS)
            said = await rig.guest.say(rig.room, "hello")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
            assert len(telegram.requests("setMyCommands")) == MENUS
            telegram.fault("getMyCommands", Fails(400, "Bad Request: no"))
            await rig.restart()
            said = await rig.guest.say(rig.room, "hello again")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)


async def test_failed_menus_are_retried() -> None:
    """The adapter retries the menus in the background until Telegram accepts them."""
    with opened() as telegram:
        telegram.fault("setMyCommands", Fails(502, "Bad Gateway"))
        telegram.fault("setMyCommands", Flood(1))
        async with running(telegram) as rig:
            await telegram.until(lambda: len(telegram.requests("setMyCommands")) == 2 + MENUS)
            said = await rig.guest.say(rig.room, "hello")
            assert await rig.inbox.gets(MessagePosted, lambda value: value.message == said)


async def test_the_private_link_is_known_after_sign_in() -> None:
    """The capabilities contain the link to a private chat after sign-in."""
    with opened() as telegram:
        async with running(telegram) as rig:
            assert rig.adapter.capabilities.private_link == "https://t.me/glocal_bot?start={payload}"


async def test_webhook_status_codes() -> None:
    """The webhook answers 403 without the secret, 400 to other data, and 200 to a malformed update, which it stores."""
    with opened() as telegram:
        async with running(telegram, webhook_account) as rig, httpx.AsyncClient() as client:
            hook = rig.settings.webhook
            assert hook is not None
            update = {"update_id": 5, "message": {"message_id": "one"}}
            for headers, body, status in (
                ({}, update, 403),
                ({HEADER: SECRET + "x"}, update, 403),
                ({HEADER: SECRET}, {"hello": 1}, 400),
                ({HEADER: SECRET}, update, 200),
            ):
                answer = await client.post(hook.url, json=body, headers=headers)
                assert answer.status_code == status
            huge = json.dumps({"update_id": 6, "x": "y" * 5_000_000})
            assert (await client.post(hook.url, content=huge, headers={HEADER: SECRET})).status_code == 400
            assert "$.message.message_id" in (await rig.inbox.gets(Unreadable)).error


async def test_webhook_acknowledges_after_the_commit() -> None:
    """The webhook answers 200 only after the commit, and Telegram sends a failed update again."""
    with opened() as telegram:
        async with running(telegram, webhook_account) as rig:
            rig.inbox.closed = True
            said = await rig.guest.say(rig.room, "hello")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said, among="offered")
            await asyncio.sleep(0.1)
            assert telegram.pending(rig.bot) == 1
            rig.inbox.closed = False
            await rig.restart()
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
            await telegram.taken(rig.bot)
            telegram.fault("getChatAdministrators", Fails(502, "Bad Gateway"))
            other = telegram.supergroup("Other", rig.host.person, rig.bot, admins=(rig.bot,))
            words = rig.host.person.say(other, "hello there")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == f"{other}:{words}")
