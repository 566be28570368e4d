"""Tests for the digest of a network's day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.features.digests import rules
from storage.tables import Network
from tests.acceptance.event_steps import announce_event, plain_text
from tests.acceptance.highlight_steps import NET, create_network_with_digest, like, nominate_message
from tests.stage import START, staged


async def test_digest_is_posted_at_local_hour_of_network(tmp_path: Path) -> None:
    """The digest is posted at 18:00 in the network's time zone and tells what happened."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage, zone="America/New_York")
        await nominate_message(stage, "We planted 40 trees!")
        await stage.join("@zoe")
        await stage.until(datetime(2026, 11, 25, 22, 59, tzinfo=UTC))
        stage.never_saw("What happened", NET)
        await stage.until(datetime(2026, 11, 25, 23, 0, tzinfo=UTC))
        digest = stage.sees("What happened in Les Passeurs", NET)
        assert "• Lyon: “We planted 40 trees!” (original message)" in digest.text
        assert "• Lyon: a few newcomers" in digest.text


@pytest.mark.parametrize(("arrivals", "told"), [(4, "a few newcomers"), (5, "5 newcomers")])
async def test_digest_has_no_small_figures(tmp_path: Path, arrivals: int, told: str) -> None:
    """A digest gives a number of people only from five up, since neighbours could guess who the others are."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.forward(minutes=1)
        for number in range(arrivals):
            await stage.join(f"@new{number}")
        await stage.say("@nora", "!digest", NET)
        assert f"1. Lyon: {told}" in stage.last(NET).text


async def test_empty_day_has_no_digest(tmp_path: Path) -> None:
    """A day without news has no digest, and the next day with news has one."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.forward(days=3)
        assert stage.shown(NET) == []
        await nominate_message(stage, "News")
        await stage.forward(days=1)
        assert len(stage.matching(lambda m: "What happened" in m.text, NET)) == 1


async def test_downtime_of_days_gives_one_digest(tmp_path: Path) -> None:
    """After a downtime of days the bot posts one digest about the whole time."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await nominate_message(stage, "Before the downtime")
        await stage.close()
        stage.clock.set(datetime(2026, 11, 29, 12, 0, tzinfo=UTC))
        await stage.open()
        await stage.forward(days=1)
        digests = stage.matching(lambda m: "What happened" in m.text, NET)
        assert len(digests) == 1
        assert "Before the downtime" in digests[0].text


async def test_event_is_in_digest_when_new_and_day_before(tmp_path: Path) -> None:
    """An event is in the digest of the day it is announced and in the one of the day before it."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.forward(minutes=1)
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        told_on: list[int] = []
        for day in (25, 26, 27, 28):
            await stage.until(datetime(2026, 11, day, 18, 1, tzinfo=UTC))
            if any("Potluck" in plain_text(message) for message in stage.shown(NET)[len(told_on) :]):
                told_on.append(day)
        assert told_on == [25, 27]
        assert "• Lyon: Potluck, Saturday, 28 November 2026 at 19:00 (Paris time), 6:00 PM your time" in plain_text(
            stage.shown(NET)[0]
        )


async def test_digest_is_in_language_of_network(tmp_path: Path) -> None:
    """The digest and its preview by command are in the network's language."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage, locale="fr")
        await stage.say("@nora", "!digest", room=NET)
        assert "rien à raconter" in stage.last(NET).text
        await nominate_message(stage, "We planted 40 trees!")
        await stage.say("@nora", "!digest", room=NET)
        assert "Ce qui s’est passé dans Les Passeurs" in stage.last(NET).text


def test_digest_hour_follows_daylight_saving_time() -> None:
    """In Paris 18:00 is 16:00 UTC in summer and 17:00 UTC in winter."""
    network = Network(name="n", zone="Europe/Paris", created_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert rules.next_due(network, datetime(2026, 10, 24, 12, tzinfo=UTC)) == datetime(2026, 10, 24, 16, tzinfo=UTC)
    assert rules.next_due(network, datetime(2026, 10, 24, 16, tzinfo=UTC)) == datetime(2026, 10, 25, 17, tzinfo=UTC)


async def test_digest_follows_edits_and_withdrawals(tmp_path: Path) -> None:
    """A digest follows the edits of the message it quotes, and says so when nothing is left of it."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id, relaying=True, relaying_since=START)
        async with stage.database.transaction() as uow:
            await stage.set_timer(uow, "digest", str(network.id), stage.clock.now() + timedelta(hours=2))
        await stage.say("@carla", "!relay on")
        source = await stage.say("@anna", "We planted 40 trees!")
        await like(stage, source)
        await stage.forward(hours=3)
        digest = stage.sees("What happened in", "#network")
        assert "40 trees" in digest.text
        stage.platform.edit(source, "We planted 41 trees!")
        await stage.forward(seconds=5)
        assert "41 trees" in digest.text
        await stage.say("@anna", "!me relay off")
        await stage.forward(seconds=5)
        assert "was withdrawn" in digest.text


async def test_missing_digest_timer_is_set_at_start(tmp_path: Path) -> None:
    """At its start the bot sets the digest timer of a network that has none."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id, relaying=True, relaying_since=START)
        await stage.restart()
        await stage.forward(minutes=1)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.react("@anna", stage.sees("Tea?"), "1️⃣")
        await stage.say("@carla", "!poll close")
        await stage.forward(days=1)
        assert stage.sees("Tea?", "#network")


async def test_event_confirmed_after_digest_is_in_next_one(tmp_path: Path) -> None:
    """An event that is drafted before a digest and confirmed after it is in the next digest."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id, relaying=True, relaying_since=START)
        async with stage.database.transaction() as uow:
            await stage.set_timer(uow, "digest", str(network.id), stage.clock.now() + timedelta(minutes=5))
        await stage.say("@carla", "!event Picnic on 20 December 2026 at 15:00")
        await stage.forward(minutes=10)
        stage.never_saw("Picnic", NET)
        await stage.say("@carla", "yes")
        await stage.forward(hours=25)
        assert stage.sees("Picnic", NET)


async def test_digest_tells_nothing_of_community_that_does_not_relay(tmp_path: Path) -> None:
    """Polls, events and newcomers stay in a community that never switched relaying on, or switched it off."""
    async with staged(tmp_path) as stage:
        network = await create_network_with_digest(stage)
        await stage.community("#quiet", name="Quiet", connector="@quentin", network=network.id)
        await stage.say("@carla", "!relay off")
        for room, connector in (("#lyon", "@carla"), ("#quiet", "@quentin")):
            await stage.say(connector, '!poll "Shall we exclude Bernard?" yes no', room)
            await stage.react("@mia", stage.sees("Bernard", room), "1️⃣")
            await stage.say(connector, "!poll close", room)
            await stage.say(connector, "!event Support meeting tomorrow 7pm at rue Hidden", room)
            await stage.say(connector, "yes", room)
            await stage.join(f"@new{room[1:]}", room)
        await stage.forward(days=2)
        assert stage.shown(NET) == []


async def test_digest_tells_nothing_from_before_relaying(tmp_path: Path) -> None:
    """A poll and an event from before the community agreed stay in it; later ones are in the digest."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@carla", "!relay off")
        await stage.say("@carla", '!poll "Shall we exclude Bernard?" yes no close=2h')
        await stage.react("@mia", stage.sees("Bernard"), "1️⃣")
        await announce_event(stage, "!event Support meeting tomorrow 7pm at rue Hidden")
        await stage.forward(minutes=1)
        await stage.say("@carla", "!relay on")
        stage.sees("The digest names the events planned here from now on")
        await announce_event(stage, "!event Potluck tomorrow 8pm at the garden")
        await stage.forward(days=2)
        assert stage.sees("Potluck", NET)
        stage.never_saw("Bernard", NET)
        stage.never_saw("Support", NET)


async def test_digest_repeats_no_highlight_after_relaying_was_switched_off(tmp_path: Path) -> None:
    """After a community stops sharing, the digest of the evening leaves out its highlight of the morning."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await nominate_message(stage, "We planted 40 trees!")
        assert "40 trees" in stage.last(NET).text
        await stage.say("@carla", "!relay off")
        shown = len(stage.shown(NET))
        await stage.forward(hours=12)
        assert len(stage.shown(NET)) == shown


@pytest.mark.parametrize(
    ("every", "due"),
    [("weekly", datetime(2026, 11, 29, 18, 0, tzinfo=UTC)), ("monthly", datetime(2026, 12, 1, 18, 0, tzinfo=UTC))],
)
async def test_digest_comes_as_often_as_the_network_wants(tmp_path: Path, every: str, due: datetime) -> None:
    """A weekly digest comes on Sundays, a monthly one on the first, and covers the whole period; `never` ends it."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", f"!config digest {every}", NET)
        assert f"digest is now: {every}" in stage.last(NET).text
        await nominate_message(stage, "Early news")
        await stage.until(due - timedelta(minutes=1))
        stage.never_saw("What happened", NET)
        await stage.until(due)
        assert "Early news" in stage.sees("What happened", NET).text
        await stage.say("@nora", "!config digest never", NET)
        await nominate_message(stage, "Later news")
        await stage.forward(days=40)
        assert len(stage.matching(lambda m: "What happened" in m.text, NET)) == 1
