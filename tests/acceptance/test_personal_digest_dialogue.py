"""Tests for a person's own digest, in private, of what happened while they were away."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.queries import members
from storage.tables import Member
from tests.acceptance.event_steps import announce_event
from tests.acceptance.highlight_steps import create_relaying_community, nominate_message
from tests.stage import PLAIN, RICH, Stage, staged

EVENING = datetime(2026, 11, 25, 17, 59, tzinfo=UTC)
"""Shortly before 19:00 in Paris, the end of the hour in which digests are sent."""


async def subscribe(stage: Stage, how: str = "daily", room: str = "#lyon") -> None:
    """Let Mia say hello in a room and ask there for her own digest."""
    stage.platform.members.setdefault(room, []).append("@mia")
    await stage.say("@mia", "hello", room)
    await stage.say("@mia", f"!me digest {how}", room)
    await stage.forward(minutes=1)


def received(stage: Stage) -> list[str]:
    """Return the digests that Mia got in private."""
    return [message.text for message in stage.shown("direct-@mia") if "what you missed" in message.text]


@pytest.mark.parametrize("capabilities", [PLAIN, RICH])
async def test_who_was_away_gets_a_digest_in_private(tmp_path: Path, capabilities: object) -> None:
    """Somebody who wanted a digest and was away gets it, once and only in private."""
    async with staged(tmp_path, capabilities) as stage:  # type: ignore[arg-type]  # one of two capabilities
        await stage.community()
        await subscribe(stage)
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.restart()
        await stage.until(EVENING)
        assert len(received(stage)) == 1
        assert "Potluck" in received(stage)[0]
        stage.never_saw("what you missed")
        await stage.forward(days=1)
        assert len(received(stage)) == 1


@pytest.mark.parametrize("act", ["message", "reaction", "command"])
async def test_who_was_there_gets_none(tmp_path: Path, act: str) -> None:
    """A message in the room, a reaction or a command shows that somebody was not away; each day counts on its own."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await subscribe(stage)
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        if act == "message":
            await stage.say("@mia", "good morning")
        elif act == "reaction":
            await stage.react("@mia", stage.last(), "✅")
        else:
            await stage.say("@mia", "!help")
        await stage.until(EVENING)
        assert received(stage) == []
        await announce_event(stage, "!event Walk sunday 7pm at the garden")
        await stage.forward(days=1)
        assert "Walk" in received(stage)[0]
        assert "Potluck" not in received(stage)[0]


async def test_nobody_gets_a_digest_unasked_or_after_off(tmp_path: Path) -> None:
    """Without asking, and after `me digest off`, nothing is sent and nothing is noted."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@otto", "hello")
        await subscribe(stage)
        await stage.say("@mia", "!me digest off")
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.forward(days=2)
        assert received(stage) == []
        async with stage.database.reading() as uow:
            found = await members.summaries(uow, [("memory", "@mia")])
            member = await uow.get(Member, found[("memory", "@mia")].member_id)
        assert member is not None
        assert (member.digest_away, member.digest_identity) == (False, None)


async def test_digest_is_only_of_communities_that_one_is_in(tmp_path: Path) -> None:
    """The digest leaves out other communities, and those that the person has left."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.community("#paris", name="Paris", connector="@pierre")
        await subscribe(stage)
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.say("@pierre", "!event Vernissage saturday 7pm at the museum", "#paris")
        await stage.say("@pierre", "yes", "#paris")
        stage.platform.leave("#lyon", "@mia")
        await stage.settle()
        await stage.until(EVENING)
        assert received(stage) == []


async def test_digest_tells_highlights_that_the_community_shows(tmp_path: Path) -> None:
    """Highlights of the person's community are told, and go when their author takes them back."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await subscribe(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.until(EVENING)
        assert "40 trees" in received(stage)[0]
        await stage.say("@anna", "!me relay off")
        await stage.forward(seconds=10)
        assert not any("40 trees" in text for text in received(stage))


async def test_digest_comes_in_the_time_zone_and_language_of_the_person(tmp_path: Path) -> None:
    """The clock and the language are the reader's own, not the community's."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@mia", "hello")
        await stage.say("@mia", "!me language fr")
        await stage.say("@mia", "!me timezone Tokyo")
        assert "Asia/Tokyo" in stage.last().text
        await subscribe(stage)
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.until(datetime(2026, 11, 26, 10, 1, tzinfo=UTC))
        sent = [m.text for m in stage.platform.messages.values() if "ce que vous avez manqué" in m.text]
        assert len(sent) == 1
        assert "Ce qui s’est passé dans Lyon" in sent[0]


async def test_zone_that_does_not_exist_is_asked_again(tmp_path: Path) -> None:
    """A city that the bot does not know is answered with what to type."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@mia", "!me timezone Atlantis")
        assert "Atlantis" in stage.last().text
        await stage.say("@mia", "Tokyo")
        assert "Asia/Tokyo" in stage.last().text


async def test_weekly_digest_comes_on_sunday(tmp_path: Path) -> None:
    """A weekly digest covers the week and comes on Sunday evening."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await subscribe(stage, "weekly")
        await announce_event(stage, "!event Potluck 12 December 7pm at the garden")
        await stage.until(datetime(2026, 11, 29, 16, 59, tzinfo=UTC))
        assert received(stage) == []
        await stage.forward(hours=1)
        assert len(received(stage)) == 1


async def test_me_tells_what_is_kept_for_the_digest(tmp_path: Path) -> None:
    """`me` names the time zone and the digest that somebody chose."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await subscribe(stage, "weekly")
        await stage.say("@mia", "!me timezone Tokyo")
        await stage.say("@mia", "!me")
        assert "Your time zone: Asia/Tokyo. You get a digest of weeks when you were away." in stage.last().text


@pytest.mark.parametrize(
    ("locale", "command", "answer"),
    [
        ("fr", "moi récapitulatif hebdomadaire", "Le dimanche soir"),
        ("de", "ich rückblick wöchentlich", "Sonntagabends"),
        ("es", "perfil resumen semanal", "Los domingos"),
    ],
)
async def test_other_languages(tmp_path: Path, locale: str, command: str, answer: str) -> None:
    """The command works in each language."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        await stage.say("@mia", "hello")
        await stage.say("@mia", f"!{command}")
        assert answer in stage.last().text
        await stage.forward(minutes=1)
        await stage.say("@carla", "!event Potluck 2026-12-12 19:00")
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(days=5)
        assert "Potluck" in stage.last("direct-@mia").text


async def test_community_that_blocked_somebody_tells_them_nothing(tmp_path: Path) -> None:
    """A blocked person gets no news of that community until the block is lifted."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await subscribe(stage)
        await stage.say("@carla", "!block @mia: spam")
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.until(EVENING)
        assert received(stage) == []
        await stage.say("@carla", "!unblock @mia")
        await announce_event(stage, "!event Picnic sunday 1pm at the garden")
        await stage.forward(days=1)
        assert len(received(stage)) == 1
