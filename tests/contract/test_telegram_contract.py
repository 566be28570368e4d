"""The Telegram adapter keeps the contract on the Bot API stand-in, with polling and with a webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from adapters.telegram.rendering.escape import JOINER
from bots.core.inbound import MessageEdited
from bots.core.outbound import Content
from bots.core.richtext import Bold, Text
from tests.contract.adapter_contract import AdapterContract
from tests.contract.display_contract import NASTY, RIGHT_TO_LEFT, ZALGO
from tests.contract.rig import Rig, posted
from tests.contract.telegram_rig import TelegramRig, account, running, webhook_account
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram


class TestTelegram(AdapterContract):
    """Contract tests of the Telegram adapter."""

    @pytest.fixture(params=[account, webhook_account], ids=["polling", "webhook"])
    async def rig(self, request: pytest.FixtureRequest) -> AsyncIterator[TelegramRig]:
        """Yield a running adapter in a supergroup with its people."""
        with opened() as telegram:
            async with running(telegram, request.param) as rig:
                yield rig

    @pytest.mark.parametrize("text", [NASTY, ZALGO, RIGHT_TO_LEFT, "two\nlines", "  spaces  ", "👩‍👩‍👧‍👦"])
    async def test_text_is_shown_as_it_was_written(self, rig: Rig, text: str) -> None:
        """People's text appears as they wrote it, without outer blanks, which Telegram strips."""
        shown = await posted(rig, Content((Text(text), Bold((Text(text),)))))
        seen = await rig.seen(rig.room, shown)
        assert seen.text.replace(JOINER, "") == (text + text).strip()
        assert seen.pings == ()

    async def test_edits_and_deletions_arrive(self, rig: Rig) -> None:
        """An edit arrives with the new text, and a deletion gives no update."""
        said = await rig.guest.say(rig.room, "frist")
        await rig.guest.edit(rig.room, said, "first")
        edited = await rig.inbox.gets(MessageEdited, lambda value: value.message == said)
        assert (edited.text, edited.person.user) == ("first", rig.guest.user)
        assert not rig.adapter.capabilities.reports_deletions
