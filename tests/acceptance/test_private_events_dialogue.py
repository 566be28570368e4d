"""Tests for events that stay in their community: no network, no digest of one, and no calendar shows them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec import structs

from bots.features.events import calendar_feed
from storage.queries.memberships import Place
from storage.tables import Community
from tests.acceptance.event_steps import announce_event, event_cards, plain_text
from tests.acceptance.highlight_steps import NET, create_network_with_digest
from tests.stage import PLAIN, Stage, staged


async def _feed(stage: Stage) -> str:
    async with stage.database.reading() as uow:
        place: Place | None = await uow.get(Community, 1)
        assert place is not None
        return calendar_feed.write(await calendar_feed.collect(uow, place, stage.clock.now(), public=False))


async def test_private_event_stays_here(tmp_path: Path) -> None:
    """The card says so; the room's list has it, the network's agenda and digest and the calendar do not."""
    async with staged(tmp_path, structs.replace(PLAIN, upload_bytes=1_000_000)) as stage:
        await create_network_with_digest(stage)
        await stage.forward(minutes=1)
        await announce_event(stage, "!event Potluck friday 7pm")
        card = await announce_event(stage, "!event Mending circle saturday 3pm visibility=members")
        assert "Stays here" in plain_text(card)
        await stage.say("@carla", "!event list")
        assert "Mending circle" in stage.last().text
        await stage.say("@nora", "!agenda", NET)
        assert "Potluck" in stage.last(NET).text
        assert "Mending" not in stage.last(NET).text
        feed = await _feed(stage)
        assert "Potluck" in feed
        assert "Mending" not in feed
        await stage.until(datetime(2026, 11, 29, 20, 0, tzinfo=UTC))
        digest = "\n".join(message.text for message in stage.shown(NET))
        assert "Mending" not in digest
        assert "Potluck" in digest


async def test_shared_event_is_taken_back_when_it_becomes_private(tmp_path: Path) -> None:
    """`highlight event` refuses a private event, and one that was shared leaves the network when it becomes private."""
    async with staged(tmp_path, PLAIN) as stage:
        await create_network_with_digest(stage)
        await stage.forward(minutes=1)
        await announce_event(stage, "!event Potluck friday 7pm")
        await stage.say("@carla", "!highlight event 1")
        await stage.say("@carla", "yes")
        await stage.forward(minutes=11)
        stage.sees("Potluck", NET)
        await stage.say("@carla", "!event set 1 visibility=members")
        await stage.forward(minutes=1)
        assert "Potluck" not in "\n".join(message.text for message in stage.shown(NET))
        await stage.say("@carla", "!highlight event 1")
        assert "stays here" in stage.last().text


async def test_series_stays_here_with_all_its_dates(tmp_path: Path) -> None:
    """Set for one date it holds for those to come, in German; the agenda of the network has none of them."""
    async with staged(tmp_path, PLAIN) as stage:
        network = await stage.network()
        await stage.community(network=network.id, locale="de")
        await stage.say("@carla", "!relay an")
        await stage.forward(minutes=1)
        await announce_event(stage, "!termin Chor jeden Dienstag 18 Uhr")
        await stage.say("@nora", "!agenda", NET)
        assert "Chor" in stage.last(NET).text
        await stage.say("@carla", "!termin festlegen 1 sichtbarkeit=mitglieder")
        assert "Bleibt hier" in stage.sees("Erledigt").text
        await stage.say("@nora", "!agenda", NET)
        assert "Chor" not in stage.last(NET).text
        await stage.until(datetime(2026, 12, 1, 22, 0, tzinfo=UTC))
        assert "Bleibt hier" in event_cards(stage)[-1].text


async def test_event_of_a_network_cannot_stay_here(tmp_path: Path) -> None:
    """What is shown in a network's communities is not for one community only, and the refusal says so."""
    async with staged(tmp_path, PLAIN) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", "!event Fair saturday 3pm to=network visibility=members", NET)
        assert "can’t stay here" in stage.last(NET).text
