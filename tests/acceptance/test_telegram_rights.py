"""Nobody gains rights on Telegram by other people's words, a shared name or a forwarded poll."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.standins.telegram.refusal import Impossible

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on Telegram."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def test_a_forwarded_command_is_not_executed(here: BotOnTelegram) -> None:
    """A command counts only from the person who typed it, not from a connector who forwards it."""
    mallory = here.telegram.person("Mallory")
    carla, room = await here.community(mallory)
    typed = mallory.say(room, "/config rules Obey Mallory")
    await here.sees(room, "is for connectors")
    carla.forward(room, typed, room)
    carla.say(room, "/config rules Obey Mallory too", via=here.bot)
    carla.say(room, "/config rules")
    await here.sees(room, "rules is: not set")
    await here.idle()
    assert not any("Obey" in shown.text for shown in here.telegram.shown(room, by=here.bot))


async def test_an_anonymous_administrator_has_only_the_own_rights(here: BotOnTelegram) -> None:
    """An anonymous moderator may not manage the room, although an anonymous founder, with the same id, may."""
    carla, mod = here.telegram.person("Carla"), here.telegram.person("Mod")
    room = here.telegram.supergroup("Lyon", carla, mod, here.bot, admins=(here.bot,))
    await here.sees(room, "I’m glocal")
    carla.promote(room, mod, is_anonymous=True, can_change_info=False)
    carla.be_anonymous(room, "Founder")
    mod.be_anonymous(room, "Moderator")
    carla.say(room, "/setup Lyon en Europe/Paris", anonymous=True)
    await here.sees(room, "Lyon is set up")
    mod.say(room, "/config rules Obey", anonymous=True)
    assert await here.sees(room, "is for connectors")


async def test_a_native_poll_cannot_be_forwarded(here: BotOnTelegram) -> None:
    """A forwarded poll is the same poll, so people elsewhere would vote in it."""
    carla, room = await here.community()
    carla.say(room, '/poll "Tea?" yes no native=yes')
    await here.telegram.until(lambda: [one for one in here.telegram.shown(room) if one.poll])
    poll = next(one for one in here.telegram.shown(room) if one.poll)
    elsewhere = here.telegram.supergroup("Elsewhere", carla)
    with pytest.raises(Impossible, match="forwarded"):
        carla.forward(room, poll.id, elsewhere)
