"""Drawing of months: a calendar whose busy days stand out, and below it what is on each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.core.month_sheet import MonthSheet
from schedules.delivery.line_wrap import wrapped
from schedules.delivery.picture_style import BLUE, FONT, GROUND, INK, QUIET

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH = 800
_MARGIN, _CELL, _LINE, _GAP = 40, 52, 38, 14
_MOST_LINES = 3
"""How many lines one event or title takes."""


def draw(sheet: MonthSheet) -> Image:
    """Return the picture, as high as its days need."""
    from fontpkg.pil import truetype
    from PIL import Image, ImageDraw

    title_font, font = truetype(FONT, 32), truetype(FONT, 26)
    room = WIDTH - 2 * _MARGIN
    title = wrapped(sheet.title, title_font, room, _MOST_LINES)
    rows = [
        (text, colour)
        for day in sheet.days
        for text, colour in ((day.label, BLUE), *((line, INK) for line in day.lines))
    ]
    lines = [(part, colour) for text, colour in rows for part in wrapped(text, font, room, _MOST_LINES)]
    weeks = -(-(sheet.blanks + len(sheet.cells)) // 7)
    top = _MARGIN + len(title) * (_LINE + 4) + _GAP
    below = top + (weeks + 1) * _CELL + _GAP
    image = Image.new("RGB", (WIDTH, below + len(lines) * _LINE + _MARGIN), GROUND)
    canvas = ImageDraw.Draw(image)
    for number, line in enumerate(title):
        canvas.text((_MARGIN, _MARGIN // 2 + number * (_LINE + 4)), line, INK, title_font)
    _draw_calendar(canvas, sheet, top, font)
    for number, (part, colour) in enumerate(lines):
        canvas.text((_MARGIN, below + number * _LINE), part, colour, font)
    return image


def _draw_calendar(canvas: ImageDraw, sheet: MonthSheet, top: float, font: FreeTypeFont) -> None:
    step = (WIDTH - 2 * _MARGIN) / 7
    for number, label in enumerate(sheet.weekdays):
        canvas.text((_MARGIN + (number + 0.5) * step, top + _CELL / 2), label, QUIET, font, "mm")
    for number, label in enumerate(sheet.cells):
        row, column = divmod(sheet.blanks + number, 7)
        middle, height = _MARGIN + (column + 0.5) * step, top + (row + 1.5) * _CELL
        if number in sheet.busy:
            half = _CELL / 2 - 3
            canvas.rounded_rectangle((middle - half, height - half, middle + half, height + half), 10, BLUE)
        canvas.text((middle, height), label, GROUND if number in sheet.busy else INK, font, "mm")
