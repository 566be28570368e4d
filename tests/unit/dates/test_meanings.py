"""What people mean by a line, from meanings.jsonl, typed on Wednesday 2026-11-25 at 10:00 in the zone of the row.

`right` lists what may come: a start, a start and an end, a day, `ask` (a question that names the words), or `rule:` for
a recurrence, which is asked about too.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.dates.errors import CalendarProblem
from bots.dates.event_line import parse_event

FILE = Path(__file__).with_name("meanings.jsonl")
ROWS = [
    pytest.param(row, id=f"{row['language']} {row['typed']}")
    for row in map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
]


@pytest.mark.parametrize("row", ROWS)
def test_line_means_what_people_mean(row: dict[str, object]) -> None:
    """A line is read as people mean it, or asked about where it has several meanings."""
    right = row["right"]
    assert isinstance(right, list)
    found = read(str(row["typed"]), str(row["language"]), ZoneInfo(str(row["zone"])))
    accepted = {"ask" if one.startswith("rule:") else one for one in right}
    assert accepted & found


def read(typed: str, language: str, zone: ZoneInfo) -> set[str]:
    """Return the ways in which a row may list what was read."""
    try:
        draft = parse_event(typed, locale=language, zone=zone, now=datetime(2026, 11, 25, 10, tzinfo=zone))
    except CalendarProblem:
        return {"ask"}
    start = f"{draft.start:%Y-%m-%dT%H:%M}"
    return {f"{start}/{draft.end:%Y-%m-%dT%H:%M}"} if draft.end else {start, start[:10]}
