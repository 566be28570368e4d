"""The in-memory twin of a platform and its adapter: chat rooms that live in one object.

MemoryPlatform is what a homeserver is to Matrix: it outlives the bot, remembers every event with a token to read on
from, and shows an equal sending once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from bots.clocks import MovableClock
from bots.core import outbound
from bots.core.inbound import (
    Attachment,
    BotInvited,
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessageFetched,
    MessagePosted,
    Missing,
    Person,
    ReactionAdded,
    ReactionRemoved,
    RightsFound,
    RoomLost,
    Undecryptable,
    Value,
)
from bots.core.outbound import Content
from bots.core.richtext import plain
from bots.core.safety import cut
from bots.ports import Capabilities, Cursor, Inbox, Receipt, Refused, Sending, Sent

BOT = "@glocal"


@dataclass
class Shown:
    """A message as the room's members see it now. `edits` counts how often it changed."""

    id: str
    room: str
    author: str
    text: str
    content: Content | None = None
    reply_to: str | None = None
    private_to: str | None = None
    reactions: list[tuple[str, str]] = field(default_factory=list)
    edits: int = 0
    gone: bool = False
    poll_open: bool = False
    attachments: tuple[Attachment, ...] = ()

    def __str__(self) -> str:
        to = f" (to {self.private_to})" if self.private_to else ""
        buttons = (
            " ".join(f"[{button.emoji} {button.label}]" for button in self.content.buttons) if self.content else ""
        )
        return f"{self.author}{to}: {self.text}{' ' if buttons else ''}{buttons}"


class MemoryPlatform:
    """Rooms, people and messages. Methods named as people act append to the log that the adapter reads.

    `faults`: receipts (or exceptions) that the next sends end with instead of being performed.
    """

    def __init__(self, clock: MovableClock, *, platform: str = "memory", account: str = "memory") -> None:
        self.platform = platform
        self.account = account
        self.clock = clock
        self.log: list[Value] = []
        self.messages: dict[str, Shown] = {}
        self.posted_at: dict[str, datetime] = {}
        self.names: dict[str, str] = {}
        self.admins: set[tuple[str, str]] = set()
        self.members: dict[str, list[str]] = {}
        self.direct_rooms: dict[str, str] = {}
        self.closed_to_bot: set[str] = set()
        self.performed: dict[str, Sent] = {}
        self.sends = 0
        self.faults: list[Receipt] = []
        self.missing: dict[str, tuple[Missing, ...]] = {}
        self.files: dict[str, bytes] = {}
        self.received: dict[str, tuple[bytes | None, ...]] = {}
        self.forms: list[outbound.ShowForm] = []
        self.gatherings: dict[str, outbound.Gather] = {}
        self.admitted: list[tuple[str, str]] = []
        self.changed = asyncio.Event()
        self._numbers = count(1)

    # What people do

    def person(self, user: str, room: str) -> Person:
        """The person as the platform shows them in the room."""
        name = self.names.get(user, user.removeprefix("@"))
        return Person(platform=self.platform, user=user, name=name, admin=(room, user) in self.admins)

    def _next(self, prefix: str = "m") -> str:
        return f"{prefix}{next(self._numbers)}"

    def emit(self, value: Value) -> None:
        """Put a value in the log."""
        self.log.append(value)
        self.changed.set()

    def say(
        self, room: str, user: str, text: str, *, reply_to: str | None = None, mentions: Sequence[str] = (),
        attachments: Sequence[Attachment] = (),
    ) -> str:  # fmt: skip
        """A message, or a command when it begins with `!` and a letter. Returns its id."""
        message = self._next()
        self.messages[message] = Shown(message, room, user, text, reply_to=reply_to, attachments=tuple(attachments))
        self.posted_at[message] = self.clock.now()
        key, at, person = (f"{self.platform}:{message}", self.clock.now(), self.person(user, room))
        direct = room in self.direct_rooms.values()
        if text[:1] == "!" and text[1:2].isalpha():
            self.emit(
                CommandInvoked(
                    key=key, account=self.account, room=room, at=at, person=person, line=text[1:], message=message,
                    reply_to=reply_to, mentions=tuple(mentions), direct=direct,
                )
            )  # fmt: skip
        else:
            self.emit(
                MessagePosted(
                    key=key, account=self.account, room=room, at=at, person=person, message=message, text=text,
                    reply_to=reply_to, mentions=tuple(mentions), attachments=tuple(attachments), direct=direct,
                )
            )  # fmt: skip
        return message

    def edit(self, message: str, text: str) -> None:
        """The author changes a message."""
        shown = self.messages[message]
        shown.text = text
        person = self.person(shown.author, shown.room)
        key = f"{self.platform}:{self._next('e')}"
        self.emit(
            MessageEdited(
                key=key, account=self.account, room=shown.room, at=self.clock.now(), person=person, message=message,
                text=text,
            )
        )  # fmt: skip

    def delete(self, message: str) -> None:
        """A message is withdrawn."""
        shown = self.messages[message]
        shown.gone = True
        key = f"{self.platform}:{self._next('d')}"
        self.emit(MessageDeleted(key=key, account=self.account, room=shown.room, at=self.clock.now(), message=message))

    def react(self, message: str, user: str, emoji: str) -> str:
        """A reaction. Returns its id."""
        shown = self.messages[message]
        reaction = self._next("r")
        shown.reactions.append((user, emoji))
        self.emit(
            ReactionAdded(
                key=f"{self.platform}:{reaction}", account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), message=message, emoji=emoji, reaction=reaction,
            )
        )  # fmt: skip
        return reaction

    def unreact(self, message: str, user: str, emoji: str) -> None:
        """A reaction is taken back, said by message and emoji."""
        shown = self.messages[message]
        shown.reactions.remove((user, emoji))
        key = f"{self.platform}:{self._next('u')}"
        self.emit(
            ReactionRemoved(
                key=key, account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), message=message, emoji=emoji,
            )
        )  # fmt: skip

    def redact_reaction(self, room: str, reaction: str) -> None:
        """A reaction is taken back as Matrix says it: by the reaction's own id."""
        key = f"{self.platform}:{self._next('d')}"
        self.emit(MessageDeleted(key=key, account=self.account, room=room, at=self.clock.now(), message=reaction))

    def press(self, message: str, user: str, button: str) -> None:
        """A button is pressed, named by its id, emoji or label."""
        shown = self.messages[message]
        assert shown.content is not None, f"{message} has no buttons"
        found = [b for b in shown.content.buttons if button in (b.id, b.emoji, b.label)]
        assert found, f"no button {button!r} on: {shown}"
        key = f"{self.platform}:{self._next('p')}"
        self.emit(
            ButtonPressed(
                key=key, account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), button=found[0].id, message=message, token=key,
            )
        )  # fmt: skip

    def vote(self, message: str, user: str, *choices: str) -> None:
        """A vote in a native poll, by the answers' labels."""
        shown = self.messages[message]
        assert shown.content is not None and shown.content.poll is not None, f"{message} is no poll"
        ids = tuple(option.id for option in shown.content.poll.options if option.label in choices)
        key = f"{self.platform}:{self._next('v')}"
        self.emit(
            ChoiceMade(
                key=key, account=self.account, room=shown.room, at=self.clock.now(),
                person=self.person(user, shown.room), message=message, choices=ids,
            )
        )  # fmt: skip

    def join(self, room: str, user: str, *, name: str | None = None) -> None:
        """A person enters."""
        if name:
            self.names[user] = name
        self.members.setdefault(room, []).append(user)
        key = f"{self.platform}:{self._next('j')}"
        person = self.person(user, room)
        self.emit(MemberJoined(key=key, account=self.account, room=room, at=self.clock.now(), person=person))

    def leave(self, room: str, user: str) -> None:
        """A person goes."""
        self.members.get(room, []).remove(user)
        key = f"{self.platform}:{self._next('l')}"
        person = self.person(user, room)
        self.emit(MemberLeft(key=key, account=self.account, room=room, at=self.clock.now(), person=person))

    def invite_bot(self, room: str, user: str, *, name: str = "", direct: bool = False) -> None:
        """Somebody asks the bot in."""
        self.members.setdefault(room, []).append(user)
        if direct:
            self.direct_rooms[user] = room
        key = f"{self.platform}:{self._next('i')}"
        person = self.person(user, room)
        self.emit(
            BotInvited(
                key=key, account=self.account, room=room, at=self.clock.now(), person=person, name=name or room,
                direct=direct,
            )
        )  # fmt: skip

    def remove_bot(self, room: str) -> None:
        """Somebody removes the bot."""
        key = f"{self.platform}:{self._next('k')}"
        self.emit(RoomLost(key=key, account=self.account, room=room, at=self.clock.now(), reason="removed"))

    def mumble(self, room: str, user: str) -> None:
        """A message that the bot cannot decrypt."""
        message = self._next()
        self.emit(
            Undecryptable(
                key=f"{self.platform}:{message}", account=self.account, room=room, at=self.clock.now(),
                person=self.person(user, room), message=message,
            )
        )  # fmt: skip

    # What the bot does

    def perform(self, sending: Sending, capabilities: Capabilities) -> Receipt:
        """Do what was sent, once a key. Called by the adapter."""
        self.sends += 1
        if self.faults:
            return self.faults.pop(0)
        if sending.key in self.performed and capabilities.idempotent:
            return self.performed[sending.key]
        receipt = self._do(sending, capabilities)
        if isinstance(receipt, Sent):
            self.performed[sending.key] = receipt
            if sending.files and receipt.messages:
                self.received[receipt.messages[0]] = sending.files
        return receipt

    def _do(self, sending: Sending, capabilities: Capabilities) -> Receipt:
        match sending.call:
            case outbound.Post(room=room, content=content, reply_to=reply_to):
                return Sent((self._show(room, content, capabilities, reply_to=reply_to),))
            case outbound.Answer(content=content) if not content.text:
                return Sent()
            case outbound.Answer(room=room, content=content, user=user, reply_to=reply_to):
                private = user if capabilities.private_answers else None
                return Sent((self._show(room, content, capabilities, reply_to=reply_to, private_to=private),))
            case outbound.DirectMessage(user=user, content=content):
                return self._direct(user, content, capabilities)
            case outbound.Edit(content=content):
                return self._edit(sending.target, content, capabilities)
            case outbound.Delete() | outbound.ClosePoll() as call:
                return self._end(sending.target, call)
            case _:
                return self._do_unseen(sending)

    def _do_unseen(self, sending: Sending) -> Receipt:
        """What shows no message in a room."""
        match sending.call:
            case outbound.ShowForm() as form:
                self.forms.append(form)
                return Sent()
            case outbound.Gather() | outbound.CallOff() as gathering:
                return self._gather(gathering, sending.target)
            case outbound.Admit(room=room, user=user):
                self.admitted.append((room, user))
                return Sent()
            case outbound.CheckRights(room=room, subject=subject):
                return self._check(sending.key, room, subject)
            case outbound.Join(room=room):
                return self._enter(room)
            case outbound.Fetch(room=room, message=message, subject=subject):
                return self._fetch(sending.key, room, message, subject)
            case call:
                raise AssertionError(f"{call} shows a message")

    def _show(
        self, room: str, content: Content, capabilities: Capabilities, *, reply_to: str | None = None,
        private_to: str | None = None,
    ) -> str:  # fmt: skip
        message = self._next("b")
        text = cut(plain(content.text), capabilities.message_length)
        shown = Shown(message, room, BOT, text, content, reply_to, private_to, poll_open=content.poll is not None)
        self.messages[message] = shown
        if not capabilities.buttons:
            shown.reactions.extend((BOT, button.emoji) for button in content.buttons)
        return message

    def _direct(self, user: str, content: Content, capabilities: Capabilities) -> Receipt:
        if user in self.closed_to_bot:
            return Refused("unreachable-person")
        room = self.direct_rooms.setdefault(user, f"direct-{user}")
        return Sent((self._show(room, content, capabilities),), room=room)

    def _gather(self, call: outbound.Gather | outbound.CallOff, target: str | None) -> Receipt:
        if isinstance(call, outbound.CallOff):
            return Sent() if target and self.gatherings.pop(target, None) else Refused("gone")
        gathering = target or self._next("g")
        self.gatherings[gathering] = call
        return Sent((gathering,))

    def _check(self, sending_key: str, room: str, subject: str) -> Receipt:
        key, missing = f"{self.platform}:rights:{sending_key}", self.missing.get(room, ())
        self.emit(
            RightsFound(key=key, account=self.account, room=room, at=self.clock.now(), missing=missing, subject=subject)
        )
        return Sent()

    def _end(self, target: str | None, call: outbound.Delete | outbound.ClosePoll) -> Receipt:
        if target is None or target not in self.messages:
            return Refused("gone")
        shown = self.messages[target]
        shown.gone = shown.gone or isinstance(call, outbound.Delete)
        shown.poll_open = False
        return Sent()

    def _edit(self, target: str | None, content: Content, capabilities: Capabilities) -> Receipt:
        if target is None or target not in self.messages:
            return Refused("gone")
        shown = self.messages[target]
        shown.text, shown.content = cut(plain(content.text), capabilities.message_length), content
        shown.edits += 1
        if not capabilities.buttons:
            held = {emoji for user, emoji in shown.reactions if user == BOT}
            shown.reactions.extend((BOT, b.emoji) for b in content.buttons if b.emoji not in held)
        return Sent()

    def _enter(self, room: str) -> Receipt:
        self.members.setdefault(room, []).append(BOT)
        key = f"{self.platform}:{self._next('b')}"
        direct = room in self.direct_rooms.values()
        self.emit(BotJoined(key=key, account=self.account, room=room, at=self.clock.now(), name=room, direct=direct))
        return Sent()

    def _author(self, shown: Shown, room: str) -> Person:
        return Person(
            platform=self.platform,
            user=shown.author,
            name=self.names.get(shown.author, shown.author.removeprefix("@")),
            admin=(room, shown.author) in self.admins,
            bot=shown.author == BOT,
        )

    def _fetch(self, sending_key: str, room: str, message: str, subject: str) -> Receipt:
        shown = self.messages.get(message)
        there = shown is not None and not shown.gone
        self.emit(
            MessageFetched(
                key=f"{self.platform}:fetch:{sending_key}", account=self.account, room=room, at=self.clock.now(),
                message=message, subject=subject, link=f"https://chat.example/{room}/{message}",
                person=self._author(shown, room) if shown and there else None,
                text=shown.text if shown and there else "", posted=self.posted_at.get(message),
                attachments=shown.attachments if shown and there else (),
            )
        )  # fmt: skip
        return Sent()


class MemoryAdapter:
    """The Adapter port over a MemoryPlatform."""

    def __init__(self, platform: MemoryPlatform, capabilities: Capabilities | None = None) -> None:
        self.account = platform.account
        self.platform = platform.platform
        self.capabilities = capabilities or Capabilities(idempotent=True)
        self._world = platform
        self._at: int | None = None

    async def run(self, inbox: Inbox) -> None:
        """Read the log on from the stored cursor."""
        while True:
            self._world.changed.clear()
            await self.read_on(inbox)
            await self._world.changed.wait()

    async def read_on(self, inbox: Inbox) -> bool:
        """Hand in what is new; False when nothing was."""
        if self._at is None:
            self._at = int(await inbox.cursor(self.account) or 0)
        values = self._world.log[self._at :]
        if not values:
            return False
        end = self._at + len(values)
        await inbox.submit(values, Cursor(self.account, str(end)))
        self._at = end
        return True

    async def send(self, sending: Sending) -> Receipt:
        """Perform on the platform."""
        return self._world.perform(sending, self.capabilities)

    async def read(self, attachment: Attachment) -> bytes | None:
        """A file that was put into `files` under the attachment's source."""
        return self._world.files.get(attachment.source)

    async def close(self) -> None:
        """Nothing to let go of."""
