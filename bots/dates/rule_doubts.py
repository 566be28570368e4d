"""Lines that may mean a rule without saying one that we know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.dates.grammar import FLAGS
from bots.dates.parsing import Position
from bots.dates.rule_reading import trim
from bots.dates.rule_tokens import Token, runs, span_of
from bots.dates.rule_words import rule_grammar
from bots.dates.vocabulary import unaccent


def listed_weekdays(text: str, code: str) -> tuple[Position, str] | None:
    """Return where a text lists weekdays without saying whether they repeat, and the word that would say so.

    "mardi et jeudi" may be two days or each week's. None if the text lists no weekdays.
    """
    rules = rule_grammar(code)
    rows = [row for run in runs(unaccent(text), rules) if (row := trim(run, rules))]
    listed = [row for row in rows if {token.kind for token in row} <= {"weekday", "and", "small", "short"}]
    days = next(
        (row for row in listed if sum(token.kind == "weekday" for token in row) > 1 or _is_short_list(row)), None
    )
    return (span_of(days), rules.words.example_every) if days else None


def _is_short_list(row: Sequence[Token]) -> bool:
    """Return whether these are three short weekdays or more, in the order of the week: "mon wed fri"."""
    days = [token.number for token in row if token.kind in {"weekday", "short"}]
    return len(days) > 2 and days == sorted(set(days))


def unread_rule(text: str, code: str) -> Position | None:
    """Return where a text without accents says "every" without giving a known rule: "every full moon"."""
    said = re.search(rf"(?<!\w)(?:{rule_grammar(code).words.every_one})\s+\w+(?:\s+\w+)?", text, FLAGS)
    return said.span() if said else None
