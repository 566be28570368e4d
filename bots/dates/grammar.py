"""The patterns that find days and times of day in a line, made from a language's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bots.dates.durations import SPAN
from bots.dates.languages import Language

FLAGS = re.IGNORECASE | re.VERBOSE
DAY_MARK, QUOTE_MARK = "\ue000", "\ue001"
"""Stand, letter by letter, for days and for quoted text that hold no time of day. Never in a text of people."""

_DAY = r"""
(?<![\w/:.+-])
(?P<on>(?:{on})\s+)?
(?:
  (?:(?P<checked>{weekday}),?\s+(?:{the}\s+)?)?
  (?: (?P<year>[12][0-9]{{3}})[-/](?P<month>[0-9]{{1,2}})[-/](?P<day>[0-9]{{1,2}})
    | (?P<day2>[0-9]{{1,2}})/(?P<month2>[0-9]{{1,2}})(?:/(?P<year2>[0-9]{{4}}|[0-9]{{2}}))?
    | (?P<day3>[0-9]{{1,2}})[.-](?P<month3>[0-9]{{1,2}})[.-](?P<year3>[0-9]{{4}})
    | (?P<named>(?:{day_month}{month}|{month}{month_day})(?:,?\s+[12][0-9]{{3}}(?![0-9]|[:h][0-9]))?)
  )(?![0-9/:])
| (?P<fixed>{weekday}),?\s+(?:{the}\s+)?(?P<monthday>{day_alone})
| {the}\s+(?P<alone>{day_alone})
| (?P<next>(?:{next})\s+)?(?P<weekday>{weekday})(?:(?P<later>,?\s+(?:{later}))|\s+(?P<weeks>{weeks})(?!\w))?
| (?P<near>{near})
| (?P<months>(?:{ahead})\s+[\w]{{1,5}}\s+(?:{month_unit}))
| (?P<ahead>(?:{ahead})\s+{span})
)
(?:,?\s+(?:{part_lead})?(?P<part>{part}))?
(?!\w)
"""

_TIME = r"""
(?:(?P<before{n}>{before})\s+)?
(?: (?P<noon{n}>{noon}) | (?P<midnight{n}>{midnight})
  | (?P<hour{n}>[0-9]{{1,2}})
    (?: (?:\s?:|\s?(?:h|heures?)\s?|\.(?=[0-9]{{2}}\s?[ap]\.?m\b))(?P<minute{n}>[0-9]{{2}})(?::[0-9]{{2}})?
      | (?P<mark{n}>\s?(?:h\b|{oclock})) )?
    (?:\s?(?P<half{n}>[ap])(?:m\b|\.m\.))?
)(?:\s+(?P<past{n}>{past})(?![\w-]))?(?!\w|[:/][0-9]|[.,][0-9])
"""

_CLOCK = r"""
(?<![\w/:.+-])
(?P<lead>(?:(?P<between>{between})|{lead})\s+|@\s*)?
(?P<begin>{first})
(?:(?(between)\s+(?:{both})\s+|\s*(?:[-\u2013\u2014]|\b(?:{to})\s)\s*){second})?
(?:,?\s+(?:{part_lead})(?P<part>{part})(?!\w))?
"""


@dataclass(frozen=True)
class Grammar:
    """The compiled patterns of one language; `end` is a time that only closes ("until 10pm")."""

    language: Language
    day: re.Pattern[str]
    clock: re.Pattern[str]
    end: re.Pattern[str]
    lasting: re.Pattern[str]
    bare_stop: re.Pattern[str]
    to: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar(language: Language) -> Grammar:
    """The patterns of a language, made when first needed."""
    words = _words(language)
    first, second = (_TIME.format(n=number, **words) for number in (1, 2))
    until = rf"(?<!\w)(?:{words['until']})\s*{second}"
    stop = "|".join((words["place"], words["lasting"], words["until"], words["both"], "with|avec"))
    return Grammar(
        language,
        day=re.compile(_DAY.format(**words), FLAGS),
        clock=re.compile(_CLOCK.format(first=first, second=second, **words), FLAGS),
        end=re.compile(until, FLAGS),
        lasting=re.compile(rf"(?<!\w)(?:{words['lasting']})\s+(?P<span>{SPAN})|\(\s*(?P<inside>{SPAN})\s*\)", FLAGS),
        bare_stop=re.compile(rf"\s*(?:$|[,;.!?)(@{DAY_MARK}\u2013\u2014-]|(?:{stop})(?!\w))", FLAGS),
        to=re.compile(rf"\s*(?:(?:{words['to']})\s+|[-\u2013\u2014]\s*)", FLAGS),
    )


def _words(language: Language) -> dict[str, str]:
    """The language's fragments by name, with the compound ones built."""
    fragments = {name: value for name, value in vars(language).items() if isinstance(value, str)}
    openings = f"{language.lead}|{language.between}|{language.noon}|{language.midnight}"
    time_follows = rf"(?=\.?,?\s*(?:$|@|[0-9]|(?:{openings})\b))"
    return fragments | {
        "weekday": rf"(?:(?:{language.weekday})\b|(?:{language.short}){time_follows}\.?)",
        "near": _any_of(list(language.near)),
        "weeks": _any_of(list(language.weeks)),
        "past": _any_of(list(language.past)),
        "before": _any_of(list(language.before)),
        "part": _any_of(list(language.parts)),
        "span": SPAN,
    }


def _any_of(phrases: list[str]) -> str:
    """One of the phrases, the longest first, with either apostrophe and any space; nothing where there are none."""
    if not phrases:
        return "(?!)"
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['\u2019]") for phrase in ordered)
