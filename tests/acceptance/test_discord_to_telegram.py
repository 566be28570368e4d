"""Tests for a highlight from a Discord server to the network's group on Telegram."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.telegram.adapter import TelegramAdapter
from adapters.telegram.api.rate_limiter import RateLimiter
from tests.acceptance.bot_on_discord import bot_on_discord
from tests.acceptance.bot_on_telegram import FastClock
from tests.acceptance.sample_files import PIXEL
from tests.contract.telegram_rig import COMMANDS, account
from tests.standins.telegram.platform import opened

pytestmark = [pytest.mark.discord, pytest.mark.telegram]


async def test_highlight_from_discord_to_telegram(tmp_path: Path) -> None:
    """A highlight from Discord appears on Telegram with its picture, counts reactions there, and follows its source."""
    with opened() as telegram:
        bot = telegram.bot()
        door = TelegramAdapter(account(telegram, bot), COMMANDS, rate_limiter=RateLimiter(FastClock()))
        async with bot_on_discord(tmp_path, [door]) as here:
            nora = telegram.person("Nora")
            net = telegram.supergroup("Network", nora, bot, admins=(bot,))
            await telegram.sees(net, "glocal")
            nora.say(net, '/network_create "Les Passeurs" en UTC')
            await telegram.sees(net, "Les Passeurs is ready")

            async def accept() -> None:
                await telegram.sees(net, "asks to join")
                nora.say(net, "/network_accept Lyon")

            carla, room = await here.relaying_community(accept)
            anna = here.person(carla.guild, "anna")
            sent = await anna.member.send(
                anna.channel(room), "We planted <40> trees!", attachments=[("tree.png", PIXEL)]
            )
            message = str(sent.id)
            for name in ("ben", "cleo", "dora"):
                await here.person(carla.guild, name).react(room, message, "❤️")
            await here.sees(room, "is to be shared with")
            await here.forward(minutes=11)
            copy = await telegram.sees(net, "planted <40> trees")
            assert copy.text.startswith("Someone in Lyon")
            assert copy.links[0][1] == f"https://discord.com/channels/{carla.guild.id}/{room}/{message}"
            assert [file for shown in telegram.shown(net, by=bot) for file in shown.files] == [PIXEL]
            nora.react(net, copy.id, "🎉")
            await telegram.taken(bot)
            await here.forward(minutes=1)
            await telegram.sees(net, "4 people liked it")
            await anna.edit(room, message, "We planted 41 trees!")
            await here.committed(f"discord:{message}:e:%")
            await here.forward(minutes=1)
            await telegram.sees(net, "41 trees")
            await anna.withdraw(room, message)
            await telegram.until(lambda: telegram.message(net, copy.id).gone)
