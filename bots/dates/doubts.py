"""Account for every word about time: what was not read as a day is asked about by its name, never passed over."""

from __future__ import annotations

import re

from bots.dates import misspellings, times
from bots.dates.days import Day
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import DAY_MARK, FLAGS, QUOTE_MARK, Grammar, grammar
from bots.dates.parsing import QUOTE, Reading, mask
from bots.dates.rule_doubts import listed_weekdays, unread_rule
from bots.dates.vocabulary import unaccent, vocabulary
from bots.i18n import languages

_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(
    r"(?<!\w)(?:the|a|an|of|in|my|our|we|he|she|i|they|who|le|la|de|en|un|du|au|et|el|del|al|los|with|avec|con)\s+$",
    re.IGNORECASE,
)
"""Before a word that is not a short weekday: "the sun", "en mer", "de Sam"."""
_RANGE_BEHIND = re.compile(r"\s*(?:[/+&,;]|\b(?:et|and|und|y|puis|then|dann|luego)\b)\s*", re.IGNORECASE)
"""Between two spans of one day: "9h-12h / 14h-17h"."""
_IN_PARENTHESES = re.compile(r"\([^()]*$")
_LONGEST_REMARK = 80
_NO_HOUR = re.compile(r"(?<![\w:.,/€$£-])(?:2[5-9]|[3-9][0-9])[:h][0-5][0-9](?![\w:])")
"""A clock that shows no hour: "25:00"."""


def check(reading: Reading, locale: str | None) -> None:
    """Raise CalendarProblem where a line says more about its day than was read.

    "event-repeats", "event-several-days", "event-day-unsure", "event-hour-unsure", "event-several-hours" and
    "event-hour-half" have `given`,
    the words;
    "event-day-misspelt" and "event-several-weekly" have `nearest` too.
    """
    text = unaccent(reading.text)
    unquoted = mask(text, [match.span() for match in QUOTE.finditer(text)], QUOTE_MARK)
    unquoted = mask(unquoted, reading.repeating, DAY_MARK)
    day = reading.day
    if day is not None and day.start == day.end:  # a name ("easter monday") is read, and stays in the title
        unquoted = mask(unquoted, [(day.start, day.start + len(day.phrase))], QUOTE_MARK)
    rest = mask(unquoted, reading.positions, DAY_MARK)
    for code in languages.in_order(locale):
        rules = grammar(vocabulary(code))
        _refuse("event-repeats", reading, rules.repeats.search(unquoted))
        if day is None or day.repeats:
            _refuse("event-repeats", reading, rules.habitual.search(rest))
        several = _several(unquoted, reading, rules)
        weekly = listed_weekdays(unquoted, code) if reading.times and day is not None else None
        if weekly and (several or (day is not None and weekly[0][0] < day.start < weekly[0][1])):
            (start, end), every = weekly
            given = reading.text[start:end]
            raise CalendarProblem("event-several-weekly", given=given, nearest=f"{every} {given}")
        _refuse("event-several-days", reading, several)
        _refuse("event-day-unsure", reading, _vague(rest, reading, rules))
        if day is None:
            if said := unread_rule(rest, code):
                raise CalendarProblem("event-repeats", given=reading.text[slice(*said)])
            _refuse("event-day-unsure", reading, rules.undated.search(rest))
        if rules is reading.rules or code == languages.supported(locale):
            _refuse("event-day-unsure", reading, rules.beside_day.search(rest))
            _refuse("event-day-unsure", reading, _cut_weekday(rest, reading, rules))
    _refuse("event-hour-unsure", reading, reading.rules.unclear_hour.search(unquoted))
    _refuse("event-hour-unsure", reading, _NO_HOUR.search(rest))
    _check_hours(reading, rest)
    _check_other_hours(reading, rest)
    _check_other_days(reading)
    misspellings.check_spelling(reading, rest, vocabulary(languages.supported(locale)))


def _vague(rest: str, reading: Reading, rules: Grammar) -> re.Match[str] | None:
    """Return where the text names no one day, but not where that opens the title of days that were read.

    "Fin de semana en la nieve del 11 al 13 de diciembre".
    """
    match = rules.vague.search(rest)
    titled = match is not None and match.start() == 0 and reading.last_day is not None and reading.all_day
    return rules.vague.search(rest, match.end()) if match and titled else match


def _several(text: str, reading: Reading, rules: Grammar) -> re.Match[str] | None:
    """Return where the text names several days, but not where it was read as days in a row."""
    row = reading.positions if reading.last_day and reading.all_day else ()
    matches = (one for one in rules.several.finditer(text) if not _is_in_day(one, reading))
    return next((match for match in matches if not any(start <= match.start() < end for start, end in row)), None)


def _is_in_day(match: re.Match[str], reading: Reading) -> bool:
    """Return whether a match is a date ("mar 1/12"), or begins with its month: "first saturday in december 10 to 1"."""
    day = reading.day
    if day is None or (day.checked and day.start <= match.start() and match.end() <= day.end):
        return day is not None
    return day.start < match.start() < day.end and not day.month_first and match[0][:1].isalpha()


def _cut_weekday(rest: str, reading: Reading, rules: Grammar) -> re.Match[str] | None:
    """Return where a short name of a weekday that was not read stands before the hour, or anywhere if no day is said.

    Some are words too ("the sun", "en mer"); small ones are so often words in German that they count beside hours only.
    """
    if reading.times and reading.day is None:
        opening = rules.cut_weekday.match(reading.text, reading.times.start)
        if opening is not None:
            return opening  # "so um 10": sunday at 10, or at about 10
    for match in rules.cut_weekday.finditer(rest) if reading.times else ():
        beside = reading.times is not None and reading.times.start - match.end() in {0, 1, 2}
        named = (
            reading.day is None and not rules.words.capital_nouns and not _ARTICLE.search(rest[: match.start()][-9:])
        )
        if beside or named:
            return match
    return None


def _refuse(text_id: str, reading: Reading, match: re.Match[str] | None) -> None:
    """Raise a problem about the words of a match; the day that was read belongs to them."""
    if match is None:
        return
    start, end = match.span()
    for position in reading.positions:
        if position[0] < end and position[1] > start:
            start, end = min(start, position[0]), max(end, position[1])
    raise CalendarProblem(text_id, given=reading.text[start:end].strip(" ,;"))


def _check_hours(reading: Reading, text: str) -> None:
    """Raise "event-hour-half" for an hour that may be in the morning or in the evening, and not for a deadline."""
    hours = reading.times
    if hours and reading.hour_is_doubtful:
        lead = re.compile(rf"(?:(?:{reading.rules.words.lead})\s+|@\s*)?", FLAGS).match(
            unaccent(reading.text), hours.start
        )
        raise CalendarProblem("event-hour-half", given=reading.text[lead.end() if lead else 0 : hours.end].strip())
    other = _RANGE_BEHIND.match(text, hours.end) if hours and hours.last else None
    again = reading.rules.clock.match(text, other.end()) if other else None
    if hours and again and again["hour2"]:
        raise CalendarProblem("event-hour-unsure", given=reading.text[hours.start : again.end()].strip())
    if hours and not hours.last:
        before, joint = reading.rules.hour_or.search(text, 0, hours.start), reading.rules.or_hour.match(text, hours.end)
        behind = reading.rules.clock.match(text, joint.end()) if joint else None
        end = behind.end() if behind and times.is_certain(behind, reading.rules) else hours.end
        if before or end > hours.end:
            start = before.start() if before else hours.start
            raise CalendarProblem("event-hour-unsure", given=reading.text[start:end].strip())


def _check_other_hours(reading: Reading, rest: str) -> None:
    """Raise "event-several-hours" for a later hour that was not read: it may be the end, or when people meet.

    What is in parentheses is a remark.
    """
    hours = reading.times
    if hours is None or reading.repeating:
        return
    for other in times.find_times(rest, reading.rules):
        unread = other.certain and other.first.explicit and other.start > hours.end
        if unread and not _IN_PARENTHESES.search(rest, max(0, other.start - _LONGEST_REMARK), other.start):
            both = (reading.text[one.start : one.end].strip() for one in (hours, other))
            raise CalendarProblem("event-several-hours", given=" … ".join(both))


def _check_other_days(reading: Reading) -> None:
    """Raise "event-several-days" for a day that is neither the event's nor part of a name, and no contradiction."""
    if reading.day and reading.day.mismatch:
        return
    for other in reading.others:
        if (
            _is_in_a_name(other, reading)
            or _is_before_date(other, reading.day)
            or _is_part_of_day(other, reading)
            or _says_the_same(other, reading.day)
        ):
            continue
        if other.on is None and other.exact is None:
            raise CalendarProblem("date-impossible", given=other.phrase)
        positions = [(other.start, other.end)]
        positions += [(day.start, day.end) for day in (reading.day,) if day]
        given = " … ".join(reading.text[start:end].strip() for start, end in sorted(positions))
        raise CalendarProblem("event-several-days", given=given)


def _is_in_a_name(day: Day, reading: Reading) -> bool:
    """Return whether a weekday is part of a name: "Friday Night Magic"; not where all nouns have a capital."""
    dated = reading.day is not None and not reading.day.repeats and not reading.day.exact
    words = reading.rules.words
    if words.capital_nouns or dated or not day.bare:
        return False
    behind = reading.text[day.end :].lstrip()[:1]
    return reading.text[day.start].isupper() and behind.isupper()


def _is_before_date(other: Day, day: Day | None) -> bool:
    """Return whether a weekday opens a title, before a date that has a weekday: "Sunday Club wed 2 dec"."""
    return day is not None and day.checked and other.bare and other.end < day.start


def _is_part_of_day(day: Day, reading: Reading) -> bool:
    """Return whether a word for tomorrow is the morning: "Mañana de juegos el sábado"."""
    between = reading.text[day.end : reading.day.start] if reading.day else ""
    return unaccent(day.phrase).lower() in reading.rules.words.parts and bool(_WORD.search(between))


def _says_the_same(other: Day, day: Day | None) -> bool:
    """Return whether another day in the text does not contradict the event's: "Friday drinks 4 december"."""
    if day is None or day.on is None or other.on is None:
        return False
    return day.on == other.on or (other.repeats > 0 and day.on.weekday() == other.on.weekday())
