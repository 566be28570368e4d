"""Tests for conversations as highlights: several messages that leave together, if all of their authors agree."""

from pathlib import Path

import pytest
from sqlmodel import select

from bots.ports import Capabilities, Refused
from bots.testing import Shown
from storage.tables import ConsentStyle, Highlight
from tests.acceptance.highlight_steps import NET, create_relaying_community
from tests.stage import PLAIN, RICH, Stage, staged

_KEEPING = Capabilities(buttons=True, toasts=True, fetch=False)
_SAID = (
    ("@anna", "Earlier"), ("@anna", "Who has a ladder?"), ("@ben", "I do, and a saw"), ("@dora", "Nobody asked me"),
    ("@anna", "See you at nine"),
)  # fmt: skip


async def _talk(stage: Stage) -> list[str]:
    """Play a conversation of two people in a community that asks first, and suggest it."""
    await create_relaying_community(stage, consent=ConsentStyle.ASK)
    said = [await stage.say("@anna", "Who has a ladder?"), await stage.say("@ben", "I do, and a saw")]
    said.append(await stage.say("@anna", "See you at nine"))
    await stage.say("@carla", "!highlight conversation", reply_to=said[0])
    return said


async def _agree(stage: Stage) -> None:
    question = stage.sees("one no keeps all of it here")
    await stage.press("@anna", question, "🙋")
    await stage.forward(minutes=20)
    assert stage.shown(NET) == []
    await stage.press("@ben", question, "🙂")
    await stage.forward(minutes=10)


async def test_all_agree(tmp_path: Path) -> None:
    """A conversation leaves once all have agreed, each under the name that they chose."""
    async with staged(tmp_path, _KEEPING) as stage:
        await _talk(stage)
        await _agree(stage)
        text = stage.last(NET).text
        assert "A conversation in Lyon" in text
        assert "Person 2: I do, and a saw" in text
        assert "anna: See you at nine" in text


async def test_one_no_keeps_all(tmp_path: Path) -> None:
    """One no keeps the whole conversation; the others' messages can be suggested again."""
    async with staged(tmp_path, _KEEPING) as stage:
        said = await _talk(stage)
        question = stage.sees("one no keeps all of it here")
        await stage.press("@anna", question, "🙂")
        await stage.press("@ben", question, "🚫")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        await stage.say("@carla", "!highlight", reply_to=said[1])
        stage.sees("taken back and stays here")
        await stage.say("@carla", "!highlight", reply_to=said[0])
        stage.sees("a connector would like to share your message")


async def test_message_follows_its_author(tmp_path: Path) -> None:
    """An edit shows, a withdrawn message vanishes and the rest stays, until fewer than two are left."""
    async with staged(tmp_path, _KEEPING) as stage:
        said = await _talk(stage)
        await _agree(stage)
        copy = stage.last(NET)
        await stage.say("@carla", "!translation fr Qui a une échelle ?", reply_to=said[0])
        stage.sees("Only a message that is shared")
        stage.platform.edit(said[0], "Who has a long ladder?")
        await stage.settle()
        assert "a long ladder" in copy.text
        stage.platform.delete(said[2])
        await stage.forward(minutes=1)
        assert "See you at nine" not in copy.text
        assert "I do, and a saw" in copy.text
        await stage.say("@ben", "!me relay off")
        await stage.settle()
        assert copy.deleted
        assert stage.shown(NET) == []


async def test_last_messages_and_each_once(tmp_path: Path) -> None:
    """The last two messages can be suggested by their number, and each message is in one highlight at most."""
    async with staged(tmp_path, _KEEPING) as stage:
        await create_relaying_community(stage, consent=ConsentStyle.NOTICE)
        for text in ("Not this", "First", "Second"):
            await stage.say("@anna" if text == "First" else "@ben", text)
        await stage.say("@carla", "!highlight last 2")
        await stage.say("@carla", "!highlight last 2")
        stage.sees("each is shared once at most")
        await stage.forward(minutes=10)
        assert "First" in stage.last(NET).text
        assert "Not this" not in stage.last(NET).text
        assert len(stage.shown(NET)) == 1


@pytest.mark.parametrize("capabilities", [RICH, PLAIN])
async def test_history_of_the_platform(tmp_path: Path, capabilities: Capabilities) -> None:
    """Where the platform returns old messages, only those that are meant are read and kept, and their authors asked."""
    async with staged(tmp_path, capabilities) as stage:
        await create_relaying_community(stage, consent=ConsentStyle.ASK)
        await stage.say("@dora", "!me relay off")
        said = [await stage.say(who, text) for who, text in _SAID]
        await stage.say("@carla", "!highlight last 3")
        question = stage.sees("may I share this conversation of 3 messages")
        assert "Nobody asked me" not in question.text
        await _press(stage, "@anna", question, "🙋")
        await _press(stage, "@ben", question, "🙂")
        await stage.forward(minutes=10)
        text = stage.last(NET).text
        assert "anna: Who has a ladder?" in text
        assert "Person 2: I do, and a saw" in text
        assert "See you at nine" in text
        assert "Earlier" not in text
        assert await _kept(stage) == {"Who has a ladder?", "I do, and a saw", "See you at nine"}
        stage.platform.edit(said[1], "Who has a long ladder?")
        await stage.settle()
        assert "long ladder" in stage.last(NET).text


async def test_from_here_on(tmp_path: Path) -> None:
    """A reply takes its message and those that follow; the answer to the question for the number is not among them."""
    async with staged(tmp_path, PLAIN) as stage:
        await create_relaying_community(stage)
        said = [await stage.say(who, text) for who, text in _SAID]
        await stage.say("@carla", "!highlight conversation", reply_to=said[2])
        await stage.forward(minutes=10)
        assert "I do, and a saw" in stage.last(NET).text
        assert "ladder" not in stage.last(NET).text
        await stage.say("@anna", "One more")
        await stage.say("@ben", "And another")
        await stage.say("@carla", "!highlight last")
        await stage.say("@carla", "2")
        await stage.forward(minutes=10)
        assert "One more" in stage.last(NET).text
        assert "And another" in stage.last(NET).text


async def test_history_that_must_stay(tmp_path: Path) -> None:
    """What was said before the community shared stays, and so does what the platform does not show: the bot says so."""
    async with staged(tmp_path, RICH) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        before = await stage.say("@anna", "Just among us")
        await stage.forward(minutes=1)
        await stage.say("@carla", "!highlight conversation", reply_to=before)
        stage.sees("nothing leaves it")
        await stage.say("@carla", "!relay on")
        await stage.say("@carla", "!highlight conversation", reply_to=before)
        stage.sees("I don’t have that message any longer, or its author wants it to stay here")
        await stage.say("@anna", "Only one")
        await stage.say("@carla", "!highlight last 5")
        stage.sees("at least two messages")
        await stage.say("@ben", "And two")
        stage.platform.faults = [Refused("forbidden", right="Read Message History")]
        await stage.say("@carla", "!highlight last 2")
        stage.sees("I can’t read earlier messages here")
        assert await _kept(stage) == set()


async def test_history_asked_before_a_crash(tmp_path: Path) -> None:
    """A question to the platform that was not answered before a restart is asked again, and counts once."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        for who, text in _SAID:
            await stage.say(who, text)
        stage.platform.lost_replies = 1
        await stage.say("@carla", "!highlight last 2")
        await stage.restart()
        await stage.forward(minutes=20)
        assert len(stage.shown(NET)) == 1
        assert "See you at nine" in stage.last(NET).text


async def _press(stage: Stage, who: str, question: Shown, emoji: str) -> None:
    await (stage.press if stage.capabilities.buttons else stage.react)(who, question, emoji)


async def _kept(stage: Stage) -> set[str]:
    """Return the words of single messages that the database holds."""
    async with stage.database.reading() as uow:
        return {one.text for one in await uow.all(select(Highlight)) if one.text and not one.source}


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("fr", ("conversation de 2 messages", "Tout le monde est d’accord", "anna : Qui", "Voix 2 : Moi", "en entier")),
        ("de", ("Gespräch aus 2 Nachrichten", "Alle sind einverstanden", "anna: Wer", "Stimme 2: Ich", "Das ganze")),
        ("es", ("conversación de 2 mensajes", "Todo el mundo está", "anna: ¿Quién", "Voz 2: Yo", "entera")),
    ],
)
@pytest.mark.parametrize("capabilities", [RICH, PLAIN], ids=["rich", "plain"])
async def test_in_other_languages(
    tmp_path: Path, capabilities: Capabilities, locale: str, words: tuple[str, ...]
) -> None:
    """The question, its answers and the copy read alike in each language; a no keeps the whole conversation."""
    said = {"fr": ("Qui a une échelle ?", "Moi"), "de": ("Wer hat eine Leiter?", "Ich")}
    asked, answered = said.get(locale, ("¿Quién tiene una escalera?", "Yo"))
    async with staged(tmp_path, capabilities) as stage:
        network = await stage.network(locale=locale)
        await stage.community(network=network.id, locale=locale, consent=ConsentStyle.ASK)
        await stage.say("@carla", "!relay on")
        for _ in range(2):
            await stage.say("@anna", asked)
            await stage.say("@ben", answered)
            await stage.say("@carla", "!highlight last 2")
            question = stage.sees(words[0])
            if stage.matching(lambda shown: words[2] in plain_spaces(shown.text), NET):
                break
            await _press(stage, "@anna", question, "🙋")
            await _press(stage, "@ben", question, "🙂")
            assert not capabilities.private_answers or words[1] in stage.last().text
            await stage.forward(minutes=20)
            copy = plain_spaces(stage.last(NET).text)
            assert words[2] in copy and words[3] in copy
        await _press(stage, "@ben", question, "🚫")
        assert not capabilities.private_answers or words[4] in stage.last().text
        await stage.forward(minutes=20)
        assert len(stage.shown(NET)) == 1


def plain_spaces(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
