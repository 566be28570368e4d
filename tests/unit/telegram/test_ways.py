"""From one way in which updates come to the other: nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from bots.core.inbound import MessagePosted
from tests.contract.telegram_rig import SECRET, brought, running
from tests.standins.telegram.faults import Fails
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram
HEADER = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


async def test_what_was_not_taken_from_the_webhook_is_there_to_be_asked_for() -> None:
    """A later update was acknowledged while an earlier one waits to be brought again: asked for, the earlier comes."""
    with opened() as telegram:
        async with running(telegram, brought) as rig, httpx.AsyncClient() as client:
            assert rig.settings.webhook is not None
            telegram.fault("getChatAdministrators", Fails(502, "Bad Gateway"), times=1000)
            other = telegram.supergroup("Other", rig.host.person, rig.bot, admins=(rig.bot,))
            said = rig.host.person.say(other, "hello there")
            later = {"update_id": rig.bot.queue.next_id}
            answer = await client.post(rig.settings.webhook.url, json=later, headers=HEADER)
            assert answer.status_code == 200
            await rig.stop()
            assert telegram.pending(rig.bot) > 0
            telegram.mend()
            rig.settings = replace(rig.settings, webhook=None)
            await rig.restart()
            await rig.inbox.gets(MessagePosted, lambda value: value.message == f"{other}:{said}")


async def test_an_offset_from_before_the_webhook_is_forgotten() -> None:
    """Whatever an earlier version stored: with a webhook no offset holds."""
    with opened() as telegram:
        async with running(telegram) as rig:
            said = await rig.guest.say(rig.room, "hello")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
            rig.settings = brought(telegram, rig.bot)
            await rig.restart()
            said = await rig.guest.say(rig.room, "hello again")
            await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
            assert await rig.inbox.cursor(rig.adapter.account) == "0 0"
