"""Rich text truncated to the length of a Discord message."""

from __future__ import annotations

from collections.abc import Collection

from adapters.discord.rendering.markdown import markdown
from bots.core.richtext import Rich
from bots.core.sanitize import truncate
from bots.core.truncation import truncate_rich

MESSAGE_LENGTH = 2000


def truncated_markdown(rich: Rich, pings: Collection[str] = (), length: int = MESSAGE_LENGTH) -> str:
    """Return as much of the text as fits into `length` characters of markdown."""
    shown, words = markdown(rich, pings), length
    while len(shown) > length and words > 0:
        shown = markdown(truncate_rich(rich, words), pings)
        words = max(1, words - max(1, (len(shown) - length) // 2)) if words > 1 else 0
    return truncate(shown, length)  # an address alone may be too long
