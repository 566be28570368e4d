"""The record: decisions, their consequences, their revocations, and the file with everything."""

import csv
import io
import json
from pathlib import Path

import pytest
from msgspec import structs

from bots.ports import Capabilities
from bots.testing import Shown
from tests.acceptance.slash_commands import run_command
from tests.stage import PLAIN, RICH, Stage, staged

FILES = structs.replace(RICH, upload_bytes=1_000_000)


async def decide(stage: Stage, line: str, sign: str = "1️⃣") -> None:
    """Ask, vote once and close."""
    await stage.say("@carla", line)
    card = next(shown for shown in reversed(stage.shown()) if shown.content and len(shown.content.buttons) > 1)
    await (stage.press if stage.capabilities.buttons else stage.react)("@a", card, sign)
    await stage.say("@carla", "!poll close")
    await stage.forward(hours=1)


def file_of(message: Shown) -> str:
    """Return the content of the message's file."""
    assert message.content is not None
    return message.content.attachments[0].data or ""


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_decisions_are_listed_searched_and_shown(tmp_path: Path, capabilities: Capabilities) -> None:
    """The list has each decision and how many voted; words find a decision, and its number shows everything."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@a", "!decisions")
        assert "Nothing has been decided here yet" in stage.last().text
        await decide(stage, '!poll "Where do we meet?" Garden, Library quorum=1')
        await decide(stage, '!poll consent "We paint the shed"', "🛑")
        await stage.say("@a", "!decisions")
        listed = stage.last().text
        assert "1 · Wednesday, November 25, 2026" in listed or "1 · " in listed
        assert "Where do we meet? → Garden (one voter)" in listed
        assert "We paint the shed → blocked (one voter)" in listed
        assert listed.index("We paint") < listed.index("Where do we meet")
        await stage.say("@a", "!decisions garden")
        assert "We paint" not in stage.last().text and "→ Garden" in stage.last().text
        await stage.say("@a", "!decisions balloon")
        assert "No decision is about “balloon”" in stage.last().text
        await stage.say("@a", "!decisions 1")
        full = stage.last().text
        assert "The answer is: Garden." in full and "Kind: choice." in full
        assert "Counts if one person votes." in full and "closed on" in full


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_outcome_and_revocation(tmp_path: Path, capabilities: Capabilities) -> None:
    """A connector says what came of a decision and until when to object; a later one revokes it, after a yes."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await decide(stage, '!poll "Where do we meet?" Garden, Library')
        result = stage.sees("The answer is: Garden")
        await stage.say("@a", "!poll outcome 1 No")
        assert "connector" in stage.last().text
        await stage.say("@carla", '!poll outcome 1 "We meet in the garden on Mondays" until=7d')
        assert "**" not in stage.last().text and "We meet in the garden on Mondays" in stage.last().text
        await stage.forward(seconds=5)
        assert "Outcome: We meet in the garden on Mondays\nIt can be contested until" in result.text
        await stage.say("@a", "!decisions mondays")
        assert "→ We meet in the garden on Mondays" in stage.last().text
        await decide(stage, '!poll "And in winter?" Library, Hall')
        await stage.say("@carla", "!poll revoke 2 1")
        assert "Only a later decision can revoke poll 2" in stage.last().text
        await stage.say("@carla", "!cancel")
        await stage.say("@carla", "!poll revoke 1 2")
        assert "Does poll 2 (“And in winter?”) revoke poll 1" in stage.last().text
        await stage.say("@carla", "yes")
        await stage.forward(seconds=5)
        assert "Revoked by poll 2 (“And in winter?”)." in result.text
        await stage.say("@a", "!decisions")
        assert "We meet in the garden on Mondays (revoked)" in stage.last().text


async def test_record_follows_late_ballots_and_reopening(tmp_path: Path) -> None:
    """A poll that is opened again has no record; closed again, the record has the new result."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await decide(stage, '!poll "Where?" Garden, Library')
        await stage.say("@carla", "!poll reopen 1")
        await stage.say("@a", "!decisions")
        assert "Nothing has been decided" in stage.last().text
        card = stage.sees("one person has voted")
        await stage.press("@a", card, "2️⃣")
        await stage.say("@carla", "!poll close")
        await stage.say("@a", "!decisions")
        assert "Where? → Library" in stage.last().text


async def test_export_is_private_and_safe(tmp_path: Path) -> None:
    """The connector alone gets the file, as CSV that no spreadsheet takes for formulas, or as JSON."""
    async with staged(tmp_path, FILES) as stage:
        await stage.community()
        await decide(stage, '!poll "=1+1 or two?" "Garden" "=cmd()"', "2️⃣")
        await stage.say("@carla", '!poll outcome 1 "-2 chairs"')
        await stage.say("@a", "!decisions export")
        assert "connector" in stage.last().text
        await run_command(stage, "@carla", "decisions export")
        assert stage.last().private_to == "@carla"
        row = next(csv.DictReader(io.StringIO(file_of(stage.last()))))
        assert (row["question"], row["winners"], row["outcome"]) == ("'=1+1 or two?", "'=cmd()", "'-2 chairs")
        assert (row["votes"], row["voters"], row["verdict"]) == ("0; 1", "1", "won")
        await run_command(stage, "@carla", "decisions export", format="json")
        found = json.loads(file_of(stage.last()))
        assert (found[0]["winners"], found[0]["votes"]) == (["=cmd()"], [0, 1])


async def test_export_goes_to_the_private_chat(tmp_path: Path) -> None:
    """Where answers are public, the file goes to the connector's private chat."""
    async with staged(tmp_path, structs.replace(PLAIN, upload_bytes=1_000_000)) as stage:
        await stage.community()
        await decide(stage, '!poll "Where?" Garden, Library')
        await stage.say("@carla", "!decisions export")
        assert "Where?" in file_of(stage.last("direct-@carla"))


async def test_typed_export_stays_private(tmp_path: Path) -> None:
    """A typed command has no private answer in the room, so the file goes to the connector's private chat there too."""
    async with staged(tmp_path, FILES) as stage:
        await stage.community()
        await decide(stage, '!poll "Where?" Garden, Library')
        await stage.say("@carla", "!decisions export")
        assert "Where?" in file_of(stage.last("direct-@carla"))
        in_room = [shown.content for shown in stage.shown() if shown.room == "#lyon" and shown.content is not None]
        assert not any(content.attachments for content in in_room)


async def test_decisions_in_french(tmp_path: Path) -> None:
    """The record has French words and names."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!sondage "Où ?" Jardin, Parc')
        await stage.react("@a", stage.last(), "1️⃣")
        await stage.say("@carla", "!sondage clore")
        await stage.say("@carla", '!sondage issue 1 "Au jardin" jusque=7j')
        await stage.say("@a", "!décisions")
        assert "→ Au jardin (un votant)" in stage.last().text
        await stage.say("@a", "!décisions jardin")
        assert "Au jardin" in stage.last().text


async def test_deleted_poll_leaves_no_record(tmp_path: Path) -> None:
    """A deleted poll is not in the record."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await decide(stage, '!poll "Where?" Garden, Library')
        await stage.say("@carla", "!poll delete 1")
        await stage.say("@carla", "yes")
        await stage.say("@a", "!decisions")
        assert "Nothing has been decided" in stage.last().text
