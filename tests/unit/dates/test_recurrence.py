"""Rules against the definition of RFC 5545, checked day by day, over 10,000 random rules, zones and dates."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from bots.dates.local_time import resolve_local_time
from bots.dates.recurrence import LONGEST_GAP, Repetition, Rule, Unit, expand, first_date, parse_rule

RULES = 10_000
SEED = 5545
ZONES = (
    "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "UTC",
    "America/St_Johns", "Pacific/Apia", "America/Santiago", "Asia/Tehran",
)  # fmt: skip
SHOWN = 5


def random_rule(dice: random.Random) -> Rule:
    """Return a rule as people say them."""
    unit: Unit = dice.choice(["day", "week", "week", "month", "month", "year"])
    every = dice.choice([1, 1, 1, 2, 3, 4])
    weekdays: tuple[tuple[int, int], ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    nth = 0
    if unit == "week":
        weekdays = tuple((0, day) for day in sorted(dice.sample(range(7), dice.randint(1, 4))))
    elif unit in {"month", "year"}:
        kind = dice.choice(["nth", "day", "working"])
        if kind == "nth":
            weekdays = tuple(sorted({(dice.choice([1, 2, 3, 4, 5, -1]), dice.randrange(7)) for _ in range(2)}))
        elif kind == "day":
            monthdays = tuple(sorted(dice.sample([1, 2, 13, 15, 28, 29, 30, 31, -1], dice.randint(1, 2))))
        else:
            weekdays, nth = tuple((0, day) for day in range(5)), dice.choice([1, -1])
    if unit == "year":
        months = (dice.randint(1, 12),)
    elif dice.random() < 0.3:
        months = tuple(sorted(dice.sample(range(1, 13), dice.randint(6, 11))))
    return Rule(unit=unit, every=every, weekdays=weekdays, monthdays=monthdays, months=months, nth=nth)


def by_definition(rule: Rule, start: date, count: int) -> Iterator[date]:
    """Yield the dates of a rule by asking of each day whether it is one, as long as they are near enough."""
    found, on, last = 0, start, start
    while on - last <= LONGEST_GAP and not (rule.until and on > rule.until):
        if _is_date(rule, start, on):
            found, last = found + 1, on
            yield on
            if found == min(count, rule.count or count):
                return
        on += timedelta(days=1)


def _is_date(rule: Rule, start: date, on: date) -> bool:
    if rule.months and on.month not in rule.months:
        return False
    months = (on.year - start.year) * 12 + on.month - start.month
    monday, first_monday = on - timedelta(days=on.weekday()), start - timedelta(days=start.weekday())
    passed = {
        "day": (on - start).days, "week": (monday - first_monday).days // 7, "month": months,
        "year": on.year - start.year,
    }[rule.unit]  # fmt: skip
    if passed % rule.every:
        return False
    if rule.nth:
        days = [one for one in _days(on.year, on.month) if one.weekday() < 5]
        return on == days[rule.nth - 1 if rule.nth > 0 else rule.nth]
    if rule.weekdays and not any(_is_place(on, place, weekday) for place, weekday in rule.weekdays):
        return False
    last = len(_days(on.year, on.month))
    return not rule.monthdays or on.day in rule.monthdays or on.day - last - 1 in rule.monthdays


def _is_place(on: date, place: int, weekday: int) -> bool:
    if on.weekday() != weekday:
        return False
    same = [one for one in _days(on.year, on.month) if one.weekday() == weekday]
    return not place or (on in same[place - 1 : place] if place > 0 else on == same[-1])


@cache
def _days(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


@pytest.mark.slow
def test_random_rules_have_the_dates_of_the_definition() -> None:
    """10,000 random rules have the dates that the definition gives them, and survive being written and read."""
    dice = random.Random(SEED)
    for _ in range(RULES):
        rule = random_rule(dice)
        begin = date(2024, 1, 1) + timedelta(days=dice.randrange(1500))
        start = first_date(rule, begin)
        right = next(by_definition(replace(rule, every=1), begin, 1), None)
        assert start == right, rule
        if start is None:
            continue
        if dice.random() < 0.3:
            rule = replace(rule, count=dice.randint(1, 6))
        elif dice.random() < 0.3:
            rule = replace(rule, until=start + timedelta(days=dice.randrange(400)))
        wall = datetime.combine(start, time(dice.randrange(24), dice.choice([0, 30])))
        again = parse_rule(str(rule))
        assert again == rule
        found = [one.date() for one in islice(expand(Repetition(rule=again), wall, since=wall), SHOWN)]
        assert found == list(by_definition(rule, start, SHOWN)), (rule, start)


@pytest.mark.parametrize("key", ZONES)
def test_hours_stay_those_of_the_wall_clock(key: str) -> None:
    """Over a year each date of a daily rule begins at its hour, or at the first real one after a gap."""
    zone = ZoneInfo(key)
    for minute in (30, 90, 150, 1425):
        wall = datetime(2026, 1, 1) + timedelta(minutes=minute)  # noqa: DTZ001 - the wall clock
        for number, local in enumerate(islice(expand(Repetition(rule=Rule(unit="day")), wall, since=wall), 366)):
            at, moved = resolve_local_time(local, zone)
            assert local == wall + timedelta(days=number)
            shown = at.astimezone(zone).replace(tzinfo=None)
            assert shown == local or (moved and shown > local and not _exists(local, zone))


def _exists(local: datetime, zone: ZoneInfo) -> bool:
    return local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local


def test_left_out_dates_count_but_do_not_take_place() -> None:
    """A date that is left out counts among "10 times" (RFC 5545), and holidays are left out where they are known."""
    rule = Repetition(rule=Rule(unit="week", weekdays=((0, 3),), count=3), left_out=(date(2026, 12, 24),))
    start = datetime(2026, 12, 17, 18)  # noqa: DTZ001 - the wall clock
    assert [one.day for one in expand(rule, start, since=start)] == [17, 31]
    free = Repetition(rule=Rule(unit="day", count=4), skips_holidays=True)
    days = expand(free, start, since=start, is_holiday=lambda on: on.day == 18)
    assert [one.day for one in days] == [17, 19, 20]


def test_the_29th_of_february_is_found() -> None:
    """A rule may have a date only every four years."""
    rule = Rule(unit="year", monthdays=(29,), months=(2,))
    assert first_date(rule, date(2026, 1, 1)) == date(2028, 2, 29)
    assert first_date(Rule(unit="year", monthdays=(30,), months=(2,)), date(2026, 1, 1)) is None


@pytest.mark.parametrize("text", ["", "FREQ=HOURLY", "FREQ=WEEKLY;BYWEEKNO=3", "FREQ=WEEKLY;BYDAY=XX", "nonsense"])
def test_other_rules_are_refused(text: str) -> None:
    """An unsupported rule raises ValueError."""
    with pytest.raises(ValueError, match=r".*"):
        parse_rule(text)
