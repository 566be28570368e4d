"""Quiet hours of highlights: the author is asked in the morning, and listening communities hear of it in theirs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.acceptance.highlight_steps import NET, create_relaying_community, like, post_liked_message
from tests.stage import RICH, staged

NIGHT = datetime(2026, 11, 25, 22, 0, tzinfo=UTC)
"""23:00 in Paris."""
MORNING = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
"""8:00 in Paris."""


async def test_hold_back_begins_in_the_morning(tmp_path: Path) -> None:
    """A message that finds its support at night is announced in the morning, with all its time of notice."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await stage.until(NIGHT)
        source = await post_liked_message(stage)
        await like(stage, source, "@e", "@f")
        await stage.restart()
        await stage.until(MORNING - timedelta(seconds=1))
        stage.never_saw("will be shared")
        await stage.until(MORNING)
        assert "in 10 minutes (08:10)" in stage.sees("will be shared").text
        assert stage.shown(NET) == []
        await stage.forward(minutes=10)
        assert len(stage.shown(NET)) == 1
        assert len(stage.matching(lambda m: "Now shown" in m.text)) == 1


async def test_support_lost_at_night_is_no_support_in_the_morning(tmp_path: Path) -> None:
    """A message whose reactions were taken back at night is not announced; a withdrawn one neither."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await stage.until(NIGHT)
        source = await post_liked_message(stage)
        other = await post_liked_message(stage, "The kiln is back!")
        await post_liked_message(stage, "The well is dug!")
        for user in ("@b", "@c"):
            await stage.unreact(user, source, "❤️")
        stage.platform.delete(other)
        await stage.until(MORNING + timedelta(hours=2))
        [note] = [shown.text for shown in stage.shown() if "will be shared" in shown.text or "Now shown" in shown.text]
        assert "The well is dug!" in note


async def test_nomination_at_night_is_answered_at_once(tmp_path: Path) -> None:
    """A connector who nominates a message at night reads when it will be announced."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await stage.until(NIGHT)
        message = await stage.say("@anna", "Come and see")
        await stage.say("@carla", "!highlight", reply_to=message)
        assert "I’ll announce it at 08:00" in stage.last().text
        await stage.until(MORNING)
        stage.sees("will be shared")
        await stage.forward(minutes=10)
        assert "Come and see" in stage.last(NET).text


async def test_hold_back_that_reaches_into_the_night(tmp_path: Path) -> None:
    """A message announced just before the night is shared in the morning, as its note says."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        await stage.until(NIGHT - timedelta(hours=1, minutes=5))
        await post_liked_message(stage)
        note = stage.sees("at 08:00, when quiet hours are over")
        await stage.until(MORNING - timedelta(minutes=1))
        assert stage.shown(NET) == []
        await stage.until(MORNING)
        assert len(stage.shown(NET)) == 1
        assert note.content is not None
        await stage.forward(seconds=5)
        assert [button.label for button in note.content.buttons] == ["Show my name", "Take it back"]


async def test_listening_community_gets_its_copy_in_its_own_morning(tmp_path: Path) -> None:
    """A community that sleeps gets its copy when its own quiet hours end; the network's room has it at once."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        for room, zone in (("#halifax", "America/Halifax"), ("#tokyo", "Asia/Tokyo")):
            await stage.community(
                room, name=room[1:].title(), zone=zone, connector="@grace", network=network.id, receives_highlights=True
            )
        await stage.say("@carla", "!relay on")
        await post_liked_message(stage)
        await stage.forward(minutes=10)
        assert len(stage.shown(NET)) == 1
        assert stage.shown("#halifax") == []  # 5:10
        assert len(stage.shown("#tokyo")) == 1
        await stage.restart()
        await stage.forward(hours=3)
        assert "We planted 40 trees!" in stage.last("#halifax").text
        assert len(stage.shown("#tokyo")) == 1


async def test_copy_that_waits_is_dropped_when_it_is_taken_back(tmp_path: Path) -> None:
    """A message that is taken back before a listening community wakes up never appears there."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.community(
            "#halifax", name="Halifax", zone="America/Halifax", connector="@grace", network=network.id,
            receives_highlights=True,
        )  # fmt: skip
        await stage.say("@carla", "!relay on")
        source = await post_liked_message(stage)
        await stage.forward(minutes=10)
        stage.platform.delete(source)
        await stage.forward(hours=5)
        assert stage.shown("#halifax") == []
