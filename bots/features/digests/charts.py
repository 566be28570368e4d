"""`digest chart`: how many took part on each day, as a picture with the same numbers as text.

Each number adds up groups of at least five people, as all figures do.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bots.commands.declaration import Arg, Args, Command
from bots.core.bar_chart import Bar, BarChart
from bots.core.inbound import Attachment, CommandInvoked
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.dates import formatting
from bots.turn import figures, pictures
from bots.turn.figures import PEOPLE
from bots.turn.turn import Turn
from storage.queries import editions
from storage.queries.memberships import Place
from storage.tables import DigestEvery, Edition

CHART = Command(
    name="digest chart", right=Right.CONNECTOR, needs="owned",
    args=(Arg(name="how", kind="choice", choices=("on", "off", "status"), required=False),),
)  # fmt: skip
_DAYS = {DigestEvery.MONTHLY: 31}
"""The days that a chart shows; otherwise those of a week."""


async def set_chart(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `digest chart [on|off]`: switch the picture on or off, or tell its numbers."""
    place = turn.place
    how = args.optional_text("how") or "status"
    if how in ("on", "off"):
        place.digest_chart = how == "on"
        turn.answer(f"digest-chart-{how}", place=place.name)
        return
    sent = await editions.ended(turn.uow, place, 1)
    chart = await _chart(sent[0], place, turn) if sent else None
    if chart is None:
        raise Refusal("digest-chart-none", place=place.name)
    turn.answer_content(Content(text=(Text(chart.as_text()),)))


async def picture(edition: Edition, place: Place, turn: Turn) -> tuple[Attachment, ...]:
    """Return the picture of a digest, where its place wants one and the platform shows pictures."""
    chart = await _chart(edition, place, turn) if place.digest_chart else None
    return pictures.picture("digest.png", chart, turn) if chart is not None else ()


async def _chart(edition: Edition, place: Place, turn: Turn) -> BarChart | None:
    """Return the chart of the days up to the end of a digest; None if nobody took part."""
    zone = ZoneInfo(place.zone)
    last = (edition.until or turn.now).astimezone(zone).date()
    days = [last - timedelta(days=ago) for ago in reversed(range(_DAYS.get(place.digest_every, 7)))]
    counted = await _count(edition, place, days[0], turn)
    if not any(counted.get(day.isoformat()) for day in days):
        return None
    bars = [Bar(_label(day, place, turn), counted.get(day.isoformat(), 0)) for day in days]
    return BarChart(turn.label("digest-chart-title", place=pictures.drawn_text(place.name)), tuple(bars))


def _label(day: date, place: Place, turn: Turn) -> str:
    monthly = place.digest_every == DigestEvery.MONTHLY
    return formatting.format_column(day, ZoneInfo(place.zone), turn.room_context.locale, weekday=not monthly)


async def _count(edition: Edition, place: Place, first: date, turn: Turn) -> dict[str, int]:
    """Return how many took part on each day: votes, guests and newcomers of this digest and those before it."""
    counted: dict[str, int] = {}
    begin = datetime.combine(first, time(), ZoneInfo(place.zone))
    before = await editions.ended_between(turn.uow, place, begin, edition.since)
    for one in (*before, edition):
        for day, kinds in figures.load(one.figures).days.items():
            counted[day] = counted.get(day, 0) + sum(kinds.get(kind, 0) for kind in PEOPLE)
    return counted
