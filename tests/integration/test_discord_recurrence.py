"""Scheduled events that come again, as Discord takes them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs

from adapters.discord.outbound.recurrence import recurrence_of
from bots.core.outbound import PublishScheduledEvent
from bots.ports import Sent
from tests.integration.discord_bot import BotSetup, opened, publish_event
from tests.standins.discord.recurrence import recurring

pytestmark = [pytest.mark.discord]
PARIS = "Europe/Paris"


def call(rule: str, start: str, zone: str = PARIS) -> PublishScheduledEvent:
    """Return a call for an event that comes again, with its start on the clock of the zone."""
    at = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return PublishScheduledEvent(
        room="1", card="gathering:1", title="Yoga", start=at, end=at + timedelta(hours=1), rule=rule, zone=zone
    )


@pytest.mark.parametrize(
    ("rule", "start", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T18:00", {"frequency": 2, "by_weekday": [1]}),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-01T18:00", {"frequency": 2, "by_weekday": [1]}),
        ("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T00:30", {"frequency": 2, "by_weekday": [0]}),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-12-01T09:00", {"frequency": 3, "by_weekday": [0, 1, 2, 3, 4]}),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-12-01T00:00", {"frequency": 3, "by_weekday": [0, 1, 2, 3, 6]}),
        ("FREQ=DAILY", "2026-12-01T09:00", {"frequency": 3}),
        ("FREQ=MONTHLY;BYDAY=1SA", "2026-12-05T15:00", {"frequency": 1, "by_n_weekday": [{"n": 1, "day": 5}]}),
        ("FREQ=YEARLY", "2026-12-06T15:00", {"frequency": 0, "by_month": [12], "by_month_day": [6]}),
    ],
)
def test_rules_that_discord_can_say(rule: str, start: str, said: dict[str, object]) -> None:
    """The rule has the days in UTC, and the stand-in, which knows Discord's limits, accepts it."""
    given = recurrence_of(call(rule, start))
    assert given is not None
    assert {name: given[name] for name in said} == said
    assert recurring(given)


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("", "2026-12-01T18:00"),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=5", "2026-12-01T18:00"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630", "2026-12-01T18:00"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-12-01T18:00"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "2026-12-01T18:00"),
        ("FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2", "2026-12-01T18:00"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-12-25T18:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15T18:00"),
        ("FREQ=MONTHLY;BYDAY=1SA", "2026-12-05T00:30"),
        ("FREQ=DAILY;INTERVAL=2", "2026-12-01T18:00"),
    ],
)
def test_rules_that_discord_cannot_say(rule: str, start: str) -> None:
    """Where Discord would show other dates, the event does not come again there by itself."""
    assert recurrence_of(call(rule, start)) is None


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a running bot with one room."""
    async with opened(tmp_path) as made:
        yield made


async def test_event_comes_again_until_its_rule_is_taken_away(bot: BotSetup) -> None:
    """An event is created with its rule; a change keeps or replaces it, and one without a rule ends it."""
    once = publish_event(bot.general, "gathering:1")
    weekly = structs.replace(once, rule="FREQ=WEEKLY", zone=PARIS)
    made = await bot.send("g1", weekly)
    assert isinstance(made, Sent)
    event = bot.guild.gatherings[int(made.messages[0])]
    assert event.recurrence is not None and event.recurrence["frequency"] == 2
    await bot.send("g2", structs.replace(weekly, rule="FREQ=DAILY"), target=made.messages[0])
    assert event.recurrence["frequency"] == 3
    await bot.send("g3", once, target=made.messages[0])
    assert event.recurrence is None
    assert len(bot.guild.gatherings) == 1
