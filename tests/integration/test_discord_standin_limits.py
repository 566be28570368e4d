"""Limits of the stand-in, as discord.py's own client meets them: sizes and rates."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel
from tests.standins.discord.server import Discord
from tests.standins.discord_client import connected, pointed_at

pytestmark = [pytest.mark.discord]
MESSAGES = "/channels/*/messages"


@pytest.fixture
async def town() -> AsyncIterator[Discord]:
    """A Discord."""
    async with pointed_at() as made:
        yield made


@pytest.fixture
def anna(town: Discord) -> DiscordPerson:
    """Somebody."""
    return town.person("Anna")


@pytest.fixture
def general(anna: DiscordPerson) -> Channel:
    """Her channel, with the bot in it."""
    return anna.open_channel(anna.found("Lyon"), "general")


async def test_the_limit_of_a_channel(town: Discord, general: Channel) -> None:
    """Five messages in five seconds: discord.py waits by itself; who doesn't is answered 429."""
    town.rest.limits.rules["POST", "/channels/{channel}/messages"] = (5, 1.0)
    async with connected(town) as client:
        target = client.get_partial_messageable(general.id)
        begin = time.monotonic()
        await asyncio.gather(*(target.send(str(number)) for number in range(7)))
        assert time.monotonic() - begin > 0.9 and len(town.said(general)) == 7
    address, headers = f"{town.url}/api/v10/channels/{general.id}/messages", {"Authorization": f"Bot {town.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        answers = [await session.post(address, json={"content": "x"}) for _ in range(7)]
        assert answers[-1].status == 429 and float(answers[-1].headers["Retry-After"]) > 0
        assert (await answers[-1].json())["global"] is False


async def test_the_global_limit(town: Discord, general: Channel) -> None:
    """Everything waits, and nothing is lost."""
    async with connected(town) as client:
        town.rest.limits.exhaust(0.6)
        begin = time.monotonic()
        await client.get_partial_messageable(general.id).send("x")
        assert time.monotonic() - begin > 0.5 and town.rest.limits.refused == 1
        assert [one.content for one in town.said(general)] == ["x"]


@pytest.mark.parametrize(
    ("components", "field"),
    [
        ([{"type": 1, "components": [{"type": 2, "style": 1, "label": "x" * 81, "custom_id": "a"}]}], "label"),
        ([{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": "a" * 101}]}], "custom_id"),
        ([{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": "a"}] * 2}], "duplicated"),
        ([{"type": 1, "components": [{"type": 2, "style": 5, "label": "x", "custom_id": "a"}]}], "url"),
        ([{"type": 1, "components": []}] * 6, "5 or fewer"),
    ],
)
async def test_limits_of_components(
    town: Discord, general: Channel, components: list[dict[str, object]], field: str
) -> None:
    """What Discord refuses is refused with the field's name."""
    async with connected(town) as client:
        with pytest.raises(discord.HTTPException) as refused:
            await client.http.request(
                discord.http.Route("POST", "/channels/{channel_id}/messages", channel_id=general.id),
                json={"content": "x", "components": components},
            )
        assert refused.value.code == 50035 and field in str(refused.value)


async def test_limits_of_commands(town: Discord) -> None:
    """A name with capitals, a description that is too long, and options out of order."""
    async with connected(town) as client:
        option = {"type": 3, "name": "a", "description": "d"}
        for bad in (
            {"name": "Poll", "description": "d"},
            {"name": "poll", "description": "d" * 101},
            {"name": "poll", "description": "d", "options": [option, {**option, "name": "b", "required": True}]},
            {"name": "poll", "description": "d", "options": [option, option]},
        ):
            with pytest.raises(discord.HTTPException) as refused:
                await client.http.bulk_upsert_global_commands(town.world.application, [bad])
            assert refused.value.code == 50035
