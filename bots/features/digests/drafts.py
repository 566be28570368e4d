"""The draft of a place's next digest: what somebody removed from it and added to it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec

from bots.commands.checks import check_length
from bots.core.refusal import Refusal
from bots.core.sanitize import is_invisible, one_line
from bots.features.digests import rules
from bots.turn.turn import Turn
from storage.queries import editions
from storage.queries.memberships import Place
from storage.tables import Community, Edition, Network

MAX_ADDED = 5
"""Lines that somebody may add to one digest."""
MAX_ADDED_LENGTH = 300
MAX_HIDDEN = 40
"""Lines that somebody may remove from one digest."""


class Added(msgspec.Struct, frozen=True):
    """A line that somebody added. Numbers are not given twice in one digest."""

    number: int
    text: str

    @property
    def key(self) -> str:
        """The key of its line."""
        return f"added.{self.number}"


async def draft_of(place: Place, turn: Turn) -> Edition:
    """Return the draft of a place's next digest, which begins where the last one ended."""
    edition = await editions.draft(turn.uow, place)
    if edition is None:
        edition = await turn.uow.add(
            Edition(
                network_id=place.id if isinstance(place, Network) else None,
                community_id=place.id if isinstance(place, Community) else None,
                since=place.digested_at or place.created_at, due=rules.next_due(place, turn.now),
                changed_at=turn.now,
            )
        )  # fmt: skip
    return edition


async def place_of(edition: Edition, turn: Turn) -> Place | None:
    """Return the network or community whose digest it is."""
    if edition.network_id is not None:
        return await turn.uow.get(Network, edition.network_id)
    return await turn.uow.get(Community, edition.community_id)


def hidden(edition: Edition) -> list[str]:
    """Return the keys of the removed lines, the oldest removal first."""
    return keys_of(edition.hidden)


def keys_of(stored: str) -> list[str]:
    """Return the keys of lines that a column holds."""
    keys: list[str] = json.loads(stored)
    return keys


def hide(edition: Edition, key: str) -> None:
    """Remove a line. Raises Refusal("digest-too-many-removed")."""
    if is_added(key):
        keep = [line for line in added(edition) if line.key != key]
        edition.added = msgspec.json.encode(keep).decode()
        return
    before = hidden(edition)
    if key not in before:
        if len(before) >= MAX_HIDDEN:
            raise Refusal("digest-too-many-removed", limit=MAX_HIDDEN)
        edition.hidden = json.dumps([*before, key])


def is_added(key: str) -> bool:
    """Return whether somebody added the line of this key. Once removed it is gone."""
    return key.startswith("added.")


def restore(edition: Edition, key: str) -> None:
    """Put a removed line back; with an empty key all of them."""
    edition.hidden = json.dumps([one for one in hidden(edition) if key and one != key])


def added(edition: Edition) -> Sequence[Added]:
    """Return the lines that somebody added, oldest first."""
    return msgspec.json.decode(edition.added.encode(), type=list[Added])


def checked_line(text: str) -> str:
    """Return a line to add. Raises Refusal for an empty or a long one."""
    line = one_line(text)
    if is_invisible(line):
        raise Refusal("digest-add-empty", argument="text")
    check_length(line, MAX_ADDED_LENGTH, "text", refusal="digest-add-long")
    return line


def add(edition: Edition, text: str) -> None:
    """Add a line. Raises Refusal("digest-add-many")."""
    lines = added(edition)
    if len(lines) >= MAX_ADDED:
        raise Refusal("digest-add-many", limit=MAX_ADDED)
    number = max((line.number for line in lines), default=0) + 1
    edition.added = msgspec.json.encode([*lines, Added(number, text)]).decode()
