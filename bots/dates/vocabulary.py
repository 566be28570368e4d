"""The words of each language for dates and times: the file `dates.toml` in its folder of bots/locales."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeVar

import msgspec

from bots.i18n import languages

Part = Literal["morning", "noon", "afternoon", "evening", "night"]
NEVER = "(?!)"
"""A pattern that matches nothing: what a language has no words for."""
_AS_WRITTEN = frozenset(
    {
        "dateparser", "labels", "place", "sure_place", "venues", "address", "numbered_address", "named_venue",
        "address_more", "remarks", "fillers", "articles", "company", "dangling",
    }
)  # fmt: skip
"""What is compared with the text as people wrote it, with its accents."""


Struct = TypeVar("Struct", bound=msgspec.Struct)


class Units(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Units of time, as patterns."""

    minutes: str
    quarter_hours: str = NEVER
    half_hours: str = NEVER
    hours: str
    days: str
    weeks: str


class Near(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A day counted from today, and the part of day that goes with it."""

    days: int
    part: Part | None = None


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """How one language speaks of time. bots/locales/README.md explains each field.

    A `str` is a fragment of a regular expression: verbose, in any case, without capturing groups. A table maps phrases
    in small letters.
    """

    dateparser: str
    weekdays: tuple[str, str, str, str, str, str, str]
    weekday: str
    sure_short: str = NEVER
    short: str
    compound: bool = False
    month: str
    months: tuple[str, ...]
    day_month: str
    month_day: str = NEVER
    year_lead: str = r",?\s+"
    day_alone: str
    the: str
    on: str
    next_before: str = NEVER
    next_after: str = NEVER
    coming_before: str = NEVER
    coming_after: str = NEVER
    weeks: Mapping[str, int] = {}
    near: Mapping[str, Near]
    yearly: Mapping[str, str] = {}
    monthdays: Mapping[str, int] = {}
    monthday_of: str = NEVER
    ordinals: Mapping[str, int] = {}
    any_day: str = NEVER
    month_of: str = NEVER
    this_month: str = NEVER
    next_month: str = NEVER
    all_day: str = NEVER
    vague: str = NEVER
    modifiers_before: str = NEVER
    modifiers_behind: str = NEVER
    undated: str = NEVER
    unclear_hour: str = NEVER
    repeats: str = NEVER
    habitual: str = NEVER
    pairs: str = NEVER
    abbreviations: str = NEVER
    capital_nouns: bool = False
    evenings: str = NEVER
    late: str = NEVER
    unsure: str = NEVER
    afternoons: str = NEVER
    mornings: str = NEVER
    like_days: tuple[str, ...] = ()
    parts: Mapping[str, Part]
    part_lead: str
    noon: str
    midnight: str
    hours: Mapping[str, int] = {}
    hour_mark: str
    oclock: str
    minutes_mark: str = NEVER
    exactly: str = NEVER
    dot_follows: str = NEVER
    h_is_oclock: bool = False
    twelve_hours: bool = False
    before: Mapping[str, int] = {}
    minutes_to: Mapping[str, int] = {}
    past: Mapping[str, int] = {}
    lead: str
    range_lead: str = NEVER
    between: str
    both: str
    to: str
    until: str
    ahead: str
    ahead_behind: str = NEVER
    from_day: str = NEVER
    month_unit: str
    lasting: str
    deadline: str
    later: str = NEVER
    earlier: str = NEVER
    by: str = NEVER
    put_back: str = NEVER
    bring_forward: str = NEVER
    same_time: str = NEVER
    instead: str = NEVER
    move_to: str = NEVER
    moved: str = NEVER
    week_after: str = NEVER
    shifts: Mapping[str, int] = {}
    amounts: Mapping[str, float]
    units: Units
    joins: str
    and_more: Mapping[str, float] = {}
    zone_before: str = NEVER
    zone_behind: str = NEVER
    zone_joined: str = NEVER
    serial: str = NEVER
    labels: str = NEVER
    place: str
    sure_place: str = NEVER
    venues: str = NEVER
    street: str = NEVER
    address: str = NEVER
    numbered_address: str = NEVER
    named_venue: str = NEVER
    address_more: str = NEVER
    remarks: str = NEVER
    fillers: str = NEVER
    articles: Mapping[str, str] = {}
    company: str
    dangling: str
    polite: str = NEVER


@lru_cache
def vocabulary(code: str) -> Vocabulary:
    """Return the words of a language, without their accents."""
    return _unaccent_struct(languages.load(code, "dates", Vocabulary))


def unaccent(text: str) -> str:
    """Return a text without the accents of its letters, which people often leave out. Its length stays the same."""
    return text if text.isascii() else "".join(map(_unaccent_letter, text))


def _unaccent_letter(letter: str) -> str:
    letters = unicodedata.normalize("NFD", letter)
    return letters[0] if all(map(unicodedata.combining, letters[1:])) else letter


def _unaccent_struct(words: Struct) -> Struct:
    fields = msgspec.structs.asdict(words)
    return msgspec.structs.replace(
        words, **{name: _fold_value(value) for name, value in fields.items() if name not in _AS_WRITTEN}
    )


def _fold_value(value: object) -> object:
    if isinstance(value, str):
        return unaccent(value)
    if isinstance(value, Mapping):
        return {unaccent(phrase): meaning for phrase, meaning in value.items()}
    if isinstance(value, tuple):
        return tuple(map(unaccent, value))
    return _unaccent_struct(value) if isinstance(value, Units) else value


def all_vocabularies() -> tuple[Vocabulary, ...]:
    """Return the words of every language, the default first."""
    return tuple(vocabulary(code) for code in languages.codes())


def union(field: str) -> str:
    """Return the pattern of any language's words in this field."""
    return "|".join(dict.fromkeys(getattr(words, field) for words in all_vocabularies()))
