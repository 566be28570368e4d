"""Direct messages go to the person's private chat only."""

from __future__ import annotations

import pytest

from bots.core.outbound import DirectMessage
from bots.ports import Refused
from tests.contract.rig import key, send, words
from tests.contract.telegram_rig import running
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram


async def test_direct_message_to_an_anonymous_admin_is_refused() -> None:
    """A direct message to an anonymous admin, who has the group's id, is refused and not sent."""
    with opened() as telegram:
        async with running(telegram) as rig:
            secret = DirectMessage(room=rig.room, user=rig.room, content=words("only for you"))
            receipt = await send(rig, key(), secret)
            assert isinstance(receipt, Refused)
            assert receipt.reason == "unreachable-person"
            assert telegram.shown(rig.chat, by=rig.bot) == []
