"""Breaking of text into lines that fit a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont


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
