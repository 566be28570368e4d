"""A network's day, told once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bots.features.digests import rules
from storage.tables import Network
from tests.acceptance.event_steps import planned, said
from tests.stage import Stage, staged

NET = "#network"


async def linked(stage: Stage, zone: str = "UTC", locale: str = "en") -> None:
    """A network with its digest timer, and Lyon in it."""
    network = await stage.network(zone=zone, locale=locale)
    async with stage.database.transaction() as uow:
        row = await uow.get(Network, network.id)
        assert row is not None
        await stage.set_timer(uow, "digest", str(row.id), rules.next_due(row, stage.clock.now()))
    await stage.community(network=network.id)
    await stage.say("@carla", "!relay on")


async def told(stage: Stage, text: str) -> None:
    message = await stage.say("@anna", text)
    await stage.say("@carla", "!highlight", reply_to=message)
    await stage.forward(minutes=10)


async def test_the_digest_comes_at_the_networks_hour(tmp_path: Path) -> None:
    """At 18:00 in the network's own zone, with what happened since the last one."""
    async with staged(tmp_path) as stage:
        await linked(stage, zone="America/New_York")
        await told(stage, "We planted 40 trees!")
        await stage.join("@zoe")
        await stage.until(datetime(2026, 11, 25, 22, 59, tzinfo=UTC))
        stage.never_saw("What happened", NET)
        await stage.until(datetime(2026, 11, 25, 23, 0, tzinfo=UTC))
        digest = stage.sees("What happened in Les Passeurs", NET)
        assert "• Lyon: “We planted 40 trees!” (see it where it was said)" in digest.text
        assert "• Lyon: one newcomer" in digest.text


async def test_an_empty_day_has_no_digest(tmp_path: Path) -> None:
    """Nothing happened, nothing is posted; the day after works again."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await stage.forward(days=3)
        assert stage.shown(NET) == []
        await told(stage, "News")
        await stage.forward(days=1)
        assert len(stage.matching(lambda m: "What happened" in m.text, NET)) == 1


async def test_a_downtime_of_days_gives_one_digest(tmp_path: Path) -> None:
    """Missed digests are one, about the whole time."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await told(stage, "Before the downtime")
        await stage.close()
        stage.clock.set(datetime(2026, 11, 29, 12, 0, tzinfo=UTC))
        await stage.open()
        await stage.forward(days=1)
        digests = stage.matching(lambda m: "What happened" in m.text, NET)
        assert len(digests) == 1
        assert "Before the downtime" in digests[0].text


async def test_an_event_is_told_when_new_and_the_day_before(tmp_path: Path) -> None:
    """Announced on Wednesday for Saturday: in the digests of Wednesday and of Friday, in the network's zone."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await stage.forward(minutes=1)
        await planned(stage, "!event Potluck saturday 7pm at the garden")
        told_on: list[int] = []
        for day in (25, 26, 27, 28):
            await stage.until(datetime(2026, 11, day, 18, 1, tzinfo=UTC))
            if any("Potluck" in said(message) for message in stage.shown(NET)[len(told_on) :]):
                told_on.append(day)
        assert told_on == [25, 27]
        assert "• Lyon: Potluck, Saturday, November 28, 2026 at 6:00 PM" in said(stage.shown(NET)[0])


async def test_the_digest_is_in_the_networks_language(tmp_path: Path) -> None:
    """A French network reads French, whatever its communities speak; `digest` shows it beforehand."""
    async with staged(tmp_path) as stage:
        await linked(stage, locale="fr")
        await stage.say("@nora", "!digest", room=NET)
        assert "Rien à raconter" in stage.last(NET).text
        await told(stage, "We planted 40 trees!")
        await stage.say("@nora", "!digest", room=NET)
        assert "Ce qui s’est passé dans Les Passeurs" in stage.last(NET).text


def test_the_hour_follows_the_wall_clock_over_a_change() -> None:
    """18:00 in Paris is 16:00 UTC in summer and 17:00 UTC in winter."""
    network = Network(name="n", code="c", zone="Europe/Paris", created_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert rules.next_due(network, datetime(2026, 10, 24, 12, tzinfo=UTC)) == datetime(2026, 10, 24, 16, tzinfo=UTC)
    assert rules.next_due(network, datetime(2026, 10, 24, 16, tzinfo=UTC)) == datetime(2026, 10, 25, 17, tzinfo=UTC)


async def test_a_digest_follows_what_it_quotes(tmp_path: Path) -> None:
    """An edit changes the quotation, a withdrawal takes it away; with nothing left the digest says so."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        async with stage.database.transaction() as uow:
            await stage.set_timer(uow, "digest", str(network.id), stage.clock.now() + timedelta(hours=2))
        await stage.say("@carla", "!relay on")
        source = await stage.say("@anna", "We planted 40 trees!")
        for user in ("@b", "@c", "@d"):
            await stage.react(user, source, "❤️")
        await stage.forward(hours=3)
        digest = stage.sees("What happened in", "#network")
        assert "40 trees" in digest.text
        stage.platform.edit(source, "We planted 41 trees!")
        await stage.forward(seconds=5)
        assert "41 trees" in digest.text
        await stage.say("@anna", "!me relay off")
        await stage.forward(seconds=5)
        assert "taken back since" in digest.text


async def test_after_relaying_is_off_only_withdrawals_follow(tmp_path: Path) -> None:
    """New words stay at home; what is taken back goes everywhere."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@carla", "!relay on")
        source = await stage.say("@anna", "We planted 40 trees!")
        for user in ("@b", "@c", "@d"):
            await stage.react(user, source, "❤️")
        await stage.forward(minutes=11)
        await stage.say("@carla", "!relay off")
        stage.platform.edit(source, "Our door code is 1234")
        await stage.forward(seconds=5)
        assert "40 trees" in stage.last("#network").text
        stage.platform.delete(source)
        await stage.settle()
        assert stage.shown("#network") == []


async def test_a_digest_that_could_not_be_made_does_not_end_them(tmp_path: Path) -> None:
    """The next start finds that a network has no next hour, and sets it."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        await stage.restart()
        await stage.forward(minutes=1)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.react("@anna", stage.sees("Tea?"), "1️⃣")
        await stage.say("@carla", "!poll close")
        await stage.forward(days=1)
        stage.sees("Tea?", "#network")
