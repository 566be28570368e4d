"""How many people somebody brings, as they type it: "yes +2", "+1"."""

from __future__ import annotations

import re

_GUESTS = re.compile(r"(?:^|\s)\+\s?(?P<count>[0-9]{1,2})\s*$")


def cut(text: str) -> tuple[str, int | None]:
    """Return the words before the number of guests, and that number; None if there is no number."""
    match = _GUESTS.search(text)
    return (text.strip(), None) if match is None else (text[: match.start()].strip(), int(match["count"]))
