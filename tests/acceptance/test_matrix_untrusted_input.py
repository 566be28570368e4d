"""Tests for hostile or broken input that a real homeserver passes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot on a real homeserver."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_edit_by_other_member_does_not_change_copy(here: BotOnMatrix) -> None:
    """Another member's edit leaves the copy unchanged, and the author's edit changes it."""
    people = [await here.person(name) for name in ("anna", "ben", "cleo", "mallory")]
    anna, fans = people[0], people[1:]
    _, room, _, net = await here.linked_community(*people)
    message = await anna.say(room, "We planted 40 trees!")
    for fan in fans:
        await fan.react(room, message, "❤️")
    await here.sees(room, "will be shared with")
    await people[3].edit(room, message, "Buy my coins")
    await here.forward(minutes=10)
    copy = await here.sees(net, "40 trees")
    await people[3].edit(room, message, "Buy more coins")
    await anna.edit(room, message, "We planted 41 trees!")
    assert (await here.sees(net, "41 trees", edits=1)).id == copy.id
    assert await here.count(net, "coins") == 0
    assert await here.count(room, "coins") == 0


async def test_lone_surrogate_in_encrypted_room_is_replaced(here: BotOnMatrix) -> None:
    """A lone surrogate in an encrypted message becomes the replacement character."""
    anna = await here.person("anna")
    carla, room = await here.community(anna, encrypted=True)
    await carla.say(room, '!poll "Half \ud83d a letter?" yes no')
    await here.sees(room, "no poll above.*Half \ufffd a letter")
    await carla.say(room, '!poll "Tea?" yes no')
    line = await here.sees(room, "no poll above.*Tea")
    await anna.react(room, line.id, "1️⃣")
    assert await here.sees(room, r"\+1 yes.*Tea", edits=1)


async def test_name_with_markup_is_shown_literally(here: BotOnMatrix) -> None:
    """A display name with markup is shown literally and notifies nobody else."""
    carla, room = await here.community()
    zoe = await here.person("zoe")
    await zoe.client.set_displayname("<b>@room</b> \u202eeoZ")
    await zoe.enter(room)
    await here.joined(room, zoe)
    await here.forward(seconds=31)
    greeting = await here.sees(room, "Welcome")
    assert "Welcome <b>@room</b> eoZ!" in greeting.text
    assert "<b>" not in greeting.html
    assert greeting.pings == (zoe.user,)
    assert (await here.sees(room, "is new here")).pings == (carla.user,)
