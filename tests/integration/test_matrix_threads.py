"""Threads on a real homeserver (https://spec.matrix.org/v1.11/client-server-api/#threading)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import CommandInvoked
from bots.core.outbound import Answer
from bots.ports import Sent
from tests.contract.matrix_rig import opened
from tests.contract.rig import key, send, words
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_a_command_in_a_thread_is_answered_there(homeserver: Homeserver, tmp_path: Path, encrypted: bool) -> None:
    """The answer to a command in a thread appears in the thread."""
    async with opened(homeserver, tmp_path, encrypted=encrypted) as rig:
        root = await rig.guest.say(rig.room, "The garden")
        thread = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True}
        relates = {**thread, "m.in_reply_to": {"event_id": root}}
        content = {"msgtype": "m.text", "body": "!events", "m.relates_to": relates}
        asked = await rig.guest.put(rig.room, "m.room.message", content)
        heard = await rig.inbox.gets(CommandInvoked, lambda value: value.message == asked)
        assert heard.reply_to is None
        answer = Answer(room=rig.room, user=rig.guest.user, content=words("Nothing is planned"), reply_to=asked)
        receipt = await send(rig, key(), answer)
        assert isinstance(receipt, Sent)
        shown, _ = await rig.guest.content_of(rig.room, receipt.messages[0])
        assert shown["m.relates_to"] == {
            "rel_type": "m.thread", "event_id": root, "is_falling_back": False, "m.in_reply_to": {"event_id": asked},
        }  # fmt: skip
