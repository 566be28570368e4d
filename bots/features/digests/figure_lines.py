"""The digest's section of figures, each with how it changed since the period before."""

from __future__ import annotations

from bots.core.richtext import Rich
from bots.features.digests import rules
from bots.turn import figures
from bots.turn.digest_section import Line, Scope, Section
from bots.turn.figures import PEOPLE, Figures
from bots.turn.turn import Turn
from storage.queries import editions
from storage.queries.figures import LEAST_COUNT
from storage.tables import DigestEvery, Edition, FigureKind

_ORDER = (
    FigureKind.EVENTS, FigureKind.GUESTS, FigureKind.POLLS, FigureKind.VOTES, FigureKind.HIGHLIGHTS,
    FigureKind.NEWCOMERS,
)  # fmt: skip


async def figures_section(edition: Edition, scope: Scope, turn: Turn) -> Section:
    """Return one line for each figure; nothing where none reached five, in this period or the one before."""
    now, before = scope.figures, await _before(edition, scope, turn)
    kinds = [kind for kind in _ORDER if now.total(kind) and not _is_told_above(kind, now)]
    most = max((max(now.total(kind), before.total(kind) if before else 0) for kind in kinds), default=0)
    if most < LEAST_COUNT:
        kinds = []
    lines = [Line(f"figures.{kind}", _line(kind, now, before, scope, turn)) for kind in kinds]
    return Section(turn.text("digest-figures"), lines, len(lines))


def _is_told_above(kind: FigureKind, now: Figures) -> bool:
    """Return whether the list of newcomers has this figure: that of one community is their sum."""
    listed = [count for _, count in now.newcomers]
    return kind == FigureKind.NEWCOMERS and listed == [now.total(kind)]


async def _before(edition: Edition, scope: Scope, turn: Turn) -> Figures | None:
    """Return the figures of the period before, if it was about as long."""
    found = await editions.before(turn.uow, scope.place, scope.since)
    if found is None or not rules.are_alike(edition, scope.until, found):
        return None
    return figures.load(found.figures)


def _line(kind: FigureKind, now: Figures, before: Figures | None, scope: Scope, turn: Turn) -> Rich:
    count = now.total(kind)
    figure = turn.text(f"figure-{kind}", count=count)
    if before is None or (kind in PEOPLE and not before.total(kind)):
        return figure
    change = count - before.total(kind)
    if kind in PEOPLE and abs(change) < LEAST_COUNT:
        change = 0  # a change of so few people isn't told either
    every = DigestEvery.WEEKLY if scope.place.digest_every == DigestEvery.NEVER else scope.place.digest_every
    text_id = "digest-change-more" if change > 0 else "digest-change-less" if change < 0 else "digest-change-same"
    if not change and kind in PEOPLE and count != before.total(kind):
        text_id = "digest-change-about"
    args = {"count": abs(change)} if change else {}
    return (*figure, *turn.text(text_id, before=turn.label(f"digest-before-{every}"), **args))
