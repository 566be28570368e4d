"""The words of each language for recurrence: the file `recurrence.toml` in its folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from bots.dates.durations import read_amount
from bots.dates.grammar import FLAGS, any_of
from bots.dates.recurrence import Unit
from bots.dates.vocabulary import NEVER, Vocabulary, unaccent, vocabulary
from bots.i18n import languages


class Step(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A rule in one word: the unit, and how many of them."""

    unit: Unit
    every: int


class RuleWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """How one language speaks of rules. bots/locales/README.md explains each field."""

    every: str
    example_every: str
    every_one: str
    plural_lead: str = NEVER
    small: str
    and_: str = msgspec.field(name="and")
    through: str
    other: str = NEVER
    alternate: str = NEVER
    behind_every: str = NEVER
    one_of: str = NEVER
    second_alternates: bool = False
    ordinal_mark: str
    fortnight_days: int = 0
    adjectives_behind: bool = False
    day: str
    week: str
    month: str
    year: str
    fortnight: str = NEVER
    workdays: str
    workday: str = NEVER
    weekend: str
    of_month: str
    unclear: str
    since: str
    until: str
    from_: str = msgspec.field(name="from")
    within: str
    part_of_month: str = NEVER
    times: str
    lasting: str
    lasting_behind: str = NEVER
    except_: str = msgspec.field(name="except")
    without: str
    holidays: str
    vacations: str
    once: str
    adverbs: Mapping[str, Step]
    periods: Mapping[str, Step]


@dataclass(frozen=True)
class RuleGrammar:
    """The patterns of one language. `lists` is what may stand between an exception and the next."""

    code: str
    words: RuleWords
    dates: Vocabulary
    token: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    month: re.Pattern[str]
    months: re.Pattern[str]
    next_week: re.Pattern[str]
    within: re.Pattern[str]
    part_of: re.Pattern[str]
    length: re.Pattern[str]
    times: re.Pattern[str]
    opens_exception: re.Pattern[str]
    strong_exception: re.Pattern[str]
    lists: re.Pattern[str]
    holidays: re.Pattern[str]
    vacations: re.Pattern[str]
    in_vacations: re.Pattern[str]
    any_weekday: re.Pattern[str]
    date_behind: re.Pattern[str]


@lru_cache
def rule_words(code: str) -> RuleWords:
    """Return the words of a language, without their accents."""
    words = languages.load(code, "recurrence", RuleWords)
    folded = {name: unaccent(value) for name, value in msgspec.structs.asdict(words).items() if isinstance(value, str)}
    adverbs = {unaccent(said): step for said, step in words.adverbs.items()}
    periods = {unaccent(said): step for said, step in words.periods.items()}
    return msgspec.structs.replace(words, **folded, adverbs=adverbs, periods=periods)


@lru_cache
def rule_grammar(code: str) -> RuleGrammar:
    """Return the patterns of a language, built when first needed."""
    words, dates = rule_words(code), vocabulary(code)
    names = f"{dates.weekday}|{dates.sure_short}"
    amounts = any_of(word for word in dates.amounts if (read_amount(word) or 0) >= 2)
    number = rf"(?:[0-9]{{1,3}}|(?:{amounts})(?!\w))"
    month = rf"(?P<named>{dates.month})(?:\s+(?:de\s+)?(?P<year>20[0-9]{{2}}))?(?!\w)"
    no_day = rf"(?!\w|\s+[0-9]{{1,2}}(?![0-9:.h]|\s?[ap]\.?m|\s?(?:{dates.hour_mark}|{dates.oclock})\b))"
    month += no_day
    first = rf"(?P<first>{dates.month})(?:\s+(?:de\s+)?(?P<first_year>20[0-9]{{2}}))?"
    lead = rf"(?:(?:{words.small})\s+)*"
    until = rf"(?:{words.through}|{words.until})"
    return RuleGrammar(
        code,
        words,
        dates,
        token=_token_pattern(words, dates, number, names),
        since=re.compile(rf"(?<!\w)(?:{words.since})\s*{lead}$", FLAGS),
        until=re.compile(rf"(?<!\w)(?:{words.until})\s*{lead}$", FLAGS),
        month=re.compile(
            rf"(?<!\w)(?:(?P<until>{words.until})|(?P<since>{words.since}))(?:\s+|(?<=['\u2019])){lead}{month}", FLAGS
        ),
        next_week=re.compile(rf"(?<!\w)(?:{words.since})\s*{lead}(?:{dates.week_after})(?!\w)", FLAGS),
        months=re.compile(rf"(?<!\w)(?:{words.from_})\s*{lead}{first}\s*{until}\s*{lead}{month}", FLAGS),
        within=re.compile(
            rf"(?<!\w)(?:{words.within})\s*{lead}{first}(?:\s*(?:{until}|{words.and_})\s*{lead}{month}|{no_day})", FLAGS
        ),
        part_of=re.compile(rf"(?<!\w)(?:{words.until}|{words.since})\s*{lead}(?:{words.part_of_month})\s*$", FLAGS),
        length=re.compile(
            rf"(?<!\w)(?:(?:{words.lasting})\s+(?P<number>{number})|(?P<number2>{number}))\s+"
            rf"(?:(?P<day>{words.day})|(?P<week>{words.week})|(?P<month>{words.month})|(?P<year>{words.year}))(?!\w)"
            rf"(?(number2)\s+(?:{words.lasting_behind})(?!\w))",
            FLAGS,
        ),
        times=re.compile(
            rf"(?<![\w:.])(?:(?:{words.lasting})\s+)?(?P<number>{number})\s*(?:{words.times})(?!\w)", FLAGS
        ),
        opens_exception=re.compile(rf"(?<!\w)(?:{words.except_}|{words.without})(?!\w)", FLAGS),
        strong_exception=re.compile(rf"(?<!\w)(?:{words.except_})(?!\w)", FLAGS),
        lists=re.compile(
            rf"(?:[\s,]|(?<!\w)(?:{words.and_}|{words.small}|{words.within}|{words.except_}|{words.without})(?!\w))*",
            FLAGS,
        ),
        holidays=re.compile(rf"(?:{words.holidays})(?!\w)", FLAGS),
        vacations=re.compile(rf"(?<!\w)(?:{words.vacations})(?!\w)", FLAGS),
        in_vacations=re.compile(rf"(?<!\w)(?:{words.within})\s*{lead}(?:{words.vacations})(?!\w)", FLAGS),
        any_weekday=re.compile(rf"(?:{names})s?(?!\w)", FLAGS),
        date_behind=re.compile(
            rf",?\s+{lead}(?:[0-9]{{1,2}}(?:{words.ordinal_mark})?\s*(?:(?:{dates.monthday_of})\s+)?{dates.month}"
            rf"|[0-9]{{1,2}}/[0-9]{{1,2}}(?!\w)|[0-9]{{1,2}}\.\s?(?:1[0-2]|0?[1-9])\.|{dates.month}\s+[0-9])",
            FLAGS,
        ),
    )


def _token_pattern(words: RuleWords, dates: Vocabulary, number: str, names: str) -> re.Pattern[str]:
    part, ordinals = any_of(dates.parts), any_of(dates.ordinals)
    units = rf"{words.day}|{words.week}|{words.month}|{words.year}|{words.fortnight}"
    listed = rf"(?:\s*(?:,|{words.and_})\s*(?:(?:{words.small})\s+)*[0-9]{{1,2}}(?:{words.ordinal_mark})?)*"
    behind = rf"(?={listed}\s*(?:{units}|{names}|{words.of_month}|{dates.abbreviations})(?:s?|(?:{part})s?)(?!\w))"
    month = rf"(?!\s*(?:(?:{dates.monthday_of})\s+)?(?:{dates.month})(?!\w))"
    lead = words.plural_lead.replace("WEEKDAY", names)
    kinds = {
        "unclear": words.unclear.replace("WEEKDAY", names),
        "of_month": words.of_month,
        "adverb": any_of(words.adverbs),
        "workdays": words.workdays,
        "workday": words.workday,
        "weekend": words.weekend,
        "fortnight": words.fortnight,
        "period": any_of(words.periods),
        "plural_lead": lead,
        "every": words.every.replace("WEEKDAY", names),
        "alternate": words.alternate,
        "ratio": rf"(?:{words.behind_every})\s+(?P<of>{number})",
        "weekday": rf"(?P<name>{names})(?P<joined>{part if dates.compound else NEVER})?(?P<plural>s)?",
        "short": rf"(?:{dates.abbreviations if dates.abbreviations != NEVER else dates.short})\.?",
        "other": words.other,
        "ordinal": rf"(?:[0-9]{{1,2}}(?:{words.ordinal_mark})|(?:{ordinals})s?){month}",
        "one_of": words.one_of,
        "number": rf"{number}{behind}",
        "part": rf"(?:{dates.part_lead})?(?P<named>{part})s?",
        "week": words.week,
        "month": words.month,
        "year": words.year,
        "day": words.day,
        "through": words.through,
        "and": words.and_,
        "small": words.small,
    }
    choices = "|".join(rf"(?P<{kind}>{pattern})(?![\w'\u2019])" for kind, pattern in kinds.items())
    return re.compile(rf"(?<![\w'\u2019])(?:{choices})|(?<=\w)(?:(?P<sign>[/&+])|(?P<dash>[-\u2013]))(?=\w)", FLAGS)
