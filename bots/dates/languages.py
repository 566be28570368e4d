"""The words for dates and times, by language, as fragments of regular expressions.

Another language is another value here; what has no words of its own is read and shown in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Part = Literal["morning", "afternoon", "evening"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """How one language speaks of time.

    `near`: days counted from today, with the part of day they imply. `weekdays`: first three letters, Monday first.
    `short`: abbreviated weekdays; they count only where a time or the end follows ("sun 9am", not "sun set").
    `place`: what may open a place right behind the date; `sure_place`: what opens one anywhere; `articles` turns the
    opening word into what stays of it ("au" leaves "le"). `dangling`: small words of no use at the end of a title.
    `weeks`: what puts a weekday before it off, in days. `past`, `before`: minutes said behind an hour, and before it.
    """

    code: str
    weekdays: tuple[str, ...]
    weekday: str
    short: str
    month: str
    day_month: str
    month_day: str
    day_alone: str
    the: str
    on: str
    next: str
    later: str
    weeks: Mapping[str, int]
    near: Mapping[str, tuple[int, Part | None]]
    parts: Mapping[str, Part]
    part_lead: str
    noon: str
    midnight: str
    oclock: str
    past: Mapping[str, int]
    before: Mapping[str, int]
    lead: str
    between: str
    both: str
    to: str
    until: str
    ahead: str
    month_unit: str
    lasting: str
    deadline: str
    place: str
    sure_place: str
    articles: Mapping[str, str]
    dangling: str


ENGLISH = Language(
    code="en",
    weekdays=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    weekday="monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    short="mon|tues?|weds?|thu|thurs?|fri|sat|sun",
    month=(
        r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
        r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
    ),
    day_month=r"[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?",
    month_day=r"\s+[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9]|\s?[:h][0-9]|\s?[ap]\.?m\b)",
    day_alone=r"[0-9]{1,2}(?:st|nd|rd|th)",
    the="the",
    on=r"on\s+the|on|this|coming|the",
    next=r"next\s+week,?(?:\s+on)?|next",
    later=r"(?:of\s+)?next\s+week",
    weeks={},
    near={
        "the day after tomorrow": (2, None),
        "day after tomorrow": (2, None),
        "this morning": (0, "morning"),
        "this afternoon": (0, "afternoon"),
        "this evening": (0, "evening"),
        "tonight": (0, "evening"),
        "today": (0, None),
        "tomorrow": (1, None),
        "yesterday": (-1, None),
    },
    parts={"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "evening"},
    part_lead=r"in\s+the\s+|at\s+(?=night)",
    noon="noon|midday",
    midnight="midnight",
    oclock=r"o['\u2019]clock",
    past={},
    before={"half past": 30, "quarter past": 15, "a quarter past": 15, "quarter to": -15, "a quarter to": -15},
    lead="at|from|around|by|starting",
    between="between",
    both="and",
    to="to|till?|until",
    until="until|till?",
    ahead="in",
    month_unit="months?|years?",
    lasting="for|lasting",
    deadline="until|till?|by|before",
    place="at|in",
    sure_place=r"[aA]t(?=\s+(?:(?:[Tt]he|[Mm]y|[Oo]ur)\s|[A-ZÀ-Ý0-9\"“«]))",
    articles={},
    dangling="on|at|by|from|the|for|to",
)

_PLACES = (
    r"(?:mairie|salle|parc|jardin|caf[ée]|bar|biblioth[èe]que|m[ée]diath[èe]que|gare|mus[ée]e|maison|[ée]cole|coll[èe]ge"
    r"|lyc[ée]e|th[ée][âa]tre|cin[ée]ma|local|plage|lac|gymnase|stade|place|march[ée]|restaurant|bureau|si[èe]ge|foyer)s?\b"
)

FRENCH = Language(
    code="fr",
    weekdays=("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
    weekday="lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    short=r"lun|mar(?=\.)|mer(?=\.)|jeu(?=\.)|ven|sam|dim",
    month=(
        r"(?:janv(?:ier)?|f[ée]v(?:r|rier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept?(?:embre)?"
        r"|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\b\.?"
    ),
    day_month=r"[0-9]{1,2}(?:er)?\s+",
    month_day="(?!)",
    day_alone=r"[0-9]{1,2}(?:er)?(?![0-9]|\s?[h:/.-]\s?[0-9]|\s?h\b|\s?heures?\b)",
    the="le",
    on=r"pour\s+le|pour\s+ce|le|ce|d[èe]s",
    next=r"(?:la\s+)?semaine\s+prochaine,?(?:\s+le)?",
    later=r"prochaine?|(?:de\s+)?(?:la\s+)?semaine\s+prochaine",
    weeks={"en huit": 7, "en quinze": 14},
    near={
        "après-demain": (2, None),
        "apres-demain": (2, None),
        "après demain": (2, None),
        "ce matin": (0, "morning"),
        "cet après-midi": (0, "afternoon"),
        "cet aprem": (0, "afternoon"),
        "ce soir": (0, "evening"),
        "aujourd'hui": (0, None),
        "demain": (1, None),
        "hier": (-1, None),
    },
    parts={"matin": "morning", "après-midi": "afternoon", "aprem": "afternoon", "soir": "evening", "soirée": "evening"},
    part_lead=r"en\s+|au\s+|dans\s+l['\u2019]|du\s+|de\s+l['\u2019]|le\s+",
    noon="midi",
    midnight="minuit",
    oclock="heures?",
    past={"et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15},
    before={},
    lead=r"[àa]\s+partir\s+de|à|a|de|d[èe]s|vers|ce(?=\s+midi)",
    between="entre",
    both="et",
    to=r"à|a|au|jusqu['\u2019][àa]",
    until=r"jusqu['\u2019][àa]",
    ahead=r"dans|d['\u2019]ici",
    month_unit="mois|ans?",
    lasting=r"pendant|durant|dur[ée]e\s?:?",
    deadline=r"jusqu['\u2019]au|jusqu['\u2019][àa]|avant|d['\u2019]ici|pour",
    place=r"à\s+la|à\s+l['\u2019]|à|aux|au|dans|chez|en",
    sure_place=(
        rf"[cC]hez|(?:à\s+la|à\s+l['\u2019]|aux?|à)(?=\s*(?i:{_PLACES}))|dans(?=\s+(?:(?:la|le|les)\s|l['\u2019])\s*(?i:{_PLACES}))"
    ),
    articles={"au": "le", "aux": "les", "à la": "la", "à l'": "l\u2019", "à l\u2019": "l\u2019", "chez": "chez"},
    dangling="le|la|à|de|du|pour|dès|ce|au",
)

LANGUAGES = (ENGLISH, FRENCH)


def supported(locale: str | None) -> str:
    """The code of the language that reads and shows dates for this locale; `en` when it is none of ours."""
    return in_order(locale)[0].code


def in_order(locale: str | None) -> tuple[Language, ...]:
    """All languages, the locale's own first: people mix them."""
    code = (locale or "en").replace("_", "-").split("-")[0].lower()
    return tuple(sorted(LANGUAGES, key=lambda language: (language.code != code, language.code != "en")))
