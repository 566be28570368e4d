"""Answers to interactions: to the person alone, also when they come too late to be given there (ADR 31)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress

import discord

from adapters.discord.interactions.responder import Case, Desk
from adapters.discord.rendering.components import modal
from adapters.discord.rooms.channels import Channels
from bots.core.inbound import PersonInbound
from bots.core.outbound import Answer, Content, DirectMessage, ShowForm
from bots.core.richtext import Mention, Text
from bots.i18n import texts
from bots.ports import Receipt, Sending, Sent

_MOST_PRIVATE = 1_000


Post = Callable[[str, Content, Sending, str | None], Awaitable[Receipt]]
"""Posts a message in a room, maybe as a reply."""
Direct = Callable[[DirectMessage, Sending], Awaitable[Receipt]]
"""Writes to a person."""


class Answers:
    """The answers of one account. Remembers private ones for as long as they can be changed; it may forget."""

    def __init__(self, desk: Desk, channels: Channels, post: Post, direct: Direct) -> None:
        self._desk = desk
        self._channels = channels
        self._post = post
        self._direct = direct
        self._private: OrderedDict[str, Case] = OrderedDict()

    async def give(self, call: Answer, sending: Sending) -> Receipt:
        """To the person alone, as the answer to what they did. Raises discord.HTTPException and network errors."""
        content = call.content
        case = self._desk.find(call.token) if call.token else None
        if not content.text and not content.buttons and not content.attachments:
            if case is not None:
                await self._desk.accept(case)
            return Sent()
        if case is None:
            return await self._post(call.room, content, sending, call.reply_to)
        said = await self._desk.answer(case, await self._channels.message(call.room, content, sending, private=True))
        if said is None:
            return await self._give_late(call, case, sending)
        self._private[said] = case
        while len(self._private) > _MOST_PRIVATE:
            self._private.popitem(last=False)
        return Sent((said,))

    async def _give_late(self, call: Answer, case: Case, sending: Sending) -> Receipt:
        """In the private talk, or the room says that it could not be. What is pressed or answered works in its room
        only, and asks for nothing that is private."""
        content = call.content
        if content.buttons or content.asks:
            return await self._post(call.room, _addressed(call.user, content), sending, call.reply_to)
        with suppress(discord.Forbidden):  # they take no private messages
            return await self._direct(DirectMessage(room=call.room, user=call.user, content=content), sending)
        locale = case.value.person.locale if isinstance(case.value, PersonInbound) else None
        note = Content(texts.rich(locale, "answer-too-late"))
        return await self._post(call.room, _addressed(call.user, note), sending, call.reply_to)

    async def show(self, call: ShowForm, sending: Sending) -> Receipt:
        """A form; its fallback where none can be shown any more."""
        if await self._desk.form(self._desk.find(call.token), modal(call)):
            return Sent()
        answer = Answer(room=call.room, user=call.user, content=call.fallback, token=call.token)
        return await self.give(answer, sending)

    async def change(self, message: str, payload: dict[str, object]) -> bool:
        """Change a private answer; False for what is none."""
        case = self._private.get(message)
        if case is not None:
            await self._desk.change(case, message, payload)
        return case is not None


def _addressed(user: str, content: Content) -> Content:
    """Named at the beginning, where there is nothing to answer to."""
    text = (Mention(user, user), Text(" "), *content.text)
    return Content(text, buttons=content.buttons, mentions=(user,), attachments=content.attachments)
