"""The removal of a community erases every text that its rows hold, also in columns that come later."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import select

from storage.database import Database
from storage.queries import removal
from storage.tables import (
    AfterEvents,
    AnnouncementStyle,
    BlockPolicy,
    Community,
    ConsentStyle,
    DigestEvery,
    NativeVote,
    Placement,
    PollStyle,
    Reaction,
    Unanswered,
)
from tests.integration.migration_rows import Rows, fill, read_all
from tests.stores import store

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ELSEWHERE = {"rooms", "highlights"}
"""Tables whose rows the features take care of, when they hear of the removal."""
NO_WORDS = {
    "locale",
    "recurrence",
    "rule",
    "left_out",
    "wall_start",
    "zone",
    "reminders",
    "quiet_hours",
    "poll_style",
    "kind",
    "style",
    "left_stage",
    "consent",
    "announcements",
    "unanswered",
    "gives",
    "takes",
    "after_events",
    "accepts_blocks",
    "events",
}
"""Columns that hold a choice from a list, or a setting, from which nobody can read a person or a plan."""


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Return a database with a row in each table; each text is the name of its column."""
    database = Database(store().url(tmp_path))
    async with database.engine.begin() as connection:
        await connection.run_sync(fill)
        choices = {"poll_style": PollStyle.CARD, "consent": ConsentStyle.ASK, "digest_every": DigestEvery.DAILY}
        choices |= {"after_events": AfterEvents.OFF, "accepts_blocks": BlockPolicy.OFF}
        choices |= {"announcements": AnnouncementStyle.SHOW, "unanswered": Unanswered.SHOW}
        await connection.execute(update(Community).values(choices))
    yield database
    await database.close()


async def remove(database: Database) -> None:
    """Erase the community."""
    async with database.transaction() as uow:
        community = await uow.get(Community, 1)
        assert community is not None
        await removal.erase_community(uow, community)


async def test_no_column_keeps_words(database: Database) -> None:
    """Whatever text a row of the community held, nothing of it is left."""
    before = await rows(database)
    await remove(database)
    after = await rows(database)
    owned = {table for table, row in before.items() if "community_id" in row} | {"communities"}
    left = {
        f"{table}.{column}"
        for table in owned - ELSEWHERE
        for column, value in after.get(table, {}).items()
        if value == f"{table}.{column}" and column not in NO_WORDS
    }
    assert left == set()


async def rows(database: Database) -> Rows:
    """Return all rows by table."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(read_all)


async def test_reactions_and_votes_on_its_cards_go(database: Database) -> None:
    """Who pressed what below its polls and events is forgotten; what belongs to others stays."""
    async with database.transaction() as uow:
        for card in ("poll:1", "pollnative:1", "event:1", "gathering:1", "digest:1"):
            await uow.add(Placement(account="a", room="r", outbox_key=card, card=card, message=card, gone=True))
            reaction = Reaction(
                account="a", room="r", message=card, reaction=card, emoji="x", user="@anna", member_id=1, at=NOW
            )
            await uow.add(reaction)
            await uow.add(NativeVote(account="a", room="r", message=card, user="@anna", choices="0", at=NOW))
    await remove(database)
    async with database.reading() as uow:
        reacted = {row.message for row in await uow.all(select(Reaction).where(Reaction.user == "@anna"))}
        voted = {row.message for row in await uow.all(select(NativeVote).where(NativeVote.user == "@anna"))}
    assert (reacted, voted) == ({"digest:1"}, {"digest:1"})
