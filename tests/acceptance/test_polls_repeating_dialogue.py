"""Polls that come again by a rule: the next one waits with a number of its own, and deleting it stops them."""

from pathlib import Path

import pytest
from sqlmodel import select

from bots.ports import Capabilities
from storage.tables import Poll
from tests.acceptance.slash_commands import SLASH_COMMANDS, run_command
from tests.stage import PLAIN, RICH, Stage, staged

BOTH = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
COOKS = '!poll "Who cooks?" Anna, Ben repeat="every friday 9:00"'


async def vote(stage: Stage, user: str, sign: str, what: str) -> None:
    """Vote by a press or by a reaction."""
    await (stage.press if stage.capabilities.buttons else stage.react)(user, stage.sees(what), sign)
    await stage.forward(seconds=5)


@BOTH
async def test_it_comes_again_until_it_is_stopped(tmp_path: Path, capabilities: Capabilities) -> None:
    """Each poll begins without votes and closes by the next one, in the room's clock; the list names what waits."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(quiet_hours="")
        await stage.say("@carla", COOKS)
        assert "Comes again: every Friday, 09:00." in stage.last().text
        await stage.press("@carla", stage.last(), "✅")
        stage.sees("It comes again on Friday, 27 November 2026 at 09:00 .*, as poll 2")
        assert "Open until Friday, 27 November 2026 at 09:00" in stage.sees("Poll 1 · nobody").text
        await vote(stage, "@anna", "1️⃣", "Poll 1 ·")
        await stage.say("@carla", "!poll list")
        assert "2: Who cooks? – opens on Friday, 27 November" in stage.last().text
        await stage.forward(days=2)
        stage.sees("Poll 1: Who cooks\\? The answer is: Anna")
        assert "Open until Friday, 4 December 2026 at 09:00" in stage.sees("Poll 2 · nobody has voted yet").text
        await stage.restart()
        await stage.forward(days=7)
        stage.sees("Poll 2: Who cooks\\? Nobody voted")
        stage.sees("Poll 3 · nobody has voted yet")
        await stage.say("@carla", "!poll delete 4")
        await stage.say("@carla", "yes")
        await stage.forward(days=21)
        stage.sees("Poll 3: Who cooks\\?")
        async with stage.database.reading() as uow:
            assert await uow.get(Poll, 5) is None


@BOTH
async def test_a_start_and_a_length(tmp_path: Path, capabilities: Capabilities) -> None:
    """With a length each poll lasts as long; what people added stays in the poll where they did; French works too."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(locale="fr", quiet_hours="")
        ask = '!poll liste ouverte "Quel repas ?" Soupe, Tarte répétition="tous les jours à 18h" clôture=2h'
        await stage.say("@carla", ask)
        assert "Revient" in stage.last().text
        await stage.press("@carla", stage.last(), "✅")
        await stage.say("@ben", "!poll ajouter 1 Riz")
        await stage.forward(hours=9)
        card = stage.sees("Sondage 2 ·").text
        assert "Riz" not in card
        assert "20:00" in card
        stage.sees("Riz")


async def test_what_cannot_come_again(tmp_path: Path) -> None:
    """Dates, a rule that is none, and an end of the rule are understood; asking again makes no second row of polls."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(quiet_hours="")
        await stage.say("@carla", f'{COOKS[:-12]} sometimes"')
        assert "how often does the poll come" in stage.last().text
        await stage.say("@carla", '!poll dates "When?" sat 5 dec 15:00 / sun 6 dec repeat="every friday 9:00"')
        assert "can’t come again by itself" in stage.last().text
        await stage.say("@carla", '!poll "Who cooks?" Anna, Ben repeat="every day 18:00 until 26 november"')
        await stage.press("@carla", stage.last(), "✅")
        await stage.say("@carla", "!poll again 1")
        assert "Comes again" not in stage.last().text
        await stage.forward(days=4)
        stage.sees("Poll 3 · ")
        async with stage.database.reading() as uow:
            assert await uow.get(Poll, 4) is None


@pytest.mark.parametrize("locale", ["en", "fr"])
@BOTH
async def test_it_stops_when_nobody_votes(tmp_path: Path, capabilities: Capabilities, locale: str) -> None:
    """After three polls in a row without a vote no other comes, the connectors hear of it, and can start it again."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(locale=locale, quiet_hours="")
        await stage.say("@carla", '!poll "Who cooks?" Anna, Ben repeat="every friday 9:00"')
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(days=2)
        await vote(stage, "@anna", "1️⃣", "(Poll|Sondage) 2 ·")
        await stage.forward(days=21)
        said = {
            "en": "carla: poll 5 \\(Who cooks\\?\\): nobody voted 3 times",
            "fr": "carla.: sondage 5 .*3 fois de suite",
        }
        stage.never_saw("no longer ask|ne demande plus")
        await stage.restart()
        await stage.forward(days=7)
        stage.sees(said[locale])
        await stage.forward(days=60)
        assert len(stage.matching(lambda message: "3 times" in message.text or "3 fois" in message.text)) == 1
        await stage.say("@carla", "!poll list")
        assert "Who cooks" not in stage.last().text
        await stage.say("@carla", "!poll again 5")
        assert {"en": "Comes again: every Friday", "fr": "Revient"}[locale] in stage.last().text
        await stage.press("@carla", stage.last(), "✅")
        stage.sees({"en": "as poll 8", "fr": "sondage 8"}[locale])


async def test_it_stops_in_a_network(tmp_path: Path) -> None:
    """In a network's room its coordinators are told, after the quiet hours."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network(locale="de")
        await stage.say("@nora", '!poll "Wer?" Anna, Ben repeat="every day 23:00"', room="#network")
        await stage.press("@nora", stage.last("#network"), "✅")
        await stage.forward(days=5)
        told = stage.sees("nora: Umfrage 3 .*niemand abgestimmt", "#network")
        assert told.text


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=0", "FREQ=SECONDLY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", ""])
async def test_nobody_types_a_rule_of_ours(tmp_path: Path, rule: str) -> None:
    """A rule in the form in which drafts keep it is no rule that people type: one without end would hang the bot."""
    packed = f'{{"rule":"{rule}","start":"2026-11-27T10:00","zone":"Europe/Paris"}}'
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        for name in ("repeat", "repeats"):
            await stage.say("@carla", f'!poll "Tea?" Green, Black {name}=«{packed}»')
            await run_command(stage, "@carla", "poll", question="Tea?", options="Green, Black", **{name: packed})
        assert "0 days" not in stage.transcript()
        assert stage.transcript().count("how often does the poll come?") >= 2
        async with stage.database.reading() as uow:
            assert not [poll for poll in await uow.all(select(Poll)) if "rule" in poll.settings]


async def test_rule_of_a_draft_survives_new_words(tmp_path: Path) -> None:
    """Who types a draft anew keeps how often it comes."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", COOKS)
        await stage.press("@carla", stage.last(), "✏️")
        await stage.say("@carla", "Who bakes? Anna, Zoé")
        assert "Who bakes?" in stage.last().text and "Comes again: every Friday, 09:00." in stage.last().text


@BOTH
async def test_the_next_round_follows_an_edit(tmp_path: Path, capabilities: Capabilities) -> None:
    """What changes in the open poll changes in the one that waits, but not what somebody changed there before."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(quiet_hours="")
        await stage.say("@carla", COOKS)
        await stage.press("@carla", stage.last(), "✅")
        await stage.say("@carla", "!poll edit 1 quorum=2 options=Anna, Ben, Zoé")
        stage.sees("Poll 1 is changed, and so is poll 2, which follows it")
        await stage.say("@carla", '!poll edit 2 question="Who cooks soup?" close=3h')
        stage.sees("Poll 2 is changed")
        await stage.say("@carla", '!poll edit 1 question="Who cooked?" hidden=yes')
        await stage.forward(days=2)
        card = stage.sees("Poll 2 · ").text
        assert "Who cooks soup?" in card and "Zoé" in card and "Counts if 2 people vote" in card
        assert "Open until Friday, 27 November 2026 at 12:00" in card
        await stage.forward(days=7)
        card = stage.sees("Poll 3 · ").text
        assert "Who cooks soup?" in card and "4 December 2026 at 12:00" in card
        assert "The figures come at the close" in card


async def test_a_round_corrected_after_votes(tmp_path: Path) -> None:
    """After the first vote typos are mended in the open poll and in the next one; other words only in the next one."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(quiet_hours="")
        await stage.say("@carla", COOKS.replace("cooks", "coks"))
        await stage.press("@carla", stage.last(), "✅")
        await vote(stage, "@anna", "1️⃣", "Poll 1 ·")
        await stage.say("@carla", '!poll edit 1 question="Who cooks?"')
        stage.sees("and so is poll 2")
        await stage.say("@carla", "!poll edit 1 options=Cleo, Dev")
        stage.never_saw("Cleo")
        await stage.say("@carla", "!poll edit 2 options=Cleo, Dev")
        await stage.forward(days=2)
        card = stage.sees("Poll 2 · nobody").text
        assert "Who cooks?" in card and "Cleo" in card and "Anna" not in card
