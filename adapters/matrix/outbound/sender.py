"""Outbound values on Matrix, one function for each kind of call.

Each request has a transaction id derived from the sending's key, so that a repetition shows once.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2s

import structlog

from adapters.matrix.api import media, media_transfer, polls
from adapters.matrix.api.errors import Failure
from adapters.matrix.outbound import fetch
from adapters.matrix.outbound.reactions import OfferedReactions
from adapters.matrix.outbound.requests import NOT_SYNCED, RequestSender
from adapters.matrix.rendering import payloads
from adapters.matrix.rendering.html import plain
from adapters.matrix.rooms import direct_rooms, permissions
from bots.core import outbound
from bots.core.inbound import Attachment
from bots.core.outbound import Content
from bots.ports import Inbox, Later, Receipt, Refused, Sending, Sent

log = structlog.get_logger()
Files = tuple[bytes | None, ...]


class Sender:
    """Sends for one account."""

    def __init__(self, requests: RequestSender) -> None:
        self._requests = requests
        self._reactions = OfferedReactions(requests)

    async def perform(self, sending: Sending, inbox: Inbox) -> Receipt:
        """Perform one outbound value. Raises network errors."""
        call, tx = sending.call, transaction(sending.key)
        match call:
            case outbound.Answer() if not call.content.text:
                return Sent()
            case outbound.Post() | outbound.Answer():
                answers = isinstance(call, outbound.Answer) and call.room not in self._requests.state.direct_rooms
                return await self._post(call.room, call.content, tx, call.reply_to, sending.files, answers=answers)
            case outbound.DirectMessage():
                return await self._direct(call, tx, sending.files)
            case outbound.Edit() | outbound.Delete() | outbound.ClosePoll():
                if sending.target is None:
                    return Refused("gone", "the message was never shown")
                return await self._change(call, sending.target, sending.extra_messages, tx)
            case _:
                return await self._perform_silent(call, sending.key, inbox)

    async def _change(
        self, call: outbound.Edit | outbound.Delete | outbound.ClosePoll, target: str, files: Sequence[str], tx: str
    ) -> Receipt:
        """Change the message `target`, and with Delete its `files`."""
        match call:
            case outbound.Edit(room=room, content=content):
                return await self._edit(room, target, content, tx)
            case outbound.Delete(room=room):
                return await self._redact(room, (*files, target), tx)
            case outbound.ClosePoll(room=room, text=text):
                sent = await self._requests.send_event(room, polls.END, polls.end(target, plain(text)), tx)
                return Sent((sent,)) if isinstance(sent, str) else sent

    async def _perform_silent(self, call: outbound.Call, key: str, inbox: Inbox) -> Receipt:
        """Perform a call that shows nothing in a room."""
        match call:
            case outbound.Join(room=room):
                return await self._requests.joins.join(room) or Sent()
            case outbound.Fetch():
                return await fetch.fetch(self._requests, call, key, inbox)
            case outbound.FetchHistory():
                return await fetch.fetch_history(self._requests, call, key, inbox)
            case outbound.CheckRights():
                unavailable = await self._requests.unavailable(call.room)
                if unavailable is None:
                    await inbox.submit([permissions.missing_rights(self._requests.state, call, key)])
                return unavailable or Sent()
            case _:
                return Refused("invalid", f"Matrix has no {type(call).__name__}")

    async def _post(
        self, room: str, content: Content, tx: str, reply_to: str | None = None, files: Files = (), *,
        answers: bool = False,
    ) -> Receipt:  # fmt: skip
        """Send the message, its files, and a reaction for each button."""
        if content.poll is not None and len(content.poll.options) > polls.MOST_ANSWERS:
            return Refused("invalid", f"a Matrix poll has at most {polls.MOST_ANSWERS} answers")
        thread, sealed = self._requests.state.threads.get(reply_to or ""), self._requests.is_encrypted(room)
        kind, made = payloads.message(content, reply_to=reply_to, thread=thread, encrypted=sealed, answers=answers)
        first = await self._requests.send_event(room, kind, made, tx)
        if not isinstance(first, str):
            return first
        messages = [first]
        for number, (attachment, data) in enumerate(zip(content.attachments, files, strict=False)):
            sent = await self._file(room, attachment, data, f"{tx}.f{number}")
            if isinstance(sent, Later):
                return sent
            if isinstance(sent, str):
                messages.append(sent)
            else:
                log.warning("matrix-file-left-out", name=attachment.name, room=room, why=sent.detail)
        return await self._reactions.add(room, first, content, tx) or Sent(tuple(messages))

    async def _file(self, room: str, attachment: Attachment, data: bytes | None, tx: str) -> str | Failure:
        """Send a file and return the id of its event."""
        if data is None:
            return Refused("gone", "the file could not be read")
        encrypted = self._requests.is_encrypted(room)
        own = await media_transfer.upload(self._requests.client, attachment, data, encrypted=encrypted)
        if isinstance(own, Later | Refused):
            return own
        return await self._requests.send_event(room, "m.room.message", media.content_of(own), tx)

    async def _edit(self, room: str, target: str, content: Content, tx: str) -> Receipt:
        kind, made = payloads.edit(target, content, encrypted=self._requests.is_encrypted(room))
        sent = await self._requests.send_event(room, kind, made, tx)
        if not isinstance(sent, str):
            return sent
        return await self._reactions.update(room, target, content, tx) or Sent((target,))

    async def _redact(self, room: str, messages: Sequence[str], tx: str) -> Receipt:
        unavailable = await self._requests.unavailable(room)
        if unavailable is not None:
            return unavailable
        for number, message in enumerate(messages):
            if (failed := await self._requests.redact(room, message, f"{tx}.{number}")) is not None:
                return failed
        return Sent()

    async def _direct(self, call: outbound.DirectMessage, tx: str, files: Files) -> Receipt:
        """Send a private message, encrypted if the room it is about is."""
        if not self._requests.state.ready:
            return NOT_SYNCED
        encrypted = self._requests.is_encrypted(call.room)
        room = await direct_rooms.find_or_create(
            self._requests.client, self._requests.state, call.user, encrypted=encrypted
        )
        if not isinstance(room, str):
            return room
        receipt = await self._post(room, call.content, tx, files=files)
        if isinstance(receipt, Refused) and receipt.reason in ("forbidden", "gone"):
            return Refused("unreachable-person", receipt.detail)
        return Sent(receipt.messages, room=room) if isinstance(receipt, Sent) else receipt


def transaction(key: str) -> str:
    """Return a short transaction id that is the same for the same key."""
    return blake2s(key.encode(), digest_size=16).hexdigest()
