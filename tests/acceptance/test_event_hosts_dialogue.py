"""Hosts of events: somebody offers, or says yes when a connector asks; the name is on the card at home only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.event_steps import announce_event, plain_text
from tests.stage import PLAIN, RICH, Stage, staged

CARD = "^Event 1"


async def card(stage: Stage) -> str:
    """Return what the event's card shows, a moment later."""
    await stage.forward(seconds=5)
    return stage.sees(CARD).text


async def potluck(stage: Stage, locale: str = "en") -> None:
    """Set up a community with a coming event and some people."""
    await stage.community(locale=locale, zone="UTC", quiet_hours="")
    await stage.say("@anna", "!help")
    await stage.say("@ben", "!help")
    await announce_event(stage, "!event Potluck 2026-12-04 19:00")


async def test_somebody_offers_to_host(tmp_path: Path) -> None:
    """A member is the host at once, nobody else takes their place, and they may stop."""
    async with staged(tmp_path, RICH) as stage:
        await potluck(stage)
        await stage.say("@anna", "!event host 1")
        assert "You host Potluck" in stage.last().text
        assert "🙋 Hosted by anna" in await card(stage)
        await stage.say("@ben", "!event host 1")
        assert "anna hosts Potluck already" in stage.last().text
        await stage.say("@ben", "!event host 1 no")
        assert "connectors" in stage.last().text
        await stage.say("@anna", "!event host 1 no")
        assert "Nobody hosts Potluck" in stage.last().text
        assert "Hosted by" not in await card(stage)


@pytest.mark.parametrize("looks", [RICH, PLAIN], ids=["buttons", "reactions"])
async def test_a_connector_asks(tmp_path: Path, looks: object) -> None:
    """Whoever is asked stands on the card only after their own yes; others can't answer for them."""
    async with staged(tmp_path, RICH if looks is RICH else PLAIN) as stage:
        await potluck(stage)
        await stage.say("@ben", "!event host 1 anna")
        assert "connectors" in stage.last().text
        await stage.say("@carla", "!event host 1 anna")
        question = stage.sees("would you host Potluck")
        assert question.content is not None and question.content.mentions == ("@anna",)
        await stage.restart()
        answer = stage.press if looks is RICH else stage.react
        await answer("@ben", question, "✅")
        assert "Hosted by" not in await card(stage)
        await answer("@anna", question, "✅")
        assert "Hosted by anna" in await card(stage)
        assert stage.platform.messages[question.id].text == "anna hosts Potluck."
        await stage.say("@carla", "!event host 1 none")
        assert "Hosted by" not in await card(stage)


async def test_a_no_leaves_no_name(tmp_path: Path) -> None:
    """Whoever can't is named nowhere any longer, and the question says how to offer."""
    async with staged(tmp_path, RICH) as stage:
        await potluck(stage)
        await stage.say("@carla", "!event host 1 anna")
        question = stage.sees("would you host Potluck")
        await stage.press("@anna", question, "❌")
        told = stage.platform.messages[question.id].text
        assert "Nobody hosts Potluck so far" in told and "anna" not in told


async def test_dates_of_a_series_keep_their_host(tmp_path: Path) -> None:
    """The host of a date hosts those that follow, until somebody else does."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(zone="UTC", quiet_hours="")
        await stage.say("@anna", "!help")
        await announce_event(stage, "!event Tango every friday 6pm")
        await stage.say("@anna", "!event host 1")
        await stage.forward(days=4)
        assert "Hosted by anna" in stage.sees("^Event 2").text
        await stage.say("@anna", "!event host 2 no")
        await stage.forward(days=7)
        assert "Hosted by" not in stage.sees("^Event 3").text
        assert "Hosted by anna" in await card(stage)


async def test_whoever_leaves_or_is_forgotten_hosts_nothing(tmp_path: Path) -> None:
    """The card names nobody when the host left, or typed `me erase`."""
    async with staged(tmp_path, RICH) as stage:
        await potluck(stage)
        await stage.join("@anna", name="anna")
        for end in ("leave", "erase"):
            await stage.say("@anna", "!event host 1")
            assert "Hosted by anna" in await card(stage)
            if end == "leave":
                stage.platform.leave("#lyon", "@anna")
                await stage.settle()
                await stage.join("@anna", name="anna")
            else:
                await stage.say("@anna", "!me erase")
                await stage.say("@anna", "yes")
            await stage.forward(minutes=5)
            assert "Hosted by" not in await card(stage), end


async def test_the_name_stays_at_home(tmp_path: Path) -> None:
    """Other communities of a network show its event without the name of its host."""
    async with staged(tmp_path, RICH) as stage:
        network = await stage.network(coordinator="@carla")
        await stage.community(network=network.id, quiet_hours="")
        await stage.community("#york", name="York", connector="@yan", network=network.id, quiet_hours="")
        await stage.say("@anna", "!help")
        for line in ("!event Potluck 2026-12-04 19:00 to=network", "yes"):
            await stage.say("@carla", line)
        await stage.forward(minutes=1)
        await stage.press("@yan", stage.last("#york"), "✅")
        await stage.say("@anna", "!event host 1")
        await stage.forward(minutes=1)
        assert "Hosted by anna" in await card(stage)
        assert "Potluck" in stage.last("#york").text
        stage.never_saw("anna", "#york")


@pytest.mark.parametrize(
    ("locale", "line", "yes", "card"),
    [
        ("fr", "!événement hôte 1 anna", "✅", "Vous accueille : anna"),
        ("de", "!termin gastgeber 1 anna", "✅", "Ausgerichtet von anna"),
        ("es", "!evento anfitrión 1 anna", "✅", "Organiza: anna"),
    ],
)
async def test_in_other_languages(tmp_path: Path, locale: str, line: str, yes: str, card: str) -> None:
    """Hosts are asked and named in the community's language."""
    async with staged(tmp_path, RICH) as stage:
        await potluck(stage, locale)
        await stage.say("@carla", line)
        await stage.press("@anna", stage.last(), yes)
        assert card in plain_text(stage.shown()[-3]) or any(card in plain_text(one) for one in stage.shown())
