"""Draw horizontal bars: each with its label above it and its figure at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.core.bar_chart import MAX_BARS, Bar, BarChart

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH = 800
"""On a phone, a picture of this width has letters as large as those of a message."""
_MARGIN, _GAP, _BAR_HEIGHT, _LINE = 40, 22, 26, 38
_TITLE_LINES, _LABEL_LINES = 4, 2
_SMALLEST = 4
"""The width of the shortest bar, so that people see it."""


def draw(chart: BarChart, ground: str, ink: str, quiet: str, bar: str) -> Image:
    """Return the picture, as high as its bars need."""
    from fontpkg.pil import truetype
    from PIL import Image, ImageDraw

    title_font, font = truetype("Noto Sans", 32), truetype("Noto Sans", 28)
    room, bars = WIDTH - 2 * _MARGIN, chart.bars[:MAX_BARS]
    title = wrapped(chart.title, title_font, room, _TITLE_LINES)
    labels = [wrapped(one.label, font, room, _LABEL_LINES) for one in bars]
    rows = sum(len(lines) * _LINE + _BAR_HEIGHT + _GAP for lines in labels)
    height = _MARGIN + (len(title) + bool(chart.note)) * (_LINE + 4) + rows + _MARGIN
    image = Image.new("RGB", (WIDTH, height), ground)
    canvas = ImageDraw.Draw(image)
    top = _draw_lines(canvas, title, _MARGIN // 2 + 4, title_font, ink, _LINE + 4) + _GAP
    longest = max((font.getlength(one.written) for one in bars), default=0)
    most, full = max((one.value for one in bars), default=0) or 1, room - longest - 16
    for one, lines in zip(bars, labels, strict=True):
        top = _draw_lines(canvas, lines, top, font, ink, _LINE)
        behind = _draw_bar(canvas, one, top + 4, full * one.value / most, bar if one.leads else quiet)
        canvas.text((behind, top + 4 + _BAR_HEIGHT / 2), one.written, ink, font, "lm")
        top += _BAR_HEIGHT + _GAP
    _draw_lines(canvas, (chart.note,) if chart.note else (), top, font, quiet, _LINE)
    return image


def _draw_bar(canvas: ImageDraw, one: Bar, top: float, length: float, colour: str) -> float:
    """Draw a bar, and return where its figure begins."""
    if not one.value:
        return _MARGIN
    right = _MARGIN + max(length, _SMALLEST)
    canvas.rectangle((_MARGIN, top, right, top + _BAR_HEIGHT), colour)
    return right + 10


def _draw_lines(
    canvas: ImageDraw, lines: tuple[str, ...], top: float, font: FreeTypeFont, colour: str, step: int
) -> float:
    for number, line in enumerate(lines):
        canvas.text((_MARGIN, top + number * step), line, colour, font)
    return top + len(lines) * step


def wrapped(text: str, font: FreeTypeFont, room: float, most: int) -> tuple[str, ...]:
    """Return a text in lines that fit. What is more than `most` lines, or a word longer than one, is cut off."""
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    kept = [_cut(one, font, room) for one in lines[:most]]
    return (*kept[:-1], _cut(f"{lines[most - 1]} …", font, room)) if len(lines) > most else tuple(kept)


def _cut(line: str, font: FreeTypeFont, room: float) -> str:
    if font.getlength(line) <= room:
        return line
    ending = "…"
    while line and font.getlength(line + ending) > room:
        line = line[:-1]
    return line.rstrip(" …") + ending
