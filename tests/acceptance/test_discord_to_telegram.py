"""Tests for a highlight from a Discord server to the network's group on Telegram."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.network_on_telegram import network_on_telegram
from tests.acceptance.sample_files import PIXEL

pytestmark = [pytest.mark.discord, pytest.mark.telegram]


async def test_highlight_from_discord_to_telegram(tmp_path: Path) -> None:
    """A highlight from Discord appears on Telegram with its picture, counts reactions there, and follows its source."""
    async with network_on_telegram(tmp_path) as both:
        telegram, nora, net = both.telegram, both.nora, both.net
        here, carla, room, anna = both.here, both.carla, both.room, both.anna
        sent = await anna.member.send(anna.channel(room), "We planted <40> trees!", attachments=[("tree.png", PIXEL)])
        message = str(sent.id)
        for name in ("ben", "cleo", "dora"):
            await here.person(carla.guild, name).react(room, message, "❤️")
        await here.sees(room, "will be shared with")
        await here.forward(minutes=11)
        copy = await telegram.sees(net, "planted <40> trees")
        assert copy.text.startswith("Someone in Lyon")
        assert copy.links[0][1] == f"https://discord.com/channels/{carla.guild.id}/{room}/{message}"
        assert [file for shown in telegram.shown(net, by=both.bot) for file in shown.files] == [PIXEL]
        nora.react(net, copy.id, "🎉")
        await telegram.taken(both.bot)
        await here.forward(minutes=1)
        await telegram.sees(net, "4 people liked it")
        await anna.edit(room, message, "We planted 41 trees!")
        await here.committed(f"discord:{message}:e:%")
        await here.forward(minutes=1)
        await telegram.sees(net, "41 trees")
        await anna.withdraw(room, message)
        await telegram.until(lambda: telegram.message(net, copy.id).gone)
