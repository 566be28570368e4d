"""Drawing of bar charts, as PNG. It takes some milliseconds and a few MB: do it in a thread, a few at a time.

The picture has its own light ground, so that it can be read in a dark client too, and letters for a phone.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from bots.core.bar_chart import MAX_BARS, BarChart
from bots.core.month_sheet import MonthSheet
from schedules.delivery import horizontal_bars, month_sheets

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 960, 540
_GROUND, _INK, _QUIET, _BAR = "#ffffff", "#1c1c1c", "#5f6368", "#0b57d0"
"""Contrast of ink and quiet letters with the ground: 17:1 and 6:1 (WCAG asks for 4.5:1), of bars 6:1 (3:1)."""
_MARGIN, _TOP, _BOTTOM = 50, 120, 70
_MAX_NUMBERED = 16
"""With more bars only the highest has its number: the others would stand on each other."""
_TITLE, _LETTERS = 34, 26
_SHEET = '{"type":"month"'
"""How a month begins as JSON."""
_FONT = "Noto Sans"
"""It has the letters of all languages in Latin, Greek or Cyrillic, which the font of Pillow hasn't."""


@lru_cache(maxsize=16)
def draw_data(data: str) -> bytes:
    """Return what an attachment holds as a PNG: a month or a chart. Raises msgspec.ValidationError on anything else.

    A picture that goes into very many rooms is drawn once.
    """
    return draw(MonthSheet.decode(data) if data.startswith(_SHEET) else BarChart.decode(data))


def draw(chart: BarChart | MonthSheet) -> bytes:
    """Return a chart as a PNG: of 960 by 540 points, or narrower and as high as its bars or days need."""
    from PIL import Image, ImageDraw  # imported when the first chart is drawn: it takes memory

    if isinstance(chart, MonthSheet):
        image = month_sheets.draw(chart, _GROUND, _INK, _QUIET, _BAR)
    elif chart.horizontal:
        image = horizontal_bars.draw(chart, _GROUND, _INK, _QUIET, _BAR)
    else:
        image = Image.new("RGB", (WIDTH, HEIGHT), _GROUND)
        _draw_on(ImageDraw.Draw(image), chart)
    written = BytesIO()
    image.quantize(32).save(written, "PNG", optimize=True)
    return written.getvalue()


def _draw_on(canvas: ImageDraw, chart: BarChart) -> None:
    from fontpkg.pil import truetype

    letters, title = truetype(_FONT, _LETTERS), truetype(_FONT, _TITLE)
    canvas.text((_MARGIN, 30), chart.title, _INK, title)
    bars = chart.bars[-MAX_BARS:]
    step, most = (WIDTH - 2 * _MARGIN) / max(len(bars), 1), max((bar.value for bar in bars), default=0) or 1
    base, every = HEIGHT - _BOTTOM, 1 + len(bars) // 8
    highest = next((number for number, bar in enumerate(bars) if bar.value == most), 0)
    for number, bar in enumerate(bars):
        left, middle = _MARGIN + number * step, _MARGIN + (number + 0.5) * step
        top = base - (base - _TOP) * bar.value / most
        if bar.value:
            canvas.rectangle((left + step * 0.12, top, left + step * 0.88, base), _BAR)
        if bar.value and (len(bars) <= _MAX_NUMBERED or number == highest):
            canvas.text((middle, top - 6), str(bar.value), _INK, letters, "mb")
        if number % every == 0:
            canvas.text((middle, base + 12), bar.label, _QUIET, letters, "mt")
    canvas.line((_MARGIN, base, WIDTH - _MARGIN, base), _QUIET, 2)
