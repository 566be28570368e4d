"""Dialogues about importing other people's calendars: preview, import, changes, what goes, and the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bots.core.inbound import Attachment
from bots.features.events import import_entries
from storage.tables import Event
from tests.acceptance.calendar_server import calendar_server, entry
from tests.acceptance.event_steps import event_cards, plain_text, rsvp
from tests.stage import PLAIN, RICH, Stage, staged

PYTHON = entry("1@example.org", "Python evening", "20261203T190000", "LOCATION:La Cordée\\, Lyon")
SPRINT = entry("2@example.org", "Sprint", "20261212T100000", "DESCRIPTION:Bring a laptop")


async def import_from(stage: Stage, address: str, room: str = "#lyon") -> None:
    """Ask for a calendar and say yes to its preview."""
    await stage.say("@carla", f"!event import {address}", room)
    await stage.press("@carla", stage.last(room), "Import them")


def planned(stage: Stage) -> str:
    """Return the last message as it is read."""
    return plain_text(stage.last())


async def test_preview_then_import(tmp_path: Path) -> None:
    """A connector sees how many events there are, and the next; after the yes they are listed, and cards follow."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON, SPRINT]
        await stage.say("@carla", f"!event import {served.address}")
        assert planned(stage) == (
            "Lyon Python: 2 events. The next ones:\n"
            "• Thu, 3 Dec 2026, 19:00 · Python evening\n"
            "• Sat, 12 Dec 2026, 10:00 · Sprint\n"
            "Shall I import them? Everybody here will see them, and I’ll follow their changes."
        )
        await stage.say("@carla", "yes")
        assert "2 events are here from Lyon Python" in planned(stage)
        assert event_cards(stage) == []
        await stage.say("@anna", "!event list")
        assert "Python evening" in planned(stage)
        await stage.forward(days=2)
        [card] = event_cards(stage)
        assert "La Cordée, Lyon" in card.text
        assert "From the calendar “Lyon Python”" in card.text


async def test_feed_is_followed_without_duplicates(tmp_path: Path) -> None:
    """A moved entry moves its event and those who come hear of it; nothing new is sent while nothing changes."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON]
        await import_from(stage, served.address)
        await stage.forward(days=2)
        [card] = event_cards(stage)
        await rsvp(stage, card, anna="✅")
        before = len(stage.shown("#lyon"))
        served.asked.clear()
        await stage.forward(hours=3)
        assert len(stage.shown("#lyon")) == before
        assert served.asked
        assert all(served.asked)
        served.entries = [entry("1@example.org", "Python night", "20261204T200000", sequence=1), SPRINT]
        await stage.forward(hours=2)
        said = [plain_text(message) for message in stage.shown("#lyon")[before:]]
        assert any("Python night has moved" in line and "For anna" in line for line in said), said
        assert any("has one more event" in line for line in said), said
        assert "Friday, 4 December 2026 at 20:00" in plain_text(event_cards(stage)[-1])
        served.entries = [PYTHON, SPRINT]
        await stage.forward(hours=2)
        assert "Friday, 4 December 2026 at 20:00" in plain_text(event_cards(stage)[-1]), "an older SEQUENCE"


async def test_what_goes_is_cancelled_with_a_note(tmp_path: Path) -> None:
    """What is gone twice in a row is cancelled, with a word for those who come; it takes place if it comes back."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON, SPRINT]
        await import_from(stage, served.address)
        await stage.forward(days=2)
        [card] = event_cards(stage)
        await rsvp(stage, card, anna="✅")
        served.entries = []
        await stage.forward(minutes=61)
        served.entries = [SPRINT]
        await stage.forward(minutes=61)
        news = [plain_text(message) for message in stage.shown("#lyon")][-1]
        assert "Python evening" in news
        assert "cancelled" in news
        assert "no longer in the calendar Lyon Python" in news
        served.entries = [PYTHON, SPRINT]
        await stage.forward(minutes=61)
        assert "Python evening is on after all" in plain_text(stage.last())
        await stage.say("@anna", "!event list")
        assert "Sprint" in planned(stage)


async def test_cancelled_entry_is_quiet_where_nobody_comes(tmp_path: Path) -> None:
    """STATUS:CANCELLED cancels the event; nobody said that they come, so nobody is told."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON]
        await import_from(stage, served.address)
        await stage.forward(days=2)
        before = len(stage.shown("#lyon"))
        served.entries = [entry("1@example.org", "Python evening", "20261203T190000", "STATUS:CANCELLED", sequence=1)]
        await stage.forward(hours=2)
        assert len(stage.shown("#lyon")) == before
        assert "Cancelled" in event_cards(stage)[-1].text


async def test_status_and_off(tmp_path: Path) -> None:
    """The status names the host and not the address; after off the events stay and nothing is read any more."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON, SPRINT]
        await stage.say("@carla", "!event import status")
        assert "No calendar is imported here" in planned(stage)
        await import_from(stage, served.address)
        await stage.say("@carla", "!event import status")
        assert "Lyon Python (127.0.0.1): 2 events ahead" in planned(stage)
        assert "events.ics" not in planned(stage)
        await stage.say("@carla", "!event import off")
        await stage.press("@carla", stage.last(), "Stop following")
        assert "I no longer read Lyon Python" in planned(stage)
        served.asked.clear()
        await stage.forward(hours=5)
        assert served.asked == []
        await stage.say("@anna", "!event list")
        assert "Sprint" in planned(stage)


async def test_broken_calendar_is_told_once(tmp_path: Path) -> None:
    """A server that is down for long is told once; the events stay, and it is asked less and less often."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [SPRINT]
        await import_from(stage, served.address)
        served.status = 500
        served.asked.clear()
        await stage.forward(days=3)
        told = [message for message in stage.shown("#lyon") if "haven’t been able to read" in message.text]
        assert len(told) == 1
        assert len(served.asked) < 12
        served.status = 200
        await stage.forward(days=1)
        await stage.say("@carla", "!event import status")
        assert "⚠️" not in planned(stage)
        assert "one event ahead" in planned(stage)


@pytest.mark.parametrize(("status", "why"), [(404, "no calendar at that address"), (403, "doesn’t let me read")])
async def test_preview_says_what_is_wrong(tmp_path: Path, status: int, why: str) -> None:
    """What can't be read is not imported, and the connector hears why."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.status = status
        await stage.say("@carla", f"!event import {served.address}")
        assert why in planned(stage)
        await stage.say("@carla", "!event import status")
        assert "No calendar is imported here" in planned(stage)


async def test_private_network_is_not_read(tmp_path: Path) -> None:
    """An address of the bot's own machine or network is refused, and so is a text that is not an address."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!event import http://127.0.0.1:1/events.ics")
        assert "private network" in planned(stage)
        await stage.say("@carla", "!event import http://localhost:1/events.ics")
        assert "private network" in planned(stage)
        await stage.say("@carla", "!event import next friday")
        assert "is no address of a calendar" in planned(stage)
        await stage.say("@anna", "!event import http://127.0.0.1:1/events.ics")
        assert "connector" in planned(stage).lower()


async def test_file_in_chat(tmp_path: Path) -> None:
    """`event import` asks; a file is the answer. The same file again brings nothing twice."""
    async with staged(tmp_path, PLAIN) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON, SPRINT]
        data = served.text.encode()
        for expected in ("2 events", "here already"):
            await stage.say("@carla", "!event import")
            assert "Which calendar?" in planned(stage)
            stage.platform.files["cal"] = data
            file = Attachment(name="events.ics", mime="text/calendar", size=len(data), source="cal", account="memory")
            await stage.say("@carla", "here", attachments=(file,))
            assert expected in planned(stage)
            if expected == "2 events":
                await stage.say("@carla", "yes")
        await stage.say("@anna", "!event list")
        assert planned(stage).count("Sprint") == 1


async def test_crowded_calendar_shows_some_cards(tmp_path: Path) -> None:
    """Of very many events in one week ten have cards; when some are over, others follow. The agenda has them all."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        starts = [f"202611{26 + at // 8}T{10 + at % 8}0000" for at in range(30)]
        served.entries = [entry(str(at), f"Talk {at}", start) for at, start in enumerate(starts)]
        await import_from(stage, served.address)
        await stage.forward(minutes=10)
        assert len(event_cards(stage)) == import_entries.MAX_CARDS
        await stage.forward(days=1, hours=12)
        assert import_entries.MAX_CARDS < len(event_cards(stage)) <= 2 * import_entries.MAX_CARDS
        await stage.say("@anna", "!event list")
        assert "Talk 17" in planned(stage) and "Page 1 of 3" in planned(stage)


async def test_changing_ids_bring_nothing_twice(tmp_path: Path) -> None:
    """A server that gives its entries new UIDs at each reading is understood: the same events stay as they are."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON, SPRINT]
        await import_from(stage, served.address)
        before = len(stage.shown())
        for hour in range(3):
            served.entries = [PYTHON.replace("UID:1", f"UID:{hour}-1"), SPRINT.replace("UID:2", f"UID:{hour}-2")]
            await stage.forward(hours=1, minutes=1)
        assert len(stage.shown()) == before
        await stage.say("@carla", "!event import status")
        assert "2 events ahead" in planned(stage)


async def test_calendar_of_ever_new_events_is_bounded(tmp_path: Path) -> None:
    """A server that names other events at each reading adds at most twice what is read at once."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        for hour in range(4):
            starts = [f"202612{10 + at % 18}T{10 + hour}0000" for at in range(180)]
            served.entries = [entry(f"{hour}-{at}", f"Bait {hour} {at}", start) for at, start in enumerate(starts)]
            await (stage.forward(hours=1, minutes=1) if hour else import_from(stage, served.address))
        async with stage.database.reading() as uow:
            assert len(await uow.all(select(Event))) == import_entries.MAX_AHEAD


async def test_one_calendar_at_a_time(tmp_path: Path) -> None:
    """While a calendar is being read the next one waits, so that slow ones hold up no other community for long."""
    async with staged(tmp_path, RICH) as stage, calendar_server(stage) as served:
        await stage.community()
        served.entries = [PYTHON]
        for number in range(3):
            stage.platform.say("#lyon", "@carla", f"!event import {served.address}?{number}")
        await stage.settle()
        assert len(served.asked) == 1
        assert "still reading another calendar" in stage.transcript()
        await stage.say("@carla", f"!event import {served.address}?4")
        assert len(served.asked) == 2
