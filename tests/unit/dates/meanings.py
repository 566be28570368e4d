"""Reads a row of meanings*.jsonl, typed on Wednesday 2026-11-25 at 10:00 in the zone of the row.

`kind` is `event` (the default), `deadline` or `move` (of an event on Friday 2026-11-27 at 19:00). `right` lists what
may come: a start, a start and an end, a day or two days for whole days, the same after `rule:` for the first date of
what comes again, or `ask` (a question that names the words). `rule` (an RRULE), `title`, `place` and `leftover` are
checked where the row has them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft, parse_event
from bots.dates.reschedule import parse_reschedule
from bots.dates.resolution import Slot

Row = Mapping[str, object]
ROWS: tuple[Row, ...] = tuple(
    json.loads(line)
    for file in sorted(Path(__file__).parent.glob("meanings*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
)


def read_row(row: Row) -> tuple[str, Mapping[str, str]]:
    """Return the meaning of a row, and the words of its event by their field."""
    typed, language, zone = str(row["typed"]), str(row["language"]), ZoneInfo(str(row["zone"]))
    now = datetime(2026, 11, 25, 10, tzinfo=zone)
    try:
        if row.get("kind") == "deadline":
            at = parse_when(typed, locale=language, zone=zone, now=now)
            return f"{at.astimezone(zone):%Y-%m-%dT%H:%M}", {}
        if row.get("kind") == "move":
            start = datetime(2026, 11, 27, 19, tzinfo=zone)
            return _shown(parse_reschedule(typed, start=start, end=None, locale=language, zone=zone, now=now)), {}
        draft = parse_event(typed, locale=language, zone=zone, now=now)
    except CalendarProblem:
        return "ask", {}
    words = {"title": draft.title, "place": draft.place or "", "leftover": draft.leftover}
    if draft.rule is None:
        return _shown(draft), words
    return f"rule:{_shown(draft)}", words | {"rule": str(draft.rule.rule)}


def _shown(found: EventDraft | Slot) -> str:
    """Return the start and end as a row lists them; whole days by their first and last day."""
    if found.all_day and found.end:
        first, last = found.start.date(), (found.end - timedelta(days=1)).date()
        return f"{first}" if first == last else f"{first}/{last}"
    start = f"{found.start:%Y-%m-%dT%H:%M}"
    return f"{start}/{found.end:%Y-%m-%dT%H:%M}" if found.end else start
