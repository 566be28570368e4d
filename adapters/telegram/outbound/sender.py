"""Perform outbound values on Telegram, with one method for each kind of call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from telegram import Message

from adapters.telegram.api.ids import Destination, is_person_id, message_id, parse_room, poll_id, room_id
from adapters.telegram.outbound import callback_answers, edits, rights_reports, uploads
from adapters.telegram.outbound.message_parts import (
    MessagePart,
    TextPart,
    message_parts,
    missing_files_note,
    with_missing_files,
)
from adapters.telegram.outbound.receipts import is_bad_photo, lacks_media_right
from adapters.telegram.outbound.requests import Completed, RequestSender
from adapters.telegram.rooms import permissions
from bots.core.outbound import (
    Answer,
    ApproveJoinRequest,
    CancelScheduledEvent,
    CheckRights,
    ClosePoll,
    Content,
    Delete,
    DirectMessage,
    Edit,
    Fetch,
    Join,
    Post,
    PublishScheduledEvent,
    ShowForm,
)
from bots.ports import Later, Receipt, Refused, Sending, Sent, Unknown

log = structlog.get_logger()
ANSWERS, MESSAGES = 0, 1
"""Priorities: answers go before announcements."""
_LONGEST_WAIT = 300.0


@dataclass(frozen=True)
class Sender:
    """Performs the outbound values of one account. Turns Telegram's errors into receipts."""

    requests: RequestSender

    async def perform(self, sending: Sending) -> Receipt:
        """Perform one outbound value."""
        match sending.call:
            case Post(room=room, content=content, reply_to=reply_to):
                return await self._show(sending, room, content, MESSAGES, reply_to)
            case Answer(token=str(token)) as call:
                return await self._answer_press(sending, call, token)
            case Answer(room=room, content=content, reply_to=reply_to):
                return await self._show(sending, room, content, ANSWERS, reply_to) if content.text else Sent()
            case ShowForm(room=room, fallback=content):
                return await self._show(sending, room, content, ANSWERS, None)
            case DirectMessage(user=user, content=content):
                return await self._send_direct(sending, user, content)
            case Edit() | Delete() | ClosePoll():
                return await edits.perform_change(self.requests, sending)
            case ApproveJoinRequest() | CheckRights() | Join() as call:
                return await self._perform_in_room(sending.key, call)
            case PublishScheduledEvent() | CancelScheduledEvent() | Fetch():
                return Refused("invalid", f"Telegram has nothing for {type(sending.call).__name__}")

    async def _perform_in_room(self, key: str, call: ApproveJoinRequest | CheckRights | Join) -> Receipt:
        match call:
            case ApproveJoinRequest(room=room, user=user):
                return await self._approve_join(room, user)
            case CheckRights():
                return await rights_reports.check_rights(self.requests, key, call)
        return Sent()  # A bot can't join by itself; people add it.

    async def _show(
        self, sending: Sending, room: str, content: Content, priority: int, reply_to: str | None, *,
        private: bool = False,
    ) -> Receipt:  # fmt: skip
        """Send all messages of a content. Once the first is sent, keep trying to send the others."""
        where = parse_room(room)
        if where is None:
            return Refused("gone", f"{room!r} is no room of Telegram")
        content = with_missing_files(content, uploads.unsendable_names(sending, content.attachments))
        files = uploads.prepare_uploads(sending, content.attachments)
        parts = message_parts(content, files, reply_to)
        if not parts:
            return Refused("invalid", "there is nothing to show")
        first = await self._send_part(where, priority, parts[0], private=private)
        if files and lacks_media_right(first):
            await rights_reports.report_missing_media_right(self.requests, where)
            parts = message_parts(with_missing_files(content, [file.name for file in files]), (), reply_to)
            first = await self._send_with_retries(where, parts[0], private=private)
        if not isinstance(first, Completed):
            return first
        messages = [*first.result, *await self._send_rest(first.destination, parts[1:])]
        moved = room_id(first.destination.chat, first.destination.thread) if first.destination != where else None
        return Sent(_message_ids(messages), room=moved)

    async def _send_part(
        self, where: Destination, priority: int, part: MessagePart, *, private: bool = False
    ) -> Completed[Sequence[Message]] | Receipt:
        """Make one request. If Telegram can't process a photo, send it as a document."""
        done = await self.requests.send_message(
            where, priority, lambda to: part(self.requests.bot, to), count=part.count, private=private
        )
        documents = part.as_documents() if is_bad_photo(done) else None
        return done if documents is None else await self._send_with_retries(where, documents, private=private)

    async def _send_rest(self, where: Destination, parts: Sequence[MessagePart]) -> list[Message]:
        """Send the parts after the first, and name the files of those that fail, or may have failed, in a note.

        Don't return a failure: a retry of the whole content would show the first part twice.
        """
        sent, failed = list[Message](), list[str]()
        for part in parts:
            done = await self._send_with_retries(where, part)
            if isinstance(done, Completed):
                sent += done.result
            else:
                if lacks_media_right(done):
                    await rights_reports.report_missing_media_right(self.requests, where)
                log.warning("telegram-part-left-out", chat=where.chat, why=getattr(done, "detail", ""))
                failed += [upload.name for upload in part.uploads]
        if failed:
            note = await self._send_with_retries(where, TextPart(Content(missing_files_note(failed))))
            sent += note.result if isinstance(note, Completed) else ()
        return sent

    async def _send_with_retries(
        self, where: Destination, part: MessagePart, *, private: bool = False
    ) -> Completed[Sequence[Message]] | Receipt:
        """Send a part; while the answer is Later, wait here and try again, for some minutes at most."""
        waited = 0.0
        while True:
            done = await self._send_part(where, MESSAGES, part, private=private)
            if not isinstance(done, Later) or waited > _LONGEST_WAIT:
                return done
            pause = max(done.seconds, 0.5)
            waited += pause
            await self.requests.rate_limiter.sleep(pause)

    async def _send_direct(self, sending: Sending, user: str, content: Content) -> Receipt:
        """Send a private message. The chat's id is the person's id; a chat that posts as itself has no private chat."""
        if not is_person_id(user):
            return Refused("unreachable-person", f"{user} is no person but a chat")
        receipt = await self._show(sending, user, content, MESSAGES, None, private=True)
        return Sent(receipt.messages, room=user) if isinstance(receipt, Sent) else receipt

    async def _answer_press(self, sending: Sending, call: Answer, token: str) -> Receipt:
        """Answer a button press with a notice, or in the room when the answer does not fit into one."""
        fits = callback_answers.fits_notice(call.content)
        receipt = await callback_answers.answer(self.requests, call, token, notice=fits)
        if fits and isinstance(receipt, Unknown):
            return Later(0.0, receipt.detail)  # A second answer to a press shows no second notice.
        if fits or isinstance(receipt, Later):
            return receipt
        return await self._show(sending, call.room, call.content, ANSWERS, call.reply_to)

    async def _approve_join(self, room: str, user: str) -> Receipt:
        where = parse_room(room)
        if where is None or parse_room(user) is None:
            return Refused("gone", f"{room!r} is no room of Telegram")
        done = await self.requests.request(
            where, lambda: self.requests.bot.approve_chat_join_request(where.chat, int(user)),
            right=permissions.ADD_USERS,
        )  # fmt: skip
        return Sent() if isinstance(done, Completed) else done


def _message_ids(messages: Sequence[Message]) -> tuple[str, ...]:
    """Return the ids of the messages; for a native poll first the id that its votes carry."""
    names = tuple(message_id(message.chat.id, message.message_id) for message in messages)
    poll = messages[0].poll if messages else None
    return (poll_id(poll.id), *names) if poll is not None else names
