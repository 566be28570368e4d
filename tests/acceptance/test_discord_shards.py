"""One Discord bot whose shards are spread over processes."""

from __future__ import annotations

from hashlib import blake2s
from pathlib import Path

import pytest

from storage.advisory_lock import held_locks
from storage.database import Database
from tests.acceptance.glocal_processes import parts
from tests.acceptance.killable_discord_bot import wait_for_message
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel
from tests.standins.discord.server import Discord, opened
from tests.stores import store
from tests.waiting import until

pytestmark = [pytest.mark.discord, pytest.mark.postgres]


def channel_on(shard: int, person: DiscordPerson) -> Channel:
    """Return a channel of a server whose events come on this one of two shards."""
    while True:
        guild = person.found(f"Town {shard}")
        if (guild.id >> 22) % 2 == shard:
            return person.open_channel(guild, "general")
        person.store.expel_bot(guild)
        del person.store.guilds[guild.id]


def settings_of(discord: Discord, folder: Path) -> str:
    """Return the settings of two accounts of one bot, each with a shard."""
    text = f'[storage]\nurl = "{store("postgres").url(folder)}"\n'
    for name, shards in (("low", "0/2"), ("high", "1/2")):
        text += f'[accounts.{name}]\nplatform = "discord"\napi = "{discord.url}"\ntoken = "{discord.token}"\n'
        text += f'shards = "{shards}"\n'
    return text


PARTS = {"lower": ("--role", "gateway", "--account", "low"), "upper": ("--role", "gateway", "--account", "high")}


async def no_session_starts(discord: Discord, folder: Path) -> None:
    """Wait until no process has the turn to start a session: the turn of a killed one would be free too early."""
    database = Database(store("postgres").url(folder))
    name = f"discord-sessions:{blake2s(discord.token.encode(), digest_size=8).hexdigest()}"

    async def is_free() -> bool:
        return not await held_locks(database.engine, [name])

    try:
        await until(is_free)
    finally:
        await database.close()


async def test_another_process_takes_over_a_shard(tmp_path: Path) -> None:
    """Each process reads its shard, another one takes over after a kill, and no session starts too soon."""
    async with opened() as discord:
        discord.gateway.start_seconds = 3.0  # a busy machine may be late with one session, and not with the next
        nora, mia = discord.person("Nora"), discord.person("Mia")
        first, second = channel_on(0, nora), channel_on(1, nora)
        assert second.guild is not None
        mia.enter(second.guild)
        config, settings = tmp_path / "glocal.toml", settings_of(discord, tmp_path)
        async with parts(config, settings, **PARTS) as running:
            for name, account in (("lower", "low"), ("upper", "high")):
                await running[name].logs("discord-signed-in", account=account)
            async with parts(config, settings, spare=()) as more:
                spare = more["spare"]
                await spare.logs("standing-by", lock="account:high")
                assert {one.shard for one in discord.gateway.sessions.values() if one.link} == {(0, 2), (1, 2)}
                await nora.run(first, "setup", name="Lyon", locale="en", zone="Europe/Paris")
                await wait_for_message(discord, first, "Lyon is set up")
                await no_session_starts(discord, tmp_path)
                await running["upper"].kill()
                await spare.logs("taking-over", lock="account:high")
                await spare.logs("discord-signed-in", account="high")
                await nora.run(second, "setup", name="Oslo", locale="en", zone="UTC")
                await wait_for_message(discord, second, "Oslo is set up")
                mia.say(second, "/help")
                await wait_for_message(discord, second, "What everyone can do here")
                nora.say(second, f"/block <@{mia.user.id}>: spam")
                private = discord.store.direct(mia.user)
                await wait_for_message(discord, private, "The connectors of Oslo have blocked you")
                assert discord.gateway.hasty == 0
    rooms = store("postgres").rows(tmp_path, "SELECT account, room FROM rooms ORDER BY id")
    assert sorted(rooms) == sorted([("low", str(first.id)), ("high", str(second.id)), ("low", str(private.id))])
