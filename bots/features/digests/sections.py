"""The lines of a digest, made of the sections that other features contribute, its figures and what somebody added."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bots.core.richtext import Break, Rich, Text, join
from bots.features.digests import drafts
from bots.features.digests.figure_lines import figures_section
from bots.turn import figures
from bots.turn.digest_section import MAX_LINES, Line, Scope, Section
from bots.turn.turn import Turn
from storage.queries.memberships import Place
from storage.tables import Edition

_ORDER = ("highlights", "polls", "onboarding", "events")
"""The features whose sections come first. Those of other features follow in the order of the registry."""


@dataclass(frozen=True)
class Composed:
    """A digest in one language: its title, and its sections with all lines, the removed ones too."""

    title: Rich
    sections: Sequence[Section]
    hidden: Collection[str]
    shown: Collection[str] = ()

    def parts(self) -> Iterator[tuple[Section, Sequence[Line], int]]:
        """Yield each section that is not empty, with the lines to show, and how many more there are."""
        for section in self.sections:
            lines = [line for line in section.lines if self._is_visible(line.key)][:MAX_LINES]
            gone = sum(line.key in self.hidden for line in section.lines)
            if lines:
                yield section, lines, section.total - gone - len(lines)

    def _is_visible(self, key: str) -> bool:
        return key not in self.hidden and (not self.shown or key in self.shown)

    def keys(self) -> list[str]:
        """Return the keys of the lines to show, in their order."""
        return [line.key for _, lines, _ in self.parts() for line in lines]

    def text(self, turn: Turn) -> Rich | None:
        """Return the whole digest; None if nothing is in it."""
        parts = [_section_text(*part, turn) for part in self.parts()]
        return join([self.title, *parts], (Break(), Break())) if parts else None


def _section_text(section: Section, lines: Sequence[Line], more: int, turn: Turn) -> Rich:
    bullets: list[Rich] = [(Text("• "), *line.text) for line in lines]
    rest = [turn.text("digest-more", count=more)] if more > 0 else []
    return join([*([section.title] if section.title else []), *bullets, *rest])


async def compose(edition: Edition, place: Place, until: datetime, turn: Turn) -> Composed:
    """Return a digest in the turn's language and zone, with the figures that its edition has."""
    removed = drafts.hidden(edition)
    scope = Scope(place, edition.since, until, figures.load(edition.figures), spare=len(removed))
    found = await feature_sections(scope, turn)
    added = [Line(line.key, (Text(line.text),)) for line in drafts.added(edition)]
    own = Section((), added, len(added))
    numbers = await figures_section(edition, scope, turn)
    title = turn.text("digest-title", network=place.name)
    return Composed(title, [own, *found, numbers], frozenset(removed), frozenset(_shown(edition)))


async def feature_sections(scope: Scope, turn: Turn) -> list[Section]:
    """Return the sections of all features."""
    offered = turn.extensions.digest_sections
    names = dict.fromkeys([*(name for name in _ORDER if name in offered), *offered])
    return [await offered[name](scope, turn) for name in names]


def _shown(edition: Edition) -> Sequence[str]:
    return drafts.keys_of(edition.shown)
