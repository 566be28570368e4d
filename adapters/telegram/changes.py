"""What is done to messages that are there: changed, withdrawn, ended; and what the bot may do."""

from __future__ import annotations

from telegram import Chat
from telegram.error import BadRequest, TelegramError

from adapters.telegram import rights, show
from adapters.telegram.keyboards import keyboard
from adapters.telegram.line import Done, Line
from adapters.telegram.managers import standing
from adapters.telegram.outcome import failed
from adapters.telegram.places import Place, number_in, place
from adapters.telegram.render import CAPTION_LENGTH
from bots.core.inbound import Missing
from bots.core.outbound import Content, Delete, Edit
from bots.core.richtext import Text
from bots.ports import Receipt, Refused, Sending, Sent

_NO_WORDS, _TOO_OLD = "no text in the message to edit", "be deleted"
_BLANK = "—"


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
    done = await line.request(where, lambda: _write(line, where.chat, number, content), paced=True)
    return Sent() if isinstance(done, Done) else done


async def _write(line: Line, chat: int, number: int, content: Content) -> None:
    buttons = keyboard(content.buttons)
    try:
        await line.bot.edit_message_text(
            show.words(content), chat_id=chat, message_id=number, parse_mode="HTML", reply_markup=buttons,
            link_preview_options=show.QUIET,
        )  # fmt: skip
    except BadRequest as error:
        if _NO_WORDS not in str(error).lower():
            raise
        await line.bot.edit_message_caption(
            chat, number, caption=show.words(content, CAPTION_LENGTH), parse_mode="HTML", reply_markup=buttons
        )


async def _delete(line: Line, where: Place, numbers: list[int]) -> Receipt:
    """Each message; the worst ending counts."""
    worst: Receipt = Sent()
    for number in numbers:
        done = await line.request(where, lambda: _remove(line, where.chat, number), right=rights.DELETE)  # noqa: B023
        if not isinstance(done, Done | Sent):
            worst = done
    return worst


async def _remove(line: Line, chat: int, number: int) -> None:
    """Withdraw it. A bot that is no administrator can't after 48 hours: then at least its words go.

    https://core.telegram.org/bots/api#deletemessage
    """
    try:
        await line.bot.delete_message(chat, number)
    except BadRequest as error:
        if _TOO_OLD not in str(error).lower():
            raise
        await _write(line, chat, number, Content((Text(_BLANK),)))


async def lacking(line: Line, where: Place) -> tuple[Missing, ...] | Receipt:
    """The rights that the bot lacks in a chat."""
    try:
        chat = await line.bot.get_chat(where.chat)
        if chat.type == Chat.PRIVATE:
            return ()
        me = standing(await line.bot.get_chat_member(where.chat, line.known.me))
    except TelegramError as error:
        return failed(error)
    return rights.missing(
        me, reads_all=line.known.reads_all, everybody=chat.permissions, joins_by_request=bool(chat.join_by_request)
    )
