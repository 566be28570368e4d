"""The figures of a digest, as its edition stores them.

People are counted in rows of at least five (storage/queries/figures.py), so a figure about people is 0 or at least 5.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, tzinfo

import msgspec

from storage.tables import FigureGroup, FigureKind

PEOPLE = (FigureKind.NEWCOMERS, FigureKind.VOTES, FigureKind.GUESTS)
"""The kinds that count people."""
MAX_PLACES = 8
"""The communities that a digest names for their newcomers."""


class Figures(msgspec.Struct, omit_defaults=True):
    """What happened in a period. `days`: by the local date of the digest's place (ISO 8601), then by kind.

    `newcomers`: (community, newcomers) of those with most, of `newcomer_places` of its own communities. `few`: those
    with the first of newcomers who are not counted yet, of `few_places`. `places`: how many communities were counted.
    """

    totals: dict[str, int] = {}
    days: dict[str, dict[str, int]] = {}
    newcomers: list[tuple[int, int]] = []
    newcomer_places: int = 0
    few: list[int] = []
    few_places: int = 0
    places: int = 0

    def total(self, kind: FigureKind) -> int:
        """Return the number of one kind."""
        return self.totals.get(kind, 0)

    def add(
        self, rows: Iterable[FigureGroup], since: Mapping[int, datetime], zone: tzinfo, *, named: Collection[int]
    ) -> None:
        """Add what was counted of some communities, but nothing from before the time in `since`.

        `named`: those that the digest may name.
        """
        came: dict[int, int] = {}
        for row in rows:
            if row.since < since[row.community_id]:
                continue
            self.totals[row.kind] = self.total(row.kind) + row.count
            day = self.days.setdefault(row.at.astimezone(zone).date().isoformat(), {})
            day[row.kind] = day.get(row.kind, 0) + row.count
            if row.kind == FigureKind.NEWCOMERS and row.community_id in named:
                came[row.community_id] = came.get(row.community_id, 0) + row.count
        self.newcomer_places += len(came)
        most = sorted([*self.newcomers, *came.items()], key=lambda place: (-place[1], place[0]))
        self.newcomers = most[:MAX_PLACES]
        self.places += len(since)

    def add_few(self, communities: Iterable[int]) -> None:
        """Add the communities whose line only says that a few people came."""
        for community in communities:
            self.few_places += 1
            if len(self.few) < MAX_PLACES:
                self.few.append(community)


def load(stored: str) -> Figures:
    """Return the figures that an edition stores."""
    return msgspec.json.decode(stored.encode(), type=Figures)


def dump(figures: Figures) -> str:
    """Return figures as an edition stores them."""
    return msgspec.json.encode(figures).decode()
