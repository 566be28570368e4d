"""`glocal communities`: what it lists, what it asks the bot for, and when it refuses."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import select

from storage.database import Database
from storage.tables import Community, Membership, MembershipState, Network, Room, RoomRole, Timer
from tests.integration.test_command_line import glocal
from tests.stores import store

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def room(address: str, name: str) -> Room:
    """Return a new room."""
    return Room(account="matrix", platform="matrix", room=address, name=name, created_at=NOW)


async def filled(folder: Path) -> Database:
    """Return a database with two communities of one name, a network and four rooms."""
    database = Database(store().url(folder))
    async with database.transaction() as uow:
        network = await uow.add(Network(name="Les Passeurs", created_at=NOW))
        lyon = await uow.add(Community(name="Lyon", created_at=NOW))
        await uow.add(
            Membership(network_id=network.id, community_id=lyon.id, state=MembershipState.ACTIVE, created_at=NOW)
        )
        await uow.add(Community(name="Oslo", created_at=NOW))
        await uow.add(Community(name="oslo", created_at=NOW))
        home, others, new = room("!a", "Place"), room("!b", "Network"), room("!c", "")
        home.role, home.community_id = RoomRole.HOME, lyon.id
        others.role, others.network_id = RoomRole.HIGHLIGHTS, network.id
        private = room("!d", "Anna")
        private.role = RoomRole.DIRECT
        for each in (home, others, new, private):
            await uow.add(each)
    return database


async def requests(database: Database) -> list[tuple[str, str]]:
    """Return what the bot is asked for."""
    async with database.reading() as uow:
        return [(timer.kind, timer.subject) for timer in await uow.all(select(Timer))]


async def test_it_lists_communities_and_rooms(tmp_path: Path) -> None:
    """Numbers come first, since `remove` and `move` take them; private conversations are not listed."""
    await (await filled(tmp_path)).close()
    code, out, errors = await glocal(tmp_path, "communities")
    assert (code, errors) == (0, "")
    assert "1  Lyon (en, UTC, network Les Passeurs, connectors: 0)\n     room 1  Place (matrix, home)" in out
    assert "Rooms outside communities (of networks, or not set up):\n     room 2  Network (matrix, highlights)\n" in out
    assert "     room 3  !c (matrix, new)" in out
    assert "Anna" not in out


async def test_removal_is_asked_for_once_it_is_confirmed(tmp_path: Path) -> None:
    """Without a terminal only --yes confirms it; a name that several have needs the number."""
    database = await filled(tmp_path)
    code, _, errors = await glocal(tmp_path, "communities", "remove", "Lyon")
    assert (code, "add --yes" in errors, await requests(database)) == (1, True, [])
    code, _, errors = await glocal(tmp_path, "communities", "remove", "oslo", "--yes")
    assert (code, "Several communities are called oslo" in errors) == (1, True)
    code, out, _ = await glocal(tmp_path, "communities", "remove", "lyon", "--yes")
    assert (code, out) == (0, "Lyon will be removed when the bot starts.\n")
    assert await requests(database) == [("operator-remove-community", "1")]
    await database.close()


async def test_only_a_room_that_can_belong_to_a_community_moves(tmp_path: Path) -> None:
    """A network's room, a missing room and the room's own community are refused in a sentence."""
    database = await filled(tmp_path)
    for arguments, said in (
        (("2", "Lyon"), "a network's own room"),
        (("9", "Lyon"), "no room 9"),
        (("1", "Lyon"), "already belongs to Lyon"),
        (("1", "Paris"), "no community Paris"),
    ):
        code, _, errors = await glocal(tmp_path, "communities", "move", *arguments)
        assert (code, said in errors) == (1, True), errors
    code, out, _ = await glocal(tmp_path, "communities", "move", "3", "Lyon")
    assert (code, out) == (0, "Room 3 (!c) will move to Lyon when the bot starts.\n")
    assert await requests(database) == [("operator-move-room", "3:1")]
    await database.close()
