"""Network polls in which each community has one vote, and results by community that betray nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.announcement_steps import BONN, LYON, NET, YORK, three_towns
from tests.stage import PLAIN, RICH, Stage, staged

ASK = '!poll "Where do we meet?" Lyon Bari to=network'


@pytest.fixture(params=[RICH, PLAIN], ids=["buttons", "reactions"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network of three towns, where people have buttons or reactions."""
    async with staged(tmp_path, request.param) as made:
        await three_towns(made)
        yield made


async def ask(stage: Stage, line: str) -> None:
    """Ask the communities of the network."""
    await stage.say("@nora", line, NET)
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)


async def vote(stage: Stage, room: str, *counts: int, what: str = "Where do we meet") -> None:
    """Let so many people vote for each option in a room."""
    for option, count in enumerate(counts):
        for number in range(count):
            await stage.press(f"@{room[1:]}{option}.{number}", stage.sees(what, room), "1️⃣" if option == 0 else "2️⃣")
    await stage.forward(seconds=5)


async def close(stage: Stage) -> None:
    """Close the poll, and let the result come everywhere."""
    await stage.say("@nora", "!poll close 1", NET)
    await stage.forward(seconds=5)


async def test_each_community_has_one_vote(stage: Stage) -> None:
    """Three small majorities beat one large crowd: each local result is one vote, and the result says whose."""
    await ask(stage, f"{ASK} counting=communities")
    assert "chacune de ses communautés a une voix" in stage.last(LYON).text
    assert "fewer than 5 voters, is no vote" in stage.last(YORK).text
    await vote(stage, LYON, 9, 0)
    await vote(stage, YORK, 2, 3)
    await vote(stage, BONN, 1, 4)
    assert "2️⃣ Bari\n▓▓▓▓▓░░░ 2 (67" in stage.sees("Where do we meet", YORK).text
    await close(stage)
    result = stage.sees("The answer is: Bari", NET).text
    assert "19 people voted." in result
    assert "3 communities voted, 0 abstained" in result
    assert "Lyon (9 voted): for Lyon\nYork (5 voted): for Bari\nBonn (5 voted): for Bari" in result
    assert "La réponse est : Bari" in stage.last(LYON).text.replace("\u202f", " ")
    assert "Bonn (votants : 5) : pour Bari" in stage.last(LYON).text.replace("\u202f", " ")
    await stage.say("@yan", "!decisions 1", YORK)
    assert "Lyon (9 voted): for Lyon" in stage.last(YORK).text


async def test_ties_and_few_abstain(stage: Stage) -> None:
    """A tie, fewer than five voters or a missed quorum make no vote; if no community decides, there is no result."""
    await ask(stage, f"{ASK} counting=communities quorum=6")
    await vote(stage, LYON, 3, 3)
    await vote(stage, YORK, 5, 0)
    await vote(stage, BONN, 4, 0)
    await close(stage)
    result = stage.sees("No community decided", NET).text
    assert "0 communities voted, 3 abstained (a tie, or fewer than 6 voters)." in result
    assert "Lyon (6 voted): abstains, tie of Lyon, Bari" in result
    assert "Bonn" not in result
    await stage.say("@nora", "!decisions", NET)
    assert "Where do we meet?" in stage.last(NET).text


async def test_people_are_counted_and_told_by_community(stage: Stage) -> None:
    """Counted per person, the result still says how communities of five voters or more voted."""
    await ask(stage, ASK)
    await vote(stage, LYON, 5, 1)
    await vote(stage, YORK, 2, 4)
    await vote(stage, BONN, 3, 5)
    await close(stage)
    result = stage.last(NET).text
    assert "Tie: Lyon, Bari" in result
    assert "Bonn (8 voted): Bari 5, Lyon 3\nLyon (6 voted): Lyon 5, Bari 1\nYork (6 voted): Bari 4, Lyon 2" in result


async def test_nobody_is_found_by_subtraction(stage: Stage) -> None:
    """If one community has fewer than five voters, the next smallest is not told either: no total gives them away."""
    await ask(stage, ASK)
    await vote(stage, LYON, 9, 0)
    await vote(stage, YORK, 0, 6)
    await vote(stage, BONN, 1, 0)
    await close(stage)
    result = stage.last(NET).text
    assert "Lyon (9 voted): Lyon 9" in result
    assert "York" not in result
    assert "Bonn" not in result
    assert "Not shown: 2 more" in result
    assert "Ohne Zahlen" in stage.last(BONN).text


async def test_no_vote_outside_of_communities(stage: Stage) -> None:
    """In the network's own room nobody votes where communities count; who moves votes where they voted last."""
    await ask(stage, f"{ASK} counting=communities")
    await stage.press("@nora", stage.sees("Where do we meet", NET), "1️⃣")
    said = [one.text for room in (NET, "direct-@nora") for one in stage.shown(room)]
    assert any("vote in the room of your community" in one for one in said)
    await vote(stage, LYON, 5, 0)
    for number in range(5):
        await stage.press(f"@lyon0.{number}", stage.sees("Where do we meet", YORK), "2️⃣")
    await close(stage)
    result = stage.sees("The answer is: Bari", NET).text
    assert "York (5 voted): for Bari" in result
    assert "Lyon (" not in result


async def test_what_does_not_go_together(stage: Stage) -> None:
    """Counting by community needs a network's poll, and an anonymous one keeps only totals."""
    await stage.say("@yan", '!poll "Where do we meet?" Lyon Bari counting=communities', YORK)
    assert "Add to=network" in stage.last(YORK).text
    await stage.say("@nora", f"{ASK} counting=communities anonymous=yes", NET)
    assert "keeps only one total" in stage.last(NET).text
    await ask(stage, f"{ASK} anonymous=yes")
    await stage.say("@nora", "!poll close 1", NET)
    assert "By community" not in stage.last(NET).text


async def test_ranked_and_consent_by_community(stage: Stage) -> None:
    """Other kinds are decided in each community by their own rule: one block there is its block."""
    await ask(stage, '!poll consent "We merge" to=network counting=communities')
    for room, signs in ((LYON, "👍👍👍👍👍"), (YORK, "👍👍👍👍👎"), (BONN, "👍👍👍👍🛑")):
        for number, sign in enumerate(signs):
            await stage.press(f"@{room[1:]}{number}", stage.sees("We merge", room), sign)
    await stage.forward(seconds=5)
    await close(stage)
    result = stage.sees("There is no consent", NET).text
    assert "Bonn (5 voted): for Block" in result
    assert "York (5 voted): for Agree" in result
