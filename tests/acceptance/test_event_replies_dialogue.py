"""Dialogues about replies to invitations in people's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bots.ports import Capabilities
from storage.tables import Member
from tests.acceptance.event_steps import announce_event, set_up_event
from tests.stage import PLAIN, RICH, staged

LINE = "!event Potluck friday 7pm at the garden"
BOTH_WAYS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])


@BOTH_WAYS
@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Coming!", "✅ 1 coming: anna"), ("+1", "✅ 1 coming: anna"), ("yes", "✅ 1 coming: anna"),
        ("je viens", "✅ 1 coming: anna"), ("Ich komme", "✅ 1 coming: anna"), ("voy", "✅ 1 coming: anna"),
        ("J’y serai", "✅ 1 coming: anna"), ("can't make it", "❌ 1 can’t"), ("Je ne peux pas", "❌ 1 can’t"),
        ("kann leider nicht", "❌ 1 can’t"), ("no puedo ir", "❌ 1 can’t"), ("maybe", "🤔 1 maybe: anna"),
        ("I can’t make it anymore", "❌ 1 can’t"), ("je ne peux plus venir", "❌ 1 can’t"),
        ("ich kann doch nicht", "❌ 1 can’t"), ("al final no puedo", "❌ 1 can’t"),
        ("peut-être", "🤔 1 maybe: anna"), ("👍", "✅ 1 coming: anna"),
    ],
)  # fmt: skip
async def test_reply_to_the_card(tmp_path: Path, capabilities: Capabilities, words: str, shown: str) -> None:
    """A reply to the card in one's own words, in any language, is an answer, and is confirmed."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, LINE)
        await stage.forward(days=1)
        await stage.say("@anna", words, reply_to=card.id)
        await stage.forward(seconds=5)
        assert shown in card.text
        assert "“Potluck”" in stage.last().text


async def test_words_right_below_the_card(tmp_path: Path) -> None:
    """Clear words shortly after an announcement answer it; a bare yes does not, nor do words later or elsewhere."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@anna", "I'm in")
        await stage.say("@ben", "yes")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
        await stage.forward(minutes=11)
        number = len(stage.shown())
        await stage.say("@dave", "coming")
        await stage.forward(seconds=5)
        assert "dave" not in card.text
        assert len(stage.shown()) == number


@BOTH_WAYS
@pytest.mark.parametrize("words", ["can't come anymore", "je ne peux plus venir", "ich kann doch nicht", "ya no puedo"])
async def test_who_said_yes_and_cannot_come_is_asked(tmp_path: Path, capabilities: Capabilities, words: str) -> None:
    """Days later, somebody who said yes can type that they can't: the bot asks whether that event is meant."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@anna", "yes", reply_to=card.id)
        await stage.forward(days=1)
        await stage.say("@anna", words)
        assert "“Potluck” (Friday" in stage.last().text
        await stage.say("@anna", "no")
        await stage.forward(seconds=5)
        assert "❌ 1 can’t" in card.text


async def test_who_did_not_say_yes_is_not_asked(tmp_path: Path) -> None:
    """The same words of somebody who comes to nothing are an ordinary message."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage, LINE)
        await stage.forward(days=1)
        number = len(stage.shown())
        await stage.say("@ben", "can't come anymore")
        assert len(stage.shown()) == number


async def test_two_new_events_need_a_reply(tmp_path: Path) -> None:
    """Words below two new cards could mean either, so only a reply counts."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage, LINE)
        card = await announce_event(stage, "!event Quiz saturday 7pm")
        await stage.say("@anna", "coming")
        await stage.forward(seconds=5)
        assert "anna" not in card.text
        await stage.say("@anna", "coming", reply_to=card.id)
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text


@BOTH_WAYS
async def test_doubtful_words_are_asked_back(tmp_path: Path, capabilities: Capabilities) -> None:
    """Words that say more are a question; the next message answers it, or is an ordinary one."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@anna", "coming, but is there parking?", reply_to=card.id)
        assert "Are you coming to “Potluck”?" in stage.last().text
        await stage.say("@anna", "yes")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
        await stage.say("@ben", "I wish I could say i'm in", reply_to=card.id)
        assert "Are you coming" in stage.last().text
        number = len(stage.shown())
        await stage.say("@ben", "What a day")
        await stage.say("@ben", "yes")
        await stage.forward(seconds=5)
        assert "ben" not in card.text
        assert len(stage.shown()) == number


async def test_plus_one_where_guests_may_come(tmp_path: Path) -> None:
    """ "+1" means coming; where guests may come it is asked whether somebody brings one."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, f"{LINE} guests=2")
        await stage.say("@anna", "+1", reply_to=card.id)
        assert "just you, or you and 1 guest?" in stage.last().text
        await stage.say("@anna", "me")
        await stage.say("@ben", "+1", reply_to=card.id)
        await stage.say("@ben", "+1")
        await stage.say("@dave", "coming +2", reply_to=card.id)
        await stage.forward(seconds=5)
        assert "✅ 6 coming: anna, ben +1, dave +2" in card.text


async def test_full_event_answers_words_with_the_line(tmp_path: Path) -> None:
    """Somebody who writes that they come to a full event is told their position on the waiting list."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, f"{LINE} places=1")
        await stage.say("@anna", "coming", reply_to=card.id)
        await stage.say("@ben", "coming", reply_to=card.id)
        assert "number 1 on the waiting list" in stage.last().text


async def test_talk_about_other_things_is_left_alone(tmp_path: Path) -> None:
    """Replies to other messages, and replies to the card about other things, get no answer."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        number = len(stage.shown())
        other = await stage.say("@anna", "Who has my ladder?")
        await stage.say("@ben", "yes", reply_to=other)
        await stage.say("@ben", "coming", reply_to=other)
        await stage.say("@ben", "What a lovely garden", reply_to=card.id)
        await stage.say("@ben", "x" * 5000, reply_to=card.id)
        await stage.forward(seconds=5)
        assert "ben" not in card.text
        assert len(stage.shown()) == number


async def test_nobody_is_noticed_where_no_event_is_shown(tmp_path: Path) -> None:
    """Words such as "coming" in a room without an event leave nobody's name behind, also after a restart elsewhere."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        other = await stage.say("@anna", "Shall we?")
        await stage.say("@ben", "coming")
        await stage.say("@ben", "yes", reply_to=other)
        async with stage.database.reading() as uow:
            assert "ben" not in await uow.all(select(Member.name))
        card = await announce_event(stage, LINE)
        await stage.restart()
        await stage.say("@ben", "yes", reply_to=card.id)
        await stage.forward(seconds=5)
        assert "✅ 1 coming: ben" in card.text


@pytest.mark.parametrize(
    ("more", "fewer"),
    [
        ("coming with two friends", "coming alone"), ("je viens avec 2 amis", "je viens seul"),
        ("ich komme mit zwei Freunden", "ich komme allein"), ("voy con 2 amigos", "voy solo"),
    ],
)  # fmt: skip
async def test_guests_in_words(tmp_path: Path, more: str, fewer: str) -> None:
    """People say in words with how many guests they come, or that they come alone after all."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, f"{LINE} guests=2")
        await stage.say("@anna", more)
        await stage.forward(seconds=5)
        assert "✅ 3 coming: anna +2" in card.text
        await stage.say("@anna", fewer)
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
        assert "+2" not in card.text


@BOTH_WAYS
@pytest.mark.parametrize("words", ["I'm coming", "je viens", "bin dabei", "me apunto"])
async def test_a_reply_below_two_new_events_is_asked_about(
    tmp_path: Path, capabilities: Capabilities, words: str
) -> None:
    """Who says that they come, right below two new events, is asked to which; a button or a title answers."""
    async with staged(tmp_path, capabilities) as stage:
        potluck = await set_up_event(stage, LINE)
        quiz = await announce_event(stage, "!event Quiz saturday 8pm at the pub")
        await stage.say("@anna", words)
        if capabilities.buttons:
            await stage.press("@anna", stage.last(), "Quiz")
        else:
            await stage.say("@anna", "quiz")
        assert "anna" in quiz.text and "anna" not in potluck.text


async def test_small_talk_below_two_new_events_is_left_alone(tmp_path: Path) -> None:
    """What may be said to somebody else is not asked about."""
    async with staged(tmp_path) as stage:
        await set_up_event(stage, LINE)
        await announce_event(stage, "!event Quiz saturday 8pm at the pub")
        before = stage.last().id
        for words in ("yes", "ok", "I'm coming over to your place in a minute, wait for me"):
            await stage.say("@anna", words)
        assert stage.last().id == before
