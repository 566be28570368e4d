"""Tests for an event in a digest: its own place's day and time, the reader's if different, and a link."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from bots.core.richtext import Link
from tests.acceptance.event_steps import announce_event, plain_text
from tests.stage import PLAIN, staged

NET = "#network"
LINKED = structs.replace(
    PLAIN, message_pattern=r"\S* (\S+) (\S+)", message_link=r"https://chat.example/\1/\2"
)  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Europe/Paris", "Potluck, Saturday, 28 November 2026 at 19:00 (Paris time) · see the event"),
        ("Europe/Berlin", "Potluck, Saturday, 28 November 2026 at 19:00 (Paris time) · see the event"),
        ("Europe/London", "Potluck, Saturday, 28 November 2026 at 19:00 (Paris time), 18:00 your time · see the event"),
        ("Pacific/Auckland", "19:00 (Paris time), Sun, 29 Nov 2026, 7:00 am your time · see the event"),
    ],
)
async def test_event_in_digest_shows_its_own_time(tmp_path: Path, zone: str, shown: str) -> None:
    """The digest gives the time of the event's place, and that of the network's room where the clocks differ."""
    async with staged(tmp_path, LINKED) as stage:
        network = await stage.network(zone=zone)
        await stage.community(network=network.id, relaying=True, relaying_since=datetime(2026, 11, 1, tzinfo=UTC))
        await stage.forward(minutes=1)
        card = await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.forward(minutes=1)
        await stage.say("@nora", "!digest", NET)
        digest = stage.last(NET)
        assert shown in plain_text(digest)
        assert digest.content is not None
        links = [node.url for node in digest.content.text if isinstance(node, Link)]
        assert links == [f"https://chat.example/#lyon/{card.id}"]
