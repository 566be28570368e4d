"""A rule in words: "every Tuesday, except in August, until 30 June 2027". Names and lists are those of CLDR."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bots.dates import formatting, public_holidays, zone_locales
from bots.dates.recurrence import ALL_MONTHS, WORKDAYS, Repetition, Rule
from bots.i18n import texts

if TYPE_CHECKING:
    from babel import Locale

_SHORTEST_MONTH = 28
_FEW_MONTHS = 6
_MAX_LEFT_OUT = 6
"""How many left-out dates are named, the soonest first."""


class RuleText:
    """The words for rules in a language, as people write dates in the country of a zone."""

    def __init__(self, locale: str, zone: ZoneInfo) -> None:
        self.locale = locale
        self.zone = zone
        self.place: Locale = zone_locales.locale_of(zone.key, locale)

    def describe(self, repetition: Repetition, start: date, *, holidays: str = "", since: date | None = None) -> str:
        """Return a rule in words. `start` is its first date; `holidays` the place whose public holidays are skipped.

        Of the dates that are left out, those from `since` on are named.
        """
        rule = repetition.rule
        parts = [self._frame(rule, start), *self._months(rule), *self._short_months(rule)]
        left_out = [on for on in repetition.left_out if since is None or on >= since][:_MAX_LEFT_OUT]
        if left_out:
            parts.append(self._words("rule-left-out", dates=self._list([self._day(on) for on in left_out])))
        if repetition.skips_holidays:
            parts.append(self._words("rule-no-holidays", place=public_holidays.name_of(holidays, self.locale)))
        if rule.until:
            parts.append(self._words("rule-until", date=formatting.format_date(rule.until, self.zone, self.locale)))
        if rule.count:
            parts.append(self._words("rule-count", count=rule.count))
        return ", ".join(parts)

    def _frame(self, rule: Rule, start: date) -> str:
        every = rule.every
        if rule.unit == "day":
            return self._words("rule-day", every=every)
        if rule.unit == "week":
            if rule.weekdays == WORKDAYS and every == 1:
                return self._words("rule-workdays")
            weekdays = [weekday for _, weekday in rule.weekdays] or [start.weekday()]
            items = [self._weekday(weekday) for weekday in weekdays]
            if every > 1:
                items = [self._words("rule-on-weekday", day=day) for day in items]
            return self._words("rule-week", every=every, days=self._list(items))
        if rule.unit == "year" and not rule.weekdays:
            return self._words("rule-year", every=every, date=self._month_and_day(rule, start))
        days = self._list(self._month_items(rule, start))
        if rule.unit == "year":
            months = self._list([self._month(month) for month in rule.months or (start.month,)])
            return self._words("rule-year-nth", every=every, days=days, month=months)
        return self._words("rule-month", every=every, days=days)

    def _month_items(self, rule: Rule, start: date) -> list[str]:
        """Return the days of a month that a rule names."""
        if rule.nth:
            return [self._words("rule-nth-workday", nth=rule.nth)]
        if rule.weekdays:
            return [self._words("rule-nth", nth=place, day=self._weekday(weekday)) for place, weekday in rule.weekdays]
        days = rule.monthdays or (start.day,)
        forms = [(day, self.place.ordinal_form(day) if day > 0 else "last") for day in days]
        return [self._words("rule-monthday", day=day, form=form) for day, form in forms]

    def _months(self, rule: Rule) -> list[str]:
        """Return the months in which it is, or is not."""
        if not rule.months or rule.unit == "year":
            return []
        without = [month for month in ALL_MONTHS if month not in rule.months]
        text_id, months = ("rule-not-in", without) if len(without) <= _FEW_MONTHS else ("rule-only-in", rule.months)
        return [self._words(text_id, months=self._list([self._month(month) for month in months]))]

    def _short_months(self, rule: Rule) -> list[str]:
        """Return what happens to a day that some months don't have (RFC 5545: they are passed over)."""
        if rule.unit != "month" or not any(day > _SHORTEST_MONTH for day in rule.monthdays):
            return []
        return [self._words("rule-short-months")]

    def _words(self, text_id: str, **args: object) -> str:
        return texts.words(self.locale, text_id, args)

    def _list(self, items: Sequence[str]) -> str:
        from babel.lists import format_list  # as in `formatting.format_instant`

        return str(format_list(list(items), locale=self.place))

    def _weekday(self, number: int) -> str:
        return str(self.place.days["format"]["wide"][number])

    def _month(self, number: int) -> str:
        return str(self.place.months["stand-alone"]["wide"][number])

    def _month_and_day(self, rule: Rule, start: date) -> str:
        from babel.dates import format_skeleton

        month = rule.months[0] if rule.months else start.month
        day = rule.monthdays[0] if rule.monthdays else start.day
        return str(format_skeleton("MMMMd", date(2028, month, day), locale=self.place))

    def _day(self, on: date) -> str:
        from babel.dates import format_skeleton

        return str(format_skeleton("yMMMd", on, locale=self.place))
