"""The imitated platform: what a homeserver is to Matrix. It outlives the bot, and remembers every event."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from adapters.sandbox.platform import models
from adapters.sandbox.platform.clock import SandboxClock
from adapters.sandbox.platform.models import BOT, Figure, Message, Place
from adapters.sandbox.platform.profiles import LOOKS, PLATFORM
from adapters.sandbox.platform.store import Store
from bots.core.inbound import Person, Value, decode, encode
from bots.ports import Capabilities, Clock

_NAME = "conversation"


class Sandbox:
    """Rooms, people and messages of all accounts, with an event log for each account and a list of what changed.

    Who waits for news sets an event in `watchers`; it is set after each commit.
    """

    def __init__(self, path: Path | None = None, *, clock: Clock | None = None, begin: datetime | None = None) -> None:
        self.store = Store(path)
        self.clock: Clock = clock or SandboxClock(self.store, begin)
        self.watchers: set[asyncio.Event] = set()
        with self.store.writing():
            self.store.run("INSERT OR IGNORE INTO state (name, value) VALUES (?, ?)", _NAME, secrets.token_hex(8))
        self.conversation = self.store.state(_NAME)
        """Names this conversation: one that was begun anew has another, while its numbers start again."""

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    # Writing

    @contextmanager
    def acting(self) -> Iterator[None]:
        """One thing that happens: kept whole or not at all, and told to who watches."""
        with self.store.writing():
            yield
        for watcher in self.watchers:
            watcher.set()

    def changed(self, kind: str, subject: str | int) -> None:
        """What the page has to draw anew."""
        self.store.run("INSERT INTO changes (kind, subject) VALUES (?, ?)", kind, str(subject))

    def emit(self, value: Value) -> None:
        """Put a value in the log of its account, if the bot is there to hear it."""
        self.store.run("INSERT INTO log (account, value) VALUES (?, ?)", value.account, encode(value))

    def add_person(self, figure: Figure) -> None:
        """Somebody to be. Adding them again changes nothing."""
        with self.acting():
            position = self.store.number("SELECT count(*) FROM people")
            self.store.run(
                "INSERT OR IGNORE INTO people (id, name, locale, role, place, position) VALUES (?, ?, ?, ?, ?, ?)",
                figure.id, figure.name, figure.locale, figure.role, figure.place, position,
            )  # fmt: skip

    def add_room(self, room: Place, members: Sequence[str] = (), admins: Sequence[str] = ()) -> None:
        """A room with people in it, without the bot. Adding it again changes nothing."""
        with self.acting():
            self.open_room(room)
            for person in (*members, *admins):
                self.put_in(room.id, person, admin=person in admins)

    def open_room(self, room: Place) -> None:
        """The row of a room, inside a transaction."""
        position = self.store.number("SELECT count(*) FROM rooms")
        added = self.store.run(
            "INSERT OR IGNORE INTO rooms (id, account, name, direct, locale, zone, place, position)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            room.id, room.account, room.name, room.direct, room.locale, room.zone, room.place, position,
        )  # fmt: skip
        if added:
            self.changed("room", room.id)

    def put_in(self, room: str, person: str, *, admin: bool = False) -> bool:
        """Somebody is in a room from now on, inside a transaction; False when they were."""
        added = self.store.run("INSERT OR IGNORE INTO members VALUES (?, ?, ?)", room, person, int(admin))
        if added:
            self.changed("room", room)
        return bool(added)

    # Reading

    def people(self) -> list[Figure]:
        """Everybody, in the order in which they were added."""
        return [models.figure(row) for row in self.store.all("SELECT * FROM people ORDER BY position")]

    def person(self, user: str) -> Figure | None:
        """Somebody."""
        row = self.store.first("SELECT * FROM people WHERE id = ?", user)
        return models.figure(row) if row else None

    def name(self, user: str) -> str:
        """How somebody is shown; the bot too."""
        found = self.person(user)
        return found.name if found else user

    def rooms(self, *, of: str | None = None) -> list[Place]:
        """The rooms that all see, and the private talks of one person."""
        query = "SELECT * FROM rooms WHERE direct IS NULL OR direct = ? ORDER BY direct IS NOT NULL, position"
        return [models.place(row) for row in self.store.all(query, of)]

    def room(self, room: str) -> Place | None:
        """A room."""
        row = self.store.first("SELECT * FROM rooms WHERE id = ?", room)
        return models.place(row) if row else None

    def look(self, room: Place) -> Capabilities:
        """What the room's platform can do."""
        return LOOKS[room.account]

    def is_in(self, room: str, person: str) -> bool:
        """Whether somebody is in a room."""
        return self.store.first("SELECT 1 FROM members WHERE room = ? AND person = ?", room, person) is not None

    def manages(self, room: str, person: str) -> bool:
        """Whether somebody manages a room."""
        return self.store.number("SELECT admin FROM members WHERE room = ? AND person = ?", room, person) == 1

    def members(self, room: str) -> list[Figure]:
        """Who is in a room; the bot is not among them."""
        query = "SELECT p.* FROM people p JOIN members m ON m.person = p.id WHERE m.room = ? ORDER BY p.position"
        return [models.figure(row) for row in self.store.all(query, room)]

    def message(self, message: str | int) -> Message | None:
        """A message, gone or not."""
        row = self.store.first("SELECT * FROM messages WHERE id = ?", message)
        return models.message(row) if row else None

    def messages(self, room: str, limit: int = 200) -> list[Message]:
        """The newest messages of a room that are not gone, the oldest of them first."""
        query = "SELECT * FROM messages WHERE room = ? AND NOT gone ORDER BY id DESC LIMIT ?"
        return [models.message(row) for row in reversed(self.store.all(query, room, limit))]

    def reactions(self, message: int) -> dict[str, list[str]]:
        """Who reacted with what, in the order in which the emoji came."""
        found: dict[str, list[str]] = {}
        for row in self.store.all("SELECT person, emoji FROM reactions WHERE message = ? ORDER BY id", message):
            found.setdefault(row["emoji"], []).append(row["person"])
        return found

    def votes(self, message: int) -> dict[str, list[str]]:
        """Who chose what in a native poll."""
        found: dict[str, list[str]] = {}
        for row in self.store.all("SELECT person, choice FROM votes WHERE message = ? ORDER BY rowid", message):
            found.setdefault(row["choice"], []).append(row["person"])
        return found

    def log_after(self, account: str, token: int, limit: int = 256) -> tuple[list[Value], int]:
        """What an account has not read yet, and the token behind it."""
        query = "SELECT id, value FROM log WHERE account = ? AND id > ? ORDER BY id LIMIT ?"
        rows = self.store.all(query, account, token, limit)
        return [decode(row["value"]) for row in rows], rows[-1]["id"] if rows else token

    def log_end(self, account: str) -> int:
        """The token behind everything."""
        return self.store.number("SELECT max(id) FROM log WHERE account = ?", account)

    def rev(self) -> int:
        """The number of the latest change."""
        return self.store.number("SELECT max(rev) FROM changes")

    def changes_after(self, rev: int | None) -> list[tuple[str, str]] | None:
        """What changed since, each thing once, in its order; None when that is too long ago, or elsewhere, to tell."""
        if rev is None or rev < self.store.number("SELECT min(rev) FROM changes") - 1 or rev > self.rev():
            return None
        query = "SELECT kind, subject FROM changes WHERE rev > ? GROUP BY kind, subject ORDER BY min(rev)"
        return [(row["kind"], row["subject"]) for row in self.store.all(query, rev)]

    def as_person(self, figure: Figure, room: str) -> Person:
        """Somebody as the platform tells of them."""
        return Person(
            platform=PLATFORM, user=figure.id, name=figure.name, admin=self.manages(room, figure.id),
            locale=figure.locale,
        )  # fmt: skip

    def bot_is_in(self, room: str) -> bool:
        """Whether the bot hears what is said in a room."""
        return self.is_in(room, BOT)
