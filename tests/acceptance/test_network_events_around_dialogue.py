"""Where else people meet an event of a network: calendars, lists, a room that moved, the columns of a panel."""

from __future__ import annotations

from pathlib import Path

from bots.core.inbound import RoomMoved
from bots.core.richtext import plain
from bots.features.events import calendar_feed
from bots.ports import Capabilities
from storage.tables import Community
from tests.acceptance.announcement_steps import BONN, LYON, NET, YORK, Towns, three_towns
from tests.acceptance.test_network_events_dialogue import card, decide, plan, reply
from tests.stage import PLAIN, RICH, Stage, staged

PANELS = Capabilities(buttons=True, private_answers=True, panels=True)
SUPERGROUPS = Capabilities(buttons=True, toasts=True, fetch=False)


async def feed(stage: Stage, towns: Towns, room: str, *, public: bool) -> str:
    """Return the calendar of the community of a room."""
    async with stage.database.reading() as uow:
        place = await uow.get(Community, towns.by_room[room].id)
        assert place is not None
        return calendar_feed.write(await calendar_feed.collect(uow, place, stage.clock.now(), public=public))


async def host_in_york(stage: Stage) -> None:
    """Let York hold an event for all communities; Lyon accepts it."""
    stage.platform.admins.add((YORK, "@nora"))
    await plan(stage, room=YORK)
    await decide(stage, "✅", LYON)


async def test_accepted_events_are_in_the_calendar(tmp_path: Path) -> None:
    """A community's calendar has what it accepted of the network, each date of a series apart, until it declines."""
    async with staged(tmp_path, RICH) as stage:
        towns = await three_towns(stage)
        await plan(stage, "!event Assembly every friday at 19:00 to=network")
        await decide(stage, "✅", LYON)
        text = await feed(stage, towns, LYON, public=True)
        assert "SUMMARY:Assembly" in text and "RRULE:FREQ=WEEKLY" not in text
        assert "Assembly" not in await feed(stage, towns, BONN, public=False)
        await stage.say("@carla", "!event decline 1", LYON)
        assert "Assembly" not in await feed(stage, towns, LYON, public=False)


async def test_a_hosts_event_is_on_the_web_if_the_hosts_calendar_is(tmp_path: Path) -> None:
    """What another community holds is in a file, and at an address on the web once that community has one."""
    async with staged(tmp_path, RICH) as stage:
        towns = await three_towns(stage)
        await host_in_york(stage)
        assert "Assembly" in await feed(stage, towns, LYON, public=False)
        assert "Assembly" not in await feed(stage, towns, LYON, public=True)
        async with stage.database.transaction() as uow:
            york = await uow.get(Community, towns.by_room[YORK].id)
            assert york is not None
            york.calendar_token = "yorks-address"
        assert "Assembly" in await feed(stage, towns, LYON, public=True)


async def test_the_network_sees_what_a_community_holds_for_all(tmp_path: Path) -> None:
    """The network's room lists it with its host, in the list and in the agenda, until the host leaves the network."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage)
        await host_in_york(stage)
        for typed in ("!events", "!agenda"):
            await stage.say("@nora", typed, NET)
            assert "Assembly" in stage.last(NET).text and "York" in stage.last(NET).text
        await stage.say("@yan", "!unlink", YORK)
        await stage.say("@yan", "yes", YORK)
        for typed in ("!events", "!agenda"):
            await stage.say("@nora", typed, NET)
            assert "Assembly" not in stage.last(NET).text


async def test_the_question_moves_with_the_room(tmp_path: Path) -> None:
    """Where a home moves before anybody decided, its connectors are asked in the new one; others are not."""
    async with staged(tmp_path, SUPERGROUPS) as stage:
        await three_towns(stage)
        await plan(stage)
        await decide(stage, "❌", BONN)
        for room in (LYON, BONN):
            key = f"memory:{stage.platform.next_id('v')}"
            stage.platform.emit(
                RoomMoved(key=key, account="memory", room=room, at=stage.clock.now(), new_room=f"{room}2")
            )
        await stage.settle()
        await stage.press("@carla", stage.sees("🌐", f"{LYON}2"), "✅")
        await stage.forward(seconds=5)
        assert "Assembly" in card(stage, f"{LYON}2").text
        stage.never_saw("🌐", f"{BONN}2")


async def test_panels_say_where_people_are(tmp_path: Path) -> None:
    """A column of a panel says that people are elsewhere, as the line does, and no bare number."""
    async with staged(tmp_path, PANELS) as stage:
        await three_towns(stage)
        await plan(stage)
        await decide(stage, "✅", LYON, YORK)
        await reply(stage, LYON, "✅", "@anna")
        content = card(stage, YORK).content
        assert content is not None and content.panel is not None
        assert [plain(entry) for column in content.panel.columns for entry in column.entries] == ["1 elsewhere"]


async def test_news_makes_no_sound_in_the_rooms(tmp_path: Path) -> None:
    """Who comes hears of a move in private, aloud; the rooms read it without a sound."""
    async with staged(tmp_path, PLAIN) as stage:
        await three_towns(stage)
        await plan(stage)
        await decide(stage, "✅", LYON)
        await reply(stage, LYON, "✅", "@anna")
        await stage.say("@nora", "!event move 1 20:00", NET)
        await stage.say("@nora", "yes", NET)
        await stage.forward(seconds=5)
        news, private = stage.sees("déplacé", LYON).content, stage.last("direct-@anna").content
        assert news is not None and news.silent
        assert private is not None and not private.silent
