"""Read a rule in a line: "every 2nd tuesday", "le premier samedi du mois", "alle zwei Wochen mittwochs".

A run of words that stand beside each other is a rule if one of them says so: "every", "weekly", a plural ("tuesdays"),
"of the month" after an ordinal. If a rule leaves its day open ("every month"), the day in the rest of the line counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS
from bots.dates.recurrence import WEEKEND, WORKDAYS, NthWeekday, Rule, Unit
from bots.dates.rule_days import DAYS, GLUE, read_days
from bots.dates.rule_tokens import Token, runs, span_of
from bots.dates.rule_words import RuleGrammar
from bots.dates.vocabulary import Part

Position = tuple[int, int]
_OPENS = frozenset(
    {"every", "weekday", "short", "ordinal", "number", "adverb", "workdays", "weekend", "plural_lead", "one_of",
     "alternate", "other", "unclear"}
)  # fmt: skip
"""What a rule may begin with."""
_WEEK = 7
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year", "fortnight": "week"}


@dataclass(frozen=True, kw_only=True)
class Core:
    """What a line says about a rule itself, and where. `open`: its day is said elsewhere, or not at all.

    `once`: without "every", it may be meant once ("the first saturday of the month").
    """

    rule: Rule
    positions: tuple[Position, ...]
    part: Part | None = None
    open: bool = False
    once: bool = False


def find_core(text: str, rules: RuleGrammar) -> Core | None:
    """Return the rule in a text without accents, or None if there is none.

    Raises CalendarProblem("event-rule-unclear" | "event-rule-which" | "event-rule-month-day") with `given`, the words.
    """
    rows = [row for run in runs(text, rules) if (row := trim(run, rules))]
    chosen = [row for row in rows if _is_rule(row)]
    if not chosen:
        return None
    core = _merge([_interpret(row, text, rules) for row in chosen], text)
    if core.open and core.rule.unit == "week" and (days := _plain_weekdays(rows, chosen)):
        weekdays, _, _ = read_days(days, "week", text)
        core = replace(
            core, rule=replace(core.rule, weekdays=_unique(weekdays)), open=False,
            positions=tuple(sorted((*core.positions, span_of(days)))),
        )  # fmt: skip
    return core


def _plain_weekdays(rows: Sequence[list[Token]], chosen: Sequence[list[Token]]) -> list[Token] | None:
    kinds = {"weekday", "short", "and", "small", "through"}
    others = [row for row in rows if row not in chosen and {token.kind for token in row} <= kinds]
    return next((row for row in others if sum(token.kind != "small" for token in row) > 1), None)


def trim(run: list[Token], rules: RuleGrammar) -> list[Token]:
    """Return a run without what a rule neither begins nor ends with."""
    row = list(run)
    first = next((number for number, token in enumerate(row) if token.kind in _OPENS), len(row))
    row = row[first:]
    named = [token.kind for token in row[:2]] == ["adverb", "every"] and rules.words.adjectives_behind
    row = row[1:] if named and _is_rule(row[1:]) else row  # "Junta anual cada año" is the name of an assembly
    every = next((number for number, token in enumerate(row) if token.kind == "every"), 0)
    if every and row[every - 1].kind in {"number", "other", "one_of"}:
        row = row[every:]
    dated = next((number for number, token in enumerate(row) if token.dated), len(row))
    row = row if any(token.kind == "every" for token in row[:dated]) else row[:dated]
    pairs = zip([None, *row], row, strict=False)
    ends = (number for number, (before, token) in enumerate(pairs) if token.kind == "through" and not _is_day(before))
    row = row[: next(ends, len(row))]
    year = next((number for number, token in enumerate(row) if token.kind == "year"), len(row))
    row = row[: year + 1]  # the day of a year is read like any other
    while row and (row[-1].kind in GLUE or (row[-1].kind == "day" and len(row) > 1 and row[-2].kind in GLUE)):
        row.pop()
    monthly = any(token.kind in {"of_month", "month", "adverb", "every"} for token in row)
    while row and row[-1].kind in {"ordinal", "number"} and not monthly:
        row.pop()
    while row and row[-1].kind in {*GLUE, "other"} and not any(token.kind == "every" for token in row):
        row.pop()
    return row


def _is_day(token: Token | None) -> bool:
    """Return whether a word is a weekday, which may begin a range: "monday to friday"."""
    return token is not None and token.kind in {"weekday", "short"}


def _is_rule(row: Sequence[Token]) -> bool:
    kinds = {token.kind for token in row}
    days = {"weekday", "short"} & kinds
    if kinds & {"unclear", "adverb"}:
        return True
    if "every" in kinds and (days or kinds & {*_UNITS, "period", "workdays", "weekend", "part", "of_month", "ordinal"}):
        return True
    if "plural_lead" in kinds and days:
        return True
    if "of_month" in kinds and kinds & {"ordinal", "number"}:
        return True
    if kinds & {"alternate"} and days | (kinds & {"week"}):
        return True
    if "ratio" in kinds and kinds & {"weekday", "day", "week", "month"}:
        return True
    if days and any(token.plural and token.kind in {"weekday", "part"} for token in row):
        return "number" not in kinds  # "in two fridays" is one day
    return row[0].kind == "workdays" and not row[0].number


def _interpret(row: Sequence[Token], text: str, rules: RuleGrammar) -> Core:
    start, end = span_of(row)
    given = text[start:end]
    if any(token.kind == "unclear" for token in row):
        raise CalendarProblem("event-rule-unclear", given=given)
    kinds = {token.kind for token in row}
    unit, every = _step(row, rules)
    part = next((token.part for token in row if token.part), "")
    weekdays, monthdays, nth = read_days(row, unit, given)
    if unit == "month" and not nth and any(not place for place, _ in weekdays):
        raise CalendarProblem("event-rule-month-day", given=given)
    if unit == "day" and every > 1 and every % _WEEK == 0:
        unit, every = "week", every // _WEEK  # "alle 14 Tage", on the weekday that is said elsewhere
    if unit == "day" and weekdays:
        raise CalendarProblem("event-rule-unclear", given=given)
    places = {place for place, _ in weekdays}
    if unit == "week" and places - {0}:
        every, weekdays, unit = _places_without_month(row, weekdays, given, rules)
    if "workdays" in kinds and not weekdays:
        weekdays = WORKDAYS
    if "weekend" in kinds and not weekdays:
        weekdays = WEEKEND
    rule = Rule(unit=unit, every=max(every, 1), weekdays=_unique(weekdays), monthdays=monthdays, nth=nth)
    is_open = unit != "day" and not weekdays and not monthdays
    once = not kinds & {"every", "adverb"} and _may_be_once(row, text, rules)
    return Core(rule=rule, positions=((start, end),), part=part or None, open=is_open, once=once)  # type: ignore[arg-type]


def _may_be_once(row: Sequence[Token], text: str, rules: RuleGrammar) -> bool:
    """Return whether "of the month" may mean one month only: it has no "each" in it, and nothing is a plural."""
    month = next((text[token.start : token.end] for token in row if token.kind == "of_month"), "")
    return bool(re.fullmatch(rules.dates.this_month, month, FLAGS)) and not any(token.plural for token in row)


def _step(row: Sequence[Token], rules: RuleGrammar) -> tuple[Unit, int]:
    """Return the unit of a row, and how many of them."""
    adverb = next((token.step for token in row if token.step), None)
    unit: Unit | None = adverb.unit if adverb else None
    every = adverb.every if adverb else 1
    for before, token in zip([None, *row], row, strict=False):
        every = _every(token, before) or every
        if token.kind == "of_month":
            unit = "month"
        elif token.kind in _UNITS and not (token.kind == "day" and (unit or _is_nth_day(before, row))):
            unit = _UNITS[token.kind]
            if token.kind == "day" and every == rules.words.fortnight_days:
                unit, every = "week", 2
    return unit or _unit_of_days(row), every


def _every(token: Token, before: Token | None) -> int:
    """Return how many units or weekdays a word counts; 0 where it does not."""
    counted = before.number if before is not None and before.kind in {"number", "ordinal"} else 0
    if token.kind in {"other", "alternate"}:
        return 2
    if token.kind == "ratio":
        return token.number
    if token.kind == "fortnight":
        return 2 * (counted or 1)
    if token.kind in DAYS:
        return counted if before is not None and before.kind == "number" else 0
    return counted if token.kind in _UNITS and token.kind != "year" and counted > 0 else 0


def _is_nth_day(before: Token | None, row: Sequence[Token]) -> bool:
    """Return whether a day is one of a month: "the last day of the month"."""
    return before is not None and before.kind == "ordinal" and _has_month(row)


def _unit_of_days(row: Sequence[Token]) -> Unit:
    """Return the unit of a row that says none: "every evening", "tuesdays", "every 15th"."""
    kinds = {token.kind for token in row}
    if kinds & {*DAYS, "workdays", "weekend"}:
        return "week"
    return "month" if "ordinal" in kinds else "day"


def _has_month(row: Sequence[Token]) -> bool:
    return any(
        token.kind in {"of_month", "month"} or (token.step is not None and token.step.unit == "month") for token in row
    )


def _places_without_month(
    row: Sequence[Token], weekdays: tuple[NthWeekday, ...], given: str, rules: RuleGrammar
) -> tuple[int, tuple[NthWeekday, ...], Unit]:
    """Return interval, weekdays and unit for "every first tuesday" and "every 2nd tuesday".

    Raises CalendarProblem("event-rule-which") where usage differs: "every third tuesday".
    """
    places = {place for place, _ in weekdays}
    plural = any(token.plural for token in row if token.kind == "ordinal")
    if places <= {1, -1} or plural or len(places) > 1:
        return 1, weekdays, "month"
    if places == {2} and rules.words.second_alternates:
        return 2, tuple((0, weekday) for _, weekday in weekdays), "week"
    raise CalendarProblem("event-rule-which", given=given)


def _unique(weekdays: tuple[NthWeekday, ...]) -> tuple[NthWeekday, ...]:
    return tuple(dict.fromkeys(sorted(weekdays, key=lambda place: (place[1], place[0]))))


def _merge(cores: Sequence[Core], text: str) -> Core:
    """Return one rule of several runs: "tuesdays 6pm every two weeks". Raises CalendarProblem("event-rule-unclear")."""
    merged = cores[0]
    for core in cores[1:]:
        one, other = merged.rule, core.rule
        full, bare = (merged, core) if not merged.open and one.unit != "day" else (core, merged)
        agrees = bare.rule.unit == full.rule.unit or (full.rule.unit == "week" and bare.rule.unit == "week")
        same = one.open == other.open
        if not same and (not bare.open or not agrees or (full.rule.every > 1 and bare.rule.every > 1)):
            given = " … ".join(text[start:end] for start, end in (*merged.positions, *core.positions))
            raise CalendarProblem("event-rule-unclear", given=given)
        rule = replace(full.rule, every=max(one.every, other.every))
        positions = tuple(sorted((*merged.positions, *core.positions)))
        merged = replace(full, rule=rule, positions=positions, part=merged.part or core.part, once=one == other)
    return merged
