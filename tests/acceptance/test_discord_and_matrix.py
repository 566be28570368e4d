"""A highlight from a Discord server into the network's room on Matrix (a real Synapse), and the other way round."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from tests.acceptance.discord_town import PATIENCE, DiscordTown, discord_town
from tests.contract.discord_people import DiscordPerson
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver

pytestmark = [pytest.mark.discord, pytest.mark.synapse]


class Abroad:
    """Somebody on the homeserver with a room that the bot is in."""

    def __init__(self, person: MatrixPerson, room: str) -> None:
        self.person = person
        self.room = room

    async def lines(self) -> dict[str, str]:
        """What the bot said there, by event, as it reads now."""
        found = await self.person.get(f"v3/rooms/{self.room}/messages?dir=f&limit=200")
        shown: dict[str, str] = {}
        for event in found["chunk"]:
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
        """Wait for words of the bot."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for text in reversed((await self.lines()).values()):
                    if re.search(what, text):
                        return text
                await asyncio.sleep(0.1)


@asynccontextmanager
async def world(homeserver: Homeserver, folder: Path) -> AsyncIterator[tuple[DiscordTown, Abroad]]:
    """One bot on both, and a Matrix room that it was invited to."""
    bot, login = await homeserver.register("glocal"), await homeserver.register("nora")
    account = MatrixAccount("matrix", homeserver.url, bot.user, folder / "matrix", password=bot.password)
    nora = MatrixPerson(homeserver.url, login.user, login.device, login.token, folder / "nora", bot=bot.user)
    async with discord_town(folder, [MatrixAdapter(account)]) as here:
        try:
            room = await nora.open_room(bot.user, name="Network")
            abroad = Abroad(nora, room)
            await abroad.sees("I am glocal")
            yield here, abroad
        finally:
            await nora.close()


@pytest.fixture
async def both(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[tuple[DiscordTown, Abroad]]:
    """One bot on both."""
    async with world(homeserver, tmp_path) as made:
        yield made


async def fans(here: DiscordTown, anna: DiscordPerson, room: str, said: str) -> list[DiscordPerson]:
    """Three people like a message."""
    people = [here.person(anna.guild, name) for name in ("ben", "cleo", "dora")]
    for person in people:
        await person.react(room, said, "❤️")
    return people


async def test_from_discord_to_matrix(both: tuple[DiscordTown, Abroad]) -> None:
    """Carried by reactions, shown with origin, link and the picture; the edit and the withdrawal follow."""
    here, abroad = both
    await abroad.person.say(abroad.room, '!network create "Les Passeurs" en UTC')
    code = (await abroad.sees("Les Passeurs is founded")).split("!link ")[1].split()[0]
    carla, room = await here.lyon()
    await here.result(carla.command(room, "link", code=code))
    await here.sees(room, "Linked to Les Passeurs")
    await here.result(carla.command(room, "relay", switch="on"))
    await here.sees(room, "Relaying is on")
    await here.forward(minutes=1)
    anna = here.person(carla.guild, "anna")
    sent = await anna.member.send(
        anna.channel(room), "We planted **40** trees! https://trees.example/a_b", attachments=[("tree.png", PIXEL)]
    )
    said = str(sent.id)
    await fans(here, anna, room, said)
    await here.sees(room, "It goes there in 10 minutes")
    await here.forward(minutes=11)
    copy = await abroad.sees(r"\*\*40\*\* trees")
    assert copy.startswith("Lyon · ")
    assert f"https://discord.com/channels/{carla.guild.id}/{room}/{said}" in copy
    await anna.edit(room, said, "We planted 41 trees!")
    await here.commits(f"discord:{said}:e:%")
    await here.forward(minutes=1)
    await abroad.sees("41 trees")
    await anna.withdraw(room, said)
    async with asyncio.timeout(PATIENCE):
        while any("41 trees" in text for text in (await abroad.lines()).values()):
            await asyncio.sleep(0.1)


async def test_from_matrix_to_discord(both: tuple[DiscordTown, Abroad]) -> None:
    """A nomination on Matrix is shown in the network's Discord channel: nobody is notified, no preview, nothing but
    the author's words."""
    here, abroad = both
    guild = here.server("Network")
    nora = here.person(guild, "nora", manages=True)
    net = str(guild.create_text_channel("highlights").id)
    await here.result(nora.command(net, "network create", name="Les Passeurs", locale="en", zone="UTC"))
    founded = await here.sees(net, "Les Passeurs is founded")
    code = re.search(r"link code:(\w+)", founded.text)
    assert code is not None, founded
    carla, room = abroad.person, abroad.room
    await carla.say(room, "!setup Lyon en Europe/Paris")
    await abroad.sees("Lyon is set up")
    await carla.say(room, f"!link {code.group(1)}")
    await abroad.sees("Linked to Les Passeurs")
    await here.sees(net, "Lyon has joined")
    await carla.say(room, "!relay on")
    await abroad.sees("Relaying is on")
    said = await carla.say(room, "Come *and* see, @everyone: https://garden.example/a_b_c")
    await carla.say(room, "!highlight", reply_to=said)
    await abroad.sees("It goes there in 10 minutes")
    await here.forward(minutes=11)
    copy = await here.sees(net, "Come")
    assert "> Come *and* see, @everyone: https://garden.example/a_b_c" in copy.text
    assert copy.text.startswith("Lyon · ") and copy.pings == ()
    stored = here.env.backend.get_message(int(net), int(copy.id))
    assert stored.flags & 4 and not stored.mention_everyone


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e5"
    "27de fc0000000049454e44ae426082".replace(" ", "")
)
