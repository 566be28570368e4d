"""Answer a button press: with a notice over the chat, or by only acknowledging it.

https://core.telegram.org/bots/api#answercallbackquery
"""

from __future__ import annotations

from dataclasses import dataclass

from telegram.error import TelegramError

from adapters.telegram.outbound.receipts import receipt_for
from adapters.telegram.outbound.requests import RequestSender
from adapters.telegram.rendering.html import truncate_text, utf16_units
from bots.core.outbound import Answer
from bots.core.richtext import plain
from bots.ports import Receipt, Sent

NOTICE_LENGTH = 200
TOAST_LENGTH = 59
"""The longest text for a notice that disappears by itself; a longer one stays until the person taps it away."""


@dataclass(frozen=True)
class Toast:
    """A text over the chat. `stays`: the person has to tap it away."""

    text: str
    stays: bool


def notice_of(call: Answer) -> Toast | None:
    """Return the notice that shows the whole answer, or its beginning where the room shows the news anyway.

    A question is a message: the next one answers it, and where the bot reads only replies it has to be a reply.
    """
    content, text = call.content, plain(call.content.text)
    if content.buttons or content.attachments or content.asks or (utf16_units(text) > NOTICE_LENGTH and not call.brief):
        return None
    if call.brief:
        return Toast(truncate_text(text, TOAST_LENGTH), stays=False)
    text = truncate_text(text, NOTICE_LENGTH)
    return Toast(text, stays=utf16_units(text) > TOAST_LENGTH)


async def answer(requests: RequestSender, token: str, notice: Toast | None) -> Receipt:
    """Acknowledge the press, with a notice or without.

    A press that is too old to be answered counts as answered: a late message in the room would bother everybody.
    """
    shown = notice or Toast("", stays=False)
    try:
        await requests.bot.answer_callback_query(token, shown.text or None, show_alert=shown.stays)
    except TelegramError as error:
        return receipt_for(error)
    return Sent()
