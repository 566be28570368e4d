"""Tests for what carries a message: how many people, which reactions, what age, and whose messages are left out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from storage.queries import retention
from storage.tables import Activity
from tests.acceptance.highlight_steps import NET, create_relaying_community, like, post_liked_message
from tests.acceptance.slash_commands import run_command
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture(params=[PLAIN, RICH], ids=["reactions", "buttons"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a community that relays."""
    async with staged(tmp_path, request.param) as made:
        await create_relaying_community(made, quiet_hours="")
        yield made


async def active_people(stage: Stage) -> int:
    """Return the number of people of whom we keep a day."""
    async with stage.database.reading() as uow:
        return len(await uow.all(select(Activity)))


async def test_share_of_the_active_members(stage: Stage) -> None:
    """With 10% forty active people need four reactions; the notice in the room says so, and that days are kept."""
    await stage.say("@carla", "!config threshold 10%")
    assert "threshold is now: 10% of those who are active" in stage.last().text
    for number in range(38):
        await stage.say(f"@m{number}", "Hello!")
    assert await active_people(stage) == 39  # with Carla
    await stage.forward(minutes=3)
    notice = stage.sees("Relaying is on").text
    assert "when 4 people react" in notice
    assert "10% of the people who did something in the last 30 days, and at least 3" in notice
    message = await post_liked_message(stage, by=("@m1", "@m2", "@m3"))
    stage.never_saw("will be shared")
    await stage.react("@m5", message, "❤️")
    assert "will be shared" in stage.last().text


async def test_share_is_never_below_three(stage: Stage) -> None:
    """Two people cannot publish what a third one wrote, however few are active."""
    await stage.say("@carla", "!config threshold 1 percent")
    message = await stage.say("@anna", "We planted 40 trees!")
    await like(stage, message, "@b", "@c")
    stage.never_saw("will be shared")
    await like(stage, message, "@d")
    assert "will be shared" in stage.last().text


async def test_activity_is_forgotten(stage: Stage) -> None:
    """A day is kept for thirty days, and no longer than the community counts by a share."""
    await stage.say("@anna", "Nobody counts me yet")
    assert await active_people(stage) == 0
    await stage.say("@carla", "!config threshold 20 %")
    await stage.join("@anna")
    await stage.say("@anna", "Hello")
    stage.platform.leave("#lyon", "@anna")
    await stage.settle()
    await stage.say("@b", "Hello")
    assert await active_people(stage) == 2
    stage.clock.advance(timedelta(days=20))
    await stage.say("@b", "Still here")
    stage.clock.advance(timedelta(days=11))
    async with stage.database.transaction() as uow:
        await retention.delete_by_own_time(uow, stage.clock.now())
    assert await active_people(stage) == 1
    await stage.say("@carla", "!config threshold 5")
    assert await active_people(stage) == 0
    await stage.say("@d", "Hello")
    assert await active_people(stage) == 0


async def test_only_chosen_emoji_count(stage: Stage) -> None:
    """With `highlight-emoji` other reactions carry nothing; skin tones and variants of the chosen ones count."""
    await stage.say("@carla", "!config highlight-emoji ⭐ 👍")
    assert "highlight-emoji is now: ⭐ 👍" in stage.last().text
    message = await post_liked_message(stage)
    stage.never_saw("will be shared")
    await stage.react("@b", message, "⭐️")
    await stage.react("@c", message, "👍🏽")
    stage.never_saw("will be shared")
    await stage.react("@d", message, "👍")
    assert "will be shared" in stage.last().text
    await stage.forward(minutes=3)
    assert "Only these reactions count: ⭐ 👍" in stage.sees("Relaying is on").text
    await stage.say("@carla", "!config highlight-emoji any")
    assert "highlight-emoji is now: any" in stage.last().text


async def test_old_messages_rise_only_by_a_connector(stage: Stage) -> None:
    """Reactions to a message above the maximum age come too late; a connector can still suggest it."""
    await stage.say("@carla", "!config highlight-age 2 days")
    assert "highlight-age is now: 2 days" in stage.last().text
    message = await stage.say("@anna", "We planted 40 trees!")
    await stage.forward(days=2, minutes=1)
    await like(stage, message)
    stage.never_saw("40 trees")
    await stage.say("@carla", "!highlight", reply_to=message)
    await stage.forward(minutes=11)
    assert "40 trees" in stage.last(NET).text


async def test_support_in_time_counts_after_quiet_hours(tmp_path: Path) -> None:
    """A message that found its support in quiet hours is not too old when they end."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage, quiet_hours="22:00-08:00")
        await stage.say("@carla", "!config highlight-age 2 hours")
        await stage.forward(hours=13)
        await post_liked_message(stage)
        await stage.forward(hours=11)
        assert "40 trees" in stage.sees("40 trees").text


async def test_room_that_is_left_out(stage: Stage) -> None:
    """`room exclude` keeps everything here and stops what waits; `room include` counts from then on, with the terms."""
    waiting = await post_liked_message(stage)
    await stage.say("@carla", "!room exclude")
    assert "nothing said in this room is shared" in stage.sees("From now on, nothing").text
    await stage.forward(minutes=11)
    await like(stage, waiting, "@e", "@f")
    silent = await post_liked_message(stage, "A quiet word")
    await stage.say("@carla", "!highlight", reply_to=silent)
    assert "Nothing said in this room is shared" in stage.last().text
    await stage.say("@carla", "!relay status")
    assert "Nothing is shared from: #lyon" in stage.last().text
    await stage.forward(hours=1)
    assert stage.shown(NET) == []
    await stage.say("@carla", "!room include")
    assert "Relaying is on" in stage.last().text
    await stage.forward(minutes=1)
    await stage.say("@carla", "!highlight", reply_to=silent)
    stage.never_saw("A quiet word")
    await post_liked_message(stage, "A new word")
    await stage.forward(minutes=11)
    assert "A new word" in stage.last(NET).text


async def test_person_who_is_left_out(stage: Stage) -> None:
    """`highlight exclude` asks, takes back what was shared of one person, and keeps the rest here until undone."""
    await post_liked_message(stage)
    await stage.forward(minutes=11)
    assert "40 trees" in stage.last(NET).text
    await stage.say("@carla", "!highlight exclude @anna")
    assert "is taken back for good" in stage.last().text
    await stage.say("@carla", "yes")
    assert stage.shown(NET) == []
    await post_liked_message(stage, "Another word")
    await stage.forward(minutes=11)
    assert stage.shown(NET) == []
    await stage.say("@carla", "!relay status")
    assert "has left some people’s messages out" in stage.last().text
    assert "anna" not in stage.last().text
    if stage.capabilities.private_answers:
        await run_command(stage, "@carla", "relay", switch="status")
        assert "Left out by a connector: anna" in stage.last().text
    await stage.say("@carla", "!highlight include @anna")
    await post_liked_message(stage, "A third word")
    await stage.forward(minutes=11)
    assert "A third word" in stage.last(NET).text


async def test_values_that_cannot_be_read(stage: Stage) -> None:
    """Each setting says what to type instead."""
    for line, said in (
        ("threshold 200%", "or a share of those who are active, such as 10%"),
        ("threshold lots", "whole number from 1 to 50"),
        ("highlight-age soon", "Type one such as 2 days"),
        ("highlight-emoji hello", "I can’t read emoji in hello"),
    ):
        await stage.say("@carla", f"!config {line}")
        assert said in stage.last().text, stage.last().text
        await stage.say("@carla", "cancel")


@pytest.mark.parametrize(
    ("locale", "line", "said"),
    [
        ("fr", "!config seuil 10 pour cent", "10 % des personnes actives"),
        ("fr", "!config âge-maximum 2 jours", "2 jours"),
        ("de", "!config schwelle 10 Prozent", "10 % der Aktiven"),
        ("de", "!config emojis ⭐", "⭐"),
        ("es", "!config umbral 10 por ciento", "el 10 % de la gente activa"),
        ("es", "!config edad-máxima cualquiera", "cualquiera"),
    ],
)
async def test_other_languages(tmp_path: Path, locale: str, line: str, said: str) -> None:
    """The settings are typed and shown in the room's language."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", line)
        assert said in stage.last().text.replace("\u202f", " ").replace("\xa0", " "), stage.last().text
