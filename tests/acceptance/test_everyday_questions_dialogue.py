"""Questions in everyday words, to the bot or below a card: when, where, who comes, how to vote."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.testing import BOT
from tests.acceptance.event_steps import announce_event, plain_text, rsvp, set_up_event
from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import Stage, staged

CHOIR = "!event Choir saturday 6pm at the church"


async def _ask(stage: Stage, said: str) -> str:
    before = len(stage.shown())
    await stage.say("@anna", f"@glocal {said}", mentions=(BOT,))
    assert len(stage.shown()) == before + 1
    return plain_text(stage.last())


@pytest.mark.parametrize(
    ("locale", "said", "shown"),
    [
        ("en", "when is the next event?", "Friday, 27 November 2026 at 19:00"), ("en", "where is it?", "the garden"),
        ("en", "who's coming?", "1 coming: mia"), ("fr", "c'est quand ?", "vendredi 27 novembre 2026"),
        ("fr", "c'est où ?", "the garden"), ("fr", "qui vient ?", "mia"), ("de", "wann ist das?", "27. November 2026"),
        ("de", "wo treffen wir uns", "the garden"), ("de", "wer kommt?", "mia"),
        ("es", "¿cuándo es?", "27 de noviembre"), ("es", "¿dónde quedamos?", "the garden"),
        ("es", "¿quién viene?", "mia"),
    ],
)  # fmt: skip
async def test_next_event_is_told_in_the_rooms_language(tmp_path: Path, locale: str, said: str, shown: str) -> None:
    """Somebody who asks the bot when, where or who learns it of the next event, in each language."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage, locale=locale)
        await rsvp(stage, card, mia="✅")
        assert shown in await _ask(stage, said)


async def test_the_event_that_is_named_is_told(tmp_path: Path) -> None:
    """A title or a day in the question chooses the event; without one, the next ones are listed."""
    async with staged(tmp_path) as stage:
        await set_up_event(stage)
        await announce_event(stage, CHOIR)
        both = await _ask(stage, "what's on?")
        assert "Potluck" in both and "Choir" in both and "the church" in both
        for said in ("when is the choir?", "what's on this weekend?", "anything on saturday?"):
            answer = await _ask(stage, said)
            assert answer.startswith("Choir") and "Potluck" not in answer
        none_then = await _ask(stage, "anything on sunday?")
        assert none_then.startswith("Nothing is planned then. What’s next:\nPotluck")
        assert "reply to it with “coming”" in await _ask(stage, "how do I sign up?")


async def test_nothing_planned_is_said(tmp_path: Path) -> None:
    """Without an event or a poll the bot says that there is none."""
    async with staged(tmp_path) as stage:
        await stage.community()
        assert await _ask(stage, "when is the next event?") == "Nothing is planned at the moment."
        assert "No poll is open" in await _ask(stage, "how do I vote?")


@pytest.mark.parametrize(
    ("locale", "said", "shown"),
    [
        ("en", "how do I vote?", "To vote, press an option"), ("fr", "comment on vote ?", "Pour voter, touchez"),
        ("de", "wie stimme ich ab?", "Zum Abstimmen"), ("es", "¿cómo se vota?", "Para votar"),
    ],
)  # fmt: skip
async def test_open_polls_are_told_with_how_to_vote(tmp_path: Path, locale: str, said: str, shown: str) -> None:
    """Somebody who asks how to vote reads the open polls and what to do."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        answer = await _ask(stage, said)
        assert "1: Tea?" in answer or "1 : Tea?" in answer
        assert shown in answer


async def test_a_question_below_a_card_is_about_that_event(tmp_path: Path) -> None:
    """A question that replies to an event's card is answered without a mention; thanks and other talk are not."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage)
        choir = await announce_event(stage, CHOIR)
        before = len(stage.shown())
        await stage.say("@anna", "what time?", reply_to=choir.id)
        assert plain_text(stage.last()).startswith("Choir\n📅 Saturday, 28 November 2026 at 18:00")
        await stage.say("@anna", "who is coming?", reply_to=card.id)
        assert "No one has answered yet." in stage.last().text
        assert len(stage.shown()) == before + 2
        for said in ("thanks!", "lovely"):
            await stage.say("@anna", said, reply_to=card.id)
        for said in ("when is the next event?", "who is coming?", "c'est quand ?"):
            await stage.say("@anna", said)
        assert len(stage.shown()) == before + 2


async def test_cancelled_event_is_told_as_cancelled(tmp_path: Path) -> None:
    """A question below the card of a cancelled event hears that it is cancelled."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage)
        await stage.say("@carla", "!event cancel 1")
        await stage.say("@anna", "what time?", reply_to=card.id)
        assert "is cancelled" in stage.last().text


async def test_private_questions_are_about_the_own_community(tmp_path: Path) -> None:
    """In private a member learns what is next in their community, in their own language; a stranger learns nothing."""
    async with staged(tmp_path) as stage:
        await stage.community(question="What brings you here?")
        await announce_event(stage)
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "I like soup", room="direct-@zoe")
        await stage.say("@zoe", "!me language de", room="direct-@zoe")
        await stage.say("@carla", "Hello Zoe!")
        await stage.say("@zoe", "wann ist das nächste Treffen?", room="direct-@zoe")
        assert "Freitag, 27. November 2026" in plain_text(stage.last("direct-@zoe"))
        await stage.say("@zoe", "¿cómo se vota?", room="direct-@zoe")
        assert "läuft keine Umfrage" in plain_text(stage.last("direct-@zoe"))
        stage.platform.invite_bot("dm", "@stranger", direct=True)
        await stage.settle()
        await stage.say("@stranger", "when is the next event?", "dm")
        assert "I didn’t understand" in plain_text(stage.last("dm"))


async def test_a_newcomer_who_answers_with_a_question_is_answered(tmp_path: Path) -> None:
    """A newcomer's question in private counts as their answer to ours, and is answered too."""
    async with staged(tmp_path) as stage:
        await stage.community(question="What brings you here?")
        await announce_event(stage)
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "When is the next event?", room="direct-@zoe")
        assert "Potluck" in plain_text(stage.last("direct-@zoe"))
        assert "> When is the next event?" in stage.sees("is new here and says").text


async def test_what_is_not_understood_is_answered_with_examples(tmp_path: Path) -> None:
    """Whoever says something else to the bot reads what they may ask."""
    async with staged(tmp_path) as stage:
        await stage.community()
        assert "“when’s the next event?”" in await _ask(stage, "what is the meaning of life?")


async def test_a_reply_to_a_reminder_or_an_answer_is_about_its_event(tmp_path: Path) -> None:
    """Below a reminder, news of a move, or an answer of the bot's, questions and replies are about that event."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage)
        await announce_event(stage, CHOIR)
        await rsvp(stage, card, mia="✅")
        await stage.until(datetime(2026, 11, 27, 17, 30, tzinfo=UTC))
        reminder = stage.sees("begins in 1 hour")
        await stage.say("@anna", "where?", reply_to=reminder.id)
        told = stage.last()
        assert plain_text(told).endswith("📍 the garden")
        await stage.say("@mia", "can't make it", reply_to=reminder.id)
        assert "You can’t make “Potluck”" in stage.last().text
        await stage.say("@mia", "!rsvp yes", reply_to=told.id)
        assert "You’re going to “Potluck”" in stage.last().text
        await stage.say("@carla", "!event move 1 saturday 8pm")
        await stage.say("@carla", "yes")
        await stage.say("@mia", "who's coming?", reply_to=stage.sees("Potluck has moved").id)
        assert "1 coming: mia" in stage.last().text
        before = len(stage.shown())
        await stage.say("@mia", "thanks", reply_to=stage.last().id)
        assert len(stage.shown()) == before
