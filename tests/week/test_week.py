"""A week of three communities on three platforms, whose bot is four processes that are killed at random."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.homeserver.synapse import Homeserver
from tests.postgres_server import PostgresServer, own_server
from tests.waiting import until
from tests.week import script
from tests.week.world import PATIENCE, Week, kill_at_random, opened_week

SEED = 20261129
EXPECTED = Path(__file__).with_name("expected.json")
"""A test that fails leaves what the rooms showed beside its logs, as `shown.json`."""
LEAST_KILLS = 3
pytestmark = [
    pytest.mark.synapse, pytest.mark.discord, pytest.mark.telegram, pytest.mark.postgres, pytest.mark.crash,
    pytest.mark.timeout(900),
]  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Yield a server of this file's own."""
    with own_server(durable=True) as made:
        yield made


async def test_each_room_shows_the_week_once(homeserver: Homeserver, server: PostgresServer, tmp_path: Path) -> None:
    """Newcomer, poll, event, announcement, withdrawal and erasure: each room has each message once, whatever dies.

    Telegram can't recognize a repeated post: there, one that a killed process left in doubt may be shown twice, and an
    answer left in doubt is not repeated.
    """
    async with opened_week(homeserver, server, tmp_path) as week:
        await script.set_up(week)
        over = asyncio.Event()
        killing = asyncio.create_task(kill_at_random(week, random.Random(SEED), over))
        try:
            await script.welcome(week)
            await script.vote(week)
            await script.meet(week)
            await script.announce(week)
            await script.share_and_withdraw(week)
            await script.forget(week, week.tom)
        finally:
            over.set()
            await killing
        await _nothing_is_left(week)
        print(f"{len(week.deaths)} kills: {week.deaths}")
        assert len(week.deaths) >= LEAST_KILLS
        shown = {room: dict(sorted(lines.items())) for room, lines in (await week.transcript()).items()}
        (tmp_path / "shown.json").write_text(json.dumps(shown, indent=1, ensure_ascii=False), encoding="utf-8")
        expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
        bonn, once = Counter(shown.pop("bonn")), Counter(expected.pop("bonn"))
        assert shown == expected
        assert (bonn - once).total() <= week.left_in_doubt("pending"), bonn - once
        assert (once - bonn).total() <= week.left_in_doubt("unknown"), once - bonn


async def _nothing_is_left(week: Week) -> None:
    """Wait until everything is sent, and check that nothing failed."""

    def left() -> list[tuple[object, ...]]:
        waiting = "SELECT account, key, state, detail FROM outbox WHERE state IN ('pending', 'sending')"
        return [*week.rows(waiting), *week.rows("SELECT kind, subject FROM timers WHERE due < now()")]

    await until(lambda: not left(), lambda: f"this is never done: {left()}", PATIENCE)
    assert week.rows("SELECT key, error FROM dead_letters") == []
    assert week.rows("SELECT key, detail FROM outbox WHERE state = 'refused' AND kind <> 'DirectMessage'") == []
    assert [str(one[0]) for one in week.rows("SELECT count(*) FROM ballots")] == ["5"]
