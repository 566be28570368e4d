"""Votes in native polls on a real homeserver, and their redaction."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.inbound import ChoiceMade, MessageDeleted
from bots.core.outbound import Content, NativePoll, PollOption, Post
from bots.core.richtext import Text
from bots.ports import Sent
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import key, send
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse
POLL = NativePoll("Tea?", (PollOption("0", "Green"), PollOption("1", "Black")))


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
async def rig(homeserver: Homeserver, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in a room with its people."""
    async with opened(homeserver, tmp_path, encrypted=request.param) as rig:
        yield rig


async def post_poll(rig: MatrixRig) -> str:
    """Post a poll and return its id."""
    receipt = await send(rig, key(), Post(room=rig.room, content=Content((Text("Tea?"),), poll=POLL), card="poll:9"))
    assert isinstance(receipt, Sent)
    return receipt.messages[0]


async def vote(rig: MatrixRig, poll: str, label: str, choice: str) -> str:
    """Vote, wait until the bot knows, and return the id of the response."""
    rig.inbox.values.clear()
    await rig.guest.vote(rig.room, poll, [label])
    await rig.inbox.gets(ChoiceMade, lambda value: value.choices == (choice,))
    return str((await rig.guest.related(rig.room, poll, "m.reference"))[-1]["event_id"])


async def test_a_redacted_vote_brings_the_vote_before_it_back(rig: MatrixRig) -> None:
    """When people redact their votes, the vote before counts, then none, also after a restart in between."""
    poll = await post_poll(rig)
    first, second = await vote(rig, poll, "Green", "0"), await vote(rig, poll, "Black", "1")
    rig.inbox.values.clear()
    await rig.guest.withdraw(rig.room, second)
    back = await rig.inbox.gets(ChoiceMade)
    assert (back.message, back.choices, back.person.user) == (poll, ("0",), rig.guest.user)
    await rig.restart()
    rig.inbox.values.clear()
    await rig.guest.withdraw(rig.room, first)
    assert (await rig.inbox.gets(ChoiceMade)).choices == ()


async def test_the_redaction_of_a_replaced_vote_changes_nothing(rig: MatrixRig) -> None:
    """Redacting a vote that a newer one replaced changes nothing."""
    poll = await post_poll(rig)
    first = await vote(rig, poll, "Green", "0")
    await vote(rig, poll, "Black", "1")
    rig.inbox.values.clear()
    await rig.guest.withdraw(rig.room, first)
    assert (await rig.inbox.gets(MessageDeleted)).message == first
    assert not [value for value in rig.inbox.values if isinstance(value, ChoiceMade)]
