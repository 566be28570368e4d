"""What is done to messages that are there: changed, withdrawn, ended; and what the bot may do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from telegram import Chat
from telegram.error import TelegramError

from adapters.telegram.api.ids import Place, number_in, place
from adapters.telegram.outbound import message_parts, placeholders
from adapters.telegram.outbound.receipts import failed
from adapters.telegram.outbound.requests import Done, Line
from adapters.telegram.rendering.html import CAPTION_LENGTH
from adapters.telegram.rendering.keyboards import keyboard
from adapters.telegram.rooms import permissions
from adapters.telegram.rooms.admins import standing
from bots.core.inbound import Missing
from bots.core.outbound import Content, Delete, Edit
from bots.core.richtext import Text
from bots.ports import Later, Receipt, Refused, Sending, Sent, Unknown

_NO_WORDS, _TOO_OLD = "no text in the message to edit", "be deleted"


async def change(line: Line, sending: Sending) -> Receipt:
    """Edit, Delete or ClosePoll: of the messages that show the card in this chat."""
    where = place(sending.call.room)
    if where is None:
        return Refused("gone", f"{sending.call.room!r} is no room of Telegram")
    numbers = [number_in(where.chat, name) for name in (sending.target, *sending.also)]
    there = [number for number in numbers if number is not None]
    if not there:
        return Refused("gone", "it was never shown in this chat")
    match sending.call:
        case Edit(content=content):
            return await _edit(line, where, there[0], content)
        case Delete():
            return await _delete(line, where, there)
    done = await line.request(where, lambda: line.bot.stop_poll(where.chat, there[0]))
    return Sent() if isinstance(done, Done) else done


async def _edit(line: Line, where: Place, number: int, content: Content) -> Receipt:
    """New words and buttons. Below a file the words are its caption: Telegram says so when it is asked."""
    ended = await _change(line, where, lambda: _write_text(line, where.chat, number, content))
    if not isinstance(ended, Refused) or _NO_WORDS not in ended.detail.lower():
        return ended
    return await _change(line, where, lambda: _write_caption(line, where.chat, number, content))


async def _write_text(line: Line, chat: int, number: int, content: Content) -> None:
    await line.bot.edit_message_text(
        message_parts.words(content), chat_id=chat, message_id=number, parse_mode="HTML",
        reply_markup=keyboard(content.buttons), link_preview_options=message_parts.QUIET,
    )  # fmt: skip


async def _write_caption(line: Line, chat: int, number: int, content: Content) -> None:
    await line.bot.edit_message_caption(
        chat, number, caption=message_parts.words(content, CAPTION_LENGTH), parse_mode="HTML",
        reply_markup=keyboard(content.buttons),
    )  # fmt: skip


async def _delete(line: Line, where: Place, numbers: list[int]) -> Receipt:
    """Each message. What may work later is tried again as a whole: it does no harm to those that are gone."""
    worst: Receipt = Sent()
    for number in numbers:
        ended = await _withdraw(line, where, number)
        if isinstance(ended, Later | Unknown):
            return ended
        if isinstance(ended, Refused):
            worst = ended
    return worst


async def _withdraw(line: Line, where: Place, number: int) -> Receipt:
    """Take it away. A bot that is no administrator can't after 48 hours: then what it shows goes.

    https://core.telegram.org/bots/api#deletemessage
    """
    done = await line.request(where, lambda: line.bot.delete_message(where.chat, number), right=permissions.DELETE)
    if isinstance(done, Done):
        return Sent()
    if not isinstance(done, Refused) or _TOO_OLD not in done.detail.lower():
        return done
    blanked = await _blank(line, where, number)
    return done if isinstance(blanked, Refused) else blanked


async def _blank(line: Line, where: Place, number: int) -> Receipt:
    """Nothing in place of its words or its file. Refused where the file can't be replaced (a voice, music in an album):
    then at least the words below it go."""
    nothing = Content((Text(placeholders.WORDS),))
    ended = await _change(line, where, lambda: _write_text(line, where.chat, number, nothing))
    if not isinstance(ended, Refused) or _NO_WORDS not in ended.detail.lower():
        return ended
    for media in (placeholders.photo(), placeholders.document()):
        ended = await _change(line, where, partial(line.bot.edit_message_media, media, where.chat, number))
        if not isinstance(ended, Refused):
            return ended
    captioned = await _change(line, where, lambda: _write_caption(line, where.chat, number, nothing))
    return captioned if isinstance(captioned, Later | Unknown) else ended


async def _change(line: Line, where: Place, make: Callable[[], Awaitable[object]]) -> Receipt:
    done = await line.request(where, make, paced=True)
    return Sent() if isinstance(done, Done) else done


async def lacking(line: Line, where: Place) -> tuple[Missing, ...] | Receipt:
    """The rights that the bot lacks in a chat."""
    try:
        chat = await line.bot.get_chat(where.chat)
        if chat.type == Chat.PRIVATE:
            return ()
        me = standing(await line.bot.get_chat_member(where.chat, line.known.me))
    except TelegramError as error:
        return failed(error)
    return permissions.missing(
        me, reads_all=line.known.reads_all, everybody=chat.permissions, joins_by_request=bool(chat.join_by_request)
    )
