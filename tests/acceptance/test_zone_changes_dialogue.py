"""Tests for an update of the time zone database."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlmodel import select

from bots.dates import zone_data
from storage.tables import Occurrence, Timer, TimeZoneData
from tests.acceptance.event_steps import announce_event, event_cards, plain_text, rsvp
from tests.stage import PLAIN, Stage, staged


async def _with_older_zones(stage: Stage) -> None:
    """Let all instants be as an older database computed them, an hour later."""
    async with stage.database.transaction() as uow:
        for row in await uow.all(select(TimeZoneData)):
            await uow.delete(row)
        for occurrence in await uow.all(select(Occurrence)):
            occurrence.starts_at += timedelta(hours=1)
            occurrence.ends_at += timedelta(hours=1)


async def test_dates_follow_the_clock_after_an_update(tmp_path: Path) -> None:
    """At the next start the instants are recomputed, reminders move, and those who come are told, once."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(reminders="1h")
        await announce_event(stage, "!event Yoga every tuesday 6pm")
        await rsvp(stage, event_cards(stage)[0], anna="✅")
        await _with_older_zones(stage)
        await stage.restart()
        await stage.forward(seconds=5)
        told = plain_text(stage.sees("still at")).split("\n")
        assert told[0].endswith("Yoga is still at Tuesday, 1 December 2026 at 18:00 (Paris time) there. "
                                "In other places the hour may be another one.")  # fmt: skip
        assert told[1] == "For anna"
        async with stage.database.reading() as uow:
            [occurrence] = await uow.all(select(Occurrence))
            [reminder] = await uow.all(select(Timer).where(Timer.kind == "event-reminder"))
        assert occurrence.starts_at.isoformat() == "2026-12-01T17:00:00+00:00"
        assert reminder.due == occurrence.starts_at - timedelta(hours=1)
        await stage.restart()
        await stage.forward(seconds=5)
        assert len(stage.matching(lambda message: "still at" in message.text)) == 1


async def test_nothing_is_said_where_nothing_moved(tmp_path: Path) -> None:
    """A new version that moves no date is noted, and nobody hears of it."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, "!event Yoga every tuesday 6pm")
        async with stage.database.transaction() as uow:
            [row] = await uow.all(select(TimeZoneData))
            await uow.delete(row)
        before = len(stage.shown())
        await stage.restart()
        await stage.forward(seconds=5)
        assert len(stage.shown()) == before
        async with stage.database.reading() as uow:
            assert [row.version for row in await uow.all(select(TimeZoneData))] == [zone_data.version()]


def test_version_is_read_from_where_the_zones_are(tmp_path: Path) -> None:
    """A folder of zones has the version that it names, else a hash; without a folder the package counts."""
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "Paris").write_bytes(b"TZif2")
    unnamed = zone_data.version((str(tmp_path),))
    (tmp_path / "Europe" / "Paris").write_bytes(b"TZif3")
    assert unnamed != zone_data.version((str(tmp_path),))
    (tmp_path / "tzdata.zi").write_text("# version 2026c\nR …", encoding="utf-8")
    assert zone_data.version((str(tmp_path),)) == "# version 2026c"
    assert zone_data.version(()) not in {"", unnamed}
