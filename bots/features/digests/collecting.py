"""The figures of a digest, collected a page of communities in each transaction.

How far it came is part of the edition, and a timer that is due at once goes on: a crash interrupts nothing.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from bots.turn import figures
from bots.turn.figures import Figures
from bots.turn.turn import Turn
from storage.queries import editions
from storage.queries import figures as groups
from storage.queries.memberships import Place
from storage.tables import Edition, FigureKind, Network

PAGE = 40
"""Communities in one transaction."""
TIMER = "digest-collect"


class Progress(msgspec.Struct):
    """How far the figures up to `until` are collected: all communities up to the id `after`. `purposes`: what for."""

    until: datetime
    purposes: list[str]
    after: int = 0
    figures: Figures = msgspec.field(default_factory=Figures)


async def collect(edition: Edition, place: Place, purpose: str, turn: Turn) -> Figures | None:
    """Collect the figures of a digest up to now; return them if it is done at once.

    Otherwise `purpose` says what is to follow when it is done.
    """
    if edition.collecting:
        progress = _progress(edition)
        progress.purposes = [*dict.fromkeys([*progress.purposes, purpose])]
        _keep(edition, progress)
        return None
    size = 1
    if isinstance(place, Network):
        size = await editions.define_scope(turn.uow, edition, place)
    else:
        await editions.define_single(turn.uow, edition, place)
    progress = Progress(turn.now, [purpose])
    if size > PAGE:
        _keep(edition, progress)
        turn.schedule(TIMER, str(edition.id), turn.now)
        return None
    return progress.figures if await _take_page(edition, place, progress, turn) else None


async def go_on(edition: Edition, place: Place, turn: Turn) -> Progress | None:
    """Collect the next page; return what is known when it was the last one."""
    progress = _progress(edition)
    return progress if await _take_page(edition, place, progress, turn) else None


async def _take_page(edition: Edition, place: Place, progress: Progress, turn: Turn) -> bool:
    """Add up the figures of the next page of communities. Return whether it was the last page."""
    since = await editions.scope_page(turn.uow, edition, progress.after, PAGE)
    communities = list(since)
    if communities:
        await groups.count_up(turn.uow, communities, progress.until)
        rows = await groups.between(turn.uow, communities, edition.since, progress.until)
        named = await editions.own_parts(turn.uow, place, communities)
        progress.figures.add(rows, since, ZoneInfo(place.zone), named=named)
        waiting = await groups.first_waiting(turn.uow, list(named), progress.until)
        told = {row.community_id for row in rows if row.kind == FigureKind.NEWCOMERS}
        few = [one for one, at in waiting.items() if at > edition.since and at >= since[one] and one not in told]
        progress.figures.add_few(sorted(few))
    if len(communities) == PAGE:
        progress.after = communities[-1]
        _keep(edition, progress)
        turn.schedule(TIMER, str(edition.id), turn.now)
        return False
    edition.collecting, edition.figures = "", figures.dump(progress.figures)
    await editions.clear_scope(turn.uow, edition)
    return True


def _progress(edition: Edition) -> Progress:
    return msgspec.json.decode(edition.collecting.encode(), type=Progress)


def _keep(edition: Edition, progress: Progress) -> None:
    edition.collecting = msgspec.json.encode(progress).decode()
