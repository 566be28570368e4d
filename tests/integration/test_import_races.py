"""Two processes that apply what an imported calendar says at the same moment: each of its dates is there once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bots.core.outbound import ReadCalendar
from storage.tables import Event, EventState, ImportedEntry
from tests.acceptance.calendar_server import calendar_server, entry
from tests.acceptance.test_event_import_dialogue import import_from
from tests.integration.test_races import submit_to_both, two_processes
from tests.stage import Stage
from tests.stores import BOTH

ROUNDS = 6


async def planned(stage: Stage) -> list[str]:
    """Return the titles of the events that are planned."""
    async with stage.database.reading() as uow:
        return sorted(await uow.all(select(Event.title).where(Event.state == EventState.PLANNED)))


@pytest.mark.parametrize("kind", BOTH)
async def test_two_readings_of_a_calendar_bring_each_date_once(tmp_path: Path, kind: str) -> None:
    """Whether both processes have the same reading or one each, no event is made, moved or told twice."""
    async with two_processes(tmp_path, kind) as (first, second), calendar_server(first) as served:
        served.entries = [entry("0@example.org", "Talk 0", "20261203T190000")]
        await import_from(first, served.address)
        for number in range(1, ROUNDS + 1):
            served.entries.append(entry(f"{number}@example.org", f"Talk {number}", f"202612{number + 3:02}T190000"))
            served.entries[0] = entry("0@example.org", f"Talk 0.{number}", "20261203T190000", sequence=number)
            call = ReadCalendar(room="#lyon", subject="1", zone="Europe/Paris", address=served.address)
            keys = (f"read:{number}", f"read:{number}" if number % 2 else f"again:{number}")
            one, two = [await first.application.calendars.read(call, "memory", key) for key in keys]
            await submit_to_both((first, one), (second, two))
            await first.settle()
            assert await planned(first) == sorted(
                [f"Talk 0.{number}", *(f"Talk {one}" for one in range(1, number + 1))]
            )
            assert len(first.matching(lambda shown: "has one more event" in shown.text)) == number
        async with first.database.reading() as uow:
            events = await uow.all(select(ImportedEntry.event_id))
            rows = await uow.all(select(Event).where(Event.state == EventState.PLANNED))
        numbers = {event.number for event in rows}
        assert len(set(events)) == len(events) == len(numbers) == len(rows) == ROUNDS + 1
