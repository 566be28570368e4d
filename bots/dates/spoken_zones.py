"""A time zone said after an hour: "7pm CET", "19h (heure de Lisbonne)", "18:00 UTC+2"."""

from __future__ import annotations

import re
from functools import lru_cache
from zoneinfo import ZoneInfo

from bots.dates import time_zones
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS
from bots.dates.vocabulary import union

_ABBREVIATIONS = {
    "UTC": "UTC", "GMT": "UTC", "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon", "BST": "Europe/London",
    "CET": "Europe/Paris", "CEST": "Europe/Paris", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "MSK": "Europe/Moscow",
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York",
    "CT": "America/Chicago", "CDT": "America/Chicago", "MT": "America/Denver", "MST": "America/Denver",
    "MDT": "America/Denver", "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "AKST": "America/Anchorage", "AKDT": "America/Anchorage", "HST": "Pacific/Honolulu",
    "ADT": "America/Halifax", "NST": "America/St_Johns", "NDT": "America/St_Johns",
    "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip
_AMBIGUOUS = {
    "CST": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "AST": ("America/Halifax", "Asia/Riyadh"),
}
_SIDES = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
}  # fmt: skip
_WORDS = frozenset({"ET", "CT", "MT", "PT", "EST", "CET", "WET", "WEST"})
"""They are also words or parts of names: small letters are no zone in "19h cet après-midi"."""
_WHOLE_HOURS = range(-12, 15)
_HOUR = r"[0-9]{1,2}(?:[:.h][0-9]{2})?\s?(?:[ap]\.?m\.?|h|uhr)?"
_TWICE = re.compile(rf"(?<![0-9/.:]){_HOUR}\s?(?:[^\W\d_]{{2,12}}\s?)?/\s?(?P<hour>{_HOUR})$", re.IGNORECASE)
_AGAIN = re.compile(rf"^\s*/\s*{_HOUR}(?:\s?[^\W\d_]{{2,12}})?(?!\w)", re.IGNORECASE)
_LONGEST_PAIR = 40


def cut_zone(line: str, zone: ZoneInfo) -> tuple[str, ZoneInfo]:
    """Return the line without the zone after its hour, and that zone; else the line itself and the given zone.

    Raises CalendarProblem "zone-unknown" (given, nearest) for a zone that several places call so, and for an offset
    that is not of whole hours.
    """
    for match in _pattern().finditer(line):
        end, found = match.end(), _zone(match)
        if found is None and match["city"]:
            first = match["city"].split()[0]
            end, found = match.start("city") + len(first), time_zones.known_zone(first)
        if found:
            before, behind = _without_other_hour(line[: match.start("said")]), _AGAIN.sub("", line[end:], count=1)
            return f"{before.rstrip()} {behind.lstrip()}".strip(), found
    return line, zone


def _without_other_hour(text: str) -> str:
    """Return the text up to an hour in a zone without the same hour in another place before it: "4pm uk / 5pm"."""
    match = _TWICE.search(text, max(0, len(text) - _LONGEST_PAIR))
    return f"{text[: match.start()]}{match['hour']}" if match else text


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return the pattern of what may be a zone after an hour, in any language."""
    names = "|".join([*_ABBREVIATIONS, *_AMBIGUOUS])
    before, behind = union("zone_before"), union("zone_behind")
    weekdays = f"{union('weekday')}|{union('sure_short')}|sat|sun|mon|wed|tue"
    city = r"[^\W\d_]+(?:[ '\u2019-](?!https?:)[^\W\d_]+)?"
    return re.compile(
        rf"""[0-9](?:\s?(?P<half>[ap]\.?m\.?)|\s?(?:{union("oclock")}|h[0-9]{{0,2}}))?
        (?P<said>\s*[,(]?\s*(?:
            (?:utc|gmt)\s?(?P<sign>[+\u2212\u2013-])\s?(?P<hours>[0-9]{{1,2}})(?P<minutes>:?[0-9]{{2}})?
          | (?P<name>{names})
          | (?P<side>eastern|central|mountain|pacific)(?:\s+(?:standard\s+|daylight\s+)?time
            |(?=\s*(?:$|[,;.)]|(?:on\s+)?(?:{weekdays}))))
          | (?P<key>[a-z]+/[a-z_]+)
          | (?:{before})\s+(?P<city>{city})
          | (?P<city3>(?:[^\W\d_]+[ -])?[^\W\d_]+?)(?:{union("zone_joined")})
          | (?P<city2>{city})\s+(?:{behind})
        )\)?)(?![\w/])""",
        FLAGS,
    )


def _zone(match: re.Match[str]) -> ZoneInfo | None:
    """Return the zone of a match; None if it isn't one."""
    if match["sign"]:
        return _offset_zone(match)
    if match["name"]:
        name = match["name"].upper()
        if name in _WORDS and not match["name"].isupper() and not (match["half"] and len(name) > 2):
            return None
        if name in _AMBIGUOUS:
            raise CalendarProblem("zone-unknown", given=name, nearest=_AMBIGUOUS[name])
        return ZoneInfo(_ABBREVIATIONS[name])
    if match["side"]:
        return ZoneInfo(_SIDES[match["side"].lower()])
    said = match["key"] or match["city"] or match["city2"] or match["city3"]
    return time_zones.known_zone(said)


def _offset_zone(match: re.Match[str]) -> ZoneInfo:
    """Return the zone of "UTC+2", which is two hours ahead of Greenwich; the name Etc/GMT-2 counts the other way."""
    hours = int(match["hours"]) * (1 if match["sign"] == "+" else -1)
    if hours not in _WHOLE_HOURS or (match["minutes"] or "00").strip(":") != "00":
        given = match["said"].strip(" ,()")
        raise CalendarProblem("zone-unknown", given=given, nearest=time_zones.cities_at(60 * hours))
    return ZoneInfo(f"Etc/GMT{-hours:+d}")
