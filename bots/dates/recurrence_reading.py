"""A line about a recurring event: the rule, its limits, and the reading of the rest of the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bots.dates import days, parsing, rule_limits, rule_reading, zone_locales
from bots.dates.days import Day
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import DAY_MARK, FLAGS, QUOTE_MARK, Grammar, grammar
from bots.dates.parsing import QUOTE, Position, Reading
from bots.dates.recurrence import Repetition, Rule, first_date
from bots.dates.repeated import Repeated
from bots.dates.rule_limits import Limits
from bots.dates.rule_reading import Core
from bots.dates.rule_words import RuleGrammar, rule_grammar
from bots.dates.vocabulary import unaccent, vocabulary
from bots.i18n import languages

_WORD_BEHIND = re.compile(r"\s+[^\W\d_]{3,}")
_WORD_BEFORE = re.compile(r"[^\W\d_]{4,}\s+$")
_NEXT_WORDS = re.compile(r"\s*\S+(?:\s+\S+)?")
_WEEKLY = Rule(unit="week")


def read_repeated(
    text: str, locale: str | None, zone: ZoneInfo, now: datetime, *, event_day: date | None = None,
    since: date | None = None,
) -> Repeated | None:  # fmt: skip
    """Return what a normalized line says about a rule, in the first language that finds one; None if it has none.

    `event_day`: the day of the event that will repeat, for what the line leaves open. `since`: the rule begins on
    this day or later; today if not given.

    Raises CalendarProblem with `given`: "event-rule-unclear", "event-rule-which", "event-rule-day",
    "event-rule-month-day", "event-rule-limit", "event-rule-vacations", "event-rule-left-out"; and "event-rule-empty",
    "event-several-days" (given).
    """
    folded = parsing.mask(unaccent(text), [match.span() for match in QUOTE.finditer(text)], QUOTE_MARK)
    for code in languages.in_order(locale):
        reader = _Reader(text, folded, rule_grammar(code), locale, zone, now)
        reader.event_day, reader.since = event_day, since or reader.today
        try:
            found = reader.read()
        except CalendarProblem as problem:
            raise reader.as_typed(problem) from None
        if found is not None:
            return found
    return None


class _Reader:
    """Reads one line in one language."""

    def __init__(
        self, text: str, folded: str, rules: RuleGrammar, locale: str | None, zone: ZoneInfo, now: datetime
    ) -> None:
        self.text, self.folded, self.rules = text, folded, rules
        self.zone, self.now = zone, now
        self.today = now.astimezone(zone).date()
        self.since = self.today
        self.event_day: date | None = None
        self.month_first = zone_locales.month_comes_first(zone, locale) or False

    @property
    def grammar(self) -> Grammar:
        """The patterns of days and times."""
        return grammar(vocabulary(self.rules.code))

    def read(self) -> Repeated | None:
        """Return the rule with its limits, and the reading of the rest; None if there is no rule."""
        limits, problem = self._exceptions()
        rest = parsing.mask(self.folded, limits.positions, QUOTE_MARK)
        core = rule_reading.find_core(rest, self.rules) or self._weeks(rest)
        if core is None:
            return None
        if problem is not None:
            raise problem
        rest = parsing.mask(rest, core.positions, DAY_MARK)
        often = core.rule.unit in {"day", "week"}
        rule_limits.find_limits(rest, self._days(rest), self.rules, self.today, limits, within=often)
        positions = [*core.positions, *limits.positions]
        line = parsing.mask(self.text, positions, DAY_MARK)
        reading = parsing.read_best(line, self.rules.code, self.zone, self.now)
        taken = [*positions, *reading.positions]
        in_title = [one for one in core.positions if self._belongs_to_title(one, taken)]
        if in_title and core.open and reading.day and not reading.day.repeats:
            return None  # "Monthly meeting 3 december" is one meeting
        rule, first, reading = self._with_day(core, limits, reading)
        rule = limits.end(rule, first)
        self._check_left_out(rule, first, limits)
        self._check_ends(reading, positions)
        reading = self._as_rule(reading, core, first, positions, in_title)
        left_out = tuple(sorted(limits.left_out))
        repetition = Repetition(rule=rule, left_out=left_out, skips_holidays=limits.skips_holidays)
        counted = limits.length is not None
        return Repeated(reading=reading, repetition=repetition, first=first, once=core.once, counted_from_first=counted)

    def as_typed(self, problem: CalendarProblem) -> CalendarProblem:
        """Return a problem with the words as somebody typed them, with their accents."""
        given = str(problem.text_args.get("given", ""))
        at = self.folded.find(given)
        if not given or at < 0:
            return problem
        problem.text_args = {**problem.text_args, "given": self.text[at : at + len(given)]}
        return problem

    def says_limit(self) -> bool:
        """Return whether the line says an end, a number of times or an exception."""
        limits, problem = self._exceptions()
        rule_limits.find_limits(self.folded, self._days(self.folded), self.rules, self.today, limits)
        return bool(limits.positions) or problem is not None

    def _exceptions(self) -> tuple[Limits, CalendarProblem | None]:
        """Return what the line leaves out, or the problem with it, which matters only if there is a rule."""
        try:
            return rule_limits.find_exceptions(self.folded, self._days(self.folded), self.rules), None
        except CalendarProblem as problem:
            return Limits(), problem

    def _days(self, text: str) -> Sequence[Day]:
        return days.find_days(text, self.grammar, self.today, month_first=self.month_first)

    def _weeks(self, text: str) -> Core | None:
        """Return "tuesday 8pm for 10 weeks" or "from next week on" as weekly: nothing else of one date takes weeks."""
        length = self.rules.length.search(text)
        takes_weeks = length is not None and (length["week"] or length["month"])
        if not takes_weeks and not self.rules.next_week.search(text):
            return None
        named = [day for day in self._days(text) if day.repeats]
        return Core(rule=_WEEKLY, positions=(), open=True) if named else None

    def _as_rule(
        self, reading: Reading, core: Core, first: date, positions: Sequence[Position], in_title: Sequence[Position]
    ) -> Reading:
        """Return the reading of the rest with the rule as its day."""
        cut = {*reading.positions, *(one for one in positions if one not in in_title)}
        start, end = min(core.positions, default=min(cut))
        line = parsing.mask(self.folded, positions, DAY_MARK)
        whole = None if reading.times else self.grammar.all_day.search(line)
        if whole:
            cut.add(whole.span())
        day = Day(
            start, end, on=first, phrase=self.text[start:end], part=core.part,
            repeats=7 if core.rule.unit == "week" else 0,
        )  # fmt: skip
        return replace(
            reading, text=self.text, day=day, positions=tuple(sorted(cut)), all_day=bool(whole) or reading.all_day,
            impossible="", repeating=tuple(positions),
        )  # fmt: skip

    def _belongs_to_title(self, position: Position, taken: Sequence[Position]) -> bool:
        """Return whether a lone adjective is part of the title: "Weekly quiz", "Réunion hebdo mardi"."""
        start, end = position
        if self.folded[start:end].lower() not in self.rules.words.adverbs:
            return False
        if not self.rules.words.adjectives_behind:
            behind = _WORD_BEHIND.match(self.folded, end) if start == 0 else None
            return behind is not None and not any(one < behind.end() <= other for one, other in taken)
        before = _WORD_BEFORE.search(self.folded[:start])
        return before is not None and not any(one <= before.start() < other for one, other in taken)

    def _with_day(self, core: Core, limits: Limits, reading: Reading) -> tuple[Rule, date, Reading]:
        """Return the rule with what its line leaves open, and its first date. A day in the rest may be that."""
        since, day, rule = limits.since or self.since, reading.day, core.rule
        if core.open:
            rule = self._completed(core, day)
            since = limits.since or (day.on if day is not None and day.on else self.since)
        elif day is not None:
            since, reading = self._beside(rule, day, since, reading)
        first = first_date(limits.without(_in_months(rule, limits)), since)
        if first is None:
            raise CalendarProblem("event-rule-empty")
        return rule, first, replace(reading, day=None)

    def _completed(self, core: Core, day: Day | None) -> Rule:
        """Return a rule with the day that the rest of the line says."""
        given = " … ".join(self.text[start:end] for start, end in core.positions)
        if day is None and self.event_day is not None:
            day = Day(0, 0, on=self.event_day, phrase="", repeats=7 if core.rule.unit == "month" else 0)
        if day is None or day.on is None:
            raise CalendarProblem("event-rule-day", given=given)
        rule, on = core.rule, day.on
        if rule.unit == "week":
            return replace(rule, weekdays=((0, on.weekday()),))
        months = (on.month,) if rule.unit == "year" else ()
        if nth := self._nth(day):
            return replace(rule, weekdays=((nth, on.weekday()),), months=months)
        if day.repeats:
            raise CalendarProblem("event-rule-month-day", given=f"{given} … {day.phrase}".strip(" …"))
        return replace(rule, monthdays=(on.day,), months=months)

    def _nth(self, day: Day) -> int:
        """Return which one of its month a day is said to be: "the first sunday of may"; 0 for a plain date."""
        match = self.grammar.day.match(unaccent(day.phrase))
        said = match["nth"] if match and match["nth_day"] else None
        return self.rules.dates.ordinals.get(said.lower(), 0) if said else 0

    def _beside(self, rule: Rule, day: Day, since: date, reading: Reading) -> tuple[date, Reading]:
        """Return where a rule begins that has a day beside it: its first date, or a weekday of a title."""
        position = (day.start, day.end)
        if day.repeats:
            named = day.on is not None and day.on.weekday() in {weekday for _, weekday in rule.weekdays}
            if named or (day.bare and self.text[day.start].isupper()):
                kept = tuple(one for one in reading.positions if one != position)
                return since, replace(reading, positions=kept)
        elif day.on is not None and first_date(rule, day.on) == day.on:
            return day.on, reading
        raise CalendarProblem("event-several-days", given=day.phrase)

    def _check_left_out(self, rule: Rule, first: date, limits: Limits) -> None:
        """Raise CalendarProblem("event-rule-left-out") for an exception that the rule does not contain."""
        for on, said in limits.left_out.items():
            if on < first or first_date(replace(rule.open, every=1), on) != on:
                raise CalendarProblem("event-rule-left-out", given=said)

    def _check_ends(self, reading: Reading, positions: Sequence[Position]) -> None:
        """Raise CalendarProblem for an end that was not read: "until christmas", "during the school holidays"."""
        rest = parsing.mask(self.folded, [*positions, *reading.positions], DAY_MARK)
        if vacations := self.rules.in_vacations.search(rest):
            raise CalendarProblem("event-rule-vacations", given=self.text[vacations.start() : vacations.end()])
        said = re.search(rf"(?<!\w)(?:{self.rules.words.until})(?=\s+(?:[^\W\d_{DAY_MARK}]|20[0-9][0-9]))", rest, FLAGS)
        behind = _NEXT_WORDS.match(self.text, said.end()) if said else None
        if said and behind:
            raise CalendarProblem("event-rule-limit", given=self.text[said.start() : behind.end()])


def _in_months(rule: Rule, limits: Limits) -> Rule:
    """Return the rule without the months that are left out, so that its first date is in none of them."""
    if not limits.without_months:
        return rule
    kept = tuple(month for month in rule.months or range(1, 13) if month not in limits.without_months)
    if not kept:
        raise CalendarProblem("event-rule-empty")
    return replace(rule, months=kept)


def says_rule(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> bool:
    """Return whether a text says a rule, or where one ends, or what it leaves out."""
    try:
        if read_repeated(text, locale, zone, now) is not None:
            return True
        readers = [_Reader(text, unaccent(text), rule_grammar(code), locale, zone, now) for code in languages.codes()]
        return any(reader.says_limit() for reader in readers)
    except CalendarProblem:
        return True
