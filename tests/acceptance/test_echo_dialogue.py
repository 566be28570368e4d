"""Tests for what comes back of a highlight: reactions to its copies and replies, told at the original."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from storage.tables import HighlightReply
from tests.acceptance.highlight_steps import NET, create_relaying_community, post_liked_message
from tests.stage import PLAIN, RICH, Stage, staged

NOTE = "Now shown in Les Passeurs"


@pytest.fixture(params=[PLAIN, RICH], ids=["reactions", "buttons"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage where Paris and Metz show what Lyon shares, and a highlight that all of them show."""
    async with staged(tmp_path, request.param) as made:
        await create_relaying_community(made, quiet_hours="")
        for room, name in (("#paris", "Paris"), ("#metz", "Metz")):
            await made.community(room, name=name, network=1, receives_highlights=True, quiet_hours="")
        await post_liked_message(made)
        await made.forward(minutes=11)
        assert "40 trees" in made.last("#paris").text
        yield made


def note(stage: Stage) -> str:
    """Return the text of the note beside the original."""
    return stage.sees(NOTE).text


async def test_totals_come_back(stage: Stage) -> None:
    """The note tells how many liked the copies in how many places and how many replied; few people are only a total."""
    assert "❤️" not in note(stage)
    await stage.react("@p1", stage.last("#paris"), "🎉")
    await stage.react("@m1", stage.last("#metz"), "🎉")
    await stage.say("@p1", "Well done!", "#paris", reply_to=stage.last("#paris").id)
    assert "❤️" not in note(stage)
    await stage.forward(minutes=1)
    assert "❤️ 2 people in 2 other places, one reply" in note(stage)
    assert "5 people liked it" in stage.last(NET).text


async def test_place_is_named_from_five_people_on(stage: Stage) -> None:
    """Five people of one place are told with its name, four are not."""
    for number in range(4):
        await stage.react(f"@p{number}", stage.last("#paris"), "🎉")
    await stage.forward(minutes=1)
    assert "❤️ 4 people in one other place, no replies" in note(stage)
    await stage.react("@p4", stage.last("#paris"), "🎉")
    await stage.react("@m1", stage.last("#metz"), "🎉")
    await stage.forward(minutes=1)
    assert "❤️ 6 people in 2 other places (Paris: 5), no replies" in note(stage)


async def test_a_person_counts_once(stage: Stage) -> None:
    """Somebody who likes two copies with two accounts, or the original too, counts once; the author never does."""
    await stage.react("@p1", stage.last("#paris"), "🎉")
    await stage.link_accounts("@p1", "@m1")
    await stage.react("@m1", stage.last("#metz"), "🎉")
    await stage.react("@b", stage.last(NET), "🎉")  # one of those who liked the original
    await stage.react("@anna", stage.last(NET), "🎉")  # its author
    await stage.say("@anna", "Thank you!", NET, reply_to=stage.last(NET).id)
    await stage.forward(minutes=1)
    assert "❤️ one person in one other place, no replies" in note(stage)
    assert "4 people liked it" in stage.last(NET).text


async def test_deleted_replies_and_withdrawals(stage: Stage) -> None:
    """A deleted reply no longer counts, and nothing is kept of replies once the highlight is taken back."""
    replies = [
        await stage.say("@p1", f"Reply {number}", "#paris", reply_to=stage.last("#paris").id) for number in range(2)
    ]
    await stage.say("@p1", "No reply to anything of ours", "#paris")
    await stage.forward(minutes=1)
    assert "2 replies" in note(stage)
    stage.platform.delete(replies[0])
    await stage.forward(minutes=1)
    assert "one reply" in note(stage)
    await stage.press("@anna", stage.sees(NOTE), "🚫") if stage.capabilities.buttons else await stage.react(
        "@anna", stage.sees(NOTE), "🚫"
    )
    async with stage.database.reading() as uow:
        assert not await uow.all(select(HighlightReply))


async def test_replies_count_after_a_restart(stage: Stage) -> None:
    """The bot still hears replies to what it showed before a restart."""
    await stage.restart()
    await stage.say("@p1", "Well done!", "#paris", reply_to=stage.last("#paris").id)
    await stage.forward(minutes=1)
    assert "one reply" in note(stage)


async def test_burst_of_reactions_is_one_edit(stage: Stage) -> None:
    """Thirty reactions within a minute change each message once."""
    copy = stage.last("#paris")
    before = copy.edits
    for number in range(30):
        await stage.react(f"@p{number}", copy, "🎉")
    await stage.forward(minutes=1)
    assert stage.last("#paris").edits == before + 1
    assert "33 people liked it" in stage.last("#paris").text


async def test_reactions_carry_it_past_a_queue(tmp_path: Path) -> None:
    """With `auto-pick`, what enough people of the level below like is shown without a coordinator."""
    async with staged(tmp_path, RICH) as stage:
        wide = await stage.network("#wide", name="Wide", coordinator="@olga", code="widecode")
        await stage.network(parent=wide.id)
        other = await stage.network("#other", name="Other", code="othercode", parent=wide.id)
        await stage.community(network=2, quiet_hours="")
        await stage.bond(other.id, community=1)
        await stage.say("@carla", "!relay on")
        await stage.say("@nora", "!relay curated", NET)
        await stage.say("@olga", "!config auto-pick 2", "#wide")
        assert "whole number from 3" in stage.last("#wide").text
        await stage.say("@olga", "cancel", "#wide")
        await stage.say("@olga", "!config auto-pick 5", "#wide")
        assert "auto-pick is now: 5 people" in stage.last("#wide").text
        await stage.forward(minutes=5)
        await post_liked_message(stage)
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text and "40 trees" in stage.last("#other").text
        for number in range(4):
            await stage.react(f"@o{number}", stage.last("#other"), "🎉")  # another level's reactions
        await stage.react("@n1", stage.last(NET), "🎉")
        await stage.forward(minutes=2)
        assert stage.matching(lambda one: "40 trees" in one.text, "#wide") == []
        await stage.react("@n2", stage.last(NET), "🎉")
        await stage.forward(minutes=2)
        assert "40 trees" in stage.last("#wide").text


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr", "❤️ 2 personnes dans un autre lieu, une réponse"),
        ("de", "❤️ 2 Leute an einem anderen Ort, eine Antwort"),
        ("es", "❤️ 2 personas en otro lugar, una respuesta"),
    ],
)
async def test_other_languages(tmp_path: Path, locale: str, said: str) -> None:
    """The note speaks the room's language."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage, quiet_hours="", locale=locale)
        await post_liked_message(stage)
        await stage.forward(minutes=11)
        for user in ("@n1", "@n2"):
            await stage.react(user, stage.last(NET), "🎉")
        await stage.say("@n1", "Bravo", NET, reply_to=stage.last(NET).id)
        await stage.forward(minutes=1)
        assert said in stage.transcript()
