"""A network whose room is on Telegram, with a community on Discord that shares with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from adapters.telegram.adapter import TelegramAdapter
from adapters.telegram.api.rate_limiter import RateLimiter
from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.acceptance.bot_on_telegram import FastClock
from tests.contract.discord_people import DiscordPerson
from tests.contract.telegram_rig import COMMANDS, account
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.users import BotAccount


@dataclass(frozen=True)
class TwoPlatforms:
    """Both platforms. Nora coordinates the network in `net`, Carla is the connector in `room`; Anna is a member."""

    telegram: Telegram
    bot: BotAccount
    nora: Person
    net: int
    here: BotOnDiscord
    carla: DiscordPerson
    room: str
    anna: DiscordPerson


@asynccontextmanager
async def network_on_telegram(path: Path) -> AsyncIterator[TwoPlatforms]:
    """Run one bot on both, and let the community join and share."""
    with opened() as telegram:
        bot = telegram.bot()
        door = TelegramAdapter(account(telegram, bot), COMMANDS, rate_limiter=RateLimiter(FastClock()))
        async with bot_on_discord(path, [door]) as here:
            nora = telegram.person("Nora")
            net = telegram.supergroup("Network", nora, bot, admins=(bot,))
            await telegram.sees(net, "glocal")
            nora.say(net, '/network_create "Les Passeurs" en UTC')
            await telegram.sees(net, "Les Passeurs is ready")

            async def accept() -> None:
                await telegram.sees(net, "asks to join")
                nora.say(net, "/network_accept Lyon")

            carla, room = await here.relaying_community(accept)
            yield TwoPlatforms(telegram, bot, nora, net, here, carla, room, here.person(carla.guild, "anna"))
