"""Perform outbound values on Telegram, with one method for each kind of call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog
from telegram import Message

from adapters.telegram.api.ids import Destination, is_person_id, message_id, parse_room, poll_id, room_id
from adapters.telegram.api.rate_limits import ANSWERS, MESSAGES
from adapters.telegram.outbound import callback_answers, edits, message_parts, rights_reports, uploads
from adapters.telegram.outbound.lost_messages import Lost, LostMessages
from adapters.telegram.outbound.message_parts import MessagePart, TextPart, with_missing_files
from adapters.telegram.outbound.receipts import is_bad_photo, lacks_media_right
from adapters.telegram.outbound.requests import Completed, RequestSender
from adapters.telegram.rooms import permissions
from bots.core import outbound
from bots.core.outbound import Content
from bots.ports import Later, Receipt, Refused, Sending, Sent, Unknown

log = structlog.get_logger()
_LONGEST_WAIT = 300.0


@dataclass(frozen=True)
class Sender:
    """Performs the outbound values of one account. Turns Telegram's errors into receipts."""

    requests: RequestSender
    lost: LostMessages = field(default_factory=LostMessages)

    async def perform(self, sending: Sending) -> Receipt:
        """Perform one outbound value."""
        call = sending.call
        match call:
            case outbound.Post():
                return await self._show(sending, call.room, call.content, MESSAGES, call.reply_to)
            case outbound.Answer():
                return await self._answer(sending, call)
            case outbound.ShowForm():
                return await self._show(sending, call.room, call.fallback, ANSWERS, None)
            case outbound.DirectMessage():
                return await self._send_direct(sending, call.user, call.content)
            case outbound.Edit() | outbound.Delete() | outbound.ClosePoll():
                return await edits.perform_change(self.requests, sending)
            case outbound.ApproveJoinRequest():
                return await self._approve_join(call.room, call.user)
            case outbound.CheckRights():
                return await rights_reports.check_rights(self.requests, sending.key, call)
            case outbound.Join():
                return Sent()  # A bot can't join by itself; people add it.
            case _:  # scheduled events, and old messages
                return Refused("invalid", f"Telegram has nothing for {type(call).__name__}")

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
        parts = message_parts.to_parts(content, files, reply_to)
        if not parts:
            return Refused("invalid", "there is nothing to show")
        first = await self._send_or_find(sending.key, where, priority, parts[0], private=private)
        if files and lacks_media_right(first):
            await rights_reports.report_missing_media_right(self.requests, where)
            content = with_missing_files(content, [file.name for file in files])
            parts = message_parts.to_parts(content, (), reply_to)
            first = await self._send_with_retries(where, parts[0], private=private)
        if not isinstance(first, Completed):
            return first
        messages = [*first.messages, *await self._send_rest(first.destination, parts[1:])]
        moved = room_id(first.destination.chat, first.destination.thread) if first.destination != where else None
        return Sent(_message_ids(messages), room=moved)

    async def _send_or_find(
        self, key: str, where: Destination, priority: int, part: MessagePart, *, private: bool
    ) -> Completed | Receipt:
        """Send a part, unless an earlier try turns out to be shown. After a lost reply, look for the message."""
        earlier = self.lost.of_key(key, where)
        if earlier is not None and (found := await self.lost.find(self.requests, earlier)) is not None:
            return found
        after = self.requests.state.message_numbers.newest(where.chat)
        done = await self._send_part(where, priority, part, private=private)
        if not isinstance(done, Unknown) or after is None or not part.findable:
            return done
        lost = Lost(key, where, after, part.inline_keyboard)
        return await self.lost.find(self.requests, lost) or done

    async def _send_part(
        self, where: Destination, priority: int, part: MessagePart, *, private: bool = False
    ) -> Completed | Receipt:
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
                sent += done.messages
            else:
                if lacks_media_right(done):
                    await rights_reports.report_missing_media_right(self.requests, where)
                log.warning("telegram-part-left-out", chat=where.chat, why=getattr(done, "detail", ""))
                failed += [upload.name for upload in part.uploads]
        if failed:
            note = await self._send_with_retries(where, TextPart(Content(message_parts.missing_files_note(failed))))
            sent += note.messages if isinstance(note, Completed) else ()
        return sent

    async def _send_with_retries(
        self, where: Destination, part: MessagePart, *, private: bool = False
    ) -> Completed | Receipt:
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

    async def _answer(self, sending: Sending, call: outbound.Answer) -> Receipt:
        """Answer a button press with a notice where the answer fits into one; everything else in the room."""
        if call.token is not None:
            notice = callback_answers.notice_of(call)
            receipt = await callback_answers.answer(self.requests, call.token, notice)
            if notice is not None and isinstance(receipt, Unknown):
                return Later(0.0, receipt.detail)  # A second answer to a press shows no second notice.
            if notice is not None or isinstance(receipt, Later):
                return receipt
        elif not call.content.text:
            return Sent()
        return await self._show(sending, call.room, call.content, ANSWERS, call.reply_to)

    async def _approve_join(self, room: str, user: str) -> Receipt:
        where = parse_room(room)
        if where is None or parse_room(user) is None:
            return Refused("gone", f"{room!r} is no room of Telegram")
        return await self.requests.request(
            where, lambda: self.requests.bot.approve_chat_join_request(where.chat, int(user)),
            right=permissions.ADD_USERS,
        )  # fmt: skip


def _message_ids(messages: Sequence[Message]) -> tuple[str, ...]:
    """Return the ids of the messages; for a native poll first the id that its votes carry."""
    names = tuple(message_id(message.chat.id, message.message_id) for message in messages)
    poll = messages[0].poll if messages else None
    return (poll_id(poll.id), *names) if poll is not None else names
