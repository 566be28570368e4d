"""Pictures of numbers and days, as PNG. Drawing takes some time and memory: do it in a thread, a few at a time.

A picture has its own light ground, so that it can be read in a dark client too, and letters for a phone.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from bots.core.bar_chart import BarChart
from bots.core.month_sheet import MonthSheet
from schedules.delivery import bar_charts, month_sheets

_SHEET = '{"type":"month"'
"""How a month begins as JSON."""
_COLOURS = 16


@lru_cache(maxsize=16)
def draw_data(data: str) -> bytes:
    """Return what an attachment holds as a PNG: a month or a chart. Raises msgspec.ValidationError on anything else.

    A picture that goes into very many rooms is drawn once.
    """
    return draw(MonthSheet.decode(data) if data.startswith(_SHEET) else BarChart.decode(data))


def draw(shown: BarChart | MonthSheet) -> bytes:
    """Return a chart or a month as a PNG of few colours."""
    image = month_sheets.draw(shown) if isinstance(shown, MonthSheet) else bar_charts.draw(shown)
    written = BytesIO()
    image.quantize(_COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()
