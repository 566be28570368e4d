"""The imitated platform, the counterpart of a Matrix homeserver. It outlives the bot and stores every event."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypedDict

from adapters.sandbox.platform.clock import SandboxClock
from adapters.sandbox.platform.models import Message, Room, User, from_row
from adapters.sandbox.platform.profiles import PLATFORM, PROFILES
from adapters.sandbox.platform.store import Store
from bots.core.inbound import Person, Value, decode, encode
from bots.ports import Capabilities, Clock

_NAME = "conversation"


class CommonFields(TypedDict):
    """The fields that every inbound value has."""

    key: str
    account: str
    room: str
    at: datetime


class Sandbox:
    """The rooms, users and messages of all accounts, an event log for each account, and a list of changes for the page.

    `watchers`: events to set after each commit.
    """

    def __init__(self, path: Path | None = None, *, clock: Clock | None = None, begin: datetime | None = None) -> None:
        self.store = Store(path)
        self.clock: Clock = clock or SandboxClock(self.store, begin)
        self.watchers: set[asyncio.Event] = set()
        self.store.execute("INSERT OR IGNORE INTO state (name, value) VALUES (?, ?)", _NAME, secrets.token_hex(8))
        self.conversation = self.store.state(_NAME)
        """A random id of this database. A new database has another one, while its serial numbers start again."""

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    @contextmanager
    def watching(self) -> Iterator[asyncio.Event]:
        """Yield an event that is set after each commit."""
        news = asyncio.Event()
        self.watchers.add(news)
        try:
            yield news
        finally:
            self.watchers.discard(news)

    # Changes

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Open a transaction; set the watchers after it."""
        with self.store.transaction():
            yield
        for watcher in self.watchers:
            watcher.set()

    def change_message(self, message: int | str, sql: str, *values: object) -> int:
        """Run a statement about a message and return the number of changed rows; the page redraws the message."""
        changed = self.store.execute(sql, *values)
        if changed:
            self.record_change("message", message)
        return changed

    def record_change(self, kind: str, subject: str | int) -> None:
        """Record that the page must redraw something. `kind`: message, room, clock, people, tour or toast."""
        self.store.execute("INSERT INTO changes (kind, subject) VALUES (?, ?)", kind, str(subject))

    def common_fields(self, room: Room, key: str | int | None = None) -> CommonFields:
        """Return the fields of a new value. Without a key it gets a number that was never used before."""
        unique = self.store.next_serial() if key is None else key
        return {"key": f"web:{unique}", "account": room.account, "room": room.id, "at": self.clock.now()}

    def emit(self, value: Value) -> None:
        """Append a value to the event log of its account."""
        self.store.execute("INSERT INTO log (account, value) VALUES (?, ?)", value.account, encode(value))

    def add_user(self, user: User) -> None:
        """Add a user; do nothing when they exist."""
        with self.transaction():
            position = self.store.fetch_number("SELECT count(*) FROM people")
            self.store.execute(
                "INSERT OR IGNORE INTO people (id, name, locale, role, place, position) VALUES (?, ?, ?, ?, ?, ?)",
                user.id, user.name, user.locale, user.role, user.place, position,
            )  # fmt: skip

    def add_room(self, room: Room, members: Sequence[str] = (), admins: Sequence[str] = ()) -> None:
        """Add a room with members, without the bot; do nothing when it exists."""
        with self.transaction():
            self.insert_room(room)
            for person in (*members, *admins):
                self.add_member(room.id, person, admin=person in admins)

    def insert_room(self, room: Room) -> None:
        """Insert the row of a room, inside a transaction."""
        position = self.store.fetch_number("SELECT count(*) FROM rooms")
        added = self.store.execute(
            "INSERT OR IGNORE INTO rooms (id, account, name, direct, locale, zone, place, position)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            room.id, room.account, room.name, room.direct, room.locale, room.zone, room.place, position,
        )  # fmt: skip
        if added:
            self.record_change("room", room.id)

    def add_member(self, room: str, person: str, *, admin: bool = False) -> bool:
        """Add a member, inside a transaction; return False when they were one already."""
        added = self.store.execute("INSERT OR IGNORE INTO members VALUES (?, ?, ?)", room, person, int(admin))
        if added:
            self.record_change("room", room)
        return bool(added)

    # Queries

    def users(self) -> list[User]:
        """Return all users in the order in which they were added."""
        return [from_row(row, User) for row in self.store.fetch_all("SELECT * FROM people ORDER BY position")]

    def user(self, user: str) -> User | None:
        """Return a user."""
        row = self.store.fetch_one("SELECT * FROM people WHERE id = ?", user)
        return from_row(row, User) if row else None

    def display_name(self, user: str) -> str:
        """Return the name of a user or of the bot."""
        found = self.user(user)
        return found.name if found else user

    def rooms(self, *, of: str | None = None) -> list[Room]:
        """Return the public rooms, and the private rooms of one user."""
        query = "SELECT * FROM rooms WHERE direct IS NULL OR direct = ? ORDER BY direct IS NOT NULL, position"
        return [from_row(row, Room) for row in self.store.fetch_all(query, of)]

    def room(self, room: str) -> Room | None:
        """Return a room."""
        row = self.store.fetch_one("SELECT * FROM rooms WHERE id = ?", room)
        return from_row(row, Room) if row else None

    def profile(self, room: Room) -> Capabilities:
        """Return the capabilities of the room's platform."""
        return PROFILES[room.account]

    def is_member(self, room: str, person: str) -> bool:
        """Return whether the user is a member of the room."""
        return self.store.fetch_one("SELECT 1 FROM members WHERE room = ? AND person = ?", room, person) is not None

    def is_admin(self, room: str, person: str) -> bool:
        """Return whether the user is an admin of the room."""
        return self.store.fetch_number("SELECT admin FROM members WHERE room = ? AND person = ?", room, person) == 1

    def members(self, room: str) -> list[User]:
        """Return the members of a room without the bot."""
        query = "SELECT p.* FROM people p JOIN members m ON m.person = p.id WHERE m.room = ? ORDER BY p.position"
        return [from_row(row, User) for row in self.store.fetch_all(query, room)]

    def message(self, message: str | int) -> Message | None:
        """Return a message, deleted or not."""
        row = self.store.fetch_one("SELECT * FROM messages WHERE id = ?", message)
        return from_row(row, Message) if row else None

    def messages(self, room: str, limit: int = 200) -> list[Message]:
        """Return the newest messages of a room without deleted ones, oldest first."""
        query = "SELECT * FROM messages WHERE room = ? AND NOT gone ORDER BY id DESC LIMIT ?"
        return [from_row(row, Message) for row in reversed(self.store.fetch_all(query, room, limit))]

    def history(self, room: str, message: str | None, limit: int, *, after: bool) -> list[Message]:
        """Return a room's messages that are nearest to one, oldest first: those after it, or those before it."""
        side = "id >= ? ORDER BY id" if after else "id <= ? ORDER BY id DESC"
        query = f"SELECT * FROM messages WHERE room = ? AND NOT gone AND {side} LIMIT ?"  # noqa: S608 - two constants
        rows = self.store.fetch_all(query, room, int(message) if message is not None else 1 << 62, limit)
        return sorted((from_row(row, Message) for row in rows), key=lambda found: found.id)

    def reactions(self, message: int) -> dict[str, list[str]]:
        """Return the users behind each emoji, in the order of the first reaction."""
        return self._people_by("SELECT emoji, person FROM reactions WHERE message = ? ORDER BY id", message)

    def votes(self, message: int) -> dict[str, list[str]]:
        """Return the users behind each option of a native poll."""
        return self._people_by("SELECT choice, person FROM votes WHERE message = ? ORDER BY rowid", message)

    def _people_by(self, query: str, message: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, person in self.store.fetch_all(query, message):
            found.setdefault(key, []).append(person)
        return found

    def log_after(self, account: str, token: int, limit: int = 256) -> tuple[list[Value], int]:
        """Return the events of an account after `token`, and the next token."""
        query = "SELECT id, value FROM log WHERE account = ? AND id > ? ORDER BY id LIMIT ?"
        rows = self.store.fetch_all(query, account, token, limit)
        return [decode(row["value"]) for row in rows], rows[-1]["id"] if rows else token

    def log_end(self, account: str) -> int:
        """Return the token after the last event of an account."""
        return self.store.fetch_number("SELECT max(id) FROM log WHERE account = ?", account)

    def revision(self) -> int:
        """Return the number of the latest change."""
        return self.store.fetch_number("SELECT max(rev) FROM changes")

    def changes_after(self, rev: int | None) -> list[tuple[str, str]] | None:
        """Return the changes after a revision, each once and in order; None when they are no longer stored."""
        if rev is None or rev < self.store.fetch_number("SELECT min(rev) FROM changes") - 1 or rev > self.revision():
            return None
        query = "SELECT kind, subject FROM changes WHERE rev > ? GROUP BY kind, subject ORDER BY min(rev)"
        return [(row["kind"], row["subject"]) for row in self.store.fetch_all(query, rev)]

    def to_person(self, user: User, room: str) -> Person:
        """Convert a user, as a member of a room, to the core's person."""
        admin = self.is_admin(room, user.id)
        return Person(platform=PLATFORM, user=user.id, name=user.name, admin=admin, locale=user.locale)
