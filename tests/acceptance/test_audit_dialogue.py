"""Tests for the audit log in chat: every act of connectors and coordinators is in it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.highlight_steps import NET
from tests.acceptance.network_steps import link
from tests.acceptance.slash_commands import run_command
from tests.stage import RICH, Stage, staged
from tests.stores import query

SPAM = "@spam:example.org"


def verbs(stage: Stage, scope: str = "community:1") -> list[str]:
    """Return what was done in a scope, in order."""
    rows = query(stage.path, f"SELECT verb FROM audit_entries WHERE scope = '{scope}' ORDER BY seq")
    return [str(row[0]) for row in rows]


async def test_acts_are_recorded_where_they_belong(tmp_path: Path) -> None:
    """Commands and buttons that change something for others are recorded; looking, asking and talking are not."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.community()
        await stage.say("@anna", "!config threshold 5")
        for line in ("!help", "!config", "!config threshold", "!blocks", "!connectors", "!me language fr", "!audit"):
            await stage.say("@carla", line)
        assert verbs(stage) == []
        await stage.say("@carla", "!config threshold 5")
        await stage.say("@carla", "!greeter add @anna")
        await stage.say(SPAM, "Hello")
        await stage.say("@carla", f"!block {SPAM} for 3 days: rude")
        await link(stage, "@carla", "netcode1")
        await stage.react("@nora", stage.last(NET), "✅")
        await stage.say("@nora", "!network remove Lyon", NET)
        assert verbs(stage, "network:1") == ["linkok"]
        await stage.say("@nora", "no", NET)
        assert verbs(stage, "network:1") == ["linkok"]
        await stage.say("@nora", "!network remove Lyon", NET)
        await stage.say("@nora", "yes", NET)
        assert verbs(stage) == ["config", "greeter add", "block", "link"]
        assert verbs(stage, "network:1") == ["linkok", "network remove"]
        assert "netcode1" not in str(query(tmp_path, "SELECT details FROM audit_entries"))


async def test_a_choice_among_words_of_the_bot_is_told(tmp_path: Path) -> None:
    """The log says what a coordinator takes from a community, and keeps no words that somebody wrote."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@nora", "!network take digest Lyon", NET)
        await stage.say("@carla", '!poll "Secret tea?" yes no')
        details = query(tmp_path, "SELECT details FROM audit_entries ORDER BY id")
        assert '"what":"digest"' in str(details)
        assert "Secret" not in str(details)


async def test_act_after_a_question_says_what_it_was_about(tmp_path: Path) -> None:
    """What a yes-or-no question preceded is one act, with the number of the poll."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll Tea? yes no")
        await stage.say("@carla", "!poll delete 1")
        assert verbs(stage) == ["poll"]
        await stage.say("@carla", "yes")
        found = query(tmp_path, "SELECT verb, details FROM audit_entries ORDER BY seq DESC LIMIT 1")
        assert found == [("poll delete", '{"number":"1"}')]


async def test_refused_act_is_not_recorded(tmp_path: Path) -> None:
    """What was refused, or undone with its transaction, leaves no entry."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!config threshold 9999")
        await stage.say("@carla", "cancel")
        await stage.say("@carla", "!connector remove carla")
        assert verbs(stage) == []


async def test_connector_reads_the_log(tmp_path: Path) -> None:
    """`audit` shows a connector their community's log in pages, or what is about a person, an act or some days."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!audit")
        assert "Nothing has been done here yet" in stage.last().text
        for number in range(1, 13):
            await stage.say("@carla", f"!config threshold {number}")
        await stage.forward(days=10)
        await stage.say("@anna", "!audit")
        assert "is for connectors" in stage.last().text
        await stage.say("@carla", "!greeter add @anna")
        await run_command(stage, "@carla", "audit")
        shown = stage.last()
        assert shown.private_to == "@carla" and "13 · " in shown.text and "carla: !greeter add · anna" in shown.text
        assert "Page 1 of 2" in shown.text
        await stage.press("@carla", shown, "More")
        assert "1 · " in stage.last().text and "threshold, 1" in stage.last().text
        await stage.say("@carla", "!audit anna")
        assert stage.last().text == "I’m sending you the log in private.", "a typed command has an open answer"
        told = stage.last("direct-@carla").text
        assert "greeter add" in told and "config" not in told
        await stage.say("@carla", "!audit 3 days")
        told = stage.last("direct-@carla").text
        assert "greeter add" in told and "config" not in told
        await stage.say("@carla", "!audit config")
        told = stage.last("direct-@carla").text
        assert "threshold, 12" in told and "greeter" not in told.split("\n", 1)[1]
        await stage.say("@carla", "!audit zebra")
        assert "find nothing about zebra" in stage.last().text


async def test_log_goes_to_a_private_chat(tmp_path: Path) -> None:
    """Where everybody would read the answer, the log comes in private; a network's coordinator sees the network's."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.say("@nora", "!network invite", NET)
        await stage.say("@nora", "!audit", NET)
        assert "sending you the log in private" in stage.last(NET).text
        assert "nora: !network invite" in stage.last("direct-@nora").text


async def test_lifting_in_private_is_recorded(tmp_path: Path) -> None:
    """A connector who decides about an appeal in their private chat acts for the community all the same."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say(SPAM, "Hello")
        await stage.say("@carla", f"!block {SPAM}")
        await stage.say(SPAM, "!appeal sorry")
        await stage.react("@carla", stage.last("direct-@carla"), "✅")
        assert verbs(stage) == ["block", "blocklift"]


@pytest.mark.parametrize(
    ("locale", "line", "title"),
    [
        ("fr", "!journal", "fait au nom de Lyon"),
        ("de", "!protokoll", "im Namen von Lyon"),
        ("es", "!registro", "en nombre de Lyon"),
    ],
)
async def test_log_in_other_languages(tmp_path: Path, locale: str, line: str, title: str) -> None:
    """The log reads in each language."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", "!config threshold 5")
        await stage.say("@carla", line)
        told = stage.last("direct-@carla").text
        assert title in told and "carla" in told


async def test_choices_are_told_in_the_readers_language(tmp_path: Path) -> None:
    """What somebody chose stands in the log as people say it."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network(locale="de")
        await stage.say("@nora", "!rückblick diagramm an", NET)
        await stage.say("@nora", "!protokoll", NET)
        assert any("!rückblick diagramm · an" in one.text for one in stage.platform.messages.values())
