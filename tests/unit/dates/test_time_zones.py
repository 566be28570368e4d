"""Time zones by name, and times in words."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.dates import formatting, time_zones
from bots.dates.errors import CalendarProblem

AT = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("  EUROPE/PARIS\n", "Europe/Paris"),
        ("Paris", "Europe/Paris"),
        ("Lyon", "Europe/Paris"),
        ("new york", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("Montréal", "America/Montreal"),
        ("Londres", "Europe/London"),
        ("Wien", "Europe/Vienna"),
        ("Ciudad de México", "America/Mexico_City"),
        ("Bruxelles", "Europe/Brussels"),
        ("Genève", "Europe/Zurich"),
        ("san francisco", "America/Los_Angeles"),
        ("Kathmandu", "Asia/Kathmandu"),
        ("lord howe", "Australia/Lord_Howe"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("utc", "UTC"),
        ("UTC", "UTC"),
    ],
)
def test_known_zone_names(text: str, key: str) -> None:
    """The lookup finds IANA names in any case and well-known cities in every language, with or without accents."""
    assert time_zones.find_zone(text).key == key


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Pariss", "Europe/Paris"),
        ("Timbuktoo", "Africa/Timbuktu"),
        ("Europe/Berlim", "Europe/Berlin"),
        ("Lyonn", "Europe/Paris"),
    ],
)
def test_misspelt_zone_suggests_similar_ones(text: str, near: str) -> None:
    """A misspelt zone raises a problem with up to three similar names, the nearest first."""
    with pytest.raises(CalendarProblem) as caught:
        time_zones.find_zone(text)
    nearest = caught.value.text_args["nearest"]
    assert caught.value.text_id == "zone-unknown"
    assert caught.value.text_args["given"] == text
    assert isinstance(nearest, tuple)
    assert nearest[0] == near
    assert len(nearest) <= 3


@pytest.mark.parametrize("text", ["", "xxxxx", "../etc/passwd", "\x00", "localtime", "Factory", "z" * 5000])
def test_unknown_zones(text: str) -> None:
    """Nonsense, paths and zones without a place are unknown."""
    with pytest.raises(CalendarProblem) as caught:
        time_zones.find_zone(text)
    assert caught.value.text_id == "zone-unknown"


@pytest.mark.parametrize(
    ("text", "near"),
    [("GMT+1", "Europe/Paris"), ("utc+2", "Europe/Athens"), ("UTC -5", "America/New_York"), ("+5:30", "Asia/Kolkata")],
)
def test_offset_is_refused_with_cities(text: str, near: str) -> None:
    """An offset names no place: it is refused with cities on its own side of Greenwich, also while typing."""
    with pytest.raises(CalendarProblem) as caught:
        time_zones.find_zone(text)
    assert caught.value.text_id == "zone-offset"
    nearest = caught.value.text_args["nearest"]
    assert isinstance(nearest, tuple)
    assert near in nearest
    assert near in time_zones.suggest_zones(text, 25)
    assert not any(key.startswith("Etc/GMT") for key in time_zones.suggest_zones("gmt", 25))


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_a_zone_or_a_problem(text: str) -> None:
    """Any text gives a zone or a calendar problem."""
    with contextlib.suppress(CalendarProblem):
        assert isinstance(time_zones.find_zone(text), ZoneInfo)


@pytest.mark.parametrize(
    ("zone", "locale", "words"),
    [
        ("Europe/Paris", "en", "Friday, 27 November 2026 at 19:00 (Paris time)"),
        ("Europe/Paris", "en-GB", "Friday, 27 November 2026 at 19:00 (Paris time)"),
        ("Europe/Paris", "fr", "vendredi 27 novembre 2026 à 19:00 (heure de Paris)"),
        ("Europe/Athens", "fr", "vendredi 27 novembre 2026 à 20:00 (heure d\u2019Athènes)"),
        ("Africa/Cairo", "fr", "vendredi 27 novembre 2026 à 20:00 (heure du Caire)"),
        ("Asia/Kathmandu", "en", "Friday, November 27, 2026 at 11:45\u202fPM (Kathmandu time)"),
        ("Australia/Lord_Howe", "en-GB", "Saturday, 28 November 2026 at 05:00 (Lord Howe Island time)"),
        ("UTC", "fr", "vendredi 27 novembre 2026 à 18:00 (UTC)"),
        ("Europe/London", "en", "Friday, 27 November 2026 at 18:00 (London time)"),
        ("Europe/Moscow", "en", "Friday, 27 November 2026 at 21:00 (Moscow time)"),
        ("America/New_York", "en", "Friday, November 27, 2026 at 1:00\u202fPM (New York time)"),
        ("US/Eastern", "en", "Friday, November 27, 2026 at 1:00\u202fPM (Eastern time)"),
        ("America/Halifax", "en", "Friday, November 27, 2026 at 2:00\u202fp.m. (Halifax time)"),
        ("America/Montreal", "fr", "vendredi 27 novembre 2026 à 13 h 00 (heure de Montreal)"),
        ("Europe/Vienna", "de", "Freitag, 27. November 2026 um 19:00 Uhr (Ortszeit Wien)"),
        ("America/New_York", "de", "Freitag, 27. November 2026 um 13:00 Uhr (Ortszeit New York)"),
        ("Europe/Madrid", "es", "viernes, 27 de noviembre de 2026, 19:00 (hora de Madrid)"),
        ("America/Mexico_City", "es", "viernes, 27 de noviembre de 2026, 12:00\u202fp.m. (hora de Ciudad de México)"),
    ],
)
def test_long_format(zone: str, locale: str, words: str) -> None:
    """A time in words has the weekday and the zone's name, formatted for the zone's country."""
    assert formatting.format_instant(AT, ZoneInfo(zone), locale) == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "Fri, 27 Nov 2026, 19:00"),
        ("de", "Fr., 27. Nov. 2026, 19:00"),
        ("es", "vie, 27 nov 2026, 19:00"),
        ("fr", "ven. 27 nov. 2026, 19:00"),
        ("en_GB", "Fri, 27 Nov 2026, 19:00"),
    ],
)
def test_short_format(locale: str, words: str) -> None:
    """The short format, for cards, has no zone."""
    assert formatting.format_instant(AT, ZoneInfo("Europe/Paris"), locale, "short") == words


@pytest.mark.parametrize("locale", ["nl", "xx", "", None, "not a locale", "zh-Hant-TW", "é"])
def test_unknown_locales_get_english_dates(locale: str | None) -> None:
    """A locale without texts gets its dates in English."""
    assert formatting.format_instant(AT, ZoneInfo("UTC"), locale) == "Friday, November 27, 2026 at 6:00\u202fPM (UTC)"
