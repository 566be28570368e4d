"""Erasing a person takes what is theirs, and nothing of people whose names or numbers look like theirs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from storage.database import Database
from storage.queries import person_erasure
from storage.tables import DeadLetter, Identity, Member, Outbox, OutboxState, Room
from tests.stores import BOTH, store

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


def failed(key: str, words: str) -> Outbox:
    """Return a message that a platform refused."""
    payload = json.dumps({"text": words}, ensure_ascii=False)
    return Outbox(
        key=key, account="telegram", room="-1", ordering_key="-1", kind="Post", payload=payload,
        state=OutboxState.REFUSED, detail="refused", not_before=NOW, created_at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("kind", BOTH)
async def test_others_keep_what_is_theirs(tmp_path: Path, kind: str) -> None:
    """Al's failed messages and dead letters go; those of Also, and of an account that ends in the same digits, stay."""
    database = Database(store(kind).url(tmp_path))
    async with database.transaction() as uow:
        await uow.add(Room(account="telegram", platform="telegram", room="-1", created_at=NOW))
        member = await uow.add(Member(name="Al", created_at=NOW))
        await uow.add(Identity(platform="telegram", user="77", name="Al", member_id=member.id))
        await uow.add_all([failed("1", "Al said hello"), failed("2", "Also hello")])
        for key in ("telegram:join:77", "telegram:join:177", "telegram:771"):
            await uow.add(DeadLetter(key=key, kind="MemberJoined", payload="{}", error="x", at=NOW))
    async with database.transaction() as uow:
        await person_erasure.erase(uow, member.id, NOW)
    async with database.reading() as uow:
        kept = {row.key: bool(row.payload) for row in await uow.all(select(Outbox))}
        letters = await uow.all(select(DeadLetter.key))
    await database.close()
    assert kept == {"1": False, "2": True}
    assert set(letters) == {"telegram:join:177", "telegram:771"}
