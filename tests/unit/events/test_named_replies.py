"""Tests for replies that name their event by its day or title."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bots.dates import asked_days
from bots.i18n import attendance

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""A Monday."""


@pytest.mark.parametrize("line", """
can't make friday
I can’t make it on Friday, sorry
sorry, can't come friday
can't do friday
I'm busy on friday
not free friday
I can't make it this friday after all
friday doesn't work for me
je peux pas vendredi
je ne peux pas venir vendredi
Désolée, vendredi je ne peux pas
pas dispo vendredi
je suis pas là vendredi
je ne serai pas là ce vendredi
je ne peux plus vendredi
kann freitag nicht
Ich kann am Freitag leider nicht
Freitag kann ich nicht
bin am Freitag nicht da
komme am Freitag doch nicht
Freitag klappt nicht
no puedo el viernes
El viernes no puedo
no voy el viernes
lo siento, este viernes no puedo ir
el viernes no me va bien
""".strip().splitlines())  # fmt: skip
def test_a_no_for_a_day(line: str) -> None:
    """In each language people say that they can't come on a day."""
    asked = asked_days.find(line, locale=None, zone=ZONE, now=NOW)
    assert asked is not None
    assert (asked.first.isoformat(), asked.last.isoformat()) == ("2026-11-27", "2026-11-27")
    said = attendance.read_named(asked.rest)
    assert said is not None
    assert said.answer == "no"


@pytest.mark.parametrize("line", """
I'm coming on friday
count me in for friday
je viens vendredi
vendredi j'en suis
ich komme am Freitag
Freitag bin ich dabei
voy el viernes
""".strip().splitlines())  # fmt: skip
def test_a_yes_for_a_day(line: str) -> None:
    """In each language people say that they come on a day."""
    asked = asked_days.find(line, locale=None, zone=ZONE, now=NOW)
    assert asked is not None
    said = attendance.read_named(asked.rest)
    assert said is not None
    assert said.answer == "yes"


@pytest.mark.parametrize("line", """
friday
can't wait for friday
on friday I repair my bike
vendredi je fais du pain
kann am Freitag nicht grillen weil es regnet
who can bring chairs on friday
el viernes llueve
I can't find the key of friday
""".strip().splitlines())  # fmt: skip
def test_other_talk_of_a_day(line: str) -> None:
    """Other words about a day say nothing about coming."""
    asked = asked_days.find(line, locale=None, zone=ZONE, now=NOW)
    assert asked is None or attendance.read_named(asked.rest) is None
