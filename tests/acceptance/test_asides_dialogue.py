"""What is plainly no answer to an open question of ours: it is heard as what it is, and the question stays open."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select, update

from bots.testing import BOT
from storage.tables import DeadLetter, Dialog
from tests.acceptance.event_steps import plain_text, rsvp, set_up_event
from tests.stage import Stage, staged

CHOIR = "!event Choir saturday 6pm at the church"


async def _say(stage: Stage, said: str) -> str:
    """Say something as the connector; return what the bot says to it."""
    before = len(stage.shown())
    await stage.say("@carla", said, mentions=(BOT,) if "@glocal" in said else ())
    return "\n".join(plain_text(message) for message in stage.shown()[before:])


@pytest.mark.parametrize(
    ("locale", "asked", "absent"),
    [
        ("en", "when's the next event?", "can't make friday"),
        ("fr", "c'est quand le prochain ?", "je peux pas vendredi"),
        ("de", "wann ist das nächste treffen?", "freitag kann ich nicht"),
        ("es", "¿cuándo es lo próximo?", "el viernes no puedo"),
    ],
)
async def test_question_stays_open_below_an_aside(tmp_path: Path, locale: str, asked: str, absent: str) -> None:
    """A question to the bot and an absence are heard while we ask which event, and the answer still counts."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage, locale=locale)
        await _say(stage, CHOIR)
        await _say(stage, {"en": "yes", "fr": "oui", "de": "ja", "es": "sí"}[locale])
        await rsvp(stage, card, carla="✅")
        which = await _say(stage, "!event cancel")
        assert "Potluck" in which and "Choir" in which
        told = await _say(stage, f"@glocal {asked}")
        assert "the church" in told or "the garden" in told
        assert "Potluck" in await _say(stage, absent)
        assert "Choir" in await _say(stage, "@glocal 2")


async def test_time_of_an_event_is_still_awaited_below_an_aside(tmp_path: Path) -> None:
    """While we ask at what time, a question, a call for help and a command without its sign are no times."""
    async with staged(tmp_path) as stage:
        await set_up_event(stage)
        assert "At what time" in await _say(stage, "!event Picnic saturday")
        assert "the garden" in await _say(stage, "@glocal where is it?")
        assert "!event list" in await _say(stage, "@glocal help")
        assert "!poll list" in await _say(stage, "@glocal poll list")
        assert "Picnic" in await _say(stage, "@glocal 3pm")


async def test_preview_waits_below_a_question(tmp_path: Path) -> None:
    """A question to the bot is answered without a word about the event that waits, and a yes still announces it."""
    async with staged(tmp_path) as stage:
        await set_up_event(stage)
        await _say(stage, CHOIR)
        told = await _say(stage, "@glocal when is the next event?")
        assert "Potluck" in told and "waiting" not in told
        assert "Event 2: Choir" in await _say(stage, "@glocal yes")


async def test_words_for_a_poll_may_be_a_question(tmp_path: Path) -> None:
    """Where we ask for text, a question to the bot is that text."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await _say(stage, "!poll")
        await _say(stage, "@glocal where shall we meet?")
        await _say(stage, "park / café")
        assert "where shall we meet?" in "\n".join(plain_text(message) for message in stage.shown())


async def test_question_of_an_older_version_ends(tmp_path: Path) -> None:
    """A question of a command that an upgrade took away is over: the next message is an ordinary one."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll")
        async with stage.database.transaction() as uow:
            await uow.execute(update(Dialog).values(subject="ballot open"))
        await stage.say("@carla", "Where do we meet?")
        async with stage.database.reading() as uow:
            assert not await uow.all(select(Dialog))
            assert not await uow.all(select(DeadLetter))


@pytest.mark.parametrize(
    ("locale", "line", "talk", "choice", "told"),
    [
        ("en", "!me relay", "There is a flea market in the yard this Saturday!", "named", "I show your name"),
        ("fr", "!moi relais", "Ce samedi il y a un marché aux puces dans la cour !", "nommé", "portent votre nom"),
    ],
)
async def test_talk_is_no_choice(tmp_path: Path, locale: str, line: str, talk: str, choice: str, told: str) -> None:
    """A sentence to the others chooses nothing and is not refused; one that has a choice in it is, and so is a word."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        await stage.say("@ben", line)
        asked = stage.last().id
        await stage.say("@ben", talk)
        assert stage.last().id == asked
        await stage.say("@ben", f"{talk} {choice}")
        assert stage.last().id != asked and told not in stage.last().text
        await stage.say("@ben", choice)
        assert told in stage.last().text
