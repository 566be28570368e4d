"""Tests for blocklists: what a block stops, how somebody appeals, and how communities share blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import FormSubmitted
from bots.ports import Capabilities
from storage.tables import BlockPolicy, Community
from tests.acceptance.highlight_steps import NET, like
from tests.acceptance.slash_commands import run_command
from tests.stage import PLAIN, RICH, Stage, staged
from tests.stores import query

SPAM = "@spam:example.org"
DIRECT = f"direct-{SPAM}"
BOTH_KINDS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])


async def relaying_lyon(stage: Stage) -> Community:
    """Set up Lyon, which shares with a network."""
    network = await stage.network()
    community = await stage.community(
        network=network.id, quiet_hours="", relaying=True, relaying_since=stage.clock.now()
    )
    await stage.forward(minutes=1)
    await stage.say(SPAM, "Hello")
    return community


@BOTH_KINDS
async def test_a_block_stops_everything_but_the_appeal(tmp_path: Path, capabilities: Capabilities) -> None:
    """A blocked person reads why in private, gets no answer, counts for nothing, and can appeal once."""
    async with staged(tmp_path, capabilities) as stage:
        await relaying_lyon(stage)
        await stage.say("@carla", "!poll Tea? yes no")
        poll = stage.sees("Tea")
        held = await stage.say(SPAM, "Buy my coins")
        await like(stage, held)
        await stage.say("@carla", f"!block {SPAM} for 30 days: advertising")
        assert "is blocked here until" in stage.last().text and "advertising" in stage.last().text
        told = stage.last(DIRECT).text
        assert "The connectors of Lyon have blocked you until" in told and "Their reason: advertising" in told
        await stage.forward(minutes=11)
        stage.never_saw("coins", NET)
        number = len(stage.shown())
        await stage.say(SPAM, "!help")
        await stage.say(SPAM, "!poll results 1")
        if capabilities is RICH:
            await stage.press(SPAM, poll, "1️⃣")
        else:
            await stage.react(SPAM, poll, "1️⃣")
        await like(stage, await stage.say(SPAM, "More coins"))
        await stage.forward(minutes=11)
        stage.never_saw("coins", NET)
        assert query(tmp_path, "SELECT count(*) FROM ballots") == [(0,)]
        liked = await stage.say("@anna", "We planted 40 trees!")
        for user in ("@ben", "@bob", SPAM):
            await stage.react(user, liked, "🎉")
        await stage.forward(minutes=11)
        stage.never_saw("40 trees", NET)
        await stage.say(SPAM, "!appeal")
        assert "Your next message goes to the connectors" in stage.last().text
        await stage.say(SPAM, "It was a joke among friends")
        assert "passed it on to the connectors of Lyon" in stage.last().text
        assert number < len(stage.shown())
        asked = stage.last("direct-@carla")
        assert "appeals: It was a joke among friends" in asked.text
        await stage.say(SPAM, "!appeal please", DIRECT)
        assert "You have appealed already" in stage.last(DIRECT).text
        await stage.react("@carla", asked, "❌") if capabilities is PLAIN else await stage.press(
            "@carla", asked, "Keep it"
        )
        assert "have read your appeal, and the block stays" in stage.last(DIRECT).text
        await stage.forward(days=31)
        await stage.say(SPAM, "!help")
        assert "do here" in stage.last().text


async def test_appeal_is_granted(tmp_path: Path) -> None:
    """A connector lifts a block from the appeal in their private chat; the person is told, and takes part again."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say(SPAM, "Hello")
        await stage.say("@carla", f"!block {SPAM}")
        assert "They gave no reason" in stage.last(DIRECT).text
        await stage.say(SPAM, "!appeal It wasn’t me", DIRECT)
        asked = stage.last("direct-@carla")
        await stage.react(SPAM, asked, "✅")
        assert query(tmp_path, "SELECT state FROM blocks") == [("active",)]
        await stage.react("@carla", asked, "✅")
        assert "has lifted your block" in stage.last(DIRECT).text
        await stage.forward(seconds=5)
        assert "is lifted" in asked.text
        await stage.say(SPAM, "!help")
        assert "help" in stage.last().text


async def test_appeal_in_a_form(tmp_path: Path) -> None:
    """The form of `appeal` is taken from a blocked person, another command's is not."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.join(SPAM)
        await stage.say("@carla", f"!block {SPAM}")
        for form, fields in (("form:config", {"key": "threshold", "value": "9"}), ("form:appeal", {"text": "Sorry"})):
            submitted = FormSubmitted(
                key=form, account="memory", room="#lyon", at=stage.clock.now(), form=form, fields=fields, token="t",
                person=stage.platform.person(SPAM, "#lyon"),
            )  # fmt: skip
            stage.platform.emit(submitted)
            await stage.settle()
        assert "passed it on to the connectors of Lyon" in stage.last().text
        assert "appeals: Sorry" in stage.last("direct-@carla").text


async def test_list_is_private_and_lifts(tmp_path: Path) -> None:
    """The list of blocks says who, why, when and by whom, only to the connector; a button lifts one."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!blocks")
        assert "Nobody is blocked in Lyon" in stage.last().text
        await stage.say("@carla", f"!block {SPAM} spams all day")
        await stage.say("@anna", "!blocks")
        assert "is for connectors" in stage.last().text
        await stage.say("@carla", "!blocks")
        assert "sending you the list in private" in stage.last().text
        listed = stage.last("direct-@carla")
        assert SPAM in listed.text and "by carla" in listed.text and "spams all day" in listed.text
        await stage.react("@carla", listed, "1️⃣")
        assert query(tmp_path, "SELECT state FROM blocks") == [("lifted",)]
        await stage.say("@carla", f"!unblock {SPAM}")
        assert "isn’t blocked here" in stage.last().text


async def test_nobody_is_blocked_by_a_display_name_alone(tmp_path: Path) -> None:
    """A name that two people bear is asked back, with the ids; the answer keeps the length and the reason."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for user in ("@max:a.org", "@max:b.org"):
            await stage.join(user, name="Max")
        await stage.say("@carla", "!block Max for 2 days: too loud")
        assert "Who do you mean by Max" in stage.last().text and "@max:a.org" in stage.last().text
        assert query(tmp_path, "SELECT * FROM blocks") == []
        await stage.react("@carla", stage.last(), "2️⃣")
        assert "is blocked here until" in stage.last().text and "too loud" in stage.last().text
        await stage.say("@carla", "!block @carla")
        assert "You can’t block yourself" in stage.last().text


async def test_reason_behind_a_mention(tmp_path: Path) -> None:
    """A reason needs no sign before it, also after a mention whose name has two words; blocking again changes it."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.join("@ann", name="Ann Lee")
        await stage.say("@carla", "!block @Ann Lee shouts at everybody", mentions=["@ann"])
        assert "shouts at everybody" in stage.last().text
        await stage.say("@carla", "!block @Ann Lee for 2 days: calm down", mentions=["@ann"])
        assert query(tmp_path, "SELECT reason, count(*) FROM blocks GROUP BY reason") == [("calm down", 1)]


async def test_blocked_newcomer_is_not_greeted(tmp_path: Path) -> None:
    """Who is blocked is not welcomed when they come back; somebody else is."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", f"!block {SPAM}")
        await stage.join(SPAM)
        await stage.forward(hours=2)
        stage.never_saw("elcome")
        await stage.join("@ida")
        await stage.forward(hours=2)
        stage.sees("elcome")


async def two_communities(stage: Stage, policy: BlockPolicy) -> None:
    """Set up Lyon, which shares its blocks, and Oslo, which takes them over or is asked."""
    network = await stage.network()
    await stage.community(network=network.id)
    await stage.community(
        "#oslo", name="Oslo", connector="@olav", network=network.id, zone="Europe/Oslo", accepts_blocks=policy
    )
    await stage.say("@carla", "!network blocks share on")
    assert "shared with its networks: yes" in stage.last().text


async def test_shared_block_is_taken_over(tmp_path: Path) -> None:
    """A community that agreed takes a block over, with its origin and reason; lifting it there lifts it here."""
    async with staged(tmp_path) as stage:
        await two_communities(stage, BlockPolicy.ON)
        await stage.say("@carla", f"!block {SPAM}: advertising")
        told = stage.last("direct-@olav")
        assert "is blocked in Oslo, as in Lyon: advertising" in told.text
        number = len(stage.shown("#oslo"))
        await stage.say(SPAM, "!help", "#oslo")
        assert len(stage.shown("#oslo")) == number
        await stage.say("@carla", f"!unblock {SPAM}")
        await stage.say(SPAM, "!help", "#oslo")
        assert len(stage.shown("#oslo")) == number + 1


async def test_shared_block_is_offered(tmp_path: Path) -> None:
    """A community that wants to be asked decides about each block; one that shares nothing offers nothing."""
    async with staged(tmp_path, RICH) as stage:
        await two_communities(stage, BlockPolicy.OFF)
        await stage.say("@olav", "!network blocks accept ask", "#oslo")
        await stage.say(SPAM, "Hello")
        await stage.say(SPAM, "!me")
        await stage.say("@carla", f"!block {SPAM}: advertising")
        offered = stage.last("direct-@olav")
        assert "Lyon, in the same network, has blocked" in offered.text
        await run_command(stage, SPAM, "help", "#oslo")
        assert stage.last("#oslo").private_to == SPAM
        await stage.press("@olav", offered, "Block here too")
        number = len(stage.shown("#oslo"))
        await stage.say(SPAM, "!help", "#oslo")
        assert len(stage.shown("#oslo")) == number
        await stage.say("@carla", "!unlink")
        await stage.say("@carla", "yes")
        await stage.say(SPAM, "!help", "#oslo")
        assert len(stage.shown("#oslo")) == number + 1


async def test_a_block_reaches_many_communities_in_pages(tmp_path: Path) -> None:
    """Each community of a large network takes a block over once, sixteen in each transaction."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id, shares_blocks=True)
        for number in range(40):
            await stage.community(
                f"#c{number}", name=f"Place {number:02}", network=network.id, accepts_blocks=BlockPolicy.ON
            )
        await stage.say("@carla", f"!block {SPAM}")
        assert query(tmp_path, "SELECT count(*) FROM blocks WHERE origin_id = 1 AND state = 'active'") == [(40,)]
        assert query(tmp_path, "SELECT count(DISTINCT community_id) FROM blocks") == [(41,)]


async def test_spam_is_stopped_while_it_is_held_back(tmp_path: Path) -> None:
    """“Spam” on a held message keeps it here, for connectors only; the next press blocks its author."""
    async with staged(tmp_path, RICH) as stage:
        await relaying_lyon(stage)
        await like(stage, await stage.say(SPAM, "Buy my coins"))
        note = stage.sees("coins")
        await stage.press("@anna", note, "Spam")
        assert "is for connectors" in stage.last().text
        await stage.press("@carla", note, "Spam")
        assert "Should" in stage.last().text and "be blocked in Lyon" in stage.last().text
        await stage.press("@carla", stage.last(), "Block")
        assert "is blocked here" in stage.last().text
        await stage.forward(minutes=11)
        stage.never_saw("coins", NET)
        assert "reason: spam" in stage.last(DIRECT).text


@pytest.mark.parametrize(
    ("locale", "block", "told", "appeal", "asked"),
    [
        ("fr", "!bloquer {0} pendant 30 jours : publicité", "Leur motif : publicité", "!appel erreur", "fait appel"),
        ("de", "!sperren {0} für 30 Tage: Werbung", "Der Grund: Werbung", "!einspruch Irrtum", "erhebt Einspruch"),
        ("es", "!bloquear {0} durante 30 días: publicidad", "Su motivo: publicidad", "!apelar error", "apela"),
    ],
)
async def test_blocking_in_other_languages(
    tmp_path: Path, locale: str, block: str, told: str, appeal: str, asked: str
) -> None:
    """Blocking and appealing work in each language."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", block.format(SPAM))
        assert told in stage.last(DIRECT).text.replace("\u202f", " ")
        await stage.say(SPAM, appeal)
        asking = stage.last("direct-@carla")
        assert asked in asking.text
        await stage.react("@carla", asking, "✅")
        await stage.forward(seconds=5)
        assert "Lyon" in asking.text and "block of" not in asking.text


async def test_ended_blocks_go_with_time(tmp_path: Path) -> None:
    """Reasons and appeals of blocks that are over leave the database when the retention time is over."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", f"!block {SPAM} for 2 days: SECRETREASON")
        await stage.say(SPAM, "!appeal SECRETAPPEAL")
        await stage.forward(days=100)
        await stage.application.housekeeping.tidy()
        assert query(tmp_path, "SELECT count(*) FROM blocks") == [(0,)]
