"""A line as rows of words that may belong to a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bots.dates.days import weekday_number
from bots.dates.durations import read_amount
from bots.dates.grammar import plain
from bots.dates.rule_words import RuleGrammar, Step
from bots.dates.vocabulary import Vocabulary

_LONGEST = 60
"""Words of a line that are looked at: a rule is said in fewer."""
_RENAMED = {"workday": "workdays", "sign": "and", "dash": "through"}
"""Kinds of words that mean the same as others."""
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True)
class Token:
    """A word of a rule, from `start` to `end`. `number`: a weekday, an ordinal (-1 is the last) or an amount; 1
    for one working day, 0 for all.

    `dated`: a date follows the weekday, so that it names one day.
    """

    kind: str
    start: int
    end: int
    number: int = 0
    plural: bool = False
    dated: bool = False
    part: str = ""
    step: Step | None = None


def runs(text: str, rules: RuleGrammar) -> list[list[Token]]:
    """Return the words of rules in a text without accents, those that stand beside each other together."""
    found: list[list[Token]] = []
    last = -1
    for match, _ in zip(rules.token.finditer(text), range(_LONGEST), strict=False):
        token = _token(match, rules)
        if found and _BETWEEN.fullmatch(text, last, match.start()):
            found[-1].append(token)
        else:
            found.append([token])
        last = match.end()
    return found


def _token(match: re.Match[str], rules: RuleGrammar) -> Token:
    groups = match.groupdict()
    kind = next(name for name, value in groups.items() if value is not None)
    said = plain(match.group())
    span = match.span()
    match kind:
        case "weekday":
            number = weekday_number(groups["name"], rules.dates)
            part = rules.dates.parts.get(plain(groups["joined"])) if groups["joined"] else None
            dated = rules.date_behind.match(match.string, match.end()) is not None
            return Token(kind, *span, number, plural=bool(groups["plural"]), dated=dated, part=part or "")
        case "short":
            dated = rules.date_behind.match(match.string, match.end()) is not None
            return Token(kind, *span, weekday_number(said, rules.dates), dated=dated)
        case "adverb":
            return Token(kind, *span, step=rules.words.adverbs[said])
        case "period":
            return Token(kind, *span, step=rules.words.periods[said])
        case "ordinal":
            return Token(kind, *span, _ordinal(said, rules.dates), plural=said.endswith("s"))
        case "number":
            return Token(kind, *span, int(read_amount(said) or 0))
        case "ratio":
            return Token(kind, *span, int(read_amount(plain(groups["of"] or "")) or 0))
        case "part":
            named = plain(groups["named"])
            return Token(kind, *span, plural=said.endswith("s") and named[-1] != "s", part=rules.dates.parts[named])
    return Token(_RENAMED.get(kind, kind), *span, number=int(kind == "workday"))


def _ordinal(said: str, dates: Vocabulary) -> int:
    digits = re.match("[0-9]+", said)
    return int(digits[0]) if digits else dates.ordinals.get(said, dates.ordinals.get(said.removesuffix("s"), 0))


def span_of(tokens: Iterable[Token]) -> tuple[int, int]:
    """Return where a row of words begins and ends."""
    row = list(tokens)
    return row[0].start, row[-1].end
