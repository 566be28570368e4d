"""Tests for refused requests, missing permissions and lost channels on a simulated Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest

from storage.queries import failed_sends
from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.contract.discord_rig import invitation_rights
from tests.waiting import until

pytestmark = pytest.mark.discord


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnDiscord]:
    """Run the bot on the simulated Discord."""
    async with bot_on_discord(tmp_path) as made:
        yield made


async def test_post_is_retried_after_429_and_500(here: BotOnDiscord) -> None:
    """After a 429 and a 500 the bot posts the message once."""
    carla, room = await here.community()
    here.env.inject_error("POST", f"/channels/{room}/messages", status=429)
    here.env.inject_error("POST", f"/channels/{room}/messages", status=500)
    await here.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))

    async def is_said() -> bool:
        await here.forward(seconds=1)
        return any(message.text.startswith("Tea?") for message in here.messages(room))

    await until(is_said)
    assert sum(line.text.startswith("Tea?") for line in here.messages(room)) == 1


async def test_refused_post_does_not_block_later_ones(here: BotOnDiscord) -> None:
    """A forbidden post (403) is recorded as refused, and later posts still arrive."""
    carla, room = await here.community()
    here.env.inject_error("POST", f"/channels/{room}/messages", status=403, code=50013, message="Missing Permissions")
    await here.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))
    await here.result(carla.command(room, "poll open", question="Soup?", options="yes, no"))
    await here.sees(room, "^Soup")
    async with here.database.reading() as uow:
        assert [row.kind for row in await failed_sends.failing(uow) if row.state == "refused"] == ["Post"]
    assert not any(line.text.startswith("Tea?") for line in here.messages(room))


@pytest.mark.parametrize(
    ("right", "word"),
    [
        ("view_channel", "View Channel"),
        ("send_messages", "Send Messages"),
        ("read_message_history", "Read Message History"),
        ("attach_files", "Attach Files"),
        ("send_polls", "Create Polls"),
    ],
)
async def test_removed_permission_is_reported(here: BotOnDiscord, right: str, word: str) -> None:
    """The bot names a removed permission in a room where the connector can read it."""
    carla, room = await here.community()
    other = str(carla.guild.create_text_channel("second").id)
    await here.result(carla.command(other, "room join", name="Lyon"))
    assert await here.sees(other, "now belongs to Lyon")
    deny = discord.PermissionOverwrite(**{right: False})
    here.overwrite(room, carla.guild, deny)
    places = [other] if right in ("view_channel", "send_messages") else [room]
    await until(lambda: any(word in message.text for place in places for message in here.messages(place)))


async def test_check_lists_missing_permissions(here: BotOnDiscord) -> None:
    """`/check` lists each missing permission."""
    carla, room = await here.community()
    here.grant(carla.guild, discord.Permissions(view_channel=True, send_messages=True))
    guild = here.env.backend.get_guild(carla.guild.id)
    everyone = discord.Permissions(guild.everyone_role.permissions)
    everyone.update(attach_files=False)
    here.env.backend.edit_role(carla.guild.id, carla.guild.id, {"permissions": everyone.value})
    await here.result(carla.command(room, "check"))
    report = await here.sees(room, "Attach Files")
    assert "Create Polls" in report.text and "Create Events" in report.text
    here.grant(carla.guild, invitation_rights())


async def test_deleted_channel_is_reported_and_other_servers_continue(here: BotOnDiscord) -> None:
    """The bot reports a deleted channel elsewhere and keeps working on other servers."""
    carla, room = await here.community()
    other = str(carla.guild.create_text_channel("second").id)
    await here.result(carla.command(other, "room join", name="Lyon"))
    await here.sees(other, "now belongs to Lyon")
    here.env.backend.delete_channel(int(room))
    await here.sees(other, "(?i)lyon #lyon|can no longer|lost")
    paris = here.server("Paris")
    dora = here.person(paris, "dora", manages=True)
    home = str(paris.create_text_channel("paris").id)
    await here.result(dora.command(home, "setup", name="Paris", locale="en", zone="Paris"))
    await here.sees(home, "Paris is set up")
    here.env.backend.remove_guild(carla.guild.id)
    await here.result(dora.command(home, "poll open", question="Tea?", options="yes, no"))
    assert await here.sees(home, "^Tea")
