"""What the handlers of one transaction leave to be done at its end and after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

Talk = tuple[str, str, str]
"""(account, room, user)"""


@dataclass
class Batch:
    """Cards to draw anew (with the key of what changed them), the earliest timer set, who is listened to from now on,
    which rooms go on under which other id, whether anything was written, anything said, and the interaction answered.
    """

    dirty: dict[str, str] = field(default_factory=dict)
    earliest: datetime | None = None
    asked: dict[Talk, bool] = field(default_factory=dict)
    watched: dict[tuple[str, str], bool] = field(default_factory=dict)
    kept: dict[tuple[str, str], bool] = field(default_factory=dict)
    moved: dict[tuple[str, str], str] = field(default_factory=dict)
    wrote: bool = False
    spoke: bool = False
    answered: bool = False

    def take(self, other: Batch) -> None:
        """Add what another left, which came later."""
        self.dirty = {**other.dirty, **self.dirty}
        self.asked.update(other.asked)
        self.watched.update(other.watched)
        self.kept.update(other.kept)
        self.moved.update(other.moved)
        self.wrote = self.wrote or other.wrote
        if other.earliest is not None and (self.earliest is None or other.earliest < self.earliest):
            self.earliest = other.earliest
