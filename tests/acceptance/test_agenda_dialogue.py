"""Tests for the agenda: a month by day, in the language and the zone of the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from bots.core.month_sheet import MonthSheet
from schedules.delivery import charts
from tests.acceptance.event_steps import announce_event, plain_text
from tests.acceptance.highlight_steps import NET, create_network_with_digest
from tests.stage import RICH, Stage, staged


async def agenda(stage: Stage, typed: str = "", room: str = "#lyon", user: str = "@anna") -> list[str]:
    """Ask for the agenda; return its lines."""
    await stage.say(user, f"!agenda {typed}".strip(), room)
    return plain_text(stage.last(room)).split("\n")


async def test_agenda_groups_by_day_with_numbers(tmp_path: Path) -> None:
    """Each day has its events in order; whole days come first, what takes several days says until when."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await announce_event(stage, "!event Potluck friday 7pm at the garden")
        await announce_event(stage, "!event Camp saturday to sunday")
        await announce_event(stage, "!event Breakfast saturday 9am")
        assert await agenda(stage) == [
            "Until Fri, 25 Dec 2026",
            "Fri, 27 Nov", "19:00 · 1 Potluck · the garden",
            "Sat, 28 Nov", "all day, until Sun, 29 Nov · 2 Camp", "09:00 · 3 Breakfast",
        ]  # fmt: skip


async def test_agenda_of_a_month_has_the_dates_of_series(tmp_path: Path) -> None:
    """A month by its name has the dates that a rule gives, without those left out or cancelled."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await announce_event(stage, "!event Yoga every tuesday 6pm except 15 december until february in the hall")
        expected = ["December 2026", "Tue, 1 Dec", "18:00 · 1 Yoga 🔁 · the hall"]
        for day in ("8", "22", "29"):
            expected += [f"Tue, {day} Dec", "18:00 · Yoga 🔁 · the hall"]
        assert await agenda(stage, "december") == expected
        assert (await agenda(stage, "2027-02"))[0] == "February 2027"
        assert "nothing is planned" in (await agenda(stage, "march"))[0]


async def test_agenda_turns_pages(tmp_path: Path) -> None:
    """A full month has pages, and each begins with its day."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await announce_event(stage, "!event Yoga every day 6pm")
        lines = await agenda(stage, "december")
        assert lines[-1] == "Page 1 of 4"
        await stage.press("@anna", stage.last(), "More")
        assert plain_text(stage.last()).split("\n")[:2] == ["December 2026", "Fri, 11 Dec"]


@pytest.mark.parametrize(("locale", "zone", "head"), [("de", "Europe/Berlin", "Mo"), ("en", "America/New_York", "Sun")])
async def test_agenda_comes_with_a_picture_of_the_same_text(tmp_path: Path, locale: str, zone: str, head: str) -> None:
    """Where there are pictures a calendar shows the busy days, with all that the text says, also as its description."""
    async with staged(tmp_path, structs.replace(RICH, upload_bytes=1_000_000)) as stage:
        await stage.community(locale=locale, zone=zone)
        await announce_event(stage, "!event Potluck friday 7pm at the garden 🥗")
        await announce_event(stage, "!event Camp on 28 november to 30 november")
        lines = await agenda(stage, "2026-11")
        content = stage.last().content
        assert content is not None
        [file] = content.attachments
        sheet = MonthSheet.decode(file.data or "")
        assert sheet.weekdays[0].startswith(head)
        assert [sheet.cells[at] for at in sheet.busy] == ["27", "28", "29", "30"]
        shown = [sheet.title, *(part for day in sheet.days for part in (day.label, *day.lines))]
        assert shown == [line.replace(" 🥗", "") for line in lines]
        assert charts.draw_data(file.data or "").startswith(b"\x89PNG")
        assert all(part in file.alt for part in shown)


async def test_no_picture_that_would_lack_letters(tmp_path: Path) -> None:
    """A title in letters that a picture can't write comes as text alone."""
    async with staged(tmp_path, structs.replace(RICH, upload_bytes=1_000_000)) as stage:
        await stage.community()
        await announce_event(stage, "!event 花見 friday 7pm")
        assert "花見" in (await agenda(stage))[-1]
        content = stage.last().content
        assert content is not None and not content.attachments


@pytest.mark.parametrize(
    ("locale", "typed", "first"),
    [
        ("fr", "décembre", "décembre 2026"),
        ("de", "Dezember 2027", "Dezember 2027"),
        ("es", "próximo mes", "diciembre de 2026"),
    ],
)
async def test_agenda_speaks_the_language_of_the_room(tmp_path: Path, locale: str, typed: str, first: str) -> None:
    """Months are read and written in each language; an empty one is told kindly."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        [line] = await agenda(stage, typed)
        assert line.startswith(first)
        assert {"fr": "!agenda", "de": "!kalender", "es": "!agenda"}.get(locale, "!agenda") in line


async def test_agenda_explains_what_it_cannot_read(tmp_path: Path) -> None:
    """The answer to an unknown month has examples."""
    async with staged(tmp_path) as stage:
        await stage.community()
        assert "can’t read smarch" in (await agenda(stage, "smarch"))[0].replace("`", "")


async def test_network_sees_what_its_communities_share(tmp_path: Path) -> None:
    """A network's room shows the events of its communities with their name, but not those for a few."""
    async with staged(tmp_path, RICH) as stage:
        await create_network_with_digest(stage)
        await stage.forward(minutes=1)
        await announce_event(stage, "!event Potluck friday 7pm at the garden")
        await announce_event(stage, "!event Team talk friday 8pm for=connectors")
        await stage.forward(minutes=1)
        lines = await agenda(stage, room=NET, user="@nora")
        assert lines[1:] == ["Fri, Nov 27", "6:00 PM · Potluck (Lyon) · the garden"]
