"""Panels as embeds: a colour, a title, lists side by side, and small print.

https://discord.com/developers/docs/resources/message#embed-object
"""

from __future__ import annotations

from adapters.discord.rendering.markdown import NO_NAMES, Names, small_print, truncated_markdown
from bots.core.panel import Column, Panel
from bots.core.richtext import Break, Rich, Text, join, plain
from bots.core.sanitize import truncate

_COLOURS = {"open": 0x3BA55D, "over": 0x747F8D, "cancelled": 0xED4245}
_MAX_TITLE, _MAX_BODY, _MAX_FIELD_NAME, _MAX_FIELD, _MAX_FOOTER = 256, 2800, 100, 650, 400
"""Discord's own limits are 256, 4096, 256, 1024 and 2048; an embed may have 6000 characters in all."""
_MAX_COLUMNS = 3
"""How many columns Discord shows side by side."""
_EMPTY = "\u2013"


def embed(panel: Panel, names: Names = NO_NAMES) -> dict[str, object]:
    """Return a panel as an embed. Nobody is notified by an embed."""
    return {
        "type": "rich",
        "color": _COLOURS[panel.tone],
        "title": _words(panel.heading, _MAX_TITLE),
        "description": truncated_markdown(join(panel.body), names, _MAX_BODY),
        "fields": [_field(column) for column in panel.columns[:_MAX_COLUMNS]],
        **({"footer": {"text": truncate(plain(join(panel.footer)), _MAX_FOOTER)}} if panel.footer else {}),
    }


def _field(column: Column) -> dict[str, object]:
    value = truncated_markdown(join(column.entries, (Break(),)), length=_MAX_FIELD)
    return {"name": _words(column.title, _MAX_FIELD_NAME), "value": value or _EMPTY, "inline": True}


def _words(rich: Rich, length: int) -> str:
    """Return a text without emphasis: titles are bold already."""
    return truncated_markdown((Text(plain(rich)),), length=length)


def panel_text(panel: Panel, names: Names, length: int) -> str:
    """Return a panel as a message without embeds, with its footer as small print."""
    footer = small_print(join(panel.footer), names, _MAX_FOOTER) if panel.footer else ""
    lines: Rich = join([panel.heading, *panel.body, *(column.line for column in panel.columns)])
    return "\n".join(part for part in (truncated_markdown(lines, names, length - len(footer) - 1), footer) if part)
