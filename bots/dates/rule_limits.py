"""Where a rule begins and ends, and what it leaves out: "from january until june", "10 times", "except august"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bots.dates.calendar_dates import month_after
from bots.dates.days import Day, weekday_number
from bots.dates.durations import read_amount
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import plain
from bots.dates.recurrence import ALL_MONTHS, Rule
from bots.dates.rule_words import RuleGrammar
from bots.dates.vocabulary import unaccent
from bots.i18n import languages

Position = tuple[int, int]
_MOST = 999
_SHOWN = 40


@dataclass
class Limits:
    """What limits a rule. `length`: (how many, of which unit), from the first date on. `left_out`: dates as said."""

    since: date | None = None
    until: date | None = None
    count: int | None = None
    length: tuple[int, str] | None = None
    left_out: dict[date, str] = field(default_factory=dict)
    without_months: set[int] = field(default_factory=set)
    without_weekdays: set[int] = field(default_factory=set)
    skips_holidays: bool = False
    positions: list[Position] = field(default_factory=list)

    def end(self, rule: Rule, first: date) -> Rule:
        """Return the rule with these limits, for its first date. Raises CalendarProblem("event-rule-empty")."""
        until = self.until
        if self.length is not None:
            until = _behind(first, *self.length)
        months = tuple(month for month in rule.months or ALL_MONTHS if month not in self.without_months)
        limited = replace(
            self.without(rule), until=until, count=self.count,
            months=months if self.without_months else rule.months,
        )  # fmt: skip
        if not months or (until is not None and until < first):
            raise CalendarProblem("event-rule-empty")
        return limited

    def without(self, rule: Rule) -> Rule:
        """Return the rule without the weekdays that are left out. Raises CalendarProblem("event-rule-empty")."""
        if not self.without_weekdays:
            return rule
        days = rule.weekdays or tuple((0, weekday) for weekday in range(7))
        kept = tuple((place, weekday) for place, weekday in days if weekday not in self.without_weekdays)
        if not kept:
            raise CalendarProblem("event-rule-empty")
        if rule.unit == "day" and rule.every == 1:
            rule = replace(rule, unit="week")
        return replace(rule, weekdays=kept)


def _behind(first: date, number: int, unit: str) -> date:
    """Return the last day of a length that begins on `first`."""
    if unit in {"day", "week"}:
        return first + timedelta(days=number * (7 if unit == "week" else 1) - 1)
    months = number * (12 if unit == "year" else 1)
    year, month = divmod(first.month - 1 + months, 12)
    last = month_after(date(first.year + year, month + 1, 1)) - timedelta(days=1)
    return last.replace(day=min(first.day, last.day)) - timedelta(days=1)


def find_limits(
    text: str, found: Sequence[Day], rules: RuleGrammar, today: date, limits: Limits, *, within: bool = False
) -> None:
    """Add the limits in a text without accents, after the rule itself and its exceptions were cut out.

    `found`: the days in it. `within`: "in august" limits it too. Raises CalendarProblem("event-rule-limit", given).
    """
    for match in rules.months.finditer(text):
        _read_months(match, rules, today, limits)
    for match in rules.next_week.finditer(text):
        limits.since = today + timedelta(days=7 - today.weekday())
        limits.positions.append(match.span())
    _find_days(text, found, rules, limits)
    for match in rules.month.finditer(text):
        if not _inside(match.start(), limits.positions):
            _read_month(match, rules, today, limits)
    for match in rules.within.finditer(text) if within else ():
        if not _inside(match.start(), limits.positions):
            _check_whole(text, match, rules)
            _read_months(match, rules, today, limits)
    for match in rules.times.finditer(text):
        limits.count = _amount(match["number"], match.group())
        limits.positions.append(match.span())
    for match in rules.length.finditer(text):
        if not _inside(match.start(), limits.positions):
            unit = next(unit for unit in ("day", "week", "month", "year") if match[unit])
            limits.length = (_amount(match["number"] or match["number2"], match.group()), unit)
            limits.positions.append(match.span())


def _find_days(text: str, found: Sequence[Day], rules: RuleGrammar, limits: Limits) -> None:
    """Add a rule's first and last day."""
    for day in found:
        said = day.end - len(day.phrase)
        if day.on is None or _inside(day.start, limits.positions):
            continue
        if before := rules.until.search(text[:said]):
            limits.until = day.on
            limits.positions.append((before.start(), day.end))
        elif before := rules.since.search(text[:said]):
            limits.since = day.on
            limits.positions.append((before.start(), day.end))


def _amount(word: str, given: str) -> int:
    amount = int(read_amount(plain(word)) or 0)
    if not 1 <= amount <= _MOST:
        raise CalendarProblem("event-rule-limit", given=given)
    return amount


def _inside(at: int, positions: Sequence[Position]) -> bool:
    return any(start <= at < end for start, end in positions)


def _month_number(named: str, rules: RuleGrammar) -> int:
    """Return the number of a month's name, by the names of the language's own CLDR locale."""
    from babel.dates import get_month_names  # here, not at the top: the start of the bot needs no month

    said = named.lower().rstrip(".")
    names = get_month_names("wide", locale=languages.language(rules.code).locale)
    full: dict[int, str] = {number: unaccent(name).lower() for number, name in names.items()}
    exact = [number for number, name in full.items() if name == said]
    return int(exact[0]) if exact else max(full, key=lambda number: _alike(full[number], said))


def _alike(name: str, said: str) -> int:
    """Return how many letters two words begin with in common."""
    return next((at for at, (one, other) in enumerate(zip(name, said, strict=False)) if one != other), len(said))


def _read_month(match: re.Match[str], rules: RuleGrammar, today: date, limits: Limits) -> None:
    """Read "until june", which ends on its last day, and "from january", which begins on its first."""
    number = _month_number(match["named"], rules)
    year = int(match["year"] or 0) or today.year + (number < today.month)
    first = date(year, number, 1)
    if match["since"]:
        limits.since = max(first, today)
    else:
        limits.until = month_after(first) - timedelta(days=1)
    limits.positions.append(match.span())


def _read_months(match: re.Match[str], rules: RuleGrammar, today: date, limits: Limits) -> None:
    """Read "from january to june" or "in august": the next time that this is, or what is left of it."""
    first, last = _month_number(match["first"], rules), _month_number(match["named"] or match["first"], rules)
    year = int(match["year"] or match["first_year"] or 0) or today.year + (last < today.month)
    since = date(int(match["first_year"] or 0) or year - (first > last), first, 1)
    limits.since, limits.until = max(since, today), month_after(date(year, last, 1)) - timedelta(days=1)
    limits.positions.append(match.span())


def _check_whole(text: str, match: re.Match[str], rules: RuleGrammar) -> None:
    """Raise CalendarProblem("event-rule-limit") for a part of a month that is an end: "hasta mediados de junio"."""
    said = rules.part_of.search(text, max(0, match.start() - _SHOWN), match.start())
    if said:
        raise CalendarProblem("event-rule-limit", given=text[said.start() : match.end()])


def find_exceptions(text: str, found: Sequence[Day], rules: RuleGrammar) -> Limits:
    """Return what a text leaves out. A word such as "not" opens a list only if a day, a month or holidays follow.

    Raises CalendarProblem("event-rule-vacations" | "event-rule-limit") with `given`.
    """
    limits = Limits()
    for opening in rules.opens_exception.finditer(text):
        if _inside(opening.start(), limits.positions):
            continue
        end = at = opening.end()
        days: list[Day] = []
        while (behind := _item(text, at, opening.start(), found, rules, days, limits)) is not None:
            end = at = behind
        if end > opening.end():
            limits.left_out |= _dates(days)
            limits.positions.append((opening.start(), end))
        elif rules.strong_exception.match(text, opening.start()):
            raise CalendarProblem("event-rule-limit", given=text[opening.start() : opening.start() + _SHOWN].strip())
    return limits


def _item(
    text: str, at: int, opened: int, found: Sequence[Day], rules: RuleGrammar, days: list[Day], limits: Limits
) -> int | None:
    """Read one exception after `at`, of a list that `opened` there. Return where it ends, or None if it has no end."""
    glue = rules.lists.match(text, at)
    begin = glue.end() if glue else at
    if vacations := rules.vacations.match(text, begin):
        raise CalendarProblem("event-rule-vacations", given=text[opened : vacations.end()])
    if holidays := rules.holidays.match(text, begin):
        limits.skips_holidays = True
        return holidays.end()
    day = next((day for day in found if at <= day.start <= begin and day.end > begin), None)
    if day is not None and not day.repeats and day.on is not None:
        days.append(day)
        return day.end
    if month := re.compile(rf"(?:{rules.dates.month})(?!\w)", re.IGNORECASE | re.VERBOSE).match(text, begin):
        limits.without_months.add(_month_number(month.group(), rules))
        return month.end()
    if weekday := rules.any_weekday.match(text, begin):
        limits.without_weekdays.add(weekday_number(weekday.group(), rules.dates))
        return weekday.end()
    return None


def _dates(days: Sequence[Day]) -> dict[date, str]:
    """Return the dates of exceptions. A day without a month has that of the next one: "le 24 et le 31 décembre"."""
    dates: dict[date, str] = {}
    for number, day in enumerate(days):
        on = day.on
        later = next((other.on for other in days[number:] if other.dated and other.on), None)
        if on is not None and not day.dated and later is not None:
            try:
                on = later.replace(day=on.day)
            except ValueError:
                raise CalendarProblem("date-impossible", given=day.phrase) from None
        if on is not None:
            dates[on] = day.phrase
    return dates
