"""German and Spanish as people type them, from phrasings-<language>.jsonl, typed on Wednesday 2026-11-25 at 10:00."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.dates.deadline import parse_when
from bots.dates.durations import parse_offset
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import parse_event

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZONE)
ROWS = [
    pytest.param(file.stem.removeprefix("phrasings-"), row, id=line)
    for file in sorted(Path(__file__).parent.glob("phrasings-*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if (row := json.loads(line))
]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_phrasing_is_read_as_listed(language: str, row: dict[str, str]) -> None:
    """The parser reads each phrasing of the file with the expected parts."""
    assert parse_row(language, row) == row


def parse_row(language: str, row: dict[str, str]) -> dict[str, str]:
    """Parse the text of a row and return the row that it should be."""
    kind, typed = next(iter(row.items()))
    try:
        if kind == "deadline":
            at = parse_when(typed, locale=language, zone=ZONE, now=NOW).astimezone(ZONE)
            return {kind: typed, "start": f"{at:%Y-%m-%dT%H:%M}"}
        if kind == "length":
            return {kind: typed, "short": parse_offset(typed).short}
        draft = parse_event(typed, locale=language, zone=ZONE, now=NOW)
    except CalendarProblem as problem:
        return {kind: typed, "problem": problem.text_id}
    found = {
        "start": f"{draft.start:%Y-%m-%dT%H:%M}",
        "title": draft.title,
        "end": f"{draft.end:%Y-%m-%dT%H:%M}" if draft.end else "",
        "place": draft.place or "",
        "leftover": draft.leftover,
    }
    return {kind: typed, **{name: value for name, value in found.items() if value}}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("What to do 8pm", "2026-11-25T20:00"),
        ("So many questions friday 7pm", "2026-11-27T19:00"),
        ("Do 5 pushups tomorrow 7am", "2026-11-26T07:00"),
        ("Mi casa 8pm", "2026-11-25T20:00"),
        ("Vie de quartier vendredi 19h", "2026-11-27T19:00"),
        ("Vie de quartier à 19h", "2026-11-25T19:00"),
        ("Grillen Freitag 19 Uhr", "2026-11-27T19:00"),
        ("Cena viernes a las 19:00", "2026-11-27T19:00"),
    ],
)
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_words_of_other_languages_do_not_mislead(text: str, start: str, locale: str) -> None:
    """Short words of one language are no weekdays of another, and a line in another language is still read."""
    assert f"{parse_event(text, locale=locale, zone=ZONE, now=NOW).start:%Y-%m-%dT%H:%M}" == start
