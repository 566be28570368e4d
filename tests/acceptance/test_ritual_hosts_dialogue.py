"""Tests for the hosts of a ritual's rounds, drawn from volunteers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.event_steps import plain_text
from tests.stage import PLAIN, RICH, Stage, staged
from tests.stores import BOTH

KINDS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["plain", "rich"])
MONDAY = datetime(2026, 11, 30, 8, 1, tzinfo=UTC)
WEEK = timedelta(weeks=1)
LINE = '!ritual "How is your week?" every monday 9:00 host=volunteers silence=never'


async def _begin(stage: Stage, line: str = LINE, **settings: object) -> None:
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", line)
    await stage.say("@carla", "yes")


def _host(stage: Stage) -> str:
    """Return the line about the host of the newest prompt."""
    return next(line for line in stage.sees("🔁 How is your week").text.split("\n") if "🙋" in line)


async def _hosts(stage: Stage, weeks: int) -> list[str]:
    """Return the first word of the host's line in each of the next weeks."""
    found = list[str]()
    for week in range(weeks):
        await stage.until(MONDAY + week * WEEK)
        found.append(_host(stage).split()[1])
    return found


@KINDS
async def test_volunteers_host_in_turn(tmp_path: Path, capabilities: Capabilities) -> None:
    """Volunteers host in the order of their coming, each is told in private, and nobody hosts twice in a row."""
    async with staged(tmp_path, capabilities) as stage:
        await _begin(stage)
        assert "Volunteers host it" in stage.matching(lambda one: "again and again" in one.text)[-1].text
        for user in ("@anna", "@ben", "@dan"):
            await stage.say(user, "!ritual host")
            assert "among the hosts" in stage.last().text
        assert await _hosts(stage, 4) == ["anna", "ben", "dan", "anna"]
        told = stage.sees("your turn to host", "direct-@anna").text
        assert "How is your week?" in told
        assert "#lyon" in told


@KINDS
async def test_first_volunteer_hosts_a_round_without_host(tmp_path: Path, capabilities: Capabilities) -> None:
    """Who presses 🙋 below a prompt without a host hosts that round; a press again changes nothing."""
    async with staged(tmp_path, capabilities) as stage:
        await _begin(stage)
        await stage.until(MONDAY)
        assert "Nobody hosts this round yet" in _host(stage)
        act = stage.press if capabilities.buttons else stage.react
        await act("@anna", stage.sees("🔁 How is your week"), "🙋")
        await act("@ben", stage.sees("🔁 How is your week"), "🙋")
        await stage.forward(seconds=3)
        assert "anna hosts this round" in _host(stage)
        assert await _hosts(stage, 3) == ["anna", "ben", "anna"]


@KINDS
async def test_host_who_cannot_gives_the_round_on(tmp_path: Path, capabilities: Capabilities) -> None:
    """A press of 🙅 asks the next one, and the prompt names them; where nobody is left it says so."""
    async with staged(tmp_path, capabilities) as stage:
        await _begin(stage)
        for user in ("@anna", "@ben"):
            await stage.say(user, "!ritual host")
        await stage.until(MONDAY)
        act = stage.press if capabilities.buttons else stage.react
        await act("@anna", stage.sees("your turn", "direct-@anna"), "🙅")
        await stage.forward(seconds=3)
        assert "ben hosts this round" in _host(stage)
        await act("@ben", stage.sees("your turn", "direct-@ben"), "🙅")
        await stage.forward(seconds=3)
        assert "Nobody hosts this round yet" in _host(stage)
        await act("@ben", stage.sees("your turn", "direct-@ben"), "🙅" if capabilities.buttons else "🙈")
        assert _host(stage).startswith("🙋 Nobody")


async def test_removed_reaction_withdraws(tmp_path: Path) -> None:
    """A volunteer who takes 🙋 back, or types no, is not drawn again, and the next one hosts their round."""
    async with staged(tmp_path, PLAIN) as stage:
        await _begin(stage)
        await stage.until(MONDAY)
        prompt = stage.sees("🔁 How is your week")
        for user in ("@anna", "@ben", "@dan"):
            await stage.react(user, prompt, "🙋")
        await stage.unreact("@anna", prompt, "🙋")
        await stage.forward(seconds=3)
        assert "ben" in _host(stage)
        await stage.say("@ben", "!ritual host 1 no")
        assert "no longer draw you" in stage.last().text
        await stage.forward(seconds=3)
        assert "dan" in _host(stage)
        await stage.say("@eve", "!ritual host 1 no")
        assert "aren’t among the hosts" in stage.last().text


@pytest.mark.parametrize("kind", BOTH)
async def test_who_left_is_blocked_or_forgotten_is_skipped(tmp_path: Path, kind: str) -> None:
    """Nobody is drawn who left the room, is blocked, or erased themselves; the prompt loses the erased name."""
    async with staged(tmp_path, PLAIN, kind=kind) as stage:
        await _begin(stage)
        for user in ("@erin:x.org", "@anna:x.org", "@bert:x.org", "@dan:x.org"):
            await stage.say(user, "!ritual host")
        await stage.until(MONDAY)
        assert "erin" in _host(stage)
        await stage.say("@erin:x.org", "!me erase")
        await stage.say("@erin:x.org", "yes")
        await stage.forward(seconds=3)
        assert "anna" in _host(stage)
        assert "erin" not in stage.sees("🔁 How is your week").text
        stage.platform.members["#lyon"].append("@anna:x.org")
        stage.platform.leave("#lyon", "@anna:x.org")
        await stage.settle()
        await stage.forward(seconds=3)
        assert "bert" in _host(stage)
        await stage.say("@carla", "!block @dan:x.org for 30 days: spam")
        await stage.say("@carla", "yes")
        await stage.until(MONDAY + WEEK)
        assert "bert" in _host(stage)


async def test_hosts_hear_without_a_sound_at_night(tmp_path: Path) -> None:
    """In quiet hours neither the prompt nor the message to its host makes a sound."""
    async with staged(tmp_path, PLAIN) as stage:
        await _begin(stage, LINE.replace("9:00", "06:00"), quiet_hours="22:00-08:00")
        await stage.say("@anna", "!ritual host")
        await stage.until(MONDAY)
        for message in (stage.sees("🔁 How is your week"), stage.sees("your turn", "direct-@anna")):
            assert message.content is not None and message.content.silent


async def test_settings_in_french(tmp_path: Path) -> None:
    """A connector lets volunteers host, and says after how many rounds the ritual goes silent."""
    async with staged(tmp_path, PLAIN) as stage:
        await _begin(stage, '!rituel "Vos objectifs ?" chaque lundi 9h', locale="fr")
        await stage.say("@anna", "!rituel hôte 1")
        assert "Un connecteur peut l’activer" in stage.last().text
        await stage.say("@carla", "!rituel régler 1 hôte=volontaires silence=1")
        text = plain_text(stage.last())
        assert "Des volontaires l’animent" in text
        assert "Après une fois sans réponse" in text
        await stage.say("@anna", "!rituel hôte 1")
        assert "parmi les hôtes" in stage.last().text
        await stage.until(MONDAY)
        assert "anna anime cette fois" in stage.sees("Vos objectifs").text
        await stage.until(MONDAY + WEEK)
        assert "1 fois de suite" in plain_text(stage.last())
        await stage.say("@carla", "!rituel régler 1 silence=jamais")
        assert "même si personne ne répond" in stage.last().text
        await stage.say("@carla", "!rituel régler 1 silence=cent")
        assert "silence=5" in stage.last().text
        await stage.say("@carla", "!rituel régler 1 hôte=@anna")
        assert "hôte=volontaires" in stage.last().text


async def test_what_is_set_survives_an_edit_of_the_words(tmp_path: Path) -> None:
    """`ritual set` alone shows what is set and how to change it; an edit of the words leaves it."""
    async with staged(tmp_path, RICH) as stage:
        await _begin(stage, LINE.replace("never", "5"))
        await stage.say("@carla", '!ritual edit 1 "How is your week going?"')
        await stage.press("@carla", stage.last(), "Change it")
        await stage.say("@carla", "!ritual set 1")
        assert "Volunteers host it" in stage.last().text
        assert "After 5 rounds" in stage.last().text
        assert "silence=never" in stage.last().text
        await stage.say("@carla", "!ritual set 1 host=nobody")
        assert "Nobody hosts the rounds" in stage.last().text
        await stage.until(MONDAY)
        assert "🙋" not in stage.sees("🔁 How is your week going").text
