"""A conversation on Matrix and Discord whose bot is four processes on PostgreSQL, which die at random moments.

A community in a room on a real homeserver votes, meets, and shares pictures with its network, whose room is a channel
on the Discord stand-in. There, another community votes too.
"""

from __future__ import annotations

import asyncio
import io
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psycopg

from tests.acceptance.bot_on_matrix import BotOnMatrix
from tests.acceptance.glocal_processes import Part, parts
from tests.acceptance.killable_discord_bot import RetryingPeople, plain_text, wait_for_answer, wait_for_message
from tests.acceptance.sample_files import picture
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.postgres_server import PostgresServer
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Interaction, Message
from tests.standins.discord.server import Discord, opened
from tests.waiting import until

PARTS = {
    "matrix": ("--role", "gateway", "--account", "matrix"),
    "discord": ("--role", "gateway", "--account", "discord"),
    "timers": ("--role", "timers", "--role", "worker", "--role", "web"),
    "standby": ("--role", "gateway", "--role", "timers", "--role", "worker"),
}
DATABASE = "conversation"
PATIENCE = 120.0
SOON = "now() + interval '10 seconds'"
STARTS_SOON = f"""starts_at = {SOON}, wall_start = to_char(({SOON}) AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI:SS.US')"""
"""The instant and the wall clock agree, or the bot, which compares both at its start, would move the event back."""
ANSWER_PATIENCE = 25.0
"""Seconds after which people on Discord try again."""
_NUMBERS = {"Garden": "1️⃣", "Library": "2️⃣"}


@dataclass
class Talk:
    """The rooms and people, their bot, and what people did, each of which must have one result in the end."""

    server: PostgresServer
    running: dict[str, Part]
    matrix: BotOnMatrix
    discord: Discord
    carla: MatrixPerson
    members: list[MatrixPerson]
    room: str
    nora: DiscordPerson
    fans: list[DiscordPerson]
    net: Channel
    oslo: Channel
    retrying: RetryingPeople = field(default_factory=lambda: RetryingPeople(deadline=time.monotonic() + 1800))
    matrix_votes: dict[str, Counter[str]] = field(default_factory=dict)
    discord_votes: dict[str, dict[str, str]] = field(default_factory=dict)
    news: list[str] = field(default_factory=list)
    gatherings: list[str] = field(default_factory=list)
    deaths: list[tuple[float, str]] = field(default_factory=list)
    restarts: int = 0

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        with psycopg.connect(self.server.url(DATABASE)) as connection:
            return connection.execute(statement.encode()).fetchall()

    async def change(self, *statements: str) -> None:
        """Change rows as an operator would, as soon as the server is there."""
        while True:
            try:
                with psycopg.connect(self.server.url(DATABASE)) as connection:
                    for statement in statements:
                        connection.execute(statement.encode())
                return
            except psycopg.OperationalError:
                await asyncio.sleep(0.2)


@asynccontextmanager
async def open_talk(homeserver: Homeserver, server: PostgresServer, folder: Path) -> AsyncIterator[Talk]:
    """Set up both communities and the network, with a bot in four processes."""
    server.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
    server.execute(f"CREATE DATABASE {DATABASE}")
    people = BotOnMatrix(homeserver, folder / "people")
    people.folder.mkdir()
    login = await homeserver.register("glocal")
    people.bot = login.user
    settings = f'[storage]\nurl = "{server.url(DATABASE)}"\n[matrix]\nhomeserver = "{homeserver.url}"\n'
    settings += f'user = "{login.user}"\npassword = "{login.password}"\n'
    async with opened() as discord:
        settings += f'[discord]\ntoken = "{discord.token}"\napi = "{discord.url}"\n'
        nora, *fans = [discord.person(name) for name in ("Nora", "Finn", "Gro", "Hege")]
        guild = nora.found("Oslo", *fans)
        net, oslo = nora.open_channel(guild, "network"), nora.open_channel(guild, "oslo")
        async with parts(folder / "glocal.toml", settings, **PARTS) as running:
            carla, *members = [await people.person(name) for name in ("carla", "anna", "ben", "cleo", "dora")]
            room = await people.room(carla, *members, name="Lyon")
            talk = Talk(server, running, people, discord, carla, members, room, nora, fans, net, oslo)
            try:
                await _set_up(talk)
                yield talk
            finally:
                for person in people.people:
                    await person.close()


async def _set_up(talk: Talk) -> None:
    await until(lambda: talk.discord.store.commands, lambda: "no commands were declared")
    await _run(talk, talk.net, "network create", "is ready", name="Les Passeurs", locale="en", zone="UTC")
    await _run(talk, talk.oslo, "setup", "Oslo is set up", name="Oslo", locale="en", zone="Europe/Oslo")
    await _say(talk, "!setup Lyon en Europe/Paris", "Lyon is set up")
    config = "quiet-hours off", "consent notice", "hold-back 0", "reminders 0", "poll-style card"
    for key, value in map(str.split, config):
        await _say(talk, f"!config {key} {value}", f"{key} is")
    await _say(talk, f"!link {talk.rows('SELECT code FROM invitations')[0][0]}", "Les Passeurs invites")
    await _say(talk, "yes", "I’ve asked")
    await wait_for_message(talk.discord, talk.net, "asks to join")
    await _run(talk, talk.net, "network accept", "Lyon has joined", name="Lyon")
    await talk.matrix.sees(talk.room, "Linked to Les Passeurs")
    await _say(talk, "!relay on", "Relaying is on")


async def _run(talk: Talk, channel: Channel, line: str, expected: str, **given: str) -> None:
    await talk.retrying.retry(lambda: talk.nora.run(channel, line, **given))
    await wait_for_message(talk.discord, channel, expected)


async def _say(talk: Talk, line: str, answer: str) -> None:
    await talk.carla.say(talk.room, line)
    await talk.matrix.sees(talk.room, answer, patience=PATIENCE)


# What happens meanwhile


async def kill_at_random(talk: Talk, rng: random.Random, kills: int, *, restarts: int, longest: float = 4.0) -> None:
    """Kill a process this many times, and start it again a moment later. Crash PostgreSQL in some of these moments."""
    crashes = set(rng.sample(range(kills), restarts))
    for number in range(kills):
        await asyncio.sleep(rng.uniform(0.5, longest))
        part = talk.running[rng.choice(list(PARTS))]
        talk.deaths.append((time.time(), part.name))
        await part.kill()
        if number in crashes:
            talk.restarts += 1
            await asyncio.to_thread(talk.server.crash)
            await asyncio.sleep(rng.uniform(0.1, 1.0))
            await asyncio.to_thread(talk.server.start)
        await asyncio.sleep(rng.uniform(0.0, 2.0))
        await part.start()


async def live(talk: Talk, killing: asyncio.Task[None], rng: random.Random) -> None:
    """Vote, meet and share pictures until the killing is over."""
    await asyncio.gather(
        _meet_often(talk, killing), _live_on_matrix(talk, killing, rng), _live_on_discord(talk, killing, rng)
    )
    await killing


async def _live_on_matrix(talk: Talk, killing: asyncio.Task[None], rng: random.Random) -> None:
    number = 0
    while not killing.done() or number < 2:
        number += 1
        await _share_picture(talk, f"News {number}")
        await _vote_on_matrix(talk, f"Question {number}?", rng)


async def _meet_often(talk: Talk, killing: asyncio.Task[None]) -> None:
    while not killing.done() or not talk.gatherings:
        await _meet(talk, f"Potluck {len(talk.gatherings) + 1}")
        await asyncio.sleep(20)


async def _meet(talk: Talk, title: str) -> None:
    """Announce an event, and move it into the near future in the database. The room is reminded when it begins."""
    await talk.carla.say(talk.room, f"!event {title} tomorrow at 19:00 at the garden")
    preview = await talk.matrix.sees(talk.room, f"Shall I announce this. {title}", patience=PATIENCE)
    await talk.carla.react(talk.room, preview.id, "✅")
    await talk.matrix.sees(talk.room, rf"^Event \d+: {title}", patience=PATIENCE)
    await talk.change(
        f"UPDATE occurrences SET {STARTS_SOON} FROM events e WHERE e.id = event_id AND title = '{title}'",
        f"UPDATE timers SET due = {SOON} FROM occurrences o JOIN events e ON e.id = o.event_id"
        f" WHERE kind = 'event-reminder' AND subject LIKE o.id || ':%' AND title = '{title}'",
    )
    talk.gatherings.append(title)


async def _share_picture(talk: Talk, words: str) -> None:
    """Post a picture that three other members like."""
    author, *likers = talk.members
    content = picture("green")
    uploaded, _ = await author.client.upload(
        lambda *_: io.BytesIO(content), content_type="image/png", filename="tree.png", filesize=len(content)
    )
    info = {"mimetype": "image/png", "size": len(content)}
    shown = {"msgtype": "m.image", "body": words, "filename": "tree.png", "url": uploaded.content_uri, "info": info}
    message = await author.put(talk.room, "m.room.message", shown)
    for liker in likers:
        await liker.react(talk.room, message, "❤️")
    talk.news.append(words)


async def _vote_on_matrix(talk: Talk, question: str, rng: random.Random) -> None:
    await talk.carla.say(talk.room, f'!poll "{question}" "Garden" "Library"')
    card = await talk.matrix.sees(talk.room, re.escape(question), patience=PATIENCE)
    votes = {}
    for person in talk.members:
        choice = rng.choice(("Garden", "Library"))
        votes[person.user] = choice
        await person.react(talk.room, card.id, _NUMBERS[choice])
    talk.matrix_votes[question] = Counter(votes.values())


async def _live_on_discord(talk: Talk, killing: asyncio.Task[None], rng: random.Random) -> None:
    number = 0
    while not killing.done() or number < 2:
        number += 1
        question = f"Dugnad {number}?"
        ask = partial(talk.nora.run, talk.oslo, "poll open", question=question, options="Garden, Library")
        show = partial(wait_for_message, talk.discord, talk.oslo, re.escape(question), ANSWER_PATIENCE)
        card = await talk.retrying.until_answered(ask, show)
        await asyncio.gather(*(_vote_on_discord(talk, question, card, fan, rng) for fan in talk.fans))


async def _vote_on_discord(talk: Talk, question: str, card: Message, fan: DiscordPerson, rng: random.Random) -> None:
    """Press a button until the vote counts. A press that is repeated may withdraw it: press again."""
    choice = rng.choice(("Garden", "Library"))
    answer = ""
    while "Counted" not in answer:
        shown: list[Interaction] = []

        async def press(made: list[Interaction] = shown) -> Interaction:
            made.append(await fan.press(card, choice))
            return made[-1]

        async def look(made: list[Interaction] = shown) -> Message:
            return await wait_for_answer(made[-1], "Counted|withdrawn", ANSWER_PATIENCE)

        answer = plain_text(await talk.retrying.until_answered(press, look))
    talk.discord_votes.setdefault(question, {})[str(fan.user.id)] = choice
