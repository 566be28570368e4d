"""An event of a network on Telegram that a community on Discord accepts: one list, on both platforms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bot_on_discord import BotMessage
from tests.acceptance.network_on_telegram import TwoPlatforms, network_on_telegram

pytestmark = [pytest.mark.discord, pytest.mark.telegram]


async def announce_assembly(both: TwoPlatforms) -> BotMessage:
    """Announce an event in the network's room on Telegram. Return the question in the community's room on Discord."""
    both.nora.say(both.net, "/event Assembly on 20 December 2026 at 19:00 to=network")
    preview = await both.telegram.sees(both.net, "One community of Les Passeurs is asked")
    both.nora.press(both.net, preview.id, "Announce it")
    return await both.here.sees(both.room, "Les Passeurs invites you to Assembly")


async def test_one_list_on_discord_and_telegram(tmp_path: Path) -> None:
    """Asked and accepted on Discord, answered on both, cancelled on Telegram and seen on both."""
    async with network_on_telegram(tmp_path) as both:
        telegram, nora, net = both.telegram, both.nora, both.net
        here, carla, room, anna = both.here, both.carla, both.room, both.anna
        asked = await announce_assembly(both)
        assert "not allowed" not in await here.answered(anna.press(room, asked.id, "eventshow:1:no"))
        assert "is shown here now" in await here.answered(carla.press(room, asked.id, "eventshow:1:show"))
        card = await here.sees(room, "^Event 1: Assembly")
        await here.result(anna.press(room, card.id, "rsvp:1:yes"))
        shown = await telegram.sees(net, "1 coming: 1 elsewhere")
        nora.press(net, shown.id, "Coming")
        await here.forward(minutes=1)
        await here.sees(room, r"Coming \(2\): anna")
        nora.say(net, "/event_cancel 1 Storm")
        await telegram.sees(net, "Shall I cancel")
        nora.say(net, "yes")
        await here.sees(room, "Assembly is cancelled")
        await here.sees(room, "^🚫")


async def test_each_person_is_called_once(tmp_path: Path) -> None:
    """A move is told in private on Discord; who has no private chat on Telegram is named in the room there."""
    async with network_on_telegram(tmp_path) as both:
        telegram, nora, net = both.telegram, both.nora, both.net
        here, carla, room, anna = both.here, both.carla, both.room, both.anna
        asked = await announce_assembly(both)
        await here.answered(carla.press(room, asked.id, "eventshow:1:show"))
        card = await here.sees(room, "^Event 1: Assembly")
        await here.result(anna.press(room, card.id, "rsvp:1:yes"))
        shown = await telegram.sees(net, "1 coming: 1 elsewhere")
        nora.press(net, shown.id, "Coming")
        await telegram.sees(net, "2 coming")
        nora.say(net, "/event_move 1 20:00")
        await telegram.sees(net, "Shall I move")
        nora.say(net, "yes")
        await here.sees(here.private_channel(anna), "Assembly has moved")
        news = await here.sees(room, "Assembly has moved")
        called = await telegram.sees(net, "Nora.*Assembly has moved")
        await here.outbox_empty()
        told = [message for message in here.messages(room) if "has moved" in message.text]
        assert [message.pings for message in told] == [()] and news.id == told[0].id
        named = [
            message
            for message in telegram.shown(net, by=both.bot)
            if "Nora" in message.text and "moved" in message.text
        ]
        assert [message.id for message in named] == [called.id]
        private = [message for message in here.messages(here.private_channel(anna)) if "has moved" in message.text]
        assert len(private) == 1
