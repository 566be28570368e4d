"""When a ritual comes: its rule in words, its next dates, and the timer of the next one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text
from bots.dates import formatting, recurrence
from bots.dates.recurrence import Repetition
from bots.turn import rule_dates
from bots.turn.rule_text import RuleText
from bots.turn.turn import Turn
from storage.tables import Community, Ritual

ROUND = "ritual-round"
"""The timer of a ritual's next round."""
SHOWN_DATES = 3


def repetition(ritual: Ritual) -> Repetition:
    """Return the rule of a ritual with what it leaves out."""
    left_out = tuple(date.fromisoformat(on) for on in ritual.left_out.split(",") if on)
    return Repetition(rule=recurrence.parse_rule(ritual.rule), left_out=left_out, skips_holidays=ritual.skips_holidays)


def write(ritual: Ritual, rule: Repetition, start: datetime, zone: ZoneInfo) -> None:
    """Give a ritual its rule, and its first date on the wall clock."""
    ritual.rule, ritual.skips_holidays = str(rule.rule), rule.skips_holidays
    ritual.left_out = ",".join(on.isoformat() for on in sorted(rule.left_out))
    ritual.wall_start, ritual.zone = start.isoformat(timespec="minutes"), zone.key


def check_holidays(rule: Repetition, community: Community) -> None:
    """Raise Refusal("event-holidays-which") if a ritual skips public holidays and nobody said whose."""
    if rule.skips_holidays and not rule_dates.holiday_place(community):
        raise Refusal("event-holidays-which")


def coming(ritual: Ritual, community: Community, after: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield the dates of a ritual after an instant, on the wall clock and as instants."""
    start, zone = datetime.fromisoformat(ritual.wall_start), ZoneInfo(ritual.zone)
    return rule_dates.dates_after(repetition(ritual), start, zone, community, after)


def set_timer(ritual: Ritual, community: Community, turn: Turn, *, after: datetime | None = None) -> datetime | None:
    """Set the timer of the first date after now, and after `after`. Return it, or None if no date is left."""
    found = next(coming(ritual, community, max(turn.now, after or turn.now)), None)
    if found is None:
        turn.cancel_timer(ROUND, str(ritual.id))
        return None
    turn.schedule(ROUND, str(ritual.id), found[1])
    return found[1]


def words(ritual: Ritual, community: Community, turn: Turn) -> str:
    """Return the rule of a ritual in the turn's language, with its hour."""
    start, zone = datetime.fromisoformat(ritual.wall_start), ZoneInfo(ritual.zone)
    rule = RuleText(turn.room_context.locale, zone).describe(
        repetition(ritual), start.date(), holidays=rule_dates.holiday_place(community), since=turn.now.date()
    )
    return f"{rule}, {start:%H:%M}"


def dates_line(ritual: Ritual, community: Community, turn: Turn) -> Rich:
    """Return the line that names the next dates."""
    zone, locale = ZoneInfo(ritual.zone), turn.room_context.locale
    days = [
        formatting.format_day(at, zone, locale) for _, at in islice(coming(ritual, community, turn.now), SHOWN_DATES)
    ]
    if not days:
        return turn.text("event-rule-no-dates")
    return turn.text("event-rule-dates", dates=Text(" · ".join(days)))


def first(ritual: Ritual) -> datetime:
    """Return the first date of a ritual on the wall clock."""
    return datetime.fromisoformat(ritual.wall_start)
