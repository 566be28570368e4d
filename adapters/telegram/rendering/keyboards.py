"""Inline keyboards, and forced replies for questions.

https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data holds 1-64 bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from adapters.telegram.rendering.html import truncate_text, utf16_units
from bots.core.outbound import Button, Content
from bots.core.richtext import plain

MOST_BUTTONS = 100
LABEL_LENGTH, ROW_LENGTH, ROW_BUTTONS = 64, 30, 4
_PLACEHOLDER_LENGTH = 64


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """Lay the buttons out in rows: short labels side by side, long ones alone. Return None without buttons."""
    if not buttons:
        return None
    rows: list[list[InlineKeyboardButton]] = []
    left = 0
    for button in buttons[:MOST_BUTTONS]:
        shown = button_label(button)
        if utf16_units(shown) > left or len(rows[-1]) == ROW_BUTTONS:
            rows.append([])
            left = ROW_LENGTH
        left -= utf16_units(shown)
        rows[-1].append(InlineKeyboardButton(shown, url=button.url or None, callback_data=button.id or None))
    return InlineKeyboardMarkup(rows)


def button_label(button: Button) -> str:
    """Return the emoji and the label."""
    return truncate_text(f"{button.emoji} {button.label}".strip(), LABEL_LENGTH)


def reply_markup(content: Content) -> InlineKeyboardMarkup | ForceReply | None:
    """Return the markup of a new message: its buttons, or a forced reply for a question.

    A selective reply opens only for the author of the message it replies to and for people it mentions.
    https://core.telegram.org/bots/api#forcereply
    """
    if content.buttons or not content.asks:
        return keyboard(content.buttons)
    hint = truncate_text(" ".join(plain(content.text).split()), _PLACEHOLDER_LENGTH)
    return ForceReply(selective=True, input_field_placeholder=hint or None)
