"""Edit and delete messages, and close polls."""

from __future__ import annotations

from functools import partial

from adapters.telegram.api.ids import Destination, parse_message_id, parse_room
from adapters.telegram.api.rate_limits import ANSWERS, EDITS
from adapters.telegram.outbound import message_parts, placeholders
from adapters.telegram.outbound.requests import RequestSender
from adapters.telegram.rendering.html import CAPTION_LENGTH
from adapters.telegram.rendering.keyboards import keyboard
from adapters.telegram.rooms import permissions
from bots.core.outbound import Content, Delete, Edit
from bots.core.richtext import Text
from bots.ports import Later, Receipt, Refused, Sending, Sent, Unknown

_NO_TEXT, _TOO_OLD = "no text in the message to edit", "be deleted"


async def perform_change(requests: RequestSender, sending: Sending) -> Receipt:
    """Perform an Edit, Delete or ClosePoll on the messages that show the card in this chat."""
    where = parse_room(sending.call.room)
    if where is None:
        return Refused("gone", f"{sending.call.room!r} is no room of Telegram")
    parsed = [parse_message_id(where.chat, name) for name in (sending.target, *sending.extra_messages)]
    numbers = [number for number in parsed if number is not None]
    if not numbers:
        return Refused("gone", "it was never shown in this chat")
    match sending.call:
        case Edit(content=content):
            return await _edit(requests, where, numbers[0], content)
        case Delete():
            return await _delete_all(requests, where, numbers)
    return await requests.request(where, lambda: requests.bot.stop_poll(where.chat, numbers[0]))


async def _edit(requests: RequestSender, where: Destination, number: int, content: Content) -> Receipt:
    """Replace text and buttons. If Telegram says that the message has no text, replace the caption of its file."""
    receipt = await requests.request(where, lambda: _edit_text(requests, where.chat, number, content), paced=EDITS)
    if not isinstance(receipt, Refused) or _NO_TEXT not in receipt.detail.lower():
        return receipt
    return await requests.request(
        where, lambda: _edit_caption(requests, where.chat, number, content), paced=EDITS, patient=True
    )


async def _edit_text(requests: RequestSender, chat: int, number: int, content: Content) -> None:
    await requests.bot.edit_message_text(
        message_parts.text_html(content), chat_id=chat, message_id=number, parse_mode="HTML",
        reply_markup=keyboard(content.buttons), link_preview_options=message_parts.NO_PREVIEW,
    )  # fmt: skip


async def _edit_caption(requests: RequestSender, chat: int, number: int, content: Content) -> None:
    await requests.bot.edit_message_caption(
        chat, number, caption=message_parts.text_html(content, CAPTION_LENGTH), parse_mode="HTML",
        reply_markup=keyboard(content.buttons),
    )  # fmt: skip


async def _delete_all(requests: RequestSender, where: Destination, numbers: list[int]) -> Receipt:
    """Delete each message. A retry starts from the first one: deleting a message twice does no harm."""
    worst: Receipt = Sent()
    for number in numbers:
        receipt = await _delete(requests, where, number)
        if isinstance(receipt, Later | Unknown):
            return receipt
        if isinstance(receipt, Refused):
            worst = receipt
    return worst


async def _delete(requests: RequestSender, where: Destination, number: int) -> Receipt:
    """Delete a message. After 48 hours only an administrator can; otherwise blank it.

    https://core.telegram.org/bots/api#deletemessage
    """
    receipt = await requests.request(
        where, lambda: requests.bot.delete_message(where.chat, number), right=permissions.DELETE
    )
    if not isinstance(receipt, Refused) or _TOO_OLD not in receipt.detail.lower():
        return receipt
    blanked = await _blank(requests, where, number)
    return receipt if isinstance(blanked, Refused) else blanked


async def _blank(requests: RequestSender, where: Destination, number: int) -> Receipt:
    """Replace the text or the file with a placeholder.

    What was withdrawn must go soon, so this uses the slots of answers. Some files can't be replaced (a voice message,
    music in an album): blank their caption and return Refused.
    """
    blank = Content((Text(placeholders.TEXT),))
    receipt = await requests.request(where, lambda: _edit_text(requests, where.chat, number, blank), paced=ANSWERS)
    if not isinstance(receipt, Refused) or _NO_TEXT not in receipt.detail.lower():
        return receipt
    for media in (placeholders.photo(), placeholders.document()):
        replace = partial(requests.bot.edit_message_media, media, where.chat, number)
        receipt = await requests.request(where, replace, paced=ANSWERS, patient=True)
        if not isinstance(receipt, Refused):
            return receipt
    captioned = await requests.request(
        where, lambda: _edit_caption(requests, where.chat, number, blank), paced=ANSWERS, patient=True
    )
    return captioned if isinstance(captioned, Later | Unknown) else receipt
