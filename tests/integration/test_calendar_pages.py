"""Calendars on the web: a feed at a secret address, read back by parsers that know nothing of the bot."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from pathlib import Path
from typing import Any

from dateutil import rrule  # type: ignore[import-untyped]  # it has no types
from icalendar import Calendar
from msgspec import structs

from adapters.cli.secret_pages import MOST_WAITING
from tests.acceptance.event_steps import announce_event
from tests.acceptance.highlight_steps import NET, create_network_with_digest
from tests.acceptance.slash_commands import run_command
from tests.integration.test_digest_pages import open_web, served
from tests.stage import PLAIN, RICH, Stage, staged

ADDRESS = re.compile(r"https://bot\.example\.org(/calendar/[\w-]+\.ics)")


async def feed_path(stage: Stage, user: str = "@carla", room: str = "#lyon") -> str:
    """Switch the feed on; return its path."""
    open_web(stage)
    await run_command(stage, user, "event feed", room, how="on")
    found = ADDRESS.search(stage.last(room).text)
    assert found is not None, stage.last(room).text
    return found[1]


def entries(content: bytes) -> list[Any]:
    """Return the entries of a calendar."""
    return list(Calendar.from_ical(content).walk("VEVENT"))


def apply(known: dict[tuple[str, str], Any], content: bytes) -> None:
    """Take a feed as a subscriber does: an entry replaces the one with its UID unless its SEQUENCE is smaller."""
    for entry in entries(content):
        key = (str(entry["uid"]), entry["recurrence-id"].dt.isoformat() if "recurrence-id" in entry else "")
        if key not in known or int(entry["sequence"]) >= int(known[key]["sequence"]):
            known[key] = entry


async def test_feed_follows_changes_by_uid_and_sequence(tmp_path: Path) -> None:
    """A subscriber that reads the feed again has the moved time, and the cancelled event as cancelled, once each."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await announce_event(stage, "!event Potluck friday 7pm at the garden")
        await announce_event(stage, "!event Yoga every tuesday 6pm except 15 december")
        known: dict[tuple[str, str], Any] = {}
        path = await feed_path(stage)
        async with served(stage) as client:
            answer = await client.get(path)
            assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
            assert answer.headers["last-modified"] == "Wed, 25 Nov 2026 09:00:00 GMT"
            apply(known, answer.content)
            again = await client.get(path, headers={"If-None-Match": answer.headers["etag"]})
            assert again.status_code == 304
            assert len(known) == 2
            assert "BEGIN:VTIMEZONE" in answer.text
            await stage.forward(minutes=1)
            await stage.say("@carla", "!event move 1 saturday 8pm")
            changed = await client.get(path, headers={"If-None-Match": answer.headers["etag"]})
            assert changed.status_code == 200
            apply(known, changed.content)
            [potluck] = [entry for entry in known.values() if entry["summary"] == "Potluck"]
            assert (potluck["dtstart"].dt.isoformat(), int(potluck["sequence"])) == ("2026-11-28T20:00:00+01:00", 1)
            await stage.say("@carla", "!event cancel 1 rain")
            apply(known, (await client.get(path)).content)
            assert len(known) == 2
            [potluck] = [entry for entry in known.values() if entry["summary"] == "Potluck"]
            assert (str(potluck["status"]), int(potluck["sequence"])) == ("CANCELLED", 2)
            [yoga] = [entry for entry in known.values() if "rrule" in entry]
            lines = yoga.to_ical().decode().replace("\r\n ", "").splitlines()
            rule = "\n".join(line for line in lines if line.startswith(("DTSTART", "RRULE", "EXDATE")))
            dates = list(rrule.rrulestr(rule, forceset=True)[:3])
            assert [f"{at:%d %H:%M}" for at in dates] == ["01 18:00", "08 18:00", "22 18:00"]


async def test_feed_leaves_out_what_is_for_a_few(tmp_path: Path) -> None:
    """Events for connectors and hidden links are in no feed, nor in the file."""
    async with staged(tmp_path, structs.replace(RICH, upload_bytes=100_000)) as stage:
        await stage.community()
        await announce_event(stage, "!event Team talk friday 8pm for=connectors")
        await announce_event(stage, "!event Call friday 7pm link=https://call.example.org/secret")
        await stage.say("@carla", "!event set 2 link=hidden")
        path = await feed_path(stage)
        async with served(stage) as client:
            [call] = entries((await client.get(path)).content)
            assert str(call["summary"]) == "Call"
            assert "url" not in call
        await stage.say("@carla", "!event feed file")
        shown = stage.last().content
        assert shown is not None
        [call] = entries((shown.attachments[0].data or "").encode())
        assert str(call["summary"]) == "Call"


async def test_address_can_be_replaced_and_ended(tmp_path: Path) -> None:
    """An old address and a made-up one answer alike; both changes ask first."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        path = await feed_path(stage)
        async with served(stage) as client:
            assert (await client.get("/calendar/.ics")).status_code == 404
            assert (await client.get("/calendar/none.ics")).status_code == 404
            await stage.say("@carla", "!event feed renew")
            assert (await client.get(path)).status_code == 200
            await stage.press("@carla", stage.last(), "Replace it")
            assert (await client.get(path)).status_code == 404
            found = ADDRESS.search(stage.last().text)
            assert found is not None
            assert (await client.get(found[1])).status_code == 200
            await stage.say("@carla", "!event feed off")
            await stage.press("@carla", stage.last(), "Take it off")
            assert (await client.get(found[1])).status_code == 404


async def test_network_feed_has_what_its_communities_have_on_the_web(tmp_path: Path) -> None:
    """A network's calendar has its communities' events only while their own calendar is on the web."""
    async with staged(tmp_path, RICH) as stage:
        await create_network_with_digest(stage)
        await stage.forward(minutes=1)
        await announce_event(stage, "!event Potluck friday 7pm at the garden")
        path = await feed_path(stage, "@nora", NET)
        async with served(stage) as client:
            assert entries((await client.get(path)).content) == []
            await feed_path(stage)
            [potluck] = entries((await client.get(path)).content)
            assert str(potluck["summary"]) == "Potluck"


async def test_address_goes_to_the_connector_in_private(tmp_path: Path) -> None:
    """Where everybody would read the answer the address is not in it; without a web address the file is offered."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event feed on")
        assert "hasn’t opened a web address" in stage.last().text
        open_web(stage)
        await stage.say("@carla", "!event feed on")
        assert "https://" not in stage.last().text


async def test_flood_of_requests_is_refused(tmp_path: Path) -> None:
    """Who asks for a feed a hundred times at once gets a few answers; another feed is answered, and so is the next."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.community("#oslo", name="Oslo", connector="@olav")
        await announce_event(stage, "!event Potluck friday 7pm at the garden")
        flooded, other = await feed_path(stage), await feed_path(stage, "@olav", "#oslo")
        async with served(stage) as client:
            answers = await asyncio.gather(*(client.get(path) for path in [flooded] * 100 + [other]))
            found = Counter(answer.status_code for answer in answers[:-1])
            assert found == {200: MOST_WAITING + 1, 503: 99 - MOST_WAITING}
            assert answers[-1].status_code == 200
            assert next(one for one in answers if one.status_code == 503).headers["Retry-After"] == "60"
            assert (await client.get(flooded)).status_code == 200
