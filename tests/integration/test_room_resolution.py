"""Dispatch resolves rooms, and reconciles reactions after a gap."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.core.inbound import (
    BotJoined,
    ChoiceMade,
    CurrentReaction,
    MemberJoined,
    Person,
    ReactionAdded,
    ReactionRemoved,
    ReactionsSnapshot,
    RoomLost,
    RoomMoved,
)
from bots.dispatch.reconciliation import reconcile
from bots.dispatch.room_resolution import resolve_rooms
from storage.database import Database
from storage.queries import communities, outbox, reactions
from storage.tables import Community, Room, RoomRole, RoomState
from storage.unit_of_work import UnitOfWork
from tests.stores import store

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ANNA = Person(platform="memory", user="@anna", name="Anna")


@pytest.fixture
async def uow(tmp_path: Path) -> AsyncIterator[UnitOfWork]:
    """Yield a unit of work with a group `g` of two topics, the second of which is the home of a community."""
    database = Database(store().url(tmp_path))
    async with database.transaction() as work:
        lyon = await work.add(Community(name="Lyon", created_at=NOW))
        for topic, role, community in (("g/1", RoomRole.NEW, None), ("g/2", RoomRole.HOME, lyon.id)):
            await work.add(
                Room(
                    account="a", platform="memory", room=topic, role=role, parent="g", community_id=community,
                    created_at=NOW,
                )
            )  # fmt: skip
        yield work
    await database.close()


def member_joined(room: str) -> MemberJoined:
    """Return Anna's join of a room."""
    return MemberJoined(key="memory:j1", account="a", room=room, at=NOW, person=ANNA)


async def test_a_person_who_joins_a_group_joins_its_home_topic(uow: UnitOfWork) -> None:
    """A person who joins a group joins its home topic, under the same key."""
    (found,) = await resolve_rooms(uow, [member_joined("g")])
    assert (found.room, found.key) == ("g/2", "memory:j1")
    assert await resolve_rooms(uow, [member_joined("elsewhere")]) == [member_joined("elsewhere")]


async def test_changes_of_a_group_affect_its_topics(uow: UnitOfWork) -> None:
    """The topics of a group are lost or moved with it, each under a key of its own."""
    lost = await resolve_rooms(uow, [RoomLost(key="memory:l1", account="a", room="g", at=NOW, reason="removed")])
    assert [(value.room, value.key) for value in lost] == [("g/1", "memory:l1@g/1"), ("g/2", "memory:l1@g/2")]
    moved = await resolve_rooms(uow, [RoomMoved(key="memory:m1", account="a", room="g", at=NOW, new_room="s")])
    assert [value.new_room for value in moved if isinstance(value, RoomMoved)] == ["s/1", "s/2"]


async def test_a_closed_main_room_leaves_its_topics_open(uow: UnitOfWork) -> None:
    """The topics of a forum stay open when its General topic is closed."""
    closed = RoomLost(key="memory:c1", account="a", room="g", at=NOW, reason="closed")
    assert await resolve_rooms(uow, [closed]) == [closed]


async def test_a_rejoined_group_brings_its_lost_topics_back(uow: UnitOfWork) -> None:
    """A rejoined group restores its lost topics with their names, but no closed ones."""
    topics = await communities.rooms_of_parent(uow, "a", "g")
    topics[0].state, topics[1].state, topics[1].name = RoomState.CLOSED, RoomState.LOST, "Events"
    back = BotJoined(key="memory:b1", account="a", room="g", at=NOW, name="Lyon")
    (found,) = await resolve_rooms(uow, [back])
    assert isinstance(found, BotJoined)
    assert (found.room, found.name, found.parent, found.key) == ("g/2", "Events", "g", "memory:b1@g/2")


async def test_a_vote_without_a_room_is_resolved_by_its_message(uow: UnitOfWork) -> None:
    """The placement of the message determines the room of a vote."""
    uow.defer(outbox.ADD_PLACEMENT, outbox.placement_row("k1", "a", "g/2", "pollnative:1", ()))
    outbox.record_messages(uow, "k1", "g/2", ["poll:77"])
    vote = ChoiceMade(key="memory:v1", account="a", room="", at=NOW, person=ANNA, message="poll:77", choices=("0",))
    (found,) = await resolve_rooms(uow, [vote])
    assert found.room == "g/2"


async def test_reactions_after_a_gap_are_reconciled(uow: UnitOfWork) -> None:
    """New and missing reactions give values, and unchanged ones do not."""
    for user, emoji in (("@anna", "❤️"), ("@ben", "❤️")):
        row = {
            "account": "a", "room": "g/2", "message": "m1", "reaction": f"{user}{emoji}", "emoji": emoji, "user": user,
            "member_id": 1, "at": NOW,
        }  # fmt: skip
        uow.defer(reactions.ADD_REACTION, row)
    cleo = Person(platform="memory", user="@cleo", name="Cleo")
    standing = tuple(CurrentReaction(person=who, emoji="❤️", reaction=f"{who.user}❤️") for who in (ANNA, cleo))
    gap = ReactionsSnapshot(key="memory:gap1", account="a", room="g/2", at=NOW, message="m1", reactions=standing)
    _, added, removed = await reconcile(uow, [gap])
    assert isinstance(added, ReactionAdded) and (added.person, added.message) == (cleo, "m1")
    assert isinstance(removed, ReactionRemoved) and removed.person == Person(platform="memory", user="@ben", name="")


async def test_complete_values_are_unchanged(uow: UnitOfWork) -> None:
    """Resolution leaves complete values unchanged."""
    values = [BotJoined(key="memory:b1", account="a", room="#x", at=NOW, name="x")]
    assert await resolve_rooms(uow, values) == values
