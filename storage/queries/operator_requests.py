"""What `glocal communities` asks the running bot for, as timers that are due at once."""

from __future__ import annotations

from datetime import datetime

from storage.queries.timers import SET_TIMER
from storage.unit_of_work import UnitOfWork

REMOVE_COMMUNITY = "operator-remove-community"
MOVE_ROOM = "operator-move-room"


def request_removal(uow: UnitOfWork, community: int, now: datetime) -> None:
    """Ask the bot to remove a community."""
    uow.defer(SET_TIMER, {"kind": REMOVE_COMMUNITY, "subject": str(community), "due": now})


def request_move(uow: UnitOfWork, room: int, community: int, now: datetime) -> None:
    """Ask the bot to make a room part of another community."""
    uow.defer(SET_TIMER, {"kind": MOVE_ROOM, "subject": f"{room}:{community}", "due": now})


def parse_move(subject: str) -> tuple[int, int]:
    """Return the room and the community of a timer's subject."""
    room, _, community = subject.partition(":")
    return int(room), int(community)
