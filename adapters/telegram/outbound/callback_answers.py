"""Answer a button press: with a notice over the chat, or by only acknowledging it.

https://core.telegram.org/bots/api#answercallbackquery
"""

from __future__ import annotations

from telegram.error import TelegramError

from adapters.telegram.outbound.receipts import receipt_for
from adapters.telegram.outbound.requests import RequestSender
from adapters.telegram.rendering.html import truncate_text, utf16_units
from bots.core.outbound import Answer, Content
from bots.core.richtext import plain
from bots.ports import Receipt, Sent

NOTICE_LENGTH = 200
GLANCE_LENGTH = 60
"""The longest text for a notice that disappears by itself; a longer one stays until the person closes it."""


def fits_notice(content: Content) -> bool:
    """Return whether a notice can show the whole content."""
    return not content.buttons and not content.attachments and utf16_units(plain(content.text)) <= NOTICE_LENGTH


async def answer(requests: RequestSender, call: Answer, token: str, *, notice: bool) -> Receipt:
    """Acknowledge the press, with a notice or without.

    A press that is too old to be answered counts as answered: a late message in the room would bother everybody.
    """
    text = truncate_text(plain(call.content.text), NOTICE_LENGTH) if notice else ""
    try:
        await requests.bot.answer_callback_query(token, text or None, show_alert=utf16_units(text) > GLANCE_LENGTH)
    except TelegramError as error:
        return receipt_for(error)
    return Sent()
