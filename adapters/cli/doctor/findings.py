"""What `glocal doctor` finds."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One sentence about one thing. `good`: nothing has to be done."""

    good: bool
    about: str
    text: str
