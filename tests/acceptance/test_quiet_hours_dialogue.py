"""Quiet hours: at night newcomers get answers, and the calls for greeters wait for the morning."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.acceptance.slash_commands import request_to_join
from tests.stage import RICH, staged

NIGHT = datetime(2026, 11, 25, 22, 0, tzinfo=UTC)
"""23:00 in Paris."""
MORNING = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
"""8:00 in Paris."""


async def test_one_call_in_the_morning(tmp_path: Path) -> None:
    """Newcomers of the night are welcomed at once, and called for together in the morning, also after restarts."""
    async with staged(tmp_path) as stage:
        await stage.community(question="What brings you here?")
        await stage.until(NIGHT)
        for user in ("@zoe", "@yan", "@xia"):
            await join_and_be_welcomed(stage, user, user[1:].title())
            stage.sees(f"Welcome {user[1:].title()}")
            await stage.say(user, "The garden", room=f"direct-{user}")
            assert "I’ll tell the others at 08:00" in stage.last(f"direct-{user}").text
            await stage.restart()
            await stage.forward(hours=1)
        await stage.until(MORNING - timedelta(seconds=1))
        stage.never_saw("new here")
        await stage.restart()
        await stage.until(MORNING)
        calls = stage.matching(lambda m: "new here" in m.text)
        assert len(calls) == 1
        assert all(name in calls[0].text for name in ("Zoe", "Yan", "Xia"))
        await stage.forward(hours=3)
        assert len(stage.matching(lambda m: "nobody has said hello" in m.text)) == 1


async def test_hello_at_night_counts(tmp_path: Path) -> None:
    """Somebody who is awake can greet a newcomer at night; then nobody is called in the morning."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.until(NIGHT)
        await join_and_be_welcomed(stage)
        await stage.restart()
        await stage.say("@bob", "Hello Zoe!")
        assert "here’s what’s next" in stage.last().text
        await stage.forward(days=1)
        stage.never_saw("new here")


async def test_unanswered_call_of_the_evening_joins_the_one_of_the_morning(tmp_path: Path) -> None:
    """A call that nobody answered before the night is made again in the morning, with the newcomers of the night."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.until(NIGHT - timedelta(hours=1, minutes=30))
        await join_and_be_welcomed(stage)
        await stage.until(NIGHT)
        await join_and_be_welcomed(stage, "@yan", "Yan")
        await stage.until(MORNING - timedelta(seconds=1))
        stage.never_saw("nobody has said hello")
        await stage.until(MORNING)
        await stage.forward(seconds=5)
        assert stage.last().text == "carla: Zoe, Yan are new here.\nWill you say hello?"
        assert len(stage.matching(lambda m: "new here" in m.text)) == 1


async def test_night_in_which_the_clocks_change(tmp_path: Path) -> None:
    """In the night to summer time the call comes at 8 on the wall clock, which is an hour earlier."""
    async with staged(tmp_path, at=datetime(2026, 3, 28, 22, 0, tzinfo=UTC)) as stage:
        await stage.community()
        await join_and_be_welcomed(stage)
        await stage.until(datetime(2026, 3, 29, 5, 59, tzinfo=UTC))
        stage.never_saw("new here")
        await stage.until(datetime(2026, 3, 29, 6, 0, tzinfo=UTC))
        assert stage.sees("Zoe is new here")


async def test_steps_that_were_not_taken_are_asked_in_the_room_in_the_morning(tmp_path: Path) -> None:
    """The reminder of unanswered rules waits for the morning; rules that can't be sent in private are asked at once."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        stage.platform.closed_to_bot.add("@yan")
        await stage.until(NIGHT)
        await stage.join("@zoe", name="Zoe")
        await stage.join("@yan", name="Yan")
        await stage.forward(hours=3)
        assert [m.text.split(",")[0] for m in stage.matching(lambda m: "these are the rules" in m.text)] == ["Yan"]
        await stage.until(MORNING)
        assert stage.last().text.startswith("Zoe, I could not reach you")


async def test_requests_of_the_night_ring_once(tmp_path: Path) -> None:
    """Requests to join of the night are shown in the morning, each with its button; only one of them makes a sound."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.until(NIGHT)
        for user in ("@zoe", "@yan", "@xia"):
            await request_to_join(stage, user)
            await stage.forward(minutes=5)
        assert stage.shown() == []
        await stage.restart()
        await stage.until(MORNING)
        calls = stage.matching(lambda m: "asks to join" in m.text)
        assert len(calls) == 3
        assert [bool(m.content and m.content.mentions) for m in calls].count(True) == 1
        await stage.press("@carla", calls[0], "✅")
        assert len(stage.platform.approved_requests) == 1


async def test_raid_at_night_is_reported_without_a_call(tmp_path: Path) -> None:
    """The report of a raid stands in the room at once, and calls nobody at night."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.until(NIGHT)
        for number in range(30):
            stage.platform.join("#lyon", f"@raider{number}")
        await stage.forward(minutes=1)
        report = stage.sees("came within a few minutes")
        assert report.content is not None and report.content.silent
        assert report.content.mentions == ()


@pytest.mark.parametrize("typed", ["none", "10pm-11pm"])
async def test_quiet_hours_are_a_setting(tmp_path: Path, typed: str) -> None:
    """A connector changes the quiet hours or switches them off, and an unclear value is refused with an example."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!config quiet-hours")
        assert "22:00-08:00" in stage.last().text
        await stage.say("@carla", "!config quiet-hours at night")
        assert "for example 22-8" in stage.last().text
        await stage.say("@carla", f"!config quiet-hours {typed}")
        await stage.until(NIGHT + timedelta(hours=1))
        await join_and_be_welcomed(stage)
        stage.sees("Zoe is new here")


async def test_setting_in_other_languages(tmp_path: Path) -> None:
    """The setting has a name in each language, and its value is read in each."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for typed in ("heures-calmes de 23 h à 7 h", "ruhezeit 23 bis 7 Uhr", "horas-tranquilas de 23 a 7"):
            await stage.say("@carla", f"!config {typed}")
            assert "23:00-07:00" in stage.last().text
            await stage.say("@carla", "!config quiet-hours none")
