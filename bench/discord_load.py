"""Presses on Discord through sockets: `glocal run` in its own process against the stand-in in this one."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Result, percentile
from tests.standins.discord.interacting import InteractionFailed
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import ANSWER_SECONDS, Channel, Interaction, Message
from tests.standins.discord.server import Discord, opened

RATE, SECONDS, WARM_UP = 200, 15, 400
VOTERS, AT_ONCE = 10_000, 200
PATIENCE = 60.0
_DEFERRED = (5, 6)
_SETTINGS = """
[discord]
token = "{token}"
api = "{url}"

[log]
format = "json"
level = "warning"
"""


@dataclass
class Stage:
    """A community's room with a ready bot, and the people who press."""

    discord: Discord
    carla: DiscordPerson
    room: Channel
    people: list[DiscordPerson]


def discord_press() -> list[Result]:
    """Measure `discord_press_ack_ms_p50` and `_p99`: from a press to its acknowledgement, at 200 presses a second."""
    return _staged(1_000, _press)


def discord_flood() -> list[Result]:
    """Measure `discord_flood_edits` and `_final_s`: ten thousand people vote on one poll as fast as the bot answers."""
    return _staged(VOTERS, _flood)


def _staged(people: int, measure: Callable[[Stage], Awaitable[list[Result]]]) -> list[Result]:
    async def play() -> list[Result]:
        with tempfile.TemporaryDirectory() as folder:
            async with _stage(Path(folder), people) as stage:
                return await measure(stage)

    return asyncio.run(play())


@asynccontextmanager
async def _stage(folder: Path, people: int) -> AsyncIterator[Stage]:
    async with opened() as discord:
        carla = discord.person("Carla")
        guild = carla.found("Lyon")
        crowd = [discord.person(f"Voter {number}") for number in range(people)]
        for person in crowd:
            person.enter(guild)
        room = carla.open_channel(guild, "general")
        async with _bot(discord, folder):
            await _until(lambda: bool(discord.store.commands), "no commands")
            setup = await carla.run(room, "setup", name="Lyon", locale="en", zone="UTC")
            await _until(lambda: _said(discord, room, "is set up") is not None, f"not set up: {setup.shown}")
            yield Stage(discord, carla, room, crowd)


@asynccontextmanager
async def _bot(discord: Discord, folder: Path) -> AsyncIterator[None]:
    (folder / "glocal.toml").write_text(_SETTINGS.format(url=discord.url, token=discord.token), encoding="utf-8")
    command = [sys.executable, "-m", "adapters.cli.main", "run", "--config", str(folder / "glocal.toml")]
    with (folder / "log.jsonl").open("ab") as log:
        process = await asyncio.create_subprocess_exec(*command, stdout=log, stderr=log, env=dict(os.environ))
    try:
        await discord.until_connected()
        yield
    finally:
        process.terminate()
        await process.wait()


async def _poll(stage: Stage, question: str) -> Message:
    await stage.carla.run(stage.room, "poll open", question=question, options="Garden, Library")
    await _until(lambda: _said(stage.discord, stage.room, question) is not None, "no poll")
    card = _said(stage.discord, stage.room, question)
    assert card is not None
    return card


async def _press(stage: Stage) -> list[Result]:
    card = await _poll(stage, "Where?")
    await _at_rate(stage, card, WARM_UP)
    presses = await _at_rate(stage, card, RATE * SECONDS)
    taken = sorted(one.answered_at - one.made if one.answer else ANSWER_SECONDS for one in presses)
    deferred, failed = sum(one.answer in _DEFERRED for one in presses), sum(not one.answer for one in presses)
    what = (
        f"{len(taken):,} presses at {RATE}/s on a live poll, {failed:,} failed, {deferred:,} only deferred; from"
        f" INTERACTION_CREATE on the gateway to the callback over REST, the ballot committed between;"
        f" worst {taken[-1] * 1000:.0f} ms"
    )
    p50, p99 = percentile(taken, 0.5) * 1000, percentile(taken, 0.99) * 1000
    return [
        Result("discord_press_ack_ms_p50", p50, "ms", "", what),
        Result("discord_press_ack_ms_p99", p99, "ms", "≤ 3,000", what),
    ]


async def _at_rate(stage: Stage, card: Message, count: int) -> list[Interaction]:
    """Start presses on time, without waiting for earlier ones."""
    begin, waiting = time.perf_counter(), []
    for number in range(count):
        late = begin + number / RATE - time.perf_counter()
        await asyncio.sleep(max(late, 0))
        person = stage.people[number % len(stage.people)]
        pressed = person.begin_press(card, ("Garden", "Library")[(number // len(stage.people) + number) % 2])
        waiting.append(asyncio.create_task(_answered(person, pressed)))
    return await asyncio.gather(*waiting)


async def _answered(person: DiscordPerson, pressed: Interaction) -> Interaction:
    """Press and wait for the response, even a late one."""
    try:
        return await person.wait(pressed)
    except InteractionFailed:
        return pressed


async def _flood(stage: Stage) -> list[Result]:
    card = await _poll(stage, "Everybody?")
    begin, edits, failed = time.perf_counter(), card.edits, 0
    free = asyncio.Semaphore(AT_ONCE)

    async def vote(number: int, person: DiscordPerson) -> None:
        nonlocal failed
        async with free:
            while True:
                try:
                    await person.press(card, ("Garden", "Library")[number % 3 % 2])
                except InteractionFailed:
                    failed += 1
                else:
                    return

    await asyncio.gather(*(vote(number, person) for number, person in enumerate(stage.people)))
    voted = time.perf_counter()
    wanted = [sum(number % 3 % 2 == side for number in range(len(stage.people))) for side in (0, 1)]
    await _until(lambda: _shown(card) == wanted, f"the tally is {_shown(card)}, not {wanted}")
    final, took = time.perf_counter() - voted, voted - begin
    what = (
        f"{VOTERS:,} votes in {took:.1f} s ({VOTERS / took:,.0f}/s, {AT_ONCE} people at a time), each acknowledged"
        f" ({failed} had to press again); Discord's limit is 5 edits in 5 s"
    )
    return [
        Result("discord_flood_edits", card.edits - edits, "", "≤ 1 a second", what),
        Result(
            "discord_flood_final_s", final, "s", "≤ 5", "from the last acknowledgement to the right tally in the room"
        ),
    ]


def _shown(card: Message) -> list[int]:
    """Return the numbers of votes on the card."""
    plain = re.sub(r"[\u202f\u00a0, ]", "", card.text)
    return [int(found) for found in re.findall(r"[░▓`]+(\d+)\(", plain)]


def _said(discord: Discord, room: Channel, words: str) -> Message | None:
    return next((one for one in reversed(discord.said(room)) if words in one.text.replace("\\", "")), None)


async def _until(test: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not test():
        if time.monotonic() > deadline:
            raise AssertionError(what)
        await asyncio.sleep(0.02)
