"""Four processes on PostgreSQL, Synapse and the Discord stand-in, killed 100 times under load.

`check` fails if anything is lost or there twice.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from pathlib import Path
from statistics import median

from bench.measure import Result
from tests.acceptance.process_conversation import kill_at_random, live, open_talk
from tests.acceptance.process_outcome import check, take_over_seconds
from tests.homeserver.synapse import Homeserver
from tests.postgres_server import PostgresServer

KILLS, RESTARTS = 100, 15


def process_kills() -> list[Result]:
    """Kill the processes; return how long their work stood still."""
    server = PostgresServer(durable=True)
    server.create()
    server.start()
    with tempfile.TemporaryDirectory() as folder:
        homeserver = Homeserver(Path(folder) / "synapse")
        homeserver.start()
        try:
            seconds, done = asyncio.run(_run(homeserver, server, Path(folder)))
        finally:
            homeserver.stop()
            server.stop()
    what = f"{KILLS} kills and {RESTARTS} crashes of PostgreSQL; {done}"
    return [
        Result("process_take_over_p50", median(seconds), "s", "<= 1", what),
        Result("process_take_over_longest", max(seconds), "s", "<= 10", f"{len(seconds)} locks changed hands"),
    ]


async def _run(homeserver: Homeserver, server: PostgresServer, folder: Path) -> tuple[list[float], str]:
    rng = random.Random(KILLS)
    async with open_talk(homeserver, server, folder) as talk:
        await live(talk, asyncio.create_task(kill_at_random(talk, rng, KILLS, restarts=RESTARTS)), rng)
        await check(talk)
        polls = len(talk.matrix_votes) + len(talk.discord_votes)
        done = f"{polls} polls, {len(talk.news)} pictures, {len(talk.gatherings)} reminders: each there once;"
        done += f" {talk.retrying.unanswered} of {talk.retrying.attempts} interactions had no answer"
        return take_over_seconds(talk), done
