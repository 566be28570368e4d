"""How a press is answered: by a notice over the chat, or only taken note of.

https://core.telegram.org/bots/api#answercallbackquery
"""

from __future__ import annotations

from telegram.error import TelegramError

from adapters.telegram.outbound.receipts import failed
from adapters.telegram.outbound.requests import Line
from adapters.telegram.rendering.html import short, units
from bots.core.outbound import Answer, Content
from bots.core.richtext import plain
from bots.ports import Receipt, Sent

NOTICE_LENGTH = 200
GLANCE_LENGTH = 60
"""What can be read while a notice passes by; more waits until it is closed."""


def fits(content: Content) -> bool:
    """Whether a notice can say all of it."""
    return not content.buttons and not content.attachments and units(plain(content.text)) <= NOTICE_LENGTH


async def acknowledge(line: Line, call: Answer, token: str, *, notice: bool) -> Receipt:
    """Take the press, with a notice or without. One that is too old to be answered is settled too: to say it in the
    room would bring it to everybody, long after."""
    text = short(plain(call.content.text), NOTICE_LENGTH) if notice else ""
    try:
        await line.bot.answer_callback_query(token, text or None, show_alert=units(text) > GLANCE_LENGTH)
    except TelegramError as error:
        return failed(error)
    return Sent()
