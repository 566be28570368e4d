"""The patterns that find days and times of day in a line, built from the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from bots.dates import patterns
from bots.dates.durations import span_pattern
from bots.dates.vocabulary import NEVER, Vocabulary, unaccent, union

FLAGS = re.IGNORECASE | re.VERBOSE
DAY_MARK, QUOTE_MARK, JOINT_MARK = "\ue000", "\ue001", "\ue002"
"""They replace days and quoted text, letter by letter, and dashes between two days. Never in a text of people."""

_SIGNS = r"\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
"""Arrows and emoji, which end a time as a comma does."""
_AM_IS_A_WORD = r"(?:(?<=[0-9][ap]m)(?!\s+(?-i:[A-Z]))|(?<=\s[ap]m)(?!\s+[^\W\d_]))"
"""Behind am and pm in German: in "um 7 am See" it is a preposition."""


@dataclass(frozen=True)
class Grammar:
    """The compiled patterns of one language.

    `end`: a time that only closes ("until 10pm"). `time_end`: what may follow a bare number that is a time.
    `part_lead`: small words that end a text and lead to a part of the day. `dash`, `through`, `first_day` and
    `last_day` find days in a row, `pair` and `first_of_pair` two days. `serial`: "part" before 1/2 ends a text.
    """

    words: Vocabulary
    day: re.Pattern[str]
    clock: re.Pattern[str]
    end: re.Pattern[str]
    lasting: re.Pattern[str]
    length_behind: re.Pattern[str]
    time_end: re.Pattern[str]
    to: re.Pattern[str]
    part_lead: re.Pattern[str]
    hour_or: re.Pattern[str]
    or_hour: re.Pattern[str]
    serial: re.Pattern[str]
    yearly: re.Pattern[str]
    vague: re.Pattern[str]
    beside_day: re.Pattern[str]
    cut_weekday: re.Pattern[str]
    undated: re.Pattern[str]
    unclear_hour: re.Pattern[str]
    repeats: re.Pattern[str]
    habitual: re.Pattern[str]
    several: re.Pattern[str]
    all_day: re.Pattern[str]
    any_weekday: re.Pattern[str]
    dash: re.Pattern[str]
    through: re.Pattern[str]
    pair: re.Pattern[str]
    first_of_pair: re.Pattern[str]
    first_day: re.Pattern[str]
    last_day: re.Pattern[str]


@lru_cache
def grammar(words: Vocabulary) -> Grammar:
    """Return the patterns of a language, built when first needed."""
    fragments = _fragments(words)
    first, second = (
        patterns.TIME.format(n=number, **fragments).replace("MINUTES_TO", said).replace("BARE_HALF", half)
        for number, said, half in (
            (1, patterns.MINUTES_TO.format(**fragments), patterns.BARE_HALF if words.twelve_hours else NEVER),
            (2, "", NEVER),
        )
    )
    span = fragments["span"]
    any_weekday = f"(?:{words.weekday}|{words.sure_short}|{words.short}|{words.abbreviations})"
    stop = "|".join((unaccent(words.place), words.lasting, words.until, words.both, union("company")))
    return Grammar(
        words,
        day=re.compile(patterns.DAY.format(**fragments), FLAGS),
        clock=re.compile(patterns.CLOCK.format(first=first, second=second, **fragments), FLAGS),
        end=re.compile(rf"(?<!\w)(?:{words.until})\s*{second}", FLAGS),
        lasting=re.compile(rf"(?<!\w)(?:{words.lasting})\s+(?P<span>{span})|\(\s*(?P<inside>{span})\s*\)", FLAGS),
        length_behind=re.compile(rf"\s*[,(]?\s*(?P<span>{span})\)?(?=\s*(?:$|[,;.!?@·]|(?:{stop})(?!\w)))", FLAGS),
        time_end=re.compile(
            rf"\s*(?:$|[,;.!?)(@·{DAY_MARK}{_SIGNS}\u2013\u2014-]|[£$€]\s?[0-9]|(?:{stop})(?!\w))", FLAGS
        ),
        to=re.compile(rf"[\s,]*(?:(?:{words.to}|{words.until})\s+|[-\u2013\u2014]\s*)", FLAGS),
        hour_or=re.compile(
            rf"(?<![\w/.:-])[0-9]{{1,2}}(?:[:.h][0-9]{{2}})?\s?(?:{words.hour_mark}|[ap]m)?\s+(?:{words.pairs})\s+$",
            FLAGS,
        ),
        or_hour=re.compile(rf"\s*/\s*|\s+(?:{words.pairs})\s+|\s", FLAGS),
        part_lead=re.compile(rf"(?<!\w)(?:{words.part_lead})$", FLAGS),
        serial=re.compile(rf"(?<!\w)(?:{words.serial})\s*$", FLAGS),
        yearly=re.compile(rf"(?<![\w-])(?:{any_of(words.yearly)})(?!\w)", FLAGS),
        vague=_whole_words(words.vague, words),
        cut_weekday=re.compile(rf"(?<![\w-])(?:{words.abbreviations})\.?(?![\w'\u2019-])", FLAGS),
        beside_day=re.compile(patterns.BESIDE_DAY.format(mark=DAY_MARK, **fragments), FLAGS),
        unclear_hour=_whole_words(words.unclear_hour, words),
        undated=_whole_words(words.undated, words),
        repeats=_whole_words(words.repeats, words),
        habitual=_whole_words(words.habitual, words),
        several=re.compile(patterns.SEVERAL.format(any_weekday=any_weekday, **fragments), FLAGS),
        all_day=_whole_words(words.all_day, words),
        any_weekday=re.compile(any_weekday, FLAGS),
        dash=re.compile(patterns.DASH.format(any_weekday=any_weekday, **fragments), FLAGS),
        through=re.compile(rf"\s*{fragments['through']}\s*", FLAGS),
        pair=re.compile(rf"\s*{fragments['pair']}\s*(?:(?:{words.the})\s+)?", FLAGS),
        first_of_pair=re.compile(
            patterns.FIRST_DAY.format(any_weekday=any_weekday, **fragments | {"through": fragments["pair"]}), FLAGS
        ),
        first_day=re.compile(patterns.FIRST_DAY.format(any_weekday=any_weekday, **fragments), FLAGS),
        last_day=re.compile(patterns.LAST_DAY.format(**fragments), FLAGS),
    )


def _whole_words(pattern: str, words: Vocabulary) -> re.Pattern[str]:
    """Return a pattern of whole words, with the names of weekdays and months, and the day that was read."""
    parts = {"WEEKDAY": f"(?:{words.weekday})", "MONTH": f"(?:{words.month})", "THEDAY": DAY_MARK}
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", FLAGS)


def _fragments(words: Vocabulary) -> dict[str, str]:
    """Return the language's fragments by name, with the compound ones built."""
    fragments = {name: value for name, value in msgspec.structs.asdict(words).items() if isinstance(value, str)}
    openings = f"{words.lead}|{words.between}|{words.noon}|{words.midnight}"
    part, hours, before = any_of(words.parts), any_of(words.hours), any_of(words.before)
    in_words = rf"(?:{before})\s+(?:[0-9]|(?:{hours})\b)|(?:{hours})\s+(?:{words.oclock})\b"
    said = rf"(?:{openings}|{part}|{words.all_day})\b|{in_words}"
    weeks_ahead = rf"(?:{words.ahead})\s+\w{{1,6}}\s+(?:{words.units.weeks})\b"
    put_off = f"(?:{words.next_after}|{words.coming_after})"
    number = rf"(?:(?:{words.the})\s+)?[0-9]"
    time_follows = (
        rf"(?=\.?,?\s*(?:[-\u2013\u2014/|·]\s+)?(?:$|@|{number}|{said}|{words.month}|{weeks_ahead}|{put_off}(?!\w)))"
    )
    hour = rf"[0-9]{{1,2}}(?:[:.][0-9]{{2}}|\s?h|\s?[ap]\.?m\b|\s?(?:{words.oclock})\b)"
    weekday_end = rf"(?:\b|(?={hour})|(?=(?:{part})\b))" if words.compound else rf"(?:\b|(?={hour}))"
    opening = rf"^(?:{words.abbreviations})\.?(?=\s?:\s)"
    sure_short = rf"(?:{words.sure_short})(?:\b|(?={hour}))\.?|{opening}"
    return fragments | {
        "weekday": rf"(?:(?:{words.weekday}){weekday_end}|{sure_short}|(?:{words.short}){time_follows}\.?)",
        "short_name": words.abbreviations if words.abbreviations != NEVER else words.short,
        "half_stop": _AM_IS_A_WORD if words.capital_nouns else "",
        "near": any_of(words.near),
        "weeks": any_of(words.weeks),
        "past": any_of(words.past),
        "before": before,
        "minutes_to": any_of(words.minutes_to),
        "hours": hours,
        "part": part,
        "joined": "" if words.compound else NEVER,
        "monthdays": any_of(words.monthdays),
        "ordinals": any_of(words.ordinals),
        "joint": rf"(?:[-\u2013\u2014/&+]|(?<!\w)(?:{words.pairs}|{words.to})(?!\w))",
        "through": rf"(?:[-\u2013\u2014{JOINT_MARK}]|(?<!\w)(?:{words.to})(?!\w))",
        "pair": rf"(?:[&+]|(?<!\w)(?:{words.joins})(?!\w))",
        "hour_follows": rf",?\s+(?:(?:{words.lead})\s+|@\s*)?(?:{hour}|(?:{words.noon}|{words.midnight})\b)",
        "glued_hour": hour,
        "span": span_pattern(),
    }


def any_of(phrases: Iterable[str]) -> str:
    """Return the pattern of one of the phrases, the longest first, with either apostrophe and any space."""
    ordered = sorted(phrases, key=len, reverse=True)
    escaped = (re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['\u2019]") for phrase in ordered)
    return "|".join(escaped) or NEVER


def plain(phrase: str) -> str:
    """Return a phrase that `any_of` matched as it is spelled in its table."""
    return " ".join(phrase.lower().replace("\u2019", "'").split())
