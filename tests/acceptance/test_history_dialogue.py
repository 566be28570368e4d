"""How long a community keeps its past: asked first, tidied in the background, always unless somebody sets a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import col, select

from bots.features.communities import history
from bots.i18n import languages
from storage.tables import Ballot, Event, Occurrence, Placement, Poll, PollRecord, Rsvp, Showing
from tests.acceptance.announcement_steps import BONN, LYON, NET, three_towns
from tests.acceptance.event_steps import announce_event, plain_text
from tests.acceptance.highlight_steps import create_relaying_community
from tests.acceptance.network_rooms import CIRCLE, add_circle
from tests.acceptance.test_network_events_dialogue import decide, plan
from tests.stage import PLAIN, RICH, Stage, staged
from tests.stores import store

SECRETS = ("OLDPOLL", "OLDEVENT", "OLDSHARE")


async def live(stage: Stage) -> None:
    """Let a poll, an event and a highlight be over, with a vote and a reply."""
    await create_relaying_community(stage)
    await stage.forward(minutes=1)
    await stage.say("@carla", '!poll "OLDPOLL?" yes no')
    await stage.react("@anna", stage.sees("OLDPOLL"), "1️⃣")
    await stage.say("@carla", "!poll close 1")
    await announce_event(stage, "!event OLDEVENT friday 7pm")
    await stage.say("@anna", "!rsvp 1 yes")
    message = await stage.say("@anna", "OLDSHARE of mine")
    await stage.say("@carla", "!highlight", reply_to=message)
    await stage.forward(days=3)
    assert "OLDSHARE" in stage.transcript("#network")


async def test_the_past_goes_after_the_time_that_was_agreed(tmp_path: Path) -> None:
    """After a yes, and a day, all that is older loses its words, votes and replies; what is newer stays."""
    async with staged(tmp_path, PLAIN) as stage:
        await live(stage)
        await stage.forward(days=90)
        await stage.say("@carla", '!poll "Newer?" yes no')
        await stage.say("@carla", "!poll close 2")
        await stage.say("@carla", "!config history 2 months")
        asked = plain_text(stage.last())
        assert (
            "2 months" in asked and "1 poll, 1 event and 1 highlight" in asked and "Nobody can bring that back" in asked
        )
        await stage.say("@carla", "yes")
        assert "!config history always" in plain_text(stage.last())
        await stage.say("@carla", "!poll results 1")
        assert "OLDPOLL" in stage.last().text, "nothing goes before a day is over"
        await stage.forward(days=2)
        async with stage.database.reading() as uow:
            for table in (Ballot, Rsvp):
                assert await uow.all(select(table)) == []
            assert [poll.question for poll in await uow.all(select(Poll).order_by(col(Poll.id)))] == ["", "Newer?"]
            assert [record.poll_id for record in await uow.all(select(PollRecord))] == [2]
            assert [event.title for event in await uow.all(select(Event))] == [""]
            assert len(await uow.all(select(Occurrence))) == 1
            cards = [one.card for one in await uow.all(select(Placement).where(~col(Placement.gone)))]
            assert "poll:2" in cards and "poll:1" not in cards and "event:1" not in cards
        assert "OLDSHARE" not in stage.transcript("#network")
        for typed in ("!poll results 1", "!event show 1", "!decisions", "!rsvp 1 yes"):
            await stage.say("@carla", typed)
            assert not any(secret in stage.last().text for secret in SECRETS)
        await announce_event(stage, "!event Picnic friday 7pm")
        assert "Event 2" in stage.sees("^Event .*Picnic").text, "numbers are not given again"
        await stage.forward(days=2)
    assert store().words_in(tmp_path, SECRETS) == set()


async def test_nothing_goes_without_a_yes(tmp_path: Path) -> None:
    """A no, and another thought within the day, leave everything as it is; a longer time needs no question."""
    async with staged(tmp_path, RICH) as stage:
        await live(stage)
        await stage.forward(days=90)
        await stage.say("@carla", "!config history 90")
        await stage.press("@carla", stage.last(), "❌")
        await stage.forward(days=3)
        await stage.say("@carla", "!config history 3 months")
        await stage.press("@carla", stage.last(), "✅")
        await stage.say("@carla", "!config history always")
        await stage.forward(days=3)
        await stage.say("@carla", "!poll results 1")
        assert "OLDPOLL" in stage.last().text
        await stage.say("@carla", "!config history 1 year")
        await stage.press("@carla", stage.last(), "✅")
        await stage.say("@carla", "!config history 2 years")
        content = stage.last().content
        assert "2 years" in stage.last().text and content is not None and not content.buttons


async def test_only_connectors_set_it(tmp_path: Path) -> None:
    """A member can't shorten what the community keeps, nor confirm what a connector asked."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@anna", "!config history 30")
        assert "connector" in stage.last().text
        await stage.say("@carla", "!config history 5 days")
        assert "30 at least" in plain_text(stage.last())


async def test_a_network_keeps_its_own_past(tmp_path: Path) -> None:
    """Its polls and events go everywhere a week after a coordinator's yes, which communities hear; theirs stay."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage)
        await add_circle(stage)
        for line, room in (('"OLDPOLL?" yes no to=network', NET), ('"OLDCIRCLE?" yes no', CIRCLE)):
            await stage.say("@nora", f"!poll {line}", room)
            if room == NET:
                await stage.press("@nora", stage.last(NET), "✅")
                await stage.forward(seconds=5)
        await stage.press("@anna", stage.sees("OLDPOLL", LYON), "1️⃣")
        await plan(stage, "!event OLDEVENT on 27 November 2026 at 19:00 to=network")
        await decide(stage, "✅", LYON)
        await stage.press("@anna", stage.sees("OLDEVENT", LYON), "✅")
        await stage.say("@nora", "!poll close 1", NET)
        await stage.say("@nora", "!poll close 2", CIRCLE)
        await stage.say("@carla", '!poll "Ours?" yes no', LYON)
        await stage.say("@carla", "!poll close 1", LYON)
        await stage.forward(days=90)
        await stage.say("@carla", "!config history 2 months", NET)
        assert "coordinator" in stage.last(NET).text
        await stage.say("@nora", "!config history", NET)
        assert "the network’s polls and events" in plain_text(stage.last(NET))
        await stage.say("@nora", "!config history 2 months", NET)
        asked = plain_text(stage.last(NET))
        assert "2 polls and 1 event" in asked and "Nobody can bring that back" in asked
        await stage.press("@nora", stage.last(NET), "✅")
        assert "!config history always" in plain_text(stage.last(NET))
        await stage.restart()
        await stage.forward(days=6)
        assert stage.transcript(LYON).count("gardera ses sondages et ses événements 2 mois") == 1
        assert stage.transcript(BONN).count("so lange nach ihrem Ende auf: 2 Monate") == 1
        await stage.say("@carla", "!decisions", LYON)
        assert "OLDPOLL" in stage.last(LYON).text
        await stage.forward(days=2)
        async with stage.database.reading() as uow:
            assert [row.member_id for row in await uow.all(select(Rsvp))] == []
            questions = {poll.question for poll in await uow.all(select(Poll))}
            assert questions == {"", "Ours?"} and await uow.all(select(Showing)) == []
            assert {event.title for event in await uow.all(select(Event))} == {""}
        await stage.say("@carla", "!decisions", LYON)
        assert "Ours?" in stage.last(LYON).text and "OLDPOLL" not in stage.last(LYON).text
        await stage.say("@nora", "!events", NET)
        assert "OLDEVENT" not in stage.last(NET).text
    assert store().words_in(tmp_path, ("OLDPOLL", "OLDCIRCLE", "OLDEVENT")) == set()


@pytest.mark.parametrize("locale", languages.codes())
def test_lengths_are_read_as_they_are_shown(locale: str) -> None:
    """Whatever length is shown can be typed, in each language."""
    for days in (0, 30, 45, 60, 365, 730):
        assert history.parse(history.show(days, locale)) == days
