"""Outbound values out to Matrix. One function a kind of call; each request has a transaction id that follows from the
sending's key, so that a repetition shows once.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2s

import structlog
from nio.responses import RoomRedactError

from adapters.matrix.api import media, media_transfer, polls
from adapters.matrix.api.errors import Failure, failure
from adapters.matrix.outbound import fetch
from adapters.matrix.outbound.requests import Line, starting
from adapters.matrix.rendering import payloads
from adapters.matrix.rendering.html import plain
from adapters.matrix.rooms import direct_rooms, permissions
from bots.core.inbound import Attachment
from bots.core.outbound import (
    Answer,
    Button,
    Call,
    CheckRights,
    ClosePoll,
    Content,
    Delete,
    DirectMessage,
    Edit,
    Fetch,
    Join,
    Post,
)
from bots.ports import Inbox, Later, Receipt, Refused, Sending, Sent

log = structlog.get_logger()
Files = tuple[bytes | None, ...]
_MOST_OFFERS = 2_000


class Sender:
    """Sends for one account. Remembers which emoji it put on which message, to spare requests; it may forget."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._offered: OrderedDict[str, set[str]] = OrderedDict()

    async def perform(self, sending: Sending, inbox: Inbox) -> Receipt:
        """Perform one outbound value. Raises network errors."""
        call, tx = sending.call, transaction(sending.key)
        match call:
            case Answer(content=content) if not content.text:
                return Sent()
            case (
                Post(room=room, content=content, reply_to=reply_to)
                | Answer(room=room, content=content, reply_to=reply_to)
            ):
                return await self._show(room, content, tx, reply_to, sending.files)
            case DirectMessage():
                return await self._direct(call, tx, sending.files)
            case Edit(room=room, content=content):
                return await self._edit(room, sending.target, content, tx)
            case Delete(room=room):
                return await self._redact(room, sending, tx)
            case ClosePoll(room=room, text=text):
                if sending.target is None:
                    return Refused("gone", "the poll was never shown")
                sent = await self._line.event(room, polls.END, polls.end(sending.target, plain(text)), tx)
                return Sent((sent,)) if isinstance(sent, str) else sent
            case _:
                return await self._ask(call, sending.key, inbox)

    async def _ask(self, call: Call, key: str, inbox: Inbox) -> Receipt:
        """What shows nothing in a room."""
        match call:
            case Join(room=room):
                return await self._line.enter(room) or Sent()
            case Fetch():
                return await fetch.fetch(self._line, call, key, inbox)
            case CheckRights():
                return await self._check(call, key, inbox)
            case _:
                return Refused("invalid", f"Matrix has no {type(call).__name__}")

    async def _check(self, call: CheckRights, key: str, inbox: Inbox) -> Receipt:
        absent = await self._line.absent(call.room)
        if absent is not None:
            return absent
        await inbox.submit([permissions.found(self._line.known, call, key)])
        return Sent()

    async def _show(
        self, room: str, content: Content, tx: str, reply_to: str | None = None, files: Files = ()
    ) -> Receipt:
        """The message, its files, and an emoji for each button."""
        if content.poll is not None and len(content.poll.options) > polls.MOST_ANSWERS:
            return Refused("invalid", f"a Matrix poll has at most {polls.MOST_ANSWERS} answers")
        thread, sealed = self._line.known.threads.get(reply_to or ""), self._line.is_encrypted(room)
        kind, made = payloads.message(content, reply_to=reply_to, thread=thread, sealed=sealed)
        first = await self._line.event(room, kind, made, tx)
        if not isinstance(first, str):
            return first
        shown = [first]
        for number, (attachment, data) in enumerate(zip(content.attachments, files, strict=False)):
            sent = await self._file(room, attachment, data, f"{tx}.f{number}")
            if isinstance(sent, Later):
                return sent
            if isinstance(sent, str):
                shown.append(sent)
            else:
                log.warning("matrix-file-left-out", name=attachment.name, room=room, why=sent.detail)
        return await self._offer(room, first, content.buttons, tx) or Sent(tuple(shown))

    async def _file(self, room: str, attachment: Attachment, data: bytes | None, tx: str) -> str | Failure:
        """The id of the event that shows a file."""
        if data is None:
            return Refused("gone", "the file could not be read")
        sealed = self._line.is_encrypted(room)
        own = await media_transfer.upload(self._line.client, attachment, data, sealed=sealed)
        if isinstance(own, Later | Refused):
            return own
        return await self._line.event(room, "m.room.message", media.content_of(own), tx)

    async def _offer(self, room: str, message: str, buttons: tuple[Button, ...], tx: str) -> Later | None:
        """React with what is not there yet. Not allowed to: the legend still names what to react with."""
        there = self._offered.setdefault(message, set())
        self._offered.move_to_end(message)
        while len(self._offered) > _MOST_OFFERS:
            self._offered.popitem(last=False)
        for number, button in enumerate(buttons):
            if button.emoji in there:
                continue
            annotation = {"rel_type": "m.annotation", "event_id": message, "key": button.emoji}
            sent = await self._line.event(room, "m.reaction", {"m.relates_to": annotation}, f"{tx}.r{number}")
            if isinstance(sent, Later):
                return sent
            if isinstance(sent, Refused) and "M_DUPLICATE_ANNOTATION" not in sent.detail:
                log.warning("matrix-reaction-refused", room=room, why=sent.detail)
                return None
            there.add(button.emoji)
        return None

    async def _edit(self, room: str, target: str | None, content: Content, tx: str) -> Receipt:
        if target is None:
            return Refused("gone", "the message was never shown")
        kind, made = payloads.edit(target, content, sealed=self._line.is_encrypted(room))
        sent = await self._line.event(room, kind, made, tx)
        if not isinstance(sent, str):
            return sent
        return await self._offer(room, target, content.buttons, tx) or Sent((target,))

    async def _redact(self, room: str, sending: Sending, tx: str) -> Receipt:
        """The message and its files."""
        if sending.target is None:
            return Refused("gone", "the message was never shown")
        absent = await self._line.absent(room)
        if absent is not None:
            return absent
        for number, shown in enumerate((*sending.also, sending.target)):
            answer = await self._line.client.room_redact(room, shown, tx_id=f"{tx}.{number}")
            if isinstance(answer, RoomRedactError):
                return failure(answer, "redact messages")
        return Sent()

    async def _direct(self, call: DirectMessage, tx: str, files: Files) -> Receipt:
        """Private, and encrypted when the room it is about is."""
        if not self._line.known.ready:
            return starting()
        encrypted = self._line.is_encrypted(call.room)
        room = await direct_rooms.room_with(self._line.client, self._line.known, call.user, encrypted=encrypted)
        if not isinstance(room, str):
            return room
        receipt = await self._show(room, call.content, tx, files=files)
        return Sent(receipt.messages, room=room) if isinstance(receipt, Sent) else _to_person(receipt)


def transaction(key: str) -> str:
    """A transaction id: short, the same for the same key."""
    return blake2s(key.encode(), digest_size=16).hexdigest()


def _to_person(receipt: Receipt) -> Receipt:
    """A private room that does not take the message means that the person can't be reached."""
    if isinstance(receipt, Refused) and receipt.reason in ("forbidden", "gone"):
        return Refused("unreachable-person", receipt.detail)
    return receipt
