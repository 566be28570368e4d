"""Four processes on PostgreSQL, killed at random moments (SIGKILL) under load, and PostgreSQL with them."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.process_conversation import kill_at_random, live, open_talk
from tests.acceptance.process_outcome import check, summary, take_over_seconds
from tests.homeserver.synapse import Homeserver
from tests.postgres_server import PostgresServer, own_server

KILLS, RESTARTS = 8, 2
SEED = 20261128
pytestmark = [
    pytest.mark.synapse, pytest.mark.discord, pytest.mark.postgres, pytest.mark.crash, pytest.mark.timeout(900),
]  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Yield a server of this file's own, which the test crashes."""
    with own_server(durable=True) as made:
        yield made


async def test_conversation_survives_kills(homeserver: Homeserver, server: PostgresServer, tmp_path: Path) -> None:
    """Over 8 kills and 2 crashes of the database, every vote, picture and reminder arrives once."""
    rng = random.Random(SEED)
    async with open_talk(homeserver, server, tmp_path) as talk:
        await live(talk, asyncio.create_task(kill_at_random(talk, rng, KILLS, restarts=RESTARTS, longest=2.0)), rng)
        await check(talk)
        assert sum(part.kills for part in talk.running.values()) == KILLS and talk.restarts == RESTARTS
        print(f"{len(talk.news)} pictures, {len(talk.matrix_votes)} and {len(talk.discord_votes)} polls;")
        print(summary(take_over_seconds(talk)))
