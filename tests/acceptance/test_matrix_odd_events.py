"""Tests for events that few clients send: stickers, votes with another time, rooms that nobody answers for."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from adapters.matrix.outbound.joins import MOST_TRIES, Joins
from bots.ports import Later, Refused
from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse
_POLL = "org.matrix.msc3381.poll"
_TOKEN = "the-token-of-the-bridge"
_DAY = 86_400_000


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot on a homeserver with a bridge, which may state the time of an event, and with federation."""
    bridge = {
        "id": "bridge", "url": None, "as_token": _TOKEN, "hs_token": "-", "sender_localpart": "bridge",
        "rate_limited": False, "namespaces": {"users": [{"exclusive": False, "regex": "@.*"}]},
    }  # fmt: skip
    file = tmp_path / "bridge.yaml"
    file.write_text(json.dumps(bridge), encoding="utf-8")
    homeserver = Homeserver(
        tmp_path / "synapse", app_service_config_files=[str(file)], federation_domain_whitelist=None
    )
    homeserver.start()
    try:
        async with bot_on_matrix(homeserver, tmp_path) as made:
            yield made
    finally:
        homeserver.stop()


async def _vote_at(person: MatrixPerson, room: str, poll: str, answer: str, milliseconds: int) -> None:
    """Vote with a claimed time, as another homeserver or a bridge can."""
    content: dict[str, Any] = {
        "m.relates_to": {"rel_type": "m.reference", "event_id": poll}, f"{_POLL}.response": {"answers": [answer]},
    }  # fmt: skip
    as_person = f"user_id={quote(person.user)}&ts={milliseconds}"
    path = f"v3/rooms/{quote(room)}/send/{_POLL}.response/{uuid4().hex}?{as_person}"
    await person.request("PUT", path, content, token=_TOKEN)


async def test_odd_events(here: BotOnMatrix) -> None:
    """Votes count by the time that they claim, stickers are ignored, and a dead room is given up."""
    anna, ben, cleo = [await here.person(name) for name in ("anna", "ben", "cleo")]
    carla, room = await here.community(anna, ben, cleo)
    await carla.say(room, '!poll "Tea?" yes no')
    await here.sees(room, "no poll above")
    poll = await here.native_poll(room)
    now = int(here.clock.now().timestamp() * 1000)
    await anna.vote(room, poll, ["yes"])
    await _vote_at(anna, room, poll, "1", now - _DAY)  # older than her own vote
    await _vote_at(ben, room, poll, "0", 0)
    await _vote_at(cleo, room, poll, "1", now + 400 * _DAY)
    await here.answered(room)
    await carla.say(room, "!poll close")
    result = await here.sees(room, "The answer is: yes")
    assert "2 (67%)" in result.text and result.text.endswith("3 people voted.")

    sticker = await anna.put(room, "m.sticker", {"body": "bee", "url": "mxc://glocal.test/bee", "info": {}})
    for person in (ben, cleo, carla):
        await person.react(room, sticker, "❤️")
    await carla.say(room, "!highlight", reply_to=sticker)
    await here.sees(room, "Relaying is off")

    adapter = here.adapter
    assert adapter._sender is not None
    joins: Joins = adapter._sender._requests.joins
    joins.state.servers["!dead:dead.invalid"] = "dead.invalid"
    receipts = [await joins.join("!dead:dead.invalid") for _ in range(MOST_TRIES)]
    assert all(isinstance(receipt, Later) for receipt in receipts[:-1])
    assert isinstance(receipts[-1], Refused)
