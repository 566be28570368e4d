"""Tests for edits of one message that arrive together."""

from __future__ import annotations

from datetime import UTC, datetime

from bots.core.inbound import MessageDeleted, MessageEdited, Person, Value
from bots.dispatch.inbox import newest_edits

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def edit(number: int, message: str = "m1", user: str = "@anna") -> MessageEdited:
    """Return an edit of a message."""
    return MessageEdited(
        key=f"e{number}", account="memory", room="#lyon", at=AT, message=message, text=str(number),
        person=Person(platform="memory", user=user, name=user),
    )  # fmt: skip


def test_flood_of_edits_is_one_edit() -> None:
    """Of many edits of one message by one person the newest is handled; all else stays in its order."""
    deleted = MessageDeleted(key="d", account="memory", room="#lyon", at=AT, message="m3")
    other, impostor = edit(900, "m2"), edit(901, user="@mallory")
    values: list[Value] = [edit(1), other, deleted, *(edit(number) for number in range(2, 500)), impostor]
    assert newest_edits(values) == [other, deleted, edit(499), impostor]
