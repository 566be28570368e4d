"""The patterns that find days and times of day in a line, built from the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from bots.dates.durations import span_pattern
from bots.dates.vocabulary import NEVER, Vocabulary, fold, union

FLAGS = re.IGNORECASE | re.VERBOSE
DAY_MARK, QUOTE_MARK, JOINT_MARK = "\ue000", "\ue001", "\ue002"
"""They replace days and quoted text, letter by letter, and dashes between two days. Never in a text of people."""

_DAY = r"""
(?<![\w/:.+-])
(?P<on>(?:{on})\s+)?
(?:
  (?:(?P<checked>{weekday}),?\s+(?:(?:{the})\s+)?)?
  (?: (?P<year>[12][0-9]{{3}})[-/](?P<month>[0-9]{{1,2}})[-/](?P<day>[0-9]{{1,2}})
    | (?P<day2>[0-9]{{1,2}})/(?P<month2>[0-9]{{1,2}})(?:/(?P<year2>[0-9]{{4}}|[0-9]{{2}}))?
    | (?P<day3>[0-9]{{1,2}})[.-](?P<month3>[0-9]{{1,2}})[.-](?P<year3>[0-9]{{4}})
    | (?P<day4>[0-9]{{1,2}})\.\s?(?P<month4>1[0-2]|0?[1-9])(?:\.|(?={hour_follows})|(?(checked)(?!)|(?(on)|(?!))))
      (?:\s?(?P<year4>[0-9]{{4}}|(?<=\.)[0-9]{{2}})(?![0-9.:-]))?(?!\s?(?:{hour_mark})\b)
    | (?(on)(?(checked)(?!)|
        (?P<day5>[0-9]{{2}}|[0-9](?=-[0-9]+{hour_follows}))-(?P<month5>1[0-2]|0[1-9]|[1-9](?={hour_follows}))
        (?!\s+(?:{monthday_of}\s+)?{month}))|(?!))
    | (?P<day6>[0-9]{{1,2}})\s(?P<month6>1[0-2]|0?[1-9])(?={hour_follows})
    | (?P<named>
        (?:(?:{day_month}|(?:{monthdays})\s+(?:(?:{monthday_of})\s+)?){month}|{month}{month_day})
        (?:(?:{year_lead})[12][0-9]{{3}}(?![0-9]|[:h][0-9]))?)
  )(?![0-9/:])
| (?P<fixed>{weekday})(?P<comma>,)?\s+(?:(?:{the})\s+)?
  (?P<monthday>{day_alone}|[0-9]{{1,2}}(?={hour_follows}))(?!\s+(?:{part_lead})(?:{part}))(?(comma)(?={hour_follows}))
| (?:(?:{the})\s+)?(?P<nth>{ordinals})\s+
  (?:(?P<nth_day>{weekday}|(?:{short_name})\.?(?=\s+(?:{month_of})\s))|{any_day})\s+
  (?:(?:{month_of})\s+(?P<nth_month>{month})|{this_month}|(?P<nth_next>{next_month}))
| (?P<numbered>[0-9]{{1,2}}(?:st|nd|rd|th|er))(?={hour_follows})
| (?:{the})\s+(?P<alone>{day_alone})
| (?P<next>(?:{next_before})\s+)?(?P<coming>(?:{coming_before})\s+)?(?P<weekday>{weekday})
  (?:(?P<next2>,?\s+(?:{next_after}))|(?P<coming2>,?\s+(?:{coming_after}))|\s+(?P<weeks>{weeks})(?!\w))?
| (?P<near>{near})(?:\s+(?P<near_weeks>{weeks})(?!\w))?
| (?P<months>(?:{ahead})\s+[\w]{{1,5}}\s+(?:{month_unit}))
| (?=[0-9\w][^,;]{{1,40}}?\s(?:{ahead_behind})(?!\w))(?P<behind>{span})\s+(?:{ahead_behind})
| (?=[0-9\w][^,;]{{1,20}}?\s(?:{from_day})\s)(?P<from_span>{span})\s+(?:{from_day})\s+(?P<from_near>{near}|{weekday})
| (?:{ahead})\s+(?P<ahead>{span})(?:,?\s+(?:(?:{on})\s+)?(?P<of_week>{weekday}))?
)
(?:(?:,?\s+(?:{part_lead})?|{joined})(?P<part>{part}))?
(?!\w|['\u2019]\w)
"""

_TIME = r"""
(?:(?P<before{n}>{before}MINUTES_TO)\s+)?
(?: (?P<noon{n}>{noon}) | (?P<midnight{n}>{midnight})
  | (?P<digits{n}>(?:[01][0-9]|2[0-3])[0-5][05])(?:\s?(?:{hour_mark}|hours?|hrs?)\b|(?=\s|$|[,;)]|-[0-9]{{4}}\b))
  | (?P<hour{n}>[0-9]{{1,2}}|(?:{hours})\b)
    (?: (?:\s?:|\s?(?:{hour_mark})\s?|\.(?={dot_follows})|(?P<dot{n}>\.(?=[0-5][0-9](?!\s?[€$£%]))))
        (?P<minute{n}>[0-9]{{2}})(?::[0-9]{{2}})?
        (?:\s?(?:{minutes_mark})\b)?
      | (?P<mark{n}>\s?(?:h\b|(?:{oclock})\b)) )?
    (?:(?<!\buhr)\s?(?P<half{n}>[ap])(?:m\b{half_stop}|\.\s?m\b\.?))?
)(?:\s+(?P<past{n}>{past})(?![\w-]))?(?!\w|[:/][0-9]|[.,][0-9])
"""

_SEVERAL = r"""
(?<![\w-])(?:
  {any_weekday}\.?(?:\s+(?:{part}))?\s*(?:,|{joint})\s*{any_weekday}
| [0-9]{{1,2}}(?:\.|st|nd|rd|th|er)?\s*{joint}\s*{day_month}{month}
| {month}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\s*{joint}\s*[0-9]{{1,2}}(?![0-9:.h]|\s?[ap]\.?m\b)
| [0-9]{{1,2}}(?:/[0-9]{{1,2}})?\s*{through}\s*[0-9]{{1,2}}/(?:1[0-2]|0?[1-9])
| [0-9]{{1,2}}\.(?:[0-9]{{1,2}}\.)?\s*{through}\s*[0-9]{{1,2}}\.(?:1[0-2]|0?[1-9])\.
)(?!\w)
"""
"""Several days: "sat & sun", "4-6 december", "december 4 to 6", "4/12 - 6/12", "4.-6.12."."""

_DASH = r"""
(?P<before>(?<![\w/:.-])
  (?: {any_weekday}\.? | [0-9]{{1,2}}(?:st|nd|rd|th|er|\.)?
    | [0-9]{{1,2}}(?:/[0-9]{{1,2}}|\.[0-9]{{1,2}}\.) | {day_month}{month} )\s?)
[-\u2013\u2014](?=\s?(?: {any_weekday}(?!\w) | (?:{any_weekday}\.?\s+)?(?:
    {day_month}{month} | [0-9]{{1,2}}/(?:1[0-2]|0?[1-9])(?![0-9]) | [0-9]{{1,2}}\.(?:1[0-2]|0?[1-9])\. )))
"""
"""A dash between two days: "4-6 december", "Fri-Sun", "4.-6.12."."""

_FIRST_DAY = r"""
(?<![\w/:.,+-])(?P<said>(?:(?:{the})\s+)?(?:{any_weekday}\.?,?\s+)?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.)?)
\s*{through}\s*(?:(?:{the})\s+)?$
"""
_LAST_DAY = r"""
(?!\s*[aà]\s)\s*{through}\s*(?:(?:{the})\s+)?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?
(?![\w:/]|\.[0-9]|\s?[ap]\.?m\b|\s?(?:{hour_mark}|{oclock})\b)
"""
"""What makes a range of a date: "4 to" before "6 december", "-6" behind "december 4"."""

_MINUTES_TO = "|(?(ranging)(?!)|(?(lead)|(?!)))(?:{minutes_to})"
"""Behind "at" only: "at ten to four" is a time, "from ten to four" two."""

_CLOCK = r"""
(?<![\w/:.+-])
(?P<lead>(?:(?P<between>{between})|(?P<ranging>{range_lead})|{lead})\s+|@\s*)?
(?P<begin>{first})
(?:(?(between)\s+(?:{both})\s+|\s*(?:[-\u2013\u2014]|\b(?:{to})\s)\s*){second})?
(?:,?\s+(?:{part_lead})(?P<part>{part})(?!\w))?
"""


@dataclass(frozen=True)
class Grammar:
    """The compiled patterns of one language.

    `end`: a time that only closes ("until 10pm"). `time_end`: what may follow a bare number that is a time.
    `part_lead`: small words that end a text and lead to a part of the day. `dash`, `through`, `first_day` and
    `last_day` find days in a row.
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
    vague: re.Pattern[str]
    undated: re.Pattern[str]
    unclear_hour: re.Pattern[str]
    repeats: re.Pattern[str]
    habitual: re.Pattern[str]
    several: re.Pattern[str]
    all_day: re.Pattern[str]
    any_weekday: re.Pattern[str]
    dash: re.Pattern[str]
    through: re.Pattern[str]
    first_day: re.Pattern[str]
    last_day: re.Pattern[str]


@lru_cache
def grammar(words: Vocabulary) -> Grammar:
    """Return the patterns of a language, built when first needed."""
    fragments = _fragments(words)
    first, second = (
        _TIME.format(n=number, **fragments).replace("MINUTES_TO", said)
        for number, said in ((1, _MINUTES_TO.format(**fragments)), (2, ""))
    )
    span = fragments["span"]
    any_weekday = f"(?:{words.weekday}|{words.short}|{words.abbreviations})"
    stop = "|".join((fold(words.place), words.lasting, words.until, words.both, union("company")))
    return Grammar(
        words,
        day=re.compile(_DAY.format(**fragments), FLAGS),
        clock=re.compile(_CLOCK.format(first=first, second=second, **fragments), FLAGS),
        end=re.compile(rf"(?<!\w)(?:{words.until})\s*{second}", FLAGS),
        lasting=re.compile(rf"(?<!\w)(?:{words.lasting})\s+(?P<span>{span})|\(\s*(?P<inside>{span})\s*\)", FLAGS),
        length_behind=re.compile(rf"\s*[,(]?\s*(?P<span>{span})\)?(?=\s*(?:$|[,;.!?@·]|(?:{stop})(?!\w)))", FLAGS),
        time_end=re.compile(rf"\s*(?:$|[,;.!?)(@·{DAY_MARK}\u2013\u2014-]|(?:{stop})(?!\w))", FLAGS),
        to=re.compile(rf"\s*(?:(?:{words.to})\s+|[-\u2013\u2014]\s*)", FLAGS),
        part_lead=re.compile(rf"(?<!\w)(?:{words.part_lead})$", FLAGS),
        vague=_whole_words(words.vague, words),
        unclear_hour=_whole_words(words.unclear_hour, words),
        undated=_whole_words(words.undated, words),
        repeats=_whole_words(words.repeats, words),
        habitual=_whole_words(words.habitual, words),
        several=re.compile(_SEVERAL.format(any_weekday=any_weekday, **fragments), FLAGS),
        all_day=_whole_words(words.all_day, words),
        any_weekday=re.compile(any_weekday, FLAGS),
        dash=re.compile(_DASH.format(any_weekday=any_weekday, **fragments), FLAGS),
        through=re.compile(rf"\s*{fragments['through']}\s*", FLAGS),
        first_day=re.compile(_FIRST_DAY.format(any_weekday=any_weekday, **fragments), FLAGS),
        last_day=re.compile(_LAST_DAY.format(**fragments), FLAGS),
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
    part = any_of(words.parts)
    time_follows = rf"(?=\.?,?\s*(?:$|@|[0-9]|(?:{openings}|{part})\b))"
    hour = rf"[0-9]{{1,2}}(?:[:.][0-9]{{2}}|\s?h|\s?[ap]\.?m\b|\s?(?:{words.oclock})\b)"
    weekday_end = rf"(?:\b|(?=(?:{part})\b))" if words.compound else r"\b"
    return fragments | {
        "weekday": rf"(?:(?:{words.weekday}){weekday_end}|(?:{words.short}){time_follows}\.?)",
        "short_name": words.abbreviations if words.abbreviations != NEVER else words.short,
        "half_stop": r"(?!\s+(?-i:[A-Z]))" if words.capital_nouns else "",
        "near": any_of(words.near),
        "weeks": any_of(words.weeks),
        "past": any_of(words.past),
        "before": any_of(words.before),
        "minutes_to": any_of(words.minutes_to),
        "hours": any_of(words.hours),
        "part": part,
        "joined": "" if words.compound else NEVER,
        "monthdays": any_of(words.monthdays),
        "ordinals": any_of(words.ordinals),
        "joint": rf"(?:[-\u2013\u2014/&+]|(?<!\w)(?:{words.pairs}|{words.to})(?!\w))",
        "through": rf"(?:[-\u2013\u2014{JOINT_MARK}]|(?<!\w)(?:{words.to})(?!\w))",
        "hour_follows": rf",?\s+(?:(?:{words.lead})\s+|@\s*)?(?:{hour}|(?:{words.noon}|{words.midnight})\b)",
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
