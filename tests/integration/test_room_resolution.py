"""Values that name their room in part, and what a platform tells after a gap."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.core.inbound import (
    BotJoined,
    ChoiceMade,
    MemberJoined,
    Person,
    Reacted,
    ReactionAdded,
    ReactionRemoved,
    ReactionsFound,
    RoomLost,
    RoomMoved,
)
from bots.dispatch.reconciliation import told_apart
from bots.dispatch.room_resolution import located
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import communities, outbox, reactions
from storage.tables import Community, Room
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ANNA = Person(platform="memory", user="@anna", name="Anna")


@pytest.fixture
async def uow(tmp_path: Path) -> AsyncIterator[UnitOfWork]:
    """A group `g` with two topics, the second of which is the home of a community."""
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    await upgrade(database.engine)
    async with database.transaction() as work:
        lyon = await work.add(Community(name="Lyon", created_at=NOW))
        for topic, role, community in (("g/1", "new", None), ("g/2", "home", lyon.id)):
            await work.add(
                Room(
                    account="a", platform="memory", room=topic, role=role, parent="g", community_id=community,
                    created_at=NOW,
                )
            )  # fmt: skip
        yield work
    await database.close()


def joined(room: str) -> MemberJoined:
    return MemberJoined(key="memory:j1", account="a", room=room, at=NOW, person=ANNA)


async def test_who_joins_a_group_comes_into_the_topic_that_is_a_home(uow: UnitOfWork) -> None:
    """One value, with its own key; a room that is nobody's parent is left as it is."""
    (found,) = await located(uow, [joined("g")])
    assert (found.room, found.key) == ("g/2", "memory:j1")
    assert await located(uow, [joined("elsewhere")]) == [joined("elsewhere")]


async def test_what_befalls_a_group_befalls_its_topics(uow: UnitOfWork) -> None:
    """Lost with it, and moved with it under the same suffix, each under a key of its own."""
    lost = await located(uow, [RoomLost(key="memory:l1", account="a", room="g", at=NOW, reason="removed")])
    assert [(value.room, value.key) for value in lost] == [("g/1", "memory:l1@g/1"), ("g/2", "memory:l1@g/2")]
    moved = await located(uow, [RoomMoved(key="memory:m1", account="a", room="g", at=NOW, new_room="s")])
    assert [value.new_room for value in moved if isinstance(value, RoomMoved)] == ["s/1", "s/2"]


async def test_a_closed_main_room_leaves_its_topics_open(uow: UnitOfWork) -> None:
    """A forum whose General topic was hidden lost all its topics, and their reminders with them."""
    closed = RoomLost(key="memory:c1", account="a", room="g", at=NOW, reason="closed")
    assert await located(uow, [closed]) == [closed]


async def test_a_group_that_is_entered_again_brings_its_topics_back(uow: UnitOfWork) -> None:
    """Those that were lost with it, as they were called; one that was closed stays closed."""
    topics = await communities.rooms_in(uow, "a", "g")
    topics[0].state, topics[1].state, topics[1].name = "closed", "lost", "Events"
    back = BotJoined(key="memory:b1", account="a", room="g", at=NOW, name="Lyon")
    (found,) = await located(uow, [back])
    assert isinstance(found, BotJoined)
    assert (found.room, found.name, found.parent, found.key) == ("g/2", "Events", "g", "memory:b1@g/2")


async def test_a_vote_without_a_room_is_found_by_its_message(uow: UnitOfWork) -> None:
    """By the placement of ours that shows it."""
    uow.defer(outbox.PLACE, outbox.placement_row("k1", "a", "g/2", "pollnative:1", ()))
    await outbox.placed(uow, "k1", "g/2", ["poll:77"])
    vote = ChoiceMade(key="memory:v1", account="a", room="", at=NOW, person=ANNA, message="poll:77", choices=("0",))
    (found,) = await located(uow, [vote])
    assert found.room == "g/2"


async def test_reactions_after_a_gap_are_told_apart(uow: UnitOfWork) -> None:
    """What came and what went since; what stands as it stood says nothing."""
    for user, emoji in (("@anna", "❤️"), ("@ben", "❤️")):
        row = {
            "account": "a", "room": "g/2", "message": "m1", "reaction": f"{user}{emoji}", "emoji": emoji, "user": user,
            "member_id": 1, "at": NOW,
        }  # fmt: skip
        uow.defer(reactions.REACTION, row)
    cleo = Person(platform="memory", user="@cleo", name="Cleo")
    standing = tuple(Reacted(person=who, emoji="❤️", reaction=f"{who.user}❤️") for who in (ANNA, cleo))
    gap = ReactionsFound(key="memory:gap1", account="a", room="g/2", at=NOW, message="m1", reactions=standing)
    _, added, removed = await told_apart(uow, [gap])
    assert isinstance(added, ReactionAdded) and (added.person, added.message) == (cleo, "m1")
    assert isinstance(removed, ReactionRemoved) and removed.person == Person(platform="memory", user="@ben", name="")


async def test_an_ordinary_batch_is_left_alone(uow: UnitOfWork) -> None:
    """Nothing is looked up where nothing is missing."""
    values = [BotJoined(key="memory:b1", account="a", room="#x", at=NOW, name="x")]
    assert await located(uow, values) == values
