"""Tests for the author's consent where a community asks: without a press of theirs nothing leaves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.tables import ConsentStyle
from tests.acceptance.highlight_steps import NET, like, post_liked_message
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture(params=[PLAIN, RICH], ids=["reactions", "buttons"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a community that asks its authors."""
    async with staged(tmp_path, request.param) as made:
        network = await made.network()
        await made.community(network=network.id, quiet_hours="", consent=ConsentStyle.ASK)
        await made.say("@carla", "!relay on")
        assert "Without a yes nothing leaves this room" in made.last().text
        yield made


async def answer(stage: Stage, user: str, emoji: str) -> None:
    """Press a button of the question, or react with its sign."""
    question = stage.sees("40 trees")
    if stage.capabilities.buttons:
        await stage.press(user, question, emoji)
    else:
        await stage.react(user, question, emoji)


async def test_nothing_leaves_without_an_answer(stage: Stage) -> None:
    """The author is asked; when three days pass without an answer, the message stays and the question forgets it."""
    await post_liked_message(stage)
    assert "3 people liked your message. May I share it with Les Passeurs?" in stage.sees("40 trees").text
    await stage.forward(days=4)
    stage.never_saw("40 trees", NET)
    stage.never_saw("May I share it")


async def test_yes_without_a_name(stage: Stage) -> None:
    """After a yes and the hold-back the network shows it without a name; the next message is asked about again."""
    await post_liked_message(stage)
    await answer(stage, "@anna", "🙂")
    await stage.forward(minutes=9)
    stage.never_saw("40 trees", NET)
    await stage.forward(minutes=2)
    assert "Someone in Lyon" in stage.last(NET).text
    await post_liked_message(stage, "Another 40 trees")
    assert "May I share it" in stage.sees("Another 40 trees").text


async def test_yes_with_a_name(stage: Stage) -> None:
    """The name is shown if the author says so."""
    await post_liked_message(stage)
    await answer(stage, "@anna", "🙋")
    await stage.forward(minutes=11)
    assert "Lyon · anna" in stage.last(NET).text


async def test_others_cannot_answer(stage: Stage) -> None:
    """Nobody else's press is a yes, not even a connector's."""
    await post_liked_message(stage)
    for user in ("@b", "@carla"):
        await answer(stage, user, "🙂")
        await answer(stage, user, "🙋")
    await stage.forward(minutes=11)
    assert stage.shown(NET) == []
    assert "May I share it" in stage.sees("40 trees").text


async def test_not_this_one(stage: Stage) -> None:
    """After a no the message stays and nobody is asked about it again; the next one is asked about."""
    message = await post_liked_message(stage)
    await answer(stage, "@anna", "🚫")
    await like(stage, message, "@e", "@f")
    await stage.forward(minutes=11)
    stage.never_saw("40 trees", NET)
    await post_liked_message(stage, "Another 40 trees")
    assert "May I share it" in stage.sees("Another 40 trees").text


async def test_never_takes_back_what_was_shared(stage: Stage) -> None:
    """After “never mine” nothing of theirs leaves this community, and what was shown from it goes."""
    await post_liked_message(stage)
    await answer(stage, "@anna", "🙂")
    await stage.forward(minutes=11)
    await post_liked_message(stage, "Another 40 trees")
    await answer(stage, "@anna", "🔕")
    await post_liked_message(stage, "A third 40 trees")
    await stage.forward(minutes=11)
    assert stage.shown(NET) == []


async def test_lasting_answer(stage: Stage) -> None:
    """“Always like this” makes one answer the answer for all that they post here; nobody asks them again."""
    await post_liked_message(stage)
    await answer(stage, "@anna", "🙋")
    await stage.forward(seconds=5)
    await answer(stage, "@anna", "🔁")
    await stage.forward(minutes=11)
    await post_liked_message(stage, "Another 40 trees")
    assert "will be shared with Les Passeurs in 10 minutes" in stage.sees("Another 40 trees").text
    await stage.forward(minutes=11)
    assert "Lyon · anna" in stage.sees("Another 40 trees", NET).text


async def test_answer_for_everywhere_replaces_those_for_one_community(stage: Stage) -> None:
    """`me relay ask` undoes a lasting answer: the next message is asked about."""
    await post_liked_message(stage)
    await answer(stage, "@anna", "🔕")
    await stage.say("@anna", "!me relay ask")
    assert "I ask you each time" in stage.last().text
    await post_liked_message(stage, "Another 40 trees")
    assert "May I share it" in stage.sees("Another 40 trees").text


async def test_edit_changes_the_question(stage: Stage) -> None:
    """An edited message is asked about with its new words, and only these leave."""
    message = await post_liked_message(stage)
    stage.platform.edit(message, "We planted 41 trees!")
    await stage.forward(seconds=5)
    assert "41 trees" in stage.sees("May I share it").text
    if stage.capabilities.buttons:
        await stage.press("@anna", stage.sees("May I share it"), "🙂")
    else:
        await stage.react("@anna", stage.sees("May I share it"), "🙂")
    await stage.forward(minutes=11)
    assert "41 trees" in stage.last(NET).text
    stage.never_saw("40 trees", NET)


async def test_community_can_give_notice_instead(stage: Stage) -> None:
    """With `config consent notice` the hold-back runs at once, and the terms say so."""
    await stage.say("@carla", "!config consent notice")
    assert "consent is now: notice" in stage.last().text
    await stage.say("@carla", "!relay on")
    assert "I announce it here first" in stage.last().text
    await post_liked_message(stage)
    await stage.forward(minutes=11)
    assert "40 trees" in stage.last(NET).text


@pytest.mark.parametrize("yes", ["🙂", "🙋"])
async def test_yes_is_taken_back_with_its_reaction(tmp_path: Path, yes: str) -> None:
    """An author who takes back the reaction that was their yes is asked again, and nothing leaves."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id, quiet_hours="", consent=ConsentStyle.ASK)
        await stage.say("@carla", "!relay on")
        await post_liked_message(stage)
        await stage.react("@anna", stage.sees("40 trees"), yes)
        await stage.forward(minutes=5)
        await stage.unreact("@anna", stage.sees("40 trees"), yes)
        await stage.forward(minutes=30)
        assert stage.shown(NET) == []
        assert "May I share it" in stage.sees("40 trees").text
        await stage.react("@anna", stage.sees("40 trees"), yes)
        await stage.forward(minutes=11)
        assert "40 trees" in stage.last(NET).text


async def test_nomination_while_the_author_is_asked(stage: Stage) -> None:
    """A connector who nominates a message that waits for its author, or the question itself, hears just that."""
    original = await post_liked_message(stage)
    for message in (original, stage.sees("40 trees").id):
        await stage.say("@carla", "!highlight", reply_to=message)
        assert "I’ve already asked the author" in stage.last().text
    assert "May I share it" in stage.sees("40 trees").text


async def test_status_says_that_authors_are_asked(stage: Stage) -> None:
    """Where authors are asked, the status of relaying says so; where sharing is announced, it does not."""
    await stage.say("@carla", "!relay status")
    assert "from 3 reactions, if the author says yes, after 10 minutes of notice" in stage.last().text
    await stage.say("@carla", "!config consent notice")
    await stage.say("@carla", "!relay status")
    assert "from 3 reactions, after 10 minutes of notice" in stage.last().text


async def test_welcome_says_that_authors_are_asked(stage: Stage) -> None:
    """Newcomers read that nothing of theirs leaves without a yes, not that it may be shown."""
    await stage.join("@lou")
    await stage.forward(minutes=1)
    assert "Without your yes it stays here" in stage.sees("Welcome lou").text
    stage.never_saw("may be shown there, without your name")


async def test_nobody_is_asked_while_no_network_takes_anything(stage: Stage) -> None:
    """While the network takes nothing, liked messages ask nobody, and a nomination is answered."""
    await stage.say("@nora", "!network take nothing Lyon", NET)
    message = await post_liked_message(stage)
    await stage.say("@carla", "!highlight", reply_to=message)
    assert "No network shows messages from here at the moment" in stage.last().text
    stage.never_saw("May I share it")
    await stage.say("@nora", "!network take everything Lyon", NET)
    await stage.say("@carla", "!highlight", reply_to=message)
    assert "May I share it with Les Passeurs?" in stage.sees("40 trees").text
