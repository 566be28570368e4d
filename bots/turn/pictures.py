"""Pictures of numbers and days. They travel as values and are drawn when they are sent."""

from __future__ import annotations

import regex

from bots.core.bar_chart import LARGEST, BarChart
from bots.core.inbound import Attachment
from bots.core.month_sheet import MonthSheet
from bots.turn.turn import Turn

_EMOJI = regex.compile(
    r"[[\u2190-\U0010ffff]&&\p{Extended_Pictographic}]|[\p{RI}\p{Emoji_Modifier}\ufe0f\u200d\u20e3]", regex.V1
)
_DRAWN = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Inherited}]*", regex.V1)


def picture(name: str, shown: BarChart | MonthSheet, turn: Turn) -> tuple[Attachment, ...]:
    """Return the picture; none where the platform shows no pictures, or our font lacks the letters."""
    alt = shown.as_text()
    if turn.capabilities.upload_bytes < LARGEST or _DRAWN.fullmatch(alt) is None:
        return ()
    return (Attachment(name=name, mime="image/png", size=LARGEST, data=shown.encode(), chart=True, alt=alt),)


def drawn_text(text: str) -> str:
    """Return a text without the emoji, which our font lacks."""
    return " ".join(_EMOJI.sub("", text).split())
