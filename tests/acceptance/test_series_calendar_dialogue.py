"""Tests for the calendar file of a series, read back by parsers that know nothing of the bot."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateutil import rrule  # type: ignore[import-untyped]  # it has no types
from icalendar import Calendar

from bots.ports import Capabilities
from tests.acceptance.event_steps import event_cards
from tests.stage import Stage, staged

FILES = Capabilities(buttons=True, private_answers=True, upload_bytes=1_000_000)
"""Like Discord: buttons, and files in private."""


async def _announced(stage: Stage, line: str) -> None:
    await stage.community()
    await stage.say("@carla", line)
    await stage.press("@carla", stage.last(), "Announce it")


async def _entries(stage: Stage) -> list[Any]:
    """Return the entries of the file that a member gets at the newest card."""
    await stage.press("@anna", event_cards(stage)[-1], "To my calendar")
    [file] = stage.platform.received_files[stage.last().id]
    return list(Calendar.from_ical(file or b"").walk("VEVENT"))


def _starts(master: Any, number: int) -> list[str]:
    """Return the first dates of an entry as dateutil expands them from the text of the file."""
    text = master.to_ical().decode().replace("\r\n ", "").splitlines()
    lines = [line for line in text if line.startswith(("DTSTART", "RRULE", "EXDATE"))]
    return [f"{at:%Y-%m-%d %H:%M}" for at in list(rrule.rrulestr("\n".join(lines), forceset=True)[:number])]


async def test_file_of_a_series_has_its_rule_and_exceptions(tmp_path: Path) -> None:
    """The file has the rule, what is left out and the zone, and any program finds the same dates in it."""
    async with staged(tmp_path, FILES) as stage:
        await _announced(stage, "!event Yoga every tuesday 6pm except 15 december until february in the hall")
        [master] = await _entries(stage)
        assert (str(master["summary"]), str(master["location"])) == ("Yoga", "the hall")
        assert _starts(master, 4) == ["2026-12-01 18:00", "2026-12-08 18:00", "2026-12-22 18:00", "2026-12-29 18:00"]
        assert master["dtstart"].params["TZID"] == "Europe/Paris"
        assert master["rrule"]["UNTIL"] == [datetime(2027, 2, 28, 22, 59, tzinfo=UTC)]


async def test_changed_dates_are_exceptions_of_the_same_entry(tmp_path: Path) -> None:
    """A moved and a cancelled date have the UID of the series and say which date they replace; SEQUENCE grows."""
    async with staged(tmp_path, FILES) as stage:
        await _announced(stage, "!event Yoga every tuesday 6pm")
        await stage.say("@carla", "!event move 1 wednesday 7pm")
        await stage.press("@carla", stage.last(), "Only this date")
        master, moved = await _entries(stage)
        assert moved["uid"] == master["uid"]
        assert moved["recurrence-id"].dt.isoformat() == "2026-12-01T18:00:00+01:00"
        assert moved["dtstart"].dt.isoformat() == "2026-12-02T19:00:00+01:00"
        assert (int(moved["sequence"]), str(moved["status"])) == (1, "CONFIRMED")
        await stage.say("@carla", "!event cancel 1")
        await stage.press("@carla", stage.last(), "Only this date")
        await stage.forward(seconds=5)
        master, cancelled = await _entries(stage)
        assert (int(cancelled["sequence"]), str(cancelled["status"])) == (2, "CANCELLED")
        assert int(master["sequence"]) == 2


async def test_cancelled_series_ends_in_calendars(tmp_path: Path) -> None:
    """Dates that were cancelled with all that follow are no longer in the rule."""
    async with staged(tmp_path, FILES) as stage:
        await _announced(stage, "!event Yoga every tuesday 6pm")
        await stage.forward(days=7)
        await stage.say("@carla", "!event repeat 2 once")
        await stage.press("@carla", stage.last(), "End the series")
        [master] = await _entries(stage)
        assert _starts(master, 9) == ["2026-12-01 18:00", "2026-12-08 18:00"]


async def test_another_rule_raises_the_sequence(tmp_path: Path) -> None:
    """`event repeat` with another rule, and its end, each give the entry a higher SEQUENCE than any date had."""
    async with staged(tmp_path, FILES) as stage:
        await _announced(stage, "!event Yoga every tuesday 6pm")
        for hour in ("7pm", "8pm"):
            await stage.say("@carla", f"!event move 1 {hour}")
            await stage.press("@carla", stage.last(), "Only this date")
        seen = int((await _entries(stage))[0]["sequence"])
        lines = {"!event repeat 1 every 2 weeks": "Repeat the event", "!event repeat 1 once": "End the series"}
        for line, label in lines.items():
            await stage.say("@carla", line)
            await stage.press("@carla", stage.last(), label)
            await stage.forward(seconds=5)
            entry = (await _entries(stage))[0]
            assert int(entry["sequence"]) > seen, line
            seen = int(entry["sequence"])


async def test_hidden_link_raises_the_sequence(tmp_path: Path) -> None:
    """A link that is hidden later goes from calendars that have it."""
    async with staged(tmp_path, FILES) as stage:
        await _announced(stage, "!event Call friday 6pm link=https://call.example.org/x")
        [before] = await _entries(stage)
        await stage.say("@carla", "!event set 1 link=hidden")
        await stage.forward(seconds=5)
        [after] = await _entries(stage)
        assert (str(before["url"]), "url" in after) == ("https://call.example.org/x", False)
        assert int(after["sequence"]) == int(before["sequence"]) + 1
