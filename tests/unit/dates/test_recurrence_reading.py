"""Lines about what comes again and again, typed on Wednesday 2026-11-25 at 10:00."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft, parse_event
from bots.dates.rule_line import parse_repetition, says_once

ZONES = {"en": "Europe/London", "fr": "Europe/Paris", "de": "Europe/Berlin", "es": "Europe/Madrid"}
AUGUST = "BYMONTH=1,2,3,4,5,6,7,9,10,11,12"


def _read(language: str, typed: str) -> EventDraft:
    zone = ZoneInfo(ZONES[language])
    return parse_event(typed, locale=language, zone=zone, now=datetime(2026, 11, 25, 10, tzinfo=zone))


@pytest.mark.parametrize(
    ("language", "typed", "first", "rule"),
    [
        ("en", "Choir every 2nd Tuesday at 7", "12-01 19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("fr", "Yoga tous les mardis sauf août 18h30", "12-01 18:30", f"FREQ=WEEKLY;BYDAY=TU;{AUGUST}"),
        ("fr", "Natation tous les mardis sauf en août à 19h", "12-01 19:00", f"FREQ=WEEKLY;BYDAY=TU;{AUGUST}"),
        ("en", "Lunch first saturday of the month 12:30", "12-05 12:30", "FREQ=MONTHLY;BYDAY=1SA"),
        ("en", "Standup weekdays 9:00 until june", "11-26 09:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270630"),
        ("en", "Games every other friday 8pm", "11-27 20:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("de", "Chor alle zwei Wochen mittwochs 19 Uhr", "11-25 19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("es", "Asamblea el último viernes de cada mes 19h", "11-27 19:00", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("en", "Meditation daily for 10 days 7am", "11-26 07:00", "FREQ=DAILY;UNTIL=20261205"),
        ("en", "Yoga every monday and thursday 18:30", "11-26 18:30", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("en", "Rent the 15th of each month 10am", "12-15 10:00", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("fr", "Loyer le 1er et le 15 de chaque mois 10h", "12-01 10:00", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("de", "Miete am 15. jedes Monats 10 Uhr", "12-15 10:00", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("es", "Cena todos los meses el día 15 a las 21h", "12-15 21:00", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("en", "Tea last working day of the month 4pm", "11-30 16:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("en", "Fair every year on 3 may 10:00", "05-03 10:00", "FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=5"),
        ("fr", "AG chaque année le premier samedi de mars 14h", "03-06 14:00", "FREQ=YEARLY;BYDAY=1SA;BYMONTH=3"),
        ("fr", "Repair café un samedi sur deux 14h-17h", "11-28 14:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
        ("fr", "Yoga tous les 15 jours le mercredi 18h", "11-25 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("es", "Yoga martes alternos 18h", "12-01 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("de", "Kurs jeden Montag 18 Uhr 10 Wochen lang", "11-30 18:00", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270207"),
        ("fr", "Chorale le mardi à 20h pendant 10 semaines", "12-01 20:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270208"),
        ("en", "Yoga every tuesday 6pm 10 times", "12-01 18:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=10"),
        ("en", "Quiz every thursday 8pm starting 7 january", "01-07 20:00", "FREQ=WEEKLY;BYDAY=TH"),
        ("de", "Probe jeden Donnerstag ab dem 7. Januar 19 Uhr", "01-07 19:00", "FREQ=WEEKLY;BYDAY=TH"),
        ("es", "Yoga cada jueves a partir del 7 de enero 19h", "01-07 19:00", "FREQ=WEEKLY;BYDAY=TH"),
        ("fr", "Yoga chaque jeudi 19h jusqu'au 24 juin", "11-26 19:00", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270624"),
        ("en", "Yoga every tuesday 7pm from january to june", "01-05 19:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630"),
        ("en", "Yoga every tuesday 7pm from october to march", "12-01 19:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331"),
        ("fr", "Yoga tous les mardis 19h d'avril à juin", "04-06 19:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630"),
        ("de", "Yoga jeden Dienstag 18 Uhr von Januar bis März", "01-05 18:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331"),
        ("es", "Yoga los martes de enero a junio a las 19h", "01-05 19:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630"),
        ("en", "Swim weekdays 7am except wednesdays", "11-26 07:00", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR"),
        ("en", "Yoga tuesdays 6pm every two weeks", "12-01 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("de", "Abendessen jeden Abend 19 Uhr", "11-25 19:00", "FREQ=DAILY"),
        ("de", "Chor jeden Dienstagabend um 7", "12-01 19:00", "FREQ=WEEKLY;BYDAY=TU"),
        ("de", "Repaircafé jeden zweiten Samstag im Monat 14 Uhr", "12-12 14:00", "FREQ=MONTHLY;BYDAY=2SA"),
        ("de", "Kino alle 14 Tage donnerstags 20 Uhr", "11-26 20:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("es", "Paseo los domingos por la mañana a las 10", "11-29 10:00", "FREQ=WEEKLY;BYDAY=SU"),
        ("en", "Friday Night Magic every tuesday 8pm", "12-01 20:00", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)  # fmt: skip
def test_rule_is_read(language: str, typed: str, first: str, rule: str) -> None:
    """A line gives a rule (RFC 5545) and its first date."""
    found = _read(language, typed)
    assert found.rule is not None
    assert (f"{found.start:%m-%d %H:%M}", str(found.rule.rule)) == (first, rule)


@pytest.mark.parametrize(
    ("language", "typed", "left_out", "holidays"),
    [
        ("en", "Yoga every thursday 6pm except 24 dec", ["2026-12-24"], False),
        ("fr", "Yoga tous les jeudis à 18h sauf le 24 et le 31 décembre", ["2026-12-24", "2026-12-31"], False),
        ("fr", "Yoga tous les jeudis à 18h sauf jours fériés", [], True),
        ("de", "Yoga jeden Donnerstag 18 Uhr außer an Feiertagen", [], True),
        ("es", "Yoga cada jueves a las 18h excepto festivos y el 24 de diciembre", ["2026-12-24"], True),
    ],
)
def test_exceptions_are_read(language: str, typed: str, left_out: list[str], holidays: bool) -> None:
    """Single dates and public holidays are left out where the line says so."""
    found = _read(language, typed)
    assert found.rule is not None
    assert [on.isoformat() for on in found.rule.left_out] == left_out
    assert (found.rule.skips_holidays, found.title) == (holidays, "Yoga")


@pytest.mark.parametrize(
    ("language", "typed", "problem", "given"),
    [
        ("en", "Choir every third tuesday 7pm", "event-rule-which", "every third tuesday"),
        ("es", "Salsa cada segundo lunes 19h", "event-rule-which", "cada segundo lunes"),
        ("en", "Gym twice a week 7pm", "event-rule-unclear", "twice a week"),
        ("fr", "Marche tous les jeudis pairs 10h", "event-rule-unclear", "tous les jeudis pairs"),
        ("fr", "Marche le jeudi les semaines impaires 10h", "event-rule-unclear", "jeudi les semaines impaires"),
        ("en", "Walk every thursday in odd weeks 10am", "event-rule-unclear", "every thursday in odd weeks"),
        ("de", "Markt donnerstags in geraden Wochen 10 Uhr", "event-rule-unclear", "donnerstags in geraden Wochen"),
        ("es", "Paseo los jueves pares a las 10", "event-rule-unclear", "los jueves pares"),
        ("en", "Dinner biweekly friday 7pm", "event-rule-unclear", "biweekly friday"),
        ("es", "Cena cada dos semanas 19h", "event-rule-day", "cada dos semanas"),
        ("en", "Sunday lunch every month 1pm", "event-rule-month-day", "every month … Sunday"),
        ("en", "Quiz every thursday 8pm until christmas", "event-rule-limit", "until christmas"),
        ("fr", "Yoga chaque jeudi 18h sauf vacances scolaires", "event-rule-vacations", "sauf vacances scolaires"),
        ("en", "Yoga every tuesday 6pm except 24 dec", "event-rule-left-out", "24 dec"),
        ("fr", "Yoga mardi et jeudi 18h30", "event-several-weekly", "mardi et jeudi"),
        ("en", "Yoga mon wed fri 7am", "event-several-weekly", "mon wed fri"),
        ("es", "Yoga lun mié vie 19h", "event-several-weekly", "lun mié vie"),
        ("en", "Quiz every thursday 8 january 8pm", "event-several-days", "8 january"),
        ("en", "Market every saturday", "event-no-time", "every saturday"),
        ("en", "Jam session every full moon 8pm", "event-repeats", "every full moon"),
        ("de", "Yoga jeden Dienstag 18 Uhr außer in den Ferien", "event-rule-vacations", "außer in den Ferien"),
        ("de", "Chor montags 20 Uhr außer während der Ferien", "event-rule-vacations", "außer während der Ferien"),
        ("fr", "Yoga chaque jeudi 18h sauf vacances d’été", "event-rule-vacations", "sauf vacances d’été"),
        ("es", "Yoga dos veces al día 18h", "event-rule-unclear", "dos veces al día"),
        ("es", "Yoga lunes, miércoles y viernes 19h", "event-several-weekly", "lunes, miércoles y viernes"),
        ("en", "Yoga every tuesday 6pm until 1 december 2020", "event-rule-empty", None),
    ],
)
def test_doubtful_rule_is_asked_about(language: str, typed: str, problem: str, given: str | None) -> None:
    """Words that may mean several rules, or none, are asked about by name."""
    with pytest.raises(CalendarProblem) as caught:
        _read(language, typed)
    assert (caught.value.text_id, caught.value.text_args.get("given")) == (problem, given)


@pytest.mark.parametrize(
    "typed",
    [
        "Every Brilliant Thing friday 8pm",
        "Monthly meeting 3 december 6pm",
        "Book of the month friday 7pm",
        "Dinner without meat friday 7pm",
    ],
)
def test_title_is_no_rule(typed: str) -> None:
    """Words of a title make no rule."""
    assert _read("en", typed).rule is None


@pytest.mark.parametrize(
    ("typed", "start", "rule"),
    [
        ("weekly", "12-01 18:00", "FREQ=WEEKLY;BYDAY=TU"),
        ("chaque vendredi à 20h", "11-27 20:00", "FREQ=WEEKLY;BYDAY=FR"),
        ("daily until friday", "11-25 18:00", "FREQ=DAILY;UNTIL=20261127"),
    ],
)
def test_rule_of_an_event_keeps_what_it_leaves_open(typed: str, start: str, rule: str) -> None:
    """A rule alone keeps the hour and the weekday of the event."""
    zone = ZoneInfo("Europe/Paris")
    now = datetime(2026, 11, 25, 10, tzinfo=zone)
    tuesday = datetime(2026, 12, 1, 18, tzinfo=zone)
    found = parse_repetition(typed, start=tuesday, all_day=False, since=now.date(), locale="en", zone=zone, now=now)
    assert found is not None
    assert (f"{found[1].start:%m-%d %H:%M}", str(found[0].rule)) == (start, rule)


@pytest.mark.parametrize("typed", ["once", "Only once.", "une fois", "nur einmal", "una sola vez"])
def test_once_is_understood(typed: str) -> None:
    """A word says in each language that something does not come again."""
    assert says_once(typed)
