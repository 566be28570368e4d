"""Calendars as Google, Outlook, Nextcloud and Meetup write them, and as nobody should."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bots.core.inbound import CalendarEntry, CalendarReading
from schedules.calendars import parsing

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)

GOOGLE = """PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Club de lecture
X-WR-TIMEZONE:Europe/Paris
BEGIN:VTIMEZONE
TZID:Europe/Paris
X-LIC-LOCATION:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:GMT+2
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:GMT+1
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=Europe/Paris:20260901T190000
DTEND;TZID=Europe/Paris:20260901T210000
RRULE:FREQ=WEEKLY;UNTIL=20261222T225959Z;BYDAY=TU
EXDATE;TZID=Europe/Paris:20261208T190000
DTSTAMP:20261120T100000Z
UID:0abc@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN=Anna;X-NUM-GUESTS=0:mailto:anna@example.org
CREATED:20260801T000000Z
DESCRIPTION:Un livre par semaine.<br><b>Gratuit</b> &amp\\; ouvert
LAST-MODIFIED:20261119T090000Z
LOCATION:La Cordée\\, Lyon
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Lecture
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Paris:20261216T200000
DTEND;TZID=Europe/Paris:20261216T220000
UID:0abc@google.com
RECURRENCE-ID;TZID=Europe/Paris:20261215T190000
SEQUENCE:2
SUMMARY:Lecture (mercredi)
END:VEVENT
BEGIN:VEVENT
DTSTART:20261128T183000Z
DTEND:20261128T200000Z
UID:1def@google.com
SUMMARY:Apéro
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261207
UID:2ghi@google.com
SUMMARY:Salon du livre
END:VEVENT
BEGIN:VEVENT
DTSTART:20261205T120000Z
UID:3priv@google.com
CLASS:PRIVATE
SUMMARY:Dentiste
END:VEVENT"""

OUTLOOK = """PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-WR-CALNAME:Kalender
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CLASS:PUBLIC
DTSTART;TZID="W. Europe Standard Time":20261202T180000
DTEND;TZID="W. Europe Standard Time":20261202T193000
RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=1WE
SUMMARY;LANGUAGE=de:Stammtisch
UID:040000008200E00074C5B7101A82E00800000000
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Customized Time Zone:20261203T140000
DURATION:PT45M
SUMMARY:Call
LOCATION:https://teams.example.com/l/meetup-join/1
UID:040000008200E00074C5B7101A82E00800000001
END:VEVENT"""

NEXTCLOUD = """VERSION:2.0
PRODID:-//Sabre//Sabre VObject 4.5.4//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Garten
BEGIN:VEVENT
CREATED:20261101T080000Z
DTSTAMP:20261101T080000Z
LAST-MODIFIED:20261110T080000Z
SEQUENCE:3
UID:6b8f
DTSTART;TZID=Europe/Berlin:20261204T163000
DTEND;TZID=Europe/Berlin:20261204T180000
STATUS:CANCELLED
SUMMARY:Umgraben
END:VEVENT
BEGIN:VEVENT
UID:6b90
DTSTART:20261206T100000
DTEND:20261206T120000
SUMMARY:Schneiden
RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3
RDATE:20261220T100000
END:VEVENT
BEGIN:VTODO
UID:todo
SUMMARY:Harke kaufen
END:VTODO"""

MEETUP = """VERSION:2.0
PRODID:-//Meetup Inc//RemoteApi//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:Events - Lyon Hikers
X-WR-CALNAME:Events - Lyon Hikers
BEGIN:VEVENT
DTSTAMP:20261124T101500Z
DTSTART;TZID=Europe/Paris:20261129T083000
DTEND;TZID=Europe/Paris:20261129T170000
STATUS:CONFIRMED
SUMMARY:Monts d'Or
DESCRIPTION:Lyon Hikers\\nSunday\\, November 29 at 8:30 AM\\n\\nhttps://www.meetup.com/lyon/events/1/
CLASS:PUBLIC
CREATED:20261001T100000Z
GEO:45.80;4.80
LOCATION:Gare de Vaise (Place de Paris\\, Lyon\\, France)
URL:https://www.meetup.com/lyon/events/1/
LAST-MODIFIED:20261002T100000Z
UID:event_1@meetup.com
END:VEVENT"""


def read(body: str, *, zone: str = "Europe/Paris", days: int = 60) -> CalendarReading:
    """Read a calendar with these lines, folded as programs send it."""
    text = f"BEGIN:VCALENDAR\n{body}\nEND:VCALENDAR\n".replace("\n", "\r\n")
    return parsing.read(text.encode(), zone, NOW, timedelta(days=days))


def shown(entry: CalendarEntry) -> str:
    """Return when an entry begins, in UTC, and its title."""
    return f"{entry.start:%m-%d %H:%M} {entry.title}"


def event(*lines: str) -> str:
    """Return an entry with these lines."""
    return "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def test_google() -> None:
    """A rule with its end, an exception and a moved date, whole days, HTML; no guests, nothing private."""
    reading = read(GOOGLE)
    assert (reading.name, reading.skipped) == ("Club de lecture", 0)
    assert [shown(entry) for entry in reading.entries] == [
        "11-28 18:30 Apéro", "12-01 18:00 Lecture", "12-04 23:00 Salon du livre", "12-16 19:00 Lecture (mercredi)",
        "12-22 18:00 Lecture",
    ]  # fmt: skip
    aperitif, first, fair, moved, last = reading.entries
    assert (first.place, first.description) == ("La Cordée, Lyon", "Un livre par semaine.\nGratuit & ouvert")
    assert (first.zone, aperitif.zone) == ("Europe/Paris", "")
    assert (fair.all_day, fair.end) == (True, datetime(2026, 12, 6, 23, tzinfo=UTC))
    assert moved.sequence == 2
    assert len({entry.key for entry in reading.entries}) == 5
    assert first.modified == datetime(2026, 11, 19, 9, tzinfo=UTC)
    assert "anna" not in str(reading).lower()
    assert last.end == datetime(2026, 12, 22, 20, tzinfo=UTC)


def test_outlook() -> None:
    """Windows names of zones, a zone that only the file knows, a duration, and a place that is an address."""
    reading = read(OUTLOOK)
    assert [shown(entry) for entry in reading.entries] == [
        "12-02 17:00 Stammtisch", "12-03 08:30 Call", "01-06 17:00 Stammtisch",
    ]  # fmt: skip
    regulars, call, _ = reading.entries
    assert regulars.zone == "Europe/Berlin"
    assert (call.zone, call.place, call.link) == ("", "", "https://teams.example.com/l/meetup-join/1")
    assert call.end == datetime(2026, 12, 3, 9, 15, tzinfo=UTC)


def test_nextcloud() -> None:
    """A cancelled entry says so; times without a zone are the community's; tasks are left out."""
    reading = read(NEXTCLOUD, zone="Europe/Berlin")
    assert [(shown(entry), entry.cancelled) for entry in reading.entries] == [
        ("12-04 15:30 Umgraben", True), ("12-06 09:00 Schneiden", False), ("12-08 09:00 Schneiden", False),
        ("12-10 09:00 Schneiden", False), ("12-20 09:00 Schneiden", False),
    ]  # fmt: skip


def test_meetup() -> None:
    """The address of the page is the link, and the description keeps its lines."""
    [hike] = read(MEETUP).entries
    assert hike.link == "https://www.meetup.com/lyon/events/1/"
    assert hike.place == "Gare de Vaise (Place de Paris, Lyon, France)"
    assert hike.description.splitlines()[1] == "Sunday, November 29 at 8:30 AM"


def test_keys_are_those_of_the_dates() -> None:
    """A date keeps its key when its hour, its title or its SEQUENCE changes; each date of a rule has its own."""
    before = read(event("UID:a", "DTSTART:20261201T100000Z", "SUMMARY:Tea")).entries[0]
    after = read(event("UID:a", "DTSTART:20261202T120000Z", "SUMMARY:Coffee", "SEQUENCE:4")).entries[0]
    assert before.key == after.key
    weekly = event("UID:w", "DTSTART;TZID=Europe/Paris:20261201T100000", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Tea")
    other = event("UID:w", "RECURRENCE-ID:20261208T090000Z", "DTSTART:20261209T090000Z", "SUMMARY:Tea")
    plain, replaced = read(weekly).entries, read(f"{weekly}\n{other}").entries
    assert {entry.key for entry in plain} == {entry.key for entry in replaced}


def test_hour_on_the_wall_stays_across_the_change_of_clocks() -> None:
    """Nine in New York is nine there also in April."""
    lines = ("UID:a", "DTSTART;TZID=America/New_York:20261215T090000", "RRULE:FREQ=MONTHLY;COUNT=5", "SUMMARY:Call")
    starts = [entry.start.hour for entry in read(event(*lines), days=366).entries]
    assert starts == [14, 14, 14, 13, 13]


def test_newest_of_two_entries_with_one_uid_counts() -> None:
    """A feed that has an entry twice is read as the one with the higher SEQUENCE."""
    old = event("UID:a", "DTSTART:20261201T100000Z", "SUMMARY:Old")
    new = event("UID:a", "DTSTART:20261201T100000Z", "SUMMARY:New", "SEQUENCE:1")
    assert [entry.title for entry in read(f"{new}\n{old}").entries] == ["New"]


@pytest.mark.parametrize(
    "lines",
    [
        ("UID:a", "SUMMARY:No start"),
        ("UID:a", "DTSTART:nonsense", "SUMMARY:Bad start"),
        ("UID:a", "DTSTART:20261201T100000Z", "SUMMARY:Each second", "RRULE:FREQ=SECONDLY"),
        ("UID:a", "DTSTART:20261201T100000Z", "SUMMARY:Bad rule", "RRULE:FREQ=WEEKLY;BYDAY=XX"),
        ("UID:a", "DTSTART:20261201T100000Z", "DTEND:20291201T100000Z", "SUMMARY:Three years"),
        ("UID:a", "DTSTART:00010101T000000Z", "SUMMARY:Year one", "DURATION:-P1D"),
        ("UID:a", "DTSTART:20261201T100000Z", "SUMMARY:\u2060\u200b"),
        ("UID:a", "DTSTART:20261201T100000Z", "SUMMARY:Ours", "X-GLOCAL-IMPORTED:Lyon"),
    ],
)
def test_what_makes_no_sense_is_left_out(lines: tuple[str, ...]) -> None:
    """One bad entry does not spoil the others."""
    good = event("UID:b", "DTSTART:20261202T100000Z", "SUMMARY:Good")
    assert [entry.title for entry in read(f"{event(*lines)}\n{good}").entries] == ["Good"]


def test_words_are_cut_and_cleaned() -> None:
    """Control characters go, long texts are cut, and an address that runs a script is dropped."""
    long = event(
        "UID:a", "DTSTART:20261202T100000Z", f"SUMMARY:{'x' * 500}\u202e", f"DESCRIPTION:{'word ' * 900}",
        "URL:javascript:alert(1)", "LOCATION:Here\\nand there",
    )  # fmt: skip
    [entry] = read(long).entries
    assert (len(entry.title), entry.title[-1], entry.link, entry.place) == (120, "…", "", "Here and there")
    assert len(entry.description) <= 1000


def test_number_of_dates_is_bounded() -> None:
    """Of very many dates the soonest are taken, and it is known how far they reach."""
    body = "\n".join(
        event(f"UID:{n}", f"DTSTART:2026120{1 + n % 9}T10{n % 60:02}00Z", f"SUMMARY:Event {n}") for n in range(500)
    )
    reading = read(body)
    assert len(reading.entries) == parsing.MAX_ENTRIES
    assert reading.complete_until == reading.entries[-1].start


@pytest.mark.parametrize("content", [b"", b"<html>", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\xff\xfe\x00"])
def test_what_is_no_calendar(content: bytes) -> None:
    """A page of the web, half a file and nothing at all are no calendars."""
    with pytest.raises(parsing.NoCalendar):
        parsing.read(content, "UTC", NOW, timedelta(days=60))
