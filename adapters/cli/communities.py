"""`glocal communities`: list them, remove one, move a room. The running bot does it, within a minute."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from adapters.cli.opened_database import with_database
from adapters.cli.run_lock import is_running
from adapters.cli.settings import model
from bots.clock import SystemClock
from storage.database import Database
from storage.queries import operator_requests
from storage.queries.directory import Directory, Entry, directory
from storage.tables import Room, RoomRole


class NotFound(Exception):
    """Nothing, or more than one thing, has this number or name. The message says so."""


def show(config: Path | None) -> int:
    """Print the communities with their rooms; return the exit code. Raises SettingsProblem."""
    code, found = with_database(config, _directory)
    if found is not None:
        _print(found)
    return code


async def _directory(database: Database) -> Directory:
    async with database.reading() as uow:
        return await directory(uow)


def _print(found: Directory) -> None:
    for entry in found.entries:
        place = entry.community
        network = f", network {', '.join(entry.networks)}" if entry.networks else ""
        print(f"{place.id}  {place.name} ({place.locale}, {place.zone}{network}, connectors: {entry.connectors})")
        for room in entry.rooms:
            print(f"     room {_described(room)}")
    if not found.entries:
        print("No communities yet. `setup` in a room starts one.")
    if found.free_rooms:
        print("Rooms outside communities (of networks, or not set up):")
    for room in found.free_rooms:
        print(f"     room {_described(room)}")


def _described(room: Room) -> str:
    state = "" if room.state == "active" else f", {room.state}"
    return f"{room.id}  {room.name or room.room} ({room.platform}, {room.role}{state})"


def remove(config: Path | None, which: str, *, sure: bool) -> int:
    """Remove a community after a confirmation; return the exit code. Raises SettingsProblem."""
    code, found = with_database(config, _directory)
    if found is None:
        return code
    try:
        entry = _find(found.entries, which)
    except NotFound as problem:
        print(problem, file=sys.stderr)
        return 1
    rooms = len(entry.rooms)
    question = (
        f"Remove {entry.community.name}? Its {rooms} room{'' if rooms == 1 else 's'} will be told. Its polls, events,"
        " newcomers and shared messages are erased; nobody can bring them back"
    )
    if not sure and not _confirmed(question):
        return 1

    async def ask(database: Database) -> bool:
        async with database.transaction() as uow:
            operator_requests.request_removal(uow, entry.community.id, SystemClock().now())
        return await is_running(model.load(config), database)

    code, running = with_database(config, ask)
    return code or _announce(f"{entry.community.name} will be removed", running=running)


def _confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        print("Not a terminal, so I can't ask: add --yes to remove it.", file=sys.stderr)
        return False
    return typer.confirm(question, default=False)


def move(config: Path | None, number: str, which: str) -> int:
    """Move a room; return the exit code. Raises SettingsProblem."""
    code, found = with_database(config, _directory)
    if found is None:
        return code
    try:
        entry, room = _find(found.entries, which), _find_room(found, number)
    except NotFound as problem:
        print(problem, file=sys.stderr)
        return 1
    if room.community_id == entry.community.id:
        print(f"Room {room.id} already belongs to {entry.community.name}.", file=sys.stderr)
        return 1

    async def ask(database: Database) -> bool:
        async with database.transaction() as uow:
            operator_requests.request_move(uow, room.id, entry.community.id, SystemClock().now())
        return await is_running(model.load(config), database)

    code, running = with_database(config, ask)
    what = f"Room {room.id} ({room.name or room.room}) will move to {entry.community.name}"
    return code or _announce(what, running=running)


def _announce(what: str, *, running: bool | None) -> int:
    print(f"{what} {'within a minute' if running else 'when the bot starts'}.")
    return 0


def _find(entries: Sequence[Entry], which: str) -> Entry:
    """Return the community with this number or name. Raises NotFound."""
    by_number = [entry for entry in entries if str(entry.community.id) == which]
    matching = by_number or [entry for entry in entries if entry.community.name.casefold() == which.casefold()]
    if len(matching) > 1:
        raise NotFound(f"Several communities are called {which}; give the number from `glocal communities`.")
    if not matching:
        raise NotFound(f"There is no community {which}; `glocal communities` lists them.")
    return matching[0]


def _find_room(found: Directory, number: str) -> Room:
    """Return the room with this number. Raises NotFound."""
    rooms = [*found.free_rooms, *(room for entry in found.entries for room in entry.rooms)]
    room = next((room for room in rooms if str(room.id) == number), None)
    if room is None:
        raise NotFound(f"There is no room {number}; `glocal communities` lists them with their numbers.")
    if room.role == RoomRole.HIGHLIGHTS:
        raise NotFound(f"Room {number} is a network's own room; it can't belong to a community.")
    return room
