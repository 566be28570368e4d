"""What Telegram does of itself, and what it does not say: names in words, topics that end, a bot that was put out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.telegram_town import TelegramTown, telegram_town

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[TelegramTown]:
    """A town with a running bot."""
    async with telegram_town(tmp_path) as made:
        yield made


async def test_a_name_in_a_carried_message_notifies_nobody(here: TelegramTown) -> None:
    """What somebody wrote goes to another group: neither is its `@name` called, nor its `/command` there to tap."""
    anna, zed = here.telegram.person("Anna"), here.telegram.person("Zed", username="zed_x")
    carla, room, _, net = await here.linked(anna)
    zed.join(net)
    said = anna.say(room, "Look what @zed_x did, or /poll_list it: https://social.example/@zed_x")
    await here.telegram.taken(here.bot)
    carla.say(room, "/highlight", reply_to=said)
    await here.sees(room, "It goes there in 10 minutes")
    await here.forward(minutes=10)
    carried = await here.sees(net, "Look what")
    assert carried.pings == ()
    assert not {"mention", "bot_command"} & {kind for kind, _ in carried.entities}
    assert "https://social.example/@zed_x" in carried.text
