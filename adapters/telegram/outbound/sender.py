"""Outbound values out to Telegram. One function a kind of call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from telegram import Message

from adapters.telegram.api.ids import Place, is_person, message_id, place, poll_id, room
from adapters.telegram.outbound import callback_answers, edits, message_parts, uploads
from adapters.telegram.outbound.receipts import is_unshowable, takes_no_files
from adapters.telegram.outbound.requests import Done, Line
from adapters.telegram.rooms import permissions
from bots.core.inbound import Missing, RightsFound
from bots.core.outbound import (
    Admit,
    Answer,
    CallOff,
    CheckRights,
    ClosePoll,
    Content,
    Delete,
    DirectMessage,
    Edit,
    Fetch,
    Gather,
    Join,
    Post,
    ShowForm,
)
from bots.ports import Later, Receipt, Refused, Sending, Sent, Unknown

log = structlog.get_logger()
ANSWERS, MESSAGES = 0, 1
"""Who waits for their turn: answers before announcements."""
_LONGEST_WAIT = 300.0


@dataclass(frozen=True)
class Sender:
    """Sends for one account. Raises nothing of Telegram's."""

    line: Line

    async def perform(self, sending: Sending) -> Receipt:
        """Perform one outbound value."""
        match sending.call:
            case Post(room=there, content=content, reply_to=reply_to):
                return await self._show(sending, there, content, MESSAGES, reply_to)
            case Answer(token=str(token)) as call:
                return await self._answer(sending, call, token)
            case Answer(room=there, content=content, reply_to=reply_to):
                return await self._show(sending, there, content, ANSWERS, reply_to) if content.text else Sent()
            case ShowForm(room=there, fallback=content):
                return await self._show(sending, there, content, ANSWERS, None)
            case DirectMessage(user=user, content=content):
                return await self._direct(sending, user, content)
            case Edit() | Delete() | ClosePoll():
                return await edits.change(self.line, sending)
            case Admit() | CheckRights() | Join() as call:
                return await self._in_room(sending.key, call)
            case Gather() | CallOff() | Fetch():
                return Refused("invalid", f"Telegram has nothing for {type(sending.call).__name__}")

    async def _in_room(self, key: str, call: Admit | CheckRights | Join) -> Receipt:
        match call:
            case Admit(room=there, user=user):
                return await self._admit(there, user)
            case CheckRights(room=there, subject=subject):
                return await self._check(there, subject, key)
        return Sent()  # a bot is added by somebody; it can't enter by itself

    async def _show(
        self, sending: Sending, there: str, content: Content, priority: int, reply_to: str | None, *,
        private: bool = False,
    ) -> Receipt:  # fmt: skip
        """All parts of a content; once the first is there, the rest is made to follow."""
        where = place(there)
        if where is None:
            return Refused("gone", f"{there!r} is no room of Telegram")
        content = message_parts.without(content, uploads.left_out(sending, content.attachments))
        files = uploads.of(sending, content.attachments)
        requests = message_parts.parts(content, files, reply_to)
        if not requests:
            return Refused("invalid", "there is nothing to show")
        first = await self._part(where, priority, requests[0], private=private)
        if files and takes_no_files(first):
            await self._lacks_media(where)
            requests = message_parts.parts(message_parts.without(content, [file.name for file in files]), (), reply_to)
            first = await self._insist(where, requests[0], private=private)
        if not isinstance(first, Done):
            return first
        shown = [*first.result, *await self._follow(first.place, requests[1:])]
        moved = room(first.place.chat, first.place.thread) if first.place != where else None
        return Sent(_names(shown), room=moved)

    async def _part(
        self, where: Place, priority: int, part: message_parts.Part, *, private: bool = False
    ) -> Done[Sequence[Message]] | Receipt:
        """One request. A picture that Telegram can't make one of goes as a document."""
        done = await self.line.message(
            where, priority, lambda to: part(self.line.bot, to), count=part.count, private=private
        )
        plainer = part.plainer() if is_unshowable(done) else None
        return done if plainer is None else await self._insist(where, plainer, private=private)

    async def _follow(self, where: Place, parts: Sequence[message_parts.Part]) -> list[Message]:
        """The parts behind the first. What does not come, or perhaps not, is named in a line: it is not sent again, and
        to begin anew would show the first part twice."""
        shown, left = list[Message](), list[str]()
        for part in parts:
            done = await self._insist(where, part)
            if isinstance(done, Done):
                shown += done.result
            else:
                if takes_no_files(done):
                    await self._lacks_media(where)
                log.warning("telegram-part-left-out", chat=where.chat, why=getattr(done, "detail", ""))
                left += [upload.name for upload in part.uploads]
        if left:
            line = await self._insist(where, message_parts.Words(Content(message_parts.missing(left))))
            shown += line.result if isinstance(line, Done) else ()
        return shown

    async def _insist(
        self, where: Place, part: message_parts.Part, *, private: bool = False
    ) -> Done[Sequence[Message]] | Receipt:
        """The same, waited for in place as long as it is put off."""
        waited = 0.0
        while True:
            done = await self._part(where, MESSAGES, part, private=private)
            if not isinstance(done, Later) or waited > _LONGEST_WAIT:
                return done
            pause = max(done.seconds, 0.5)
            waited += pause
            await self.line.pace.rest(pause)

    async def _lacks_media(self, where: Place) -> None:
        """The words went without their files: the room is told why, once a day."""
        known, now, there = self.line.known, datetime.now(UTC), room(where.chat, where.thread)
        found = RightsFound(
            key=known.key("lacks", there, permissions.MEDIA, now.date()), account=known.account, room=there, at=now,
            missing=(Missing(permissions.MEDIA, "attach"),),
        )  # fmt: skip
        await self.line.inbox.submit([found])

    async def _direct(self, sending: Sending, user: str, content: Content) -> Receipt:
        """The private talk with a person has the person's id. Who speaks as a chat has none: it would be said there."""
        if not is_person(user):
            return Refused("unreachable-person", f"{user} is no person but a chat")
        receipt = await self._show(sending, user, content, MESSAGES, None, private=True)
        return Sent(receipt.messages, room=user) if isinstance(receipt, Sent) else receipt

    async def _answer(self, sending: Sending, call: Answer, token: str) -> Receipt:
        """A press is answered by a notice; what does not fit into one is said in the room."""
        fits = callback_answers.fits(call.content)
        receipt = await callback_answers.acknowledge(self.line, call, token, notice=fits)
        if fits and isinstance(receipt, Unknown):
            return Later(0.0, receipt.detail)  # to answer a press twice shows one notice
        if fits or isinstance(receipt, Later):
            return receipt
        return await self._show(sending, call.room, call.content, ANSWERS, call.reply_to)

    async def _admit(self, there: str, user: str) -> Receipt:
        where = place(there)
        if where is None or place(user) is None:
            return Refused("gone", f"{there!r} is no room of Telegram")
        done = await self.line.request(
            where, lambda: self.line.bot.approve_chat_join_request(where.chat, int(user)), right=permissions.ADD_USERS
        )
        return Sent() if isinstance(done, Done) else done

    async def _check(self, there: str, subject: str, key: str) -> Receipt:
        """Ask what the bot may do, and hand in the answer."""
        where = place(there)
        if where is None:
            return Refused("gone", f"{there!r} is no room of Telegram")
        known, missing = self.line.known, await edits.lacking(self.line, where)
        if not isinstance(missing, tuple):
            return missing
        found = RightsFound(
            key=known.key("check", key), account=known.account, room=there, at=datetime.now(UTC), subject=subject,
            missing=missing,
        )  # fmt: skip
        await self.line.inbox.submit([found])
        return Sent()


def _names(messages: Sequence[Message]) -> tuple[str, ...]:
    """The messages that show it; a native poll first by its own name, which is what votes will tell."""
    names = tuple(message_id(message.chat.id, message.message_id) for message in messages)
    poll = messages[0].poll if messages else None
    return (poll_id(poll.id), *names) if poll is not None else names
