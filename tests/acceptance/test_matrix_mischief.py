"""What a homeserver lets people do that the bot must not fall for, on a real one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """A town with a running bot."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_somebody_elses_edit_is_none(here: BotOnMatrix) -> None:
    """Synapse passes an edit by another member on; the copy keeps the author's words, and follows the author's edit."""
    people = [await here.person(name) for name in ("anna", "ben", "cleo", "mallory")]
    anna, fans = people[0], people[1:]
    _, room, _, net = await here.linked_community(*people)
    said = await anna.say(room, "We planted 40 trees!")
    for fan in fans:
        await fan.react(room, said, "❤️")
    await here.sees(room, "It goes there in 10 minutes")
    await people[3].edit(room, said, "Buy my coins")
    await here.forward(minutes=10)
    copy = await here.sees(net, "40 trees")
    await people[3].edit(room, said, "Buy more coins")
    await anna.edit(room, said, "We planted 41 trees!")
    assert (await here.sees(net, "41 trees", edits=1)).id == copy.id
    assert await here.count(net, "coins") == 0
    assert await here.count(room, "coins") == 0


async def test_broken_letters_in_an_encrypted_room(here: BotOnMatrix) -> None:
    """No homeserver sees what is inside: half a letter (a lone surrogate) becomes the sign for what cannot be read."""
    anna = await here.person("anna")
    carla, room = await here.community(anna, encrypted=True)
    await carla.say(room, '!poll "Half \ud83d a letter?" yes no')
    await here.sees(room, "(?s)^Half \ufffd a letter.*Vote in the poll above")
    await carla.say(room, '!poll "Tea?" yes no')
    card = await here.sees(room, "(?s)^Tea.*Vote in the poll above")
    await anna.react(room, card.id, "1️⃣")
    await here.sees(room, "(?s)^Tea.*one person has voted", edits=1)


async def test_a_name_that_looks_like_markup(here: BotOnMatrix) -> None:
    """It is shown as it was written, and notifies nobody but who is meant."""
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
