"""Messages with embeds, as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_COMMAND = re.compile(r"</([^:<>]+):\d+>")
_SMALL_PRINT = re.compile(r"(?m)^-# ")


def whole_text(content: str, embeds: Sequence[Mapping[str, Any]]) -> str:
    """Return the text and the embeds from top to bottom, with each column in one line.

    Commands that open by a click read as in the menu: `/event list`.
    """
    lines = [content] if content else []
    for embed in embeds:
        lines += [embed.get("title", ""), embed.get("description", "")]
        lines += [f"{field['name']}: {', '.join(field['value'].split(chr(10)))}" for field in embed.get("fields") or ()]
        lines.append((embed.get("footer") or {}).get("text", ""))
    return _COMMAND.sub(r"/\1", _SMALL_PRINT.sub("", "\n".join(line for line in lines if line)))
