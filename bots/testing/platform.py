"""The in-memory platform: its rooms, people and messages, and what people do there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from itertools import count

from bots.clock import MovableClock
from bots.core import outbound
from bots.core.inbound import (
    Attachment,
    BotInvited,
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    MissingRight,
    Person,
    PollEnded,
    ReactionAdded,
    ReactionRemoved,
    RoomLost,
    Undecryptable,
    Value,
)
from bots.ports import Receipt, Sent
from bots.testing.shown import BOT, Shown, is_command


class MemoryPlatform:
    """The state of the platform. The methods that act as people append to the log that the adapter reads.

    `faults`: the receipts of the next sends, which are not performed. `lost_replies`: the number of next sends that are
    performed although the bot gets no reply.
    """

    def __init__(self, clock: MovableClock, *, platform: str = "memory", account: str = "memory") -> None:
        self.platform = platform
        self.account = account
        self.clock = clock
        self.log: list[Value] = []
        self.messages: dict[str, Shown] = {}
        self.posted_at: dict[str, datetime] = {}
        self.names: dict[str, str] = {}
        self.locales: dict[str, str] = {}
        self.admins: set[tuple[str, str]] = set()
        self.members: dict[str, list[str]] = {}
        self.direct_rooms: dict[str, str] = {}
        self.closed_to_bot: set[str] = set()
        self.performed: dict[tuple[str, str], Sent] = {}
        self.sends = 0
        self.faults: list[Receipt] = []
        self.lost_replies = 0
        self.missing_rights: dict[str, tuple[MissingRight, ...]] = {}
        self.files: dict[str, bytes] = {}
        self.received_files: dict[str, tuple[bytes | None, ...]] = {}
        self.forms: list[outbound.ShowForm] = []
        self.scheduled_events: dict[str, outbound.PublishScheduledEvent] = {}
        self.approved_requests: list[tuple[str, str]] = []
        self.changed = asyncio.Event()
        self._numbers = count(1)

    def person(self, user: str, room: str) -> Person:
        """Return the person as the platform shows them in the room."""
        name = self.names.get(user, user.removeprefix("@"))
        return Person(
            platform=self.platform, user=user, name=name, admin=(room, user) in self.admins,
            locale=self.locales.get(user),
        )  # fmt: skip

    def next_id(self, prefix: str = "m") -> str:
        """Return a unique id."""
        return f"{prefix}{next(self._numbers)}"

    def emit(self, value: Value) -> None:
        """Append a value to the log."""
        self.log.append(value)
        self.changed.set()

    def say(
        self, room: str, user: str, text: str, *, reply_to: str | None = None, mentions: Sequence[str] = (),
        attachments: Sequence[Attachment] = (), slash: bool = False, forwarded: bool = False,
    ) -> str:  # fmt: skip
        """Post a message, or a command if it begins with `!` and a letter. Return its id.

        `slash`: commands are interactions, as in Discord's clients, and no messages. `forwarded`: by somebody else.
        """
        message = self.next_id()
        self.messages[message] = Shown(message, room, user, text, reply_to=reply_to, attachments=tuple(attachments))
        self.posted_at[message] = self.clock.now()
        key, at, person = (f"{self.platform}:{message}", self.clock.now(), self.person(user, room))
        direct = room in self.direct_rooms.values()
        if is_command(text) and not forwarded:
            self.emit(
                CommandInvoked(
                    key=key, account=self.account, room=room, at=at, person=person, line=text[1:],
                    message=None if slash else message, reply_to=reply_to, mentions=tuple(mentions), direct=direct,
                    token=key if slash else None,
                )
            )  # fmt: skip
        else:
            self.emit(
                MessagePosted(
                    key=key, account=self.account, room=room, at=at, person=person, message=message,
                    text="" if forwarded else text, reply_to=reply_to, mentions=tuple(mentions), direct=direct,
                    attachments=tuple(attachments), foreign=forwarded,
                    addressed=BOT in mentions and not forwarded, link=f"https://chat.example/{room}/{message}",
                )
            )  # fmt: skip
        return message

    def edit(self, message: str, text: str) -> None:
        """Edit a message as its author."""
        shown = self.messages[message]
        shown.text = text
        person, key = self.person(shown.author, shown.room), f"{self.platform}:{self.next_id('e')}"
        if is_command(text):
            self.emit(
                CommandInvoked(
                    key=key, account=self.account, room=shown.room, at=self.clock.now(), person=person, line=text[1:],
                    message=message, direct=shown.room in self.direct_rooms.values(), edited=True,
                )
            )  # fmt: skip
            return
        self.emit(
            MessageEdited(
                key=key, account=self.account, room=shown.room, at=self.clock.now(), person=person, message=message,
                text=text,
            )
        )  # fmt: skip

    def delete(self, message: str) -> None:
        """Delete a message."""
        shown = self.messages[message]
        shown.deleted = True
        self.redact(shown.room, message)

    def react(self, message: str, user: str, emoji: str) -> str:
        """Add a reaction. Return its id."""
        shown = self.messages[message]
        reaction = self.next_id("r")
        shown.reactions.append((user, emoji))
        self.emit(
            ReactionAdded(
                key=f"{self.platform}:{reaction}", account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), message=message, emoji=emoji, reaction=reaction,
            )
        )  # fmt: skip
        return reaction

    def unreact(self, message: str, user: str, emoji: str) -> None:
        """Remove a reaction, reported by message and emoji."""
        shown = self.messages[message]
        shown.reactions.remove((user, emoji))
        key = f"{self.platform}:{self.next_id('u')}"
        self.emit(
            ReactionRemoved(
                key=key, account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), message=message, emoji=emoji,
            )
        )  # fmt: skip

    def redact(self, room: str, event: str) -> None:
        """Report that a message is gone; or a reaction, by its own id as on Matrix."""
        key = f"{self.platform}:{self.next_id('d')}"
        self.emit(MessageDeleted(key=key, account=self.account, room=room, at=self.clock.now(), message=event))

    def press(self, message: str, user: str, button: str) -> None:
        """Press a button, named by its id, emoji or label."""
        shown = self.messages[message]
        assert shown.content is not None, f"{message} has no buttons"
        found = [b for b in shown.content.buttons if button in (b.id, b.emoji, b.label)]
        assert found, f"no button {button!r} on: {shown}"
        key = f"{self.platform}:{self.next_id('p')}"
        self.emit(
            ButtonPressed(
                key=key, account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), button=found[0].id, message=message, token=key,
            )
        )  # fmt: skip

    def vote(self, message: str, user: str, *choices: str) -> None:
        """Vote in a native poll, by the labels of its options."""
        shown = self.messages[message]
        assert shown.content is not None and shown.content.poll is not None, f"{message} is no poll"
        ids = tuple(option.id for option in shown.content.poll.options if option.label in choices)
        key = f"{self.platform}:{self.next_id('v')}"
        self.emit(
            ChoiceMade(
                key=key, account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), message=message, choices=ids,
            )
        )  # fmt: skip

    def end_poll(self, message: str, user: str) -> None:
        """End a native poll with a client. Other clients show that if an admin did it."""
        room, key = self.messages[message].room, f"{self.platform}:{self.next_id('e')}"
        self.messages[message].poll_open = (room, user) not in self.admins
        self.emit(
            PollEnded(
                key=key, account=self.account, room=room, at=self.clock.now(), person=self.person(user, room),
                message=message, is_shown=(room, user) in self.admins,
            )
        )  # fmt: skip

    def join(self, room: str, user: str, *, name: str | None = None) -> None:
        """Join a room."""
        if name:
            self.names[user] = name
        self.members.setdefault(room, []).append(user)
        key, person = f"{self.platform}:{self.next_id('j')}", self.person(user, room)
        self.emit(MemberJoined(key=key, account=self.account, room=room, at=self.clock.now(), person=person))

    def leave(self, room: str, user: str, *, removed: bool = False) -> None:
        """Leave a room. `removed`: somebody puts them out."""
        self.members.get(room, []).remove(user)
        key, person = f"{self.platform}:{self.next_id('l')}", self.person(user, room)
        self.emit(
            MemberLeft(key=key, account=self.account, room=room, at=self.clock.now(), person=person, removed=removed)
        )

    def invite_bot(self, room: str, user: str, *, name: str = "", direct: bool = False) -> None:
        """Invite the bot."""
        self.members.setdefault(room, []).append(user)
        if direct:
            self.direct_rooms[user] = room
        key, person = f"{self.platform}:{self.next_id('i')}", self.person(user, room)
        self.emit(
            BotInvited(
                key=key, account=self.account, room=room, at=self.clock.now(), person=person, name=name or room,
                direct=direct,
            )
        )  # fmt: skip

    def remove_bot(self, room: str, *, reason: str = "removed") -> None:
        """Remove the bot, or close the room."""
        key = f"{self.platform}:{self.next_id('k')}"
        self.emit(RoomLost(key=key, account=self.account, room=room, at=self.clock.now(), reason=reason))

    def post_undecryptable(self, room: str, user: str) -> None:
        """Post a message that the bot cannot decrypt."""
        message, person, at = self.next_id(), self.person(user, room), self.clock.now()
        key = f"{self.platform}:{message}"
        self.emit(Undecryptable(key=key, account=self.account, room=room, at=at, person=person, message=message))
