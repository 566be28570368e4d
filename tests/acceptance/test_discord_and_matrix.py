"""Tests for highlights from a Discord server to a Matrix room (a real Synapse), and the other way round."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.acceptance.network_codes import newest_code
from tests.acceptance.sample_files import PIXEL
from tests.contract.discord_people import DiscordPerson
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.waiting import until

pytestmark = [pytest.mark.discord, pytest.mark.synapse]


class MatrixRoom:
    """A room on the homeserver with the bot and one person in it."""

    def __init__(self, person: MatrixPerson, room: str) -> None:
        self.person = person
        self.room = room

    async def messages(self) -> dict[str, str]:
        """Return the bot's messages in their current versions, by event id."""
        page = await self.person.get(f"v3/rooms/{self.room}/messages?dir=f&limit=200")
        shown: dict[str, str] = {}
        for event in page["chunk"]:
            content = event["content"]
            if event["sender"] != self.person.bot or event["type"] != "m.room.message" or not content:
                continue
            relates = content.get("m.relates_to", {})
            if relates.get("rel_type") == "m.replace":
                if relates["event_id"] in shown:
                    shown[relates["event_id"]] = content["m.new_content"]["body"]
            else:
                shown[event["event_id"]] = content["body"]
        return shown

    async def sees(self, what: str) -> str:
        """Wait for a message of the bot that matches the regex. Return the newest one."""

        async def matching() -> list[str]:
            return [text for text in (await self.messages()).values() if re.search(what, text)]

        return (await until(matching, lambda: f"nobody said {what!r}"))[-1]

    async def gone(self, words: str) -> None:
        """Wait until no message of the bot contains these words."""

        async def is_gone() -> bool:
            return all(words not in text for text in (await self.messages()).values())

        await until(is_gone, lambda: f"{words!r} is still there")


@asynccontextmanager
async def bot_on_both(homeserver: Homeserver, folder: Path) -> AsyncIterator[tuple[BotOnDiscord, MatrixRoom]]:
    """Run one bot on Discord and Matrix, with a Matrix room that it was invited to."""
    bot, login = await homeserver.register("glocal"), await homeserver.register("nora")
    account = MatrixAccount("matrix", homeserver.url, bot.user, folder / "matrix", password=bot.password)
    nora = MatrixPerson(homeserver.url, login.user, login.device, login.token, folder / "nora", bot=bot.user)
    async with bot_on_discord(folder, [MatrixAdapter(account)]) as discord:
        try:
            room = await nora.open_room(bot.user, name="Network")
            matrix = MatrixRoom(nora, room)
            await matrix.sees("I’m glocal")
            yield discord, matrix
        finally:
            await nora.close()


@pytest.fixture
async def both(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[tuple[BotOnDiscord, MatrixRoom]]:
    """Run one bot on Discord and Matrix."""
    async with bot_on_both(homeserver, tmp_path) as made:
        yield made


async def share_with_matrix(discord: BotOnDiscord, matrix: MatrixRoom) -> tuple[DiscordPerson, str]:
    """Start a network on Matrix, and let a community on Discord share with it. Return its connector and its room."""
    await matrix.person.say(matrix.room, '!network create "Les Passeurs" en UTC')
    await matrix.sees("Les Passeurs is ready")

    async def accept() -> None:
        await matrix.sees("asks to join")
        await matrix.person.say(matrix.room, "!network accept Lyon")

    return await discord.relaying_community(accept)


async def like_as_three_people(
    discord: BotOnDiscord, anna: DiscordPerson, room: str, message: str
) -> list[DiscordPerson]:
    """React to a message as three people. Return them."""
    people = [discord.person(anna.guild, name) for name in ("ben", "cleo", "dora")]
    for person in people:
        await person.react(room, message, "❤️")
    return people


async def test_highlight_from_discord_to_matrix(both: tuple[BotOnDiscord, MatrixRoom]) -> None:
    """A highlight from Discord appears on Matrix with origin and link, and follows its edit and withdrawal."""
    discord, matrix = both
    carla, room = await share_with_matrix(discord, matrix)
    anna = discord.person(carla.guild, "anna")
    sent = await anna.member.send(
        anna.channel(room), "We planted **40** trees! https://trees.example/a_b", attachments=[("tree.png", PIXEL)]
    )
    message = str(sent.id)
    await like_as_three_people(discord, anna, room, message)
    await discord.sees(room, "will be shared with")
    await discord.forward(minutes=11)
    copy = await matrix.sees(r"\*\*40\*\* trees")
    assert copy.startswith("Someone in Lyon")
    assert f"https://discord.com/channels/{carla.guild.id}/{room}/{message}" in copy
    await anna.edit(room, message, "We planted 41 trees!")
    await discord.committed(f"discord:{message}:e:%")
    await discord.forward(minutes=1)
    await matrix.sees("41 trees")
    await anna.withdraw(room, message)
    await matrix.gone("41 trees")


async def test_highlight_from_matrix_to_discord(both: tuple[BotOnDiscord, MatrixRoom]) -> None:
    """A message nominated on Matrix appears on Discord in the same words and pings nobody."""
    discord, matrix = both
    guild = discord.server("Network")
    nora = discord.person(guild, "nora", manages=True)
    net = str(guild.create_text_channel("highlights").id)
    await discord.result(nora.command(net, "network create", name="Les Passeurs", locale="en", zone="UTC"))
    await discord.sees(net, "Les Passeurs is ready")
    carla, room = matrix.person, matrix.room
    await carla.say(room, "!setup Lyon en Europe/Paris")
    await matrix.sees("Lyon is set up")
    await carla.say(room, f"!link {newest_code(discord.folder)}")
    await matrix.sees("Les Passeurs invites")
    await carla.say(room, "yes")
    await discord.sees(net, "asks to join")
    await discord.result(nora.command(net, "network accept", name="Lyon"))
    await matrix.sees("Linked to Les Passeurs")
    await discord.sees(net, "Lyon has joined")
    await carla.say(room, "!relay on")
    await matrix.sees("Relaying is on")
    message = await carla.say(room, "Come *and* see, @everyone: https://garden.example/a_b_c")
    await carla.say(room, "!highlight", reply_to=message)
    await matrix.sees("will be shared with")
    await discord.forward(minutes=11)
    copy = await discord.sees(net, "Come")
    assert "> Come *and* see, @everyone: https://garden.example/a_b_c" in copy.text
    assert copy.text.startswith("Someone in Lyon") and copy.pings == ()
    stored = discord.env.backend.get_message(int(net), int(copy.id))
    assert stored.flags & 4 and not stored.mention_everyone


async def test_conversation_from_discord_to_matrix(both: tuple[BotOnDiscord, MatrixRoom]) -> None:
    """A conversation on Discord is read from its history, from the menu of its first message or as the last ones."""
    discord, matrix = both
    carla, room = await share_with_matrix(discord, matrix)
    anna, ben = discord.person(carla.guild, "anna"), discord.person(carla.guild, "ben")
    for who, text in ((anna, "Something else"), (anna, "Who has a ladder?"), (ben, "I do, and a saw")):
        await who.say(room, text)
    assert "looking these messages up" in await discord.answered(carla.command(room, "highlight last", count="2"))
    await discord.sees(room, "conversation of 2 messages will be shared")
    await discord.forward(minutes=11)
    copy = await matrix.sees("A conversation in Lyon")
    assert "Person 1: Who has a ladder?" in copy and "Person 2: I do, and a saw" in copy
    assert "Something else" not in copy
    first = await anna.say(room, "Who brings tea?")
    await ben.say(room, "I do")
    entry = carla.member.context_menu(carla.channel(room), "Share conversation from here", carla.message(room, first))
    assert "looking these messages up" in await discord.answered(entry)
    await discord.sees(room, "(?s)conversation of 2 messages will be shared.*Who brings tea")
    await discord.forward(minutes=11)
    assert "Who brings tea?" in await matrix.sees("(?s)A conversation in Lyon.*tea")


async def test_one_person_on_discord_and_matrix(both: tuple[BotOnDiscord, MatrixRoom]) -> None:
    """A code from Discord, typed in private on Matrix, links both accounts; both are told so, and of the end."""
    discord, matrix = both
    carla, room = await discord.community()
    anna = discord.person(carla.guild, "anna")
    answer = await discord.answered(anna.command(room, "me link"))
    code = answer.split("Your code is ")[1].strip("`*")[:8]
    nora = matrix.person
    private = MatrixRoom(nora, await nora.open_room(nora.bot, is_direct=True))
    await private.sees("Here I ask you things in private")
    await nora.say(private.room, f"!me link {code}")
    await private.sees(rf"Linked with anna \(Discord: {anna.user}\)")
    told = await discord.sees(discord.private_channel(anna), "is linked with")
    assert f"(Matrix: {nora.user})" in told.text and "/me unlink" in told.text
    await nora.say(private.room, "!me unlink")
    await private.sees("counts by itself again, apart from anna")
    await discord.sees(discord.private_channel(anna), "no longer linked")
    await anna.say(room, f"/me link {code}")
    await discord.sees(room, "Others could read that code")
