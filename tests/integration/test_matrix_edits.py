"""Edits on a real homeserver: of replies, and their redaction."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.inbound import MessageDeleted, MessageEdited, MessageFetched, MessagePosted
from bots.core.outbound import Fetch
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import key, send
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
async def rig(homeserver: Homeserver, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in a room with its people."""
    async with opened(homeserver, tmp_path, encrypted=request.param) as rig:
        yield rig


async def edited(rig: MatrixRig, text: str) -> MessageEdited:
    """Wait for an edit with this text."""
    return await rig.inbox.gets(MessageEdited, lambda value: value.text == text)


async def test_an_edited_reply_is_fetched_without_others_words(rig: MatrixRig) -> None:
    """A reply has only its author's words when fetched, also after an edit that repeats the quotation."""
    asked = await rig.host.say(rig.room, "I am ill")
    fallback = f"> <{rig.host.user}> I am ill\n\n"
    said = await rig.guest.say(rig.room, f"{fallback}We planted 4 trees", reply_to=asked)
    assert (await rig.inbox.gets(MessagePosted, lambda value: value.message == said)).text == "We planted 4 trees"
    await rig.guest.edit(rig.room, said, f"{fallback}We planted 40 trees")
    await edited(rig, "We planted 40 trees")
    await send(rig, key(), Fetch(room=rig.room, message=said, subject="h:1"))
    assert (await rig.inbox.gets(MessageFetched)).text == "We planted 40 trees"


async def test_a_redacted_edit_brings_the_words_before_it_back(rig: MatrixRig) -> None:
    """When an author redacts edits, the message changes back step by step, also after a restart in between."""
    said = await rig.guest.say(rig.room, "first")
    edits = []
    for text in ("second", "third, 0612345678"):
        await rig.guest.edit(rig.room, said, text)
        await edited(rig, text)
        edits.append((await rig.guest.related(rig.room, said, "m.replace"))[-1]["event_id"])
    rig.inbox.values.clear()
    await rig.guest.withdraw(rig.room, edits[1])
    value = await edited(rig, "second")
    assert (value.message, value.person.user) == (said, rig.guest.user)
    await rig.restart()
    await rig.guest.withdraw(rig.room, edits[0])
    assert (await edited(rig, "first")).message == said
    await rig.guest.withdraw(rig.room, said)
    assert (await rig.inbox.gets(MessageDeleted)).message == said
    assert not [value for value in rig.inbox.values if isinstance(value, MessageDeleted) and value.message in edits]
