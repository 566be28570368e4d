"""Drawing of bar charts with Matplotlib: columns for days, or horizontal bars with room for long labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bots.core.bar_chart import MAX_BARS, BarChart
from schedules.delivery.line_wrap import wrapped
from schedules.delivery.picture_style import BLUE, FONT, GROUND, INK, QUIET

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from PIL.Image import Image

WIDTH, COLUMNS_WIDTH, COLUMNS_HEIGHT = 800, 960, 540
"""Points. On a phone, a picture of 800 has letters as large as those of a message."""
_DPI = 100
_MARGIN, _GAP, _BAR, _LINE, _TITLE_LINE = 40, 22, 26, 38, 42
_TITLE_LINES, _LABEL_LINES = 4, 2
_TITLE, _LETTERS = 32, 27
_SMALLEST = 0.006
"""How long the shortest bar is beside the longest one, so that people see it."""
_MAX_NUMBERED, _MAX_LABELLED = 16, 8
"""With more columns only the highest has its number, and not every day has its label: they would overlap."""


def draw(chart: BarChart) -> Image:
    """Return a chart: columns of 960 by 540 points, or horizontal bars, 800 wide and as high as they need."""
    from PIL import Image

    written = BytesIO()
    (_horizontal(chart) if chart.horizontal else _columns(chart)).savefig(written, format="png")
    return Image.open(written).convert("RGB")


def _columns(chart: BarChart) -> Figure:
    figure, axes = _figure(COLUMNS_WIDTH, COLUMNS_HEIGHT, above=120, below=70)
    bars = chart.bars[-MAX_BARS:]
    values = [bar.value for bar in bars]
    most, every = max(values, default=0) or 1, 1 + len(bars) // _MAX_LABELLED
    columns = axes.bar(range(len(bars)), values, width=0.76, color=BLUE)
    shown = range(len(bars)) if len(bars) <= _MAX_NUMBERED else [values.index(most)]
    numbers = [str(value) if value and at in shown else "" for at, value in enumerate(values)]
    axes.bar_label(columns, numbers, padding=4, **_letters(_LETTERS))
    axes.set_xticks(
        range(0, len(bars), every), [_known(bar.label) for bar in bars[::every]], **_letters(_LETTERS, QUIET)
    )
    axes.set(xlim=(-0.5, max(len(bars), 1) - 0.5), ylim=(0, most))
    axes.spines["bottom"].set_visible(True)
    _write(figure, 30, [_known(chart.title)], _TITLE, INK, _TITLE_LINE)
    return figure


def _horizontal(chart: BarChart) -> Figure:
    from fontpkg.pil import truetype

    room, bars = WIDTH - 2 * _MARGIN, chart.bars[:MAX_BARS]
    title = wrapped(_known(chart.title), truetype(FONT, _TITLE), room, _TITLE_LINES)
    font = truetype(FONT, _LETTERS)
    labels = [wrapped(_known(bar.label), font, room, _LABEL_LINES) for bar in bars]
    middles, bottom = [], 0.0
    for lines in labels:
        bottom += len(lines) * _LINE + _BAR + _GAP
        middles.append(bottom - _GAP - _BAR / 2)
    above = _MARGIN + len(title) * _TITLE_LINE
    below = _MARGIN + bool(chart.note) * _LINE
    figure, axes = _figure(WIDTH, above + int(bottom) + below, above=above, below=below)
    most = max((bar.value for bar in bars), default=0) or 1
    drawn = axes.barh(
        middles, [bar.value and max(bar.value, most * _SMALLEST) for bar in bars], height=_BAR,
        color=[BLUE if bar.leads else QUIET for bar in bars],
    )  # fmt: skip
    axes.bar_label(drawn, [_known(bar.written) for bar in bars], padding=8, **_letters(_LETTERS))
    for middle, lines in zip(middles, labels, strict=True):
        _write(figure, above + middle - _BAR / 2 - len(lines) * _LINE, lines, _LETTERS, INK, _LINE)
    figures = max((font.getlength(bar.written) for bar in bars), default=0) + 16
    axes.set(xlim=(0, most * room / (room - figures)), ylim=(max(bottom, 1), 0))
    _write(figure, _MARGIN // 2, title, _TITLE, INK, _TITLE_LINE)
    _write(figure, above + bottom, [_known(chart.note)], _LETTERS, QUIET, _LINE)
    return figure


def _figure(width: int, height: int, *, above: int, below: int) -> tuple[Figure, Axes]:
    """Return an empty picture, and its axes without lines, with these points free above and below them."""
    from matplotlib.figure import Figure  # with the first chart: it takes 60 MB

    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=GROUND)
    axes = figure.add_axes(
        (_MARGIN / width, below / height, 1 - 2 * _MARGIN / width, 1 - (above + below) / height), facecolor=GROUND
    )
    axes.spines[:].set_visible(False)
    axes.spines["bottom"].set(color=QUIET, linewidth=1.5)
    axes.tick_params(length=0, pad=10)
    axes.set(xticks=(), yticks=())
    return figure, axes


def _write(figure: Figure, top: float, lines: Sequence[str], size: int, colour: str, step: int) -> None:
    """Write lines below each other at the margin, `top` points below the upper edge."""
    width, height = figure.get_size_inches() * _DPI
    for number, line in enumerate(lines):
        at = 1 - (top + number * step) / height
        figure.text(_MARGIN / width, at, line, va="top", **_letters(size, colour))


def _letters(size: int, colour: str = INK) -> dict[str, Any]:
    """Return the properties of text: people's own, in which a dollar sign begins no formula."""
    font = _font().copy()
    font.set_size(size * 72 / _DPI)
    return {"fontproperties": font, "color": colour, "parse_math": False}


def _known(text: str) -> str:
    """Return a text without the characters that our font lacks."""
    return "".join(character for character in text if ord(character) in _characters())


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(_font())).get_charmap())


@lru_cache(maxsize=1)
def _font() -> FontProperties:
    from fontpkg.mpl import use

    font: FontProperties = use(FONT)
    return font
