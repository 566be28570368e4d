"""The subject of a digest, and the form of a section: a title and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bots.core.richtext import Rich
from bots.core.sanitize import one_line, truncate
from bots.turn.figures import Figures
from storage.tables import Community, Network

MAX_LINE_LENGTH = 120
MAX_LINES = 8


@dataclass(frozen=True)
class Scope:
    """The place and the period of a digest, and its figures. `spare`: how many lines of a section may be left out."""

    place: Network | Community
    since: datetime
    until: datetime
    figures: Figures = field(default_factory=Figures)
    spare: int = 0

    @property
    def limit(self) -> int:
        """The lines that a section needs at most."""
        return MAX_LINES + self.spare

    @property
    def is_own(self) -> bool:
        """Whether it is about one community, whose name the lines leave out."""
        return isinstance(self.place, Community)


@dataclass(frozen=True)
class Line:
    """A line of a digest. `key` names what it is about, as `poll.17`, whatever its words.

    `origin`: the community that it is about. `kept`: the line for files, which follow no changes; None: the same.
    """

    key: str
    text: Rich
    origin: int | None = None
    kept: Rich | None = None


@dataclass(frozen=True)
class Section:
    """The first lines of a section, `total` of them in all."""

    title: Rich
    lines: Sequence[Line]
    total: int


def shorten(text: str) -> str:
    """Return a text that somebody typed as one short line."""
    return truncate(one_line(text), MAX_LINE_LENGTH)
