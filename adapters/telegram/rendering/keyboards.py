"""Buttons below a message, and the question that waits for an answer.

https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data holds 1-64 bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from adapters.telegram.rendering.html import short, units
from bots.core.outbound import Button, Content
from bots.core.richtext import plain

MOST_BUTTONS = 100
LABEL_LENGTH, ROW_LENGTH, ROW_BUTTONS = 64, 30, 4
_PLACEHOLDER_LENGTH = 64


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """Short labels side by side, long ones each in a row; None without buttons."""
    if not buttons:
        return None
    rows: list[list[InlineKeyboardButton]] = []
    left = 0
    for button in buttons[:MOST_BUTTONS]:
        shown = label(button)
        if units(shown) > left or len(rows[-1]) == ROW_BUTTONS:
            rows.append([])
            left = ROW_LENGTH
        left -= units(shown)
        rows[-1].append(_button(button, shown))
    return InlineKeyboardMarkup(rows)


def label(button: Button) -> str:
    """Emoji and words."""
    return short(f"{button.emoji} {button.label}".strip(), LABEL_LENGTH)


def _button(button: Button, shown: str) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(shown, url=button.url)
    return InlineKeyboardButton(shown, callback_data=button.id)


def below(content: Content) -> InlineKeyboardMarkup | ForceReply | None:
    """What a new message has below it. A question opens the reply of the person it is for, and of nobody else: they
    wrote what it replies to, or are named in it. https://core.telegram.org/bots/api#forcereply"""
    if content.buttons or not content.asks:
        return keyboard(content.buttons)
    hint = short(" ".join(plain(content.text).split()), _PLACEHOLDER_LENGTH)
    return ForceReply(selective=True, input_field_placeholder=hint or None)
