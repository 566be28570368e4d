"""Messages that mention the bot, and replies to it, which mention it by themselves."""

from __future__ import annotations

import pytest

from bots.core.inbound import MessagePosted
from tests.unit.matrix.syncs import ANNA, ME, Account, event, only


@pytest.mark.parametrize(
    ("mentioned", "more", "addressed"),
    [([ME], {}, True), ([ANNA], {}, False), ([ME], {"m.relates_to": {"m.in_reply_to": {"event_id": "$card"}}}, False)],
)
def test_mention_addresses_the_bot(mentioned: list[str], more: dict[str, object], addressed: bool) -> None:
    """A mention addresses the bot; a mere reply to one of its messages does not."""
    content = {"msgtype": "m.text", "body": "glocal: help", "m.mentions": {"user_ids": mentioned}, **more}
    posted = only(Account().sync_member_list().sync_room(event("m.room.message", ANNA, content)))
    assert isinstance(posted, MessagePosted)
    assert posted.addressed is addressed
