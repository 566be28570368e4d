"""The Discord stand-in enforces size limits and rate limits."""

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
async def standin() -> AsyncIterator[Discord]:
    """Yield a stand-in."""
    async with pointed_at() as made:
        yield made


@pytest.fixture
def anna(standin: Discord) -> DiscordPerson:
    """Return a person."""
    return standin.person("Anna")


@pytest.fixture
def general(anna: DiscordPerson) -> Channel:
    """Return a channel of a server with the bot."""
    return anna.open_channel(anna.found("Lyon"), "general")


async def test_the_limit_of_a_channel(standin: Discord, general: Channel) -> None:
    """A channel takes five messages in five seconds, after which discord.py waits and other clients get 429."""
    standin.rest.limits.rules["POST", "/channels/{channel}/messages"] = (5, 1.0)
    async with connected(standin) as client:
        target = client.get_partial_messageable(general.id)
        begin = time.monotonic()
        await asyncio.gather(*(target.send(str(number)) for number in range(7)))
        assert time.monotonic() - begin > 0.9 and len(standin.said(general)) == 7
    address, headers = (
        f"{standin.url}/api/v10/channels/{general.id}/messages",
        {"Authorization": f"Bot {standin.token}"},
    )
    async with aiohttp.ClientSession(headers=headers) as session:
        answers = [await session.post(address, json={"content": "x"}) for _ in range(7)]
        assert answers[-1].status == 429 and float(answers[-1].headers["Retry-After"]) > 0
        assert (await answers[-1].json())["global"] is False


async def test_the_budget_of_invalid_requests(standin: Discord, general: Channel) -> None:
    """After too many refused requests nothing is answered any more, whatever its token."""
    standin.rest.limits.budget = 3
    address, right = f"{standin.url}/api/v10/channels/{general.id}/messages", f"Bot {standin.token}"
    async with aiohttp.ClientSession() as session:
        for token, status in (("Bot wrong", 401), ("Bot wrong", 401), (right, 200), ("Bot wrong", 401), (right, 429)):
            answer = await session.post(address, json={"content": "x"}, headers={"Authorization": token})
            assert answer.status == status
    assert len(standin.said(general)) == 1


async def test_the_global_limit(standin: Discord, general: Channel) -> None:
    """All requests wait for the global limit, and none gets lost."""
    async with connected(standin) as client:
        standin.rest.limits.exhaust(0.6)
        begin = time.monotonic()
        await client.get_partial_messageable(general.id).send("x")
        assert time.monotonic() - begin > 0.5 and standin.rest.limits.refused == 1
        assert [one.content for one in standin.said(general)] == ["x"]


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
    standin: Discord, general: Channel, components: list[dict[str, object]], field: str
) -> None:
    """The stand-in refuses invalid components with the name of the field."""
    async with connected(standin) as client:
        with pytest.raises(discord.HTTPException) as refused:
            await client.http.request(
                discord.http.Route("POST", "/channels/{channel_id}/messages", channel_id=general.id),
                json={"content": "x", "components": components},
            )
        assert refused.value.code == 50035 and field in str(refused.value)


async def test_limits_of_commands(standin: Discord) -> None:
    """The stand-in refuses invalid names, descriptions and orders of options."""
    async with connected(standin) as client:
        option = {"type": 3, "name": "a", "description": "d"}
        for bad in (
            {"name": "Poll", "description": "d"},
            {"name": "poll", "description": "d" * 101},
            {"name": "poll", "description": "d", "options": [option, {**option, "name": "b", "required": True}]},
            {"name": "poll", "description": "d", "options": [option, option]},
        ):
            with pytest.raises(discord.HTTPException) as refused:
                await client.http.bulk_upsert_global_commands(standin.store.application, [bad])
            assert refused.value.code == 50035
