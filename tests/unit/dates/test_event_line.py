"""What one line of natural text makes of an event."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft, parse_event

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=PARIS)


def draft(text: str, locale: str = "en", zone: ZoneInfo = PARIS, now: datetime = TUESDAY) -> EventDraft:
    return parse_event(text, locale=locale, zone=zone, now=now)


def shown(at: datetime | None) -> str:
    return f"{at:%a %Y-%m-%d %H:%M}" if at else ""


def problem(text: str, locale: str = "en", now: datetime = TUESDAY) -> CalendarProblem:
    with pytest.raises(CalendarProblem) as caught:
        draft(text, locale, now=now)
    return caught.value


ENGLISH = [
    ("Potluck friday 7pm at the garden", "Potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    (
        "Picnic next saturday from 12:00 to 15:00 in Parc Monceau",
        "Picnic",
        "Sat 2026-12-05 12:00",
        "Sat 2026-12-05 15:00",
        "Parc Monceau",
    ),
    ("Standup tomorrow 9", "Standup", "Wed 2026-11-25 09:00", "", None),
    ("Concert 2027-01-05 20:00 @ Le Périscope", "Concert", "Tue 2027-01-05 20:00", "", "Le Périscope"),
    ("2027-01-05T20:00 concert", "concert", "Tue 2027-01-05 20:00", "", None),
    ("board games in 3 days at 8 pm", "board games", "Fri 2026-11-27 20:00", "", None),
    ("Lunch noon", "Lunch", "Tue 2026-11-24 12:00", "", None),
    ("Dinner tonight", "Dinner", "Tue 2026-11-24 20:00", "", None),
    ("Game Friday at 7", "Game", "Fri 2026-11-27 19:00", "", None),
    ("Fireworks 31/12 23:59", "Fireworks", "Thu 2026-12-31 23:59", "", None),
    ("Workshop friday 2pm for 2 hours", "Workshop", "Fri 2026-11-27 14:00", "Fri 2026-11-27 16:00", None),
    ("Workshop friday 2pm (90 min)", "Workshop", "Fri 2026-11-27 14:00", "Fri 2026-11-27 15:30", None),
    (
        "Camp from friday 7pm to sunday 5pm in the woods",
        "Camp",
        "Fri 2026-11-27 19:00",
        "Sun 2026-11-29 17:00",
        "the woods",
    ),
    ("Party friday 22:00 to 02:00", "Party", "Fri 2026-11-27 22:00", "Sat 2026-11-28 02:00", None),
    ("Party friday 7-9pm", "Party", "Fri 2026-11-27 19:00", "Fri 2026-11-27 21:00", None),
    ("Brunch sunday 11-1pm", "Brunch", "Sun 2026-11-29 11:00", "Sun 2026-11-29 13:00", None),
    ("Tidying saturday from 9 to 5", "Tidying", "Sat 2026-11-28 09:00", "Sat 2026-11-28 17:00", None),
    ("Quiz tonight 8 until 10:30", "Quiz", "Tue 2026-11-24 20:00", "Tue 2026-11-24 22:30", None),
    ("Quiz friday 8pm at the bar until midnight", "Quiz", "Fri 2026-11-27 20:00", "Sat 2026-11-28 00:00", "the bar"),
    ("Talk between 7 and 9pm on thursday", "Talk", "Thu 2026-11-26 19:00", "Thu 2026-11-26 21:00", None),
    ("friday 7pm potluck at the garden", "potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    ("7pm on friday: potluck", "potluck", "Fri 2026-11-27 19:00", "", None),
    ("Potluck at the garden friday 7pm", "Potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    ("Potluck at 7pm at the garden on friday", "Potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    ('Potluck friday 7pm at "Chez Max"', "Potluck", "Fri 2026-11-27 19:00", "", "Chez Max"),
    ("Picnic (friday 7pm)", "Picnic", "Fri 2026-11-27 19:00", "", None),
    ("AGM on friday 27 november at 7pm", "AGM", "Fri 2026-11-27 19:00", "", None),
    ("AGM march 3 at 7pm at City Hall", "AGM", "Wed 2027-03-03 19:00", "", "City Hall"),
    ("AGM the 3rd of march 2028 19:00", "AGM", "Fri 2028-03-03 19:00", "", None),
    ("Call Dec 2 5pm", "Call", "Wed 2026-12-02 17:00", "", None),
    ("Call today's team 24 november 6pm", "Call today's team", "Tue 2026-11-24 18:00", "", None),
    ("Market on the 15th at 10:00", "Market", "Tue 2026-12-15 10:00", "", None),
    ("Trip in a month at 9am", "Trip", "Thu 2026-12-24 09:00", "", None),
    ("Trip next week friday 9am", "Trip", "Fri 2026-12-04 09:00", "", None),
    ("Call in 2 hours", "Call", "Tue 2026-11-24 12:00", "", None),
    ("Tea day after tomorrow 4pm", "Tea", "Thu 2026-11-26 16:00", "", None),
    ("Yoga sun 9am", "Yoga", "Sun 2026-11-29 09:00", "", None),
    ("Party friday midnight", "Party", "Sat 2026-11-28 00:00", "", None),
    ("Party friday 12am", "Party", "Fri 2026-11-27 00:00", "", None),
    ("Movie friday evening at 8", "Movie", "Fri 2026-11-27 20:00", "", None),
    ("Movie tomorrow 7.30pm", "Movie", "Wed 2026-11-25 19:30", "", None),
    ("Run tomorrow morning at 7", "Run", "Wed 2026-11-25 07:00", "", None),
    ("Tea friday 7pm at 12 Main Street", "Tea", "Fri 2026-11-27 19:00", "", "12 Main Street"),
    ("🎉 friday 7pm", "🎉", "Fri 2026-11-27 19:00", "", None),
]

FRENCH = [
    ("Auberge espagnole vendredi 19h au jardin", "Auberge espagnole", "Fri 2026-11-27 19:00", "", "le jardin"),
    ("AG le 3 mars à 18h30 à la mairie", "AG", "Wed 2027-03-03 18:30", "", "la mairie"),
    ("AG à la mairie le 3 mars à 18h30", "AG", "Wed 2027-03-03 18:30", "", "la mairie"),
    ("Repas demain midi", "Repas", "Wed 2026-11-25 12:00", "", None),
    ("Apéro ce soir 20h", "Apéro", "Tue 2026-11-24 20:00", "", None),
    ("Apéro ce soir à 8h chez Paul", "Apéro", "Tue 2026-11-24 20:00", "", "chez Paul"),
    ("Atelier samedi 14h pendant 2h", "Atelier", "Sat 2026-11-28 14:00", "Sat 2026-11-28 16:00", None),
    (
        "Atelier samedi de 14h à 16h30 à l'école",
        "Atelier",
        "Sat 2026-11-28 14:00",
        "Sat 2026-11-28 16:30",
        "l\u2019école",
    ),
    (
        "Pique-nique samedi prochain 12h-15h au parc",
        "Pique-nique",
        "Sat 2026-12-05 12:00",
        "Sat 2026-12-05 15:00",
        "le parc",
    ),
    ("Concert entre 20h et 22h samedi", "Concert", "Sat 2026-11-28 20:00", "Sat 2026-11-28 22:00", None),
    ("Camp du vendredi 19h au dimanche 17h à Lyon", "Camp", "Fri 2026-11-27 19:00", "Sun 2026-11-29 17:00", "Lyon"),
    ("Café demain matin 9h aux Halles", "Café", "Wed 2026-11-25 09:00", "", "les Halles"),
    ("Apéro vendredi 19h à 12 rue de la Paix", "Apéro", "Fri 2026-11-27 19:00", "", "12 rue de la Paix"),
    ("Jeux dans 3 jours à 20h", "Jeux", "Fri 2026-11-27 20:00", "", None),
    ("Soirée jeu jeudi 20h", "Soirée jeu", "Thu 2026-11-26 20:00", "", None),
    ("Initiation au tango samedi 20h", "Initiation au tango", "Sat 2026-11-28 20:00", "", None),
    ("Repas le 1er mai à 12h30", "Repas", "Sat 2027-05-01 12:30", "", None),
    ("Réu 3 févr. 9h jusqu\u2019à 11h", "Réu", "Wed 2027-02-03 09:00", "Wed 2027-02-03 11:00", None),
    ("Thé après-demain 19\u202fh\u202f30", "Thé", "Thu 2026-11-26 19:30", "", None),
    ("Visite vendredi 27 à 10h", "Visite", "Fri 2026-11-27 10:00", "", None),
    ("Visite le 15 à 10h", "Visite", "Tue 2026-12-15 10:00", "", None),
    ("Dîner demain 8 heures du soir", "Dîner", "Wed 2026-11-25 20:00", "", None),
    ("aujourd\u2019hui 18h thé", "thé", "Tue 2026-11-24 18:00", "", None),
    ("Thé dans une heure", "Thé", "Tue 2026-11-24 11:00", "", None),
    ("« Vendredi noir » samedi 20h", "Vendredi noir", "Sat 2026-11-28 20:00", "", None),
    ("Fête vendredi minuit", "Fête", "Sat 2026-11-28 00:00", "", None),
]


@pytest.mark.parametrize(("text", "title", "start", "end", "place"), ENGLISH)
def test_english(text: str, title: str, start: str, end: str, place: str | None) -> None:
    """An English line gives title, start, end and place."""
    found = draft(text)
    assert (found.title, shown(found.start), shown(found.end), found.place) == (title, start, end, place)


@pytest.mark.parametrize(("text", "title", "start", "end", "place"), FRENCH)
def test_french(text: str, title: str, start: str, end: str, place: str | None) -> None:
    """A French line gives title, start, end and place."""
    found = draft(text, "fr")
    assert (found.title, shown(found.start), shown(found.end), found.place) == (title, start, end, place)


@pytest.mark.parametrize("locale", ["de", "", "xx-YY", "en-GB", "fr_CA", "zh_Hant_TW"])
@pytest.mark.parametrize("text", ["Potluck friday 7pm", "Potluck vendredi 19h"])
def test_mixed_languages(text: str, locale: str) -> None:
    """Both languages are read under any locale, since people mix them."""
    assert shown(draft(text, locale).start) == "Fri 2026-11-27 19:00"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Friday Night Magic on saturday 8pm", "Friday Night Magic"),
        ("Friday Night Magic at 8pm", "Friday Night Magic"),
        ("Sunday School reunion wednesday 18:00", "Sunday School reunion"),
        ("Watch the sun set tomorrow 17:00", "Watch the sun set"),
        ('"Dinner at eight" friday 7pm', "Dinner at eight"),
        ("“Tomorrow 9am” friday 7pm", "Tomorrow 9am"),
        ("Top 10 movies friday 8pm", "Top 10 movies"),
        ("Dinner for 2 friday 8pm", "Dinner for 2"),
        ("Picnic next saturday with the Lyon group from 12:00 to 15:00", "Picnic with the Lyon group"),
        ("<b>x</b> @room friday 7pm", "<b>x</b> @room"),
    ],
)
def test_titles_keep_their_words(text: str, title: str) -> None:
    """Words that look like a date stay in the title when another date is nearer to the hour, or they are quoted."""
    assert draft(text).title == title


def test_name_that_opens_with_a_weekday_still_says_the_day() -> None:
    """A capital weekday in a name is kept in the title and used as the date when there is no other."""
    found = draft("Friday Night Magic at 8")
    assert (found.title, shown(found.start)) == ("Friday Night Magic", "Fri 2026-11-27 20:00")


def test_leftover_and_understood() -> None:
    """What follows the date and is no place is handed back, as is what was read as time."""
    found = draft("Doors friday 7pm - 11pm at the Cave; bring cake")
    assert found.place == "the Cave"
    assert found.leftover == "bring cake"
    assert found.phrases == ("friday", "7pm - 11pm")


@pytest.mark.parametrize(
    ("text", "now", "start"),
    [
        ("Quiz friday 7pm", datetime(2026, 11, 27, 18, 59, tzinfo=PARIS), "Fri 2026-11-27 19:00"),
        ("Quiz friday 7pm", datetime(2026, 11, 27, 19, 0, tzinfo=PARIS), "Fri 2026-12-04 19:00"),
        ("Quiz next friday 7pm", datetime(2026, 11, 27, 9, 0, tzinfo=PARIS), "Fri 2026-12-04 19:00"),
        ("Quiz next friday 7pm", datetime(2026, 11, 29, 9, 0, tzinfo=PARIS), "Fri 2026-12-04 19:00"),
        ("Quiz 7pm", datetime(2026, 11, 27, 20, 0, tzinfo=PARIS), "Sat 2026-11-28 19:00"),
        ("Quiz 29 february 7pm", datetime(2027, 3, 1, 9, 0, tzinfo=PARIS), "Tue 2028-02-29 19:00"),
        ("Quiz 3/4 7pm", TUESDAY, "Sat 2027-04-03 19:00"),
        ("Quiz 12/31 7pm", TUESDAY, "Thu 2026-12-31 19:00"),
        ("Quiz 31.12.2026 7pm", TUESDAY, "Thu 2026-12-31 19:00"),
        ("Quiz 31/12/27 7pm", TUESDAY, "Fri 2027-12-31 19:00"),
        ("Quiz tomorrow 7pm", datetime(2026, 11, 24, 23, 30, tzinfo=UTC), "Thu 2026-11-26 19:00"),
    ],
)
def test_which_day(text: str, now: datetime, start: str) -> None:
    """A day is seen from the local date: today's if its hour is ahead, "next" in the next week, 3/4 in April."""
    assert shown(draft(text, now=now).start) == start


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("x friday at 1", 13),
        ("x friday at 7", 19),
        ("x friday at 8", 8),
        ("x friday at 11", 11),
        ("x friday at 7am", 7),
        ("x friday 7:00", 7),
        ("x friday 7h", 7),
        ("x friday at 7 o'clock", 7),
        ("x friday evening at 8", 20),
        ("x friday 9 in the evening", 21),
        ("x friday afternoon at 3", 15),
        ("x friday morning at 6", 6),
        ("x friday 12pm", 12),
    ],
)
def test_bare_hours(text: str, hour: int) -> None:
    """A bare hour up to 7 is after noon, from 8 it is as said unless an evening word goes with it."""
    assert draft(text).start.hour == hour


@pytest.mark.parametrize(
    ("text", "slug", "args"),
    [
        ("Potluck", "event-no-date", {}),
        ("", "event-no-date", {}),
        ("Potluck tomorrow", "event-no-time", {"given": "tomorrow"}),
        ("Meet at 10 Downing Street friday", "event-no-time", {"given": "friday"}),
        ("Potluck friday 25:00", "event-no-time", {"given": "friday"}),
        ("noon", "event-no-title", {}),
        ("tonight", "event-no-title", {}),
        ("Friday at 7", "event-no-title", {}),
        ("... friday 7pm!", "event-no-title", {}),
        ("Potluck 31/2 7pm", "date-impossible", {"given": "31/2"}),
        ("Potluck 2027-02-30 7pm", "date-impossible", {"given": "2027-02-30"}),
        ("Potluck on 31 february 7pm", "date-impossible", {"given": "31 february"}),
        ("Potluck in 99999 years 7pm", "date-impossible", {"given": "in 99999 years"}),
        ("Party today 9am", "date-past", {"at": datetime(2026, 11, 24, 9, tzinfo=PARIS)}),
        ("Party yesterday 9am", "date-past", {"at": datetime(2026, 11, 23, 9, tzinfo=PARIS)}),
        ("Party 3 march 2020 9am", "date-past", {"at": datetime(2020, 3, 3, 9, tzinfo=PARIS)}),
        ("Party 2030-01-01 10:00", "date-too-far", {"at": datetime(2030, 1, 1, 10, tzinfo=PARIS), "years": 3}),
        ("Party 2999-12-31 23:59", "date-too-far", {"at": datetime(2999, 12, 31, 23, 59, tzinfo=PARIS), "years": 3}),
        (
            "Party thursday 27 november 7pm",
            "weekday-mismatch",
            {"given": "thursday 27 november", "at": datetime(2026, 11, 27, 19, tzinfo=PARIS)},
        ),
        (
            "Party friday 15:00-14:00",
            "end-before-start",
            {"at": datetime(2026, 11, 27, 15, tzinfo=PARIS), "end": datetime(2026, 11, 27, 14, tzinfo=PARIS)},
        ),
        ("a" * 501, "event-too-long", {"limit": 500}),
    ],
)
def test_problems(text: str, slug: str, args: dict[str, object]) -> None:
    """What cannot be an event says why, with what was understood."""
    said = problem(text)
    assert (said.text_id, said.text_args) == (slug, args)


@pytest.mark.parametrize("text", ["Visite vendredi 28 à 10h", "Visite jeudi 27 novembre 10h"])
def test_french_weekday_that_is_another_one(text: str) -> None:
    """A weekday that contradicts its date is a problem in French too."""
    assert problem(text, "fr").text_id == "weekday-mismatch"


@pytest.mark.parametrize(
    ("zone", "text", "start", "moved"),
    [
        ("Europe/Paris", "x 2027-03-28 02:30", "2027-03-28T03:30+02:00", True),
        ("Europe/Paris", "x 2027-10-31 02:30", "2027-10-31T02:30+02:00", False),
        ("America/New_York", "x 2027-03-14 02:30", "2027-03-14T03:30-04:00", True),
        ("America/New_York", "x 2027-11-07 01:30", "2027-11-07T01:30-04:00", False),
        ("Australia/Lord_Howe", "x 2027-10-03 02:15", "2027-10-03T02:45+11:00", True),
        ("Australia/Lord_Howe", "x 2027-04-04 01:45", "2027-04-04T01:45+11:00", False),
        ("Asia/Kathmandu", "x 2027-03-28 02:30", "2027-03-28T02:30+05:45", False),
    ],
)
def test_dst(zone: str, text: str, start: str, moved: bool) -> None:
    """A skipped hour moves forward by the gap and says so; of a doubled hour the first is taken."""
    found = draft(text, zone=ZoneInfo(zone))
    assert found.start.isoformat(timespec="minutes") == start
    assert found.moved is moved
    assert isinstance(found.start.tzinfo, ZoneInfo)


def test_length_over_a_dst_change_is_exact_and_an_hour_is_wall_clock() -> None:
    """In the night of the change, "for 3 hours" lasts three hours, while "to 04:00" is what the clock shows."""
    lasting = draft("Night walk 2027-03-28 01:00 for 3 hours")
    until = draft("Night walk 2027-03-28 01:00 to 04:00")
    assert lasting.end is not None
    assert until.end is not None
    assert lasting.end.astimezone(UTC) - lasting.start.astimezone(UTC) == timedelta(hours=3)
    assert until.end.astimezone(UTC) - until.start.astimezone(UTC) == timedelta(hours=2)


def test_moved_end_is_flagged() -> None:
    """An end in a skipped hour moves forward too."""
    found = draft("Night walk 2027-03-28 00:00 to 02:30")
    assert found.moved
    assert shown(found.end) == "Sun 2027-03-28 03:30"
