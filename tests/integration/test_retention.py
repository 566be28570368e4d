"""The clean-up deletes expired rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import select

from storage.database import Database
from storage.queries import outbox, reactions, retention
from storage.tables import (
    CachedMessage,
    Community,
    DeadLetter,
    Dialog,
    Highlight,
    HighlightState,
    InboxKey,
    NativeVote,
    Parked,
    Reaction,
    Room,
)
from tests.stores import store

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
OLD = NOW - timedelta(days=40)


def _reaction(message: str) -> dict[str, object]:
    """Return the row of a reaction."""
    return {
        "account": "a", "room": "#r", "message": message, "reaction": f"r-{message}", "emoji": "❤️", "user": "@anna",
        "member_id": 1, "at": OLD,
    }  # fmt: skip


async def test_expired_rows_are_deleted_unless_in_use(tmp_path: Path) -> None:
    """The clean-up deletes expired questions, messages, reactions and the like unless something uses them."""
    database = Database(store().url(tmp_path))
    async with database.transaction() as uow:
        lyon = await uow.add(Community(name="Lyon", created_at=OLD))
        room = await uow.add(Room(account="a", platform="memory", room="#r", created_at=OLD))
        for message, state in (("shown", HighlightState.PUBLISHED), ("dull", HighlightState.COUNTING)):
            await uow.add(
                Highlight(
                    community_id=lyon.id, room_id=room.id, account="a", room="#r", message=message,
                    state=state, text="words", created_at=OLD,
                )
            )  # fmt: skip
        for message in ("shown", "dull", "card", "talk"):
            uow.defer(reactions.ADD_REACTION, _reaction(message))
        uow.defer(outbox.ADD_PLACEMENT, outbox.placement_row("k", "a", "#r", "poll:1", ()))
        outbox.record_messages(uow, "k", "#r", ["card"])
        await uow.add(DeadLetter(key="d", kind="MessagePosted", payload="{}", error="E", at=OLD))
        await uow.add(
            CachedMessage(account="a", room="#r", message="m", user="@a", name="A", text="words", posted_at=OLD)
        )
        await uow.add(Dialog(account="a", room="#r", user="@a", kind="command", subject="poll", expires_at=OLD))
        await uow.add(Parked(key="p", account="a", message="m", payload="{}", at=OLD))
        await uow.add(InboxKey(key="i", at=OLD))
        await uow.add(NativeVote(account="a", room="#r", message="over", user="@a", choices="0", at=OLD))
        await retention.delete_older_than(uow, NOW - timedelta(days=30))
        await retention.delete_cached_messages_older_than(uow, NOW - timedelta(hours=48))
    async with database.reading() as uow:
        assert set(await uow.all(select(Reaction.message))) == {"shown", "card"}
        assert await uow.all(select(Highlight.message)) == ["shown"]
        for table in (DeadLetter, CachedMessage, Dialog, Parked, InboxKey, NativeVote):
            assert not await uow.all(select(table)), table
    await database.close()
