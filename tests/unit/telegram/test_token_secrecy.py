"""Logs, receipts and errors never contain the token."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from adapters.telegram.account import TelegramAccount, Webhook
from adapters.telegram.adapter import TelegramAdapter
from adapters.telegram.api.client import Client
from bots.core.inbound import Attachment, MessagePosted
from bots.core.outbound import CheckRights, DirectMessage, Post
from bots.ports import AccountRefused, Receipt, Sending
from tests.contract.rig import RecordingInbox, key, words
from tests.contract.telegram_rig import COMMANDS, SECRET, TelegramRig, account, running, webhook_account
from tests.standins.telegram.faults import BadGateway, Conflict, Cut, Fails, Flood, Garbage, LostReply
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram
PICTURE = Attachment(name="a", mime="image/png", size=3, source='{"file":"abc"}', account="telegram")
FAULTS = (Flood(1), Conflict(), BadGateway(), Fails(500, "Internal Server Error"), Cut(), LostReply(), Garbage())


def test_reprs_hide_the_token() -> None:
    """Reprs hide the token and the webhook's secret, and `redact` removes the token from a text."""
    settings = TelegramAccount("lyon", "123:TOKEN", webhook=Webhook("https://lyon.example/hook", "HIDDEN"))
    client = Client(settings)
    shown = f"{settings!r} {client!r} {client.bot!r} {client.bot} {client.redact(client.bot.base_url)}"
    assert "lyon.example" in shown
    assert "TOKEN" not in shown
    assert "HIDDEN" not in shown


async def fail_all_requests(rig: TelegramRig) -> list[Receipt]:
    """Make every kind of request fail and return the receipts."""
    receipts = []
    for fault in FAULTS:
        rig.telegram.fault("", fault, times=2)
        for call in (
            Post(room=rig.room, content=words("hello")), CheckRights(room=rig.room, subject="1"),
            DirectMessage(room=rig.room, user=rig.guest.user, content=words("hello")),
        ):  # fmt: skip
            receipts.append(await rig.adapter.send(Sending(key=key(), call=call)))
    rig.telegram.mend()
    rig.telegram.fault("getFile", Fails(404, "Not Found"))
    assert await rig.adapter.read(PICTURE) is None
    rig.telegram.fault("getUpdates", BadGateway())
    for text in ("hello", "hello again"):
        await receive(rig, await rig.guest.say(rig.room, text))
    return receipts


async def receive(rig: TelegramRig, message: str) -> MessagePosted:
    """Wait for the message and return it."""
    return await rig.inbox.gets(MessagePosted, lambda value: value.message == message)


async def test_failing_session_hides_the_token(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """No log line, receipt or final error of a failing session contains the token."""
    caplog.set_level(logging.DEBUG)
    with opened() as telegram:
        receipts = []
        for settings in (account, webhook_account):
            async with running(telegram, settings) as rig:
                receipts += await fail_all_requests(rig)
        refused = TelegramAdapter(replace(rig.settings, token=f"{rig.settings.token}x"), COMMANDS)
        with pytest.raises(AccountRefused) as refusal:
            await refused.run(RecordingInbox())
        await refused.close()
        output = f"{caplog.text}{''.join(capfd.readouterr())}{receipts}{refusal.value!r}{refusal.value.__cause__!r}"
        assert "telegram-unreachable" in output
        assert SECRET not in output
        assert all(bot.token.partition(":")[2] not in output for bot in telegram.store.bots.values())
