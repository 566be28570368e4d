"""Polls of a network that its communities show: one tally for all, each room in its own language."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec import structs

from storage.queries import polls
from storage.tables import Membership
from tests.acceptance.announcement_steps import BONN, LYON, NET, YORK, three_towns
from tests.acceptance.test_forged_buttons_dialogue import press_forged_button
from tests.stage import PLAIN, RICH, Stage, staged

QUESTION = '!poll "Where do we meet?" Lyon Bari close=2h to=network'


@pytest.fixture(params=[RICH, PLAIN], ids=["buttons", "reactions"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network of three towns, where people have buttons or reactions."""
    async with staged(tmp_path, request.param) as made:
        await three_towns(made)
        yield made


async def ask(stage: Stage, line: str = QUESTION, room: str = NET) -> None:
    """Ask the communities of the network."""
    await stage.say("@nora", line, room)
    await stage.press("@nora", stage.last(room), "✅")
    await stage.forward(seconds=5)


async def vote(stage: Stage, user: str, room: str, sign: str) -> None:
    """Vote on the poll that a room shows."""
    shown = stage.sees("Where do we meet", room)
    await stage.press(user, shown, sign)
    await stage.forward(seconds=5)


async def test_it_asks_before_it_goes_out(stage: Stage) -> None:
    """The author reads in how many communities a poll will be shown; before the press nobody else sees it."""
    await stage.say("@nora", QUESTION, NET)
    assert "in 3 communities of Les Passeurs" in stage.last(NET).text
    await stage.forward(hours=1)
    for room in (LYON, YORK, BONN):
        assert stage.shown(room) == []


async def test_one_tally_everywhere_in_each_language(stage: Stage) -> None:
    """Each home shows the poll in its language; votes of all rooms make one tally, and the result comes to all."""
    await ask(stage)
    assert "Sondage du réseau Les Passeurs" in stage.last(LYON).text
    assert "Poll of the network Les Passeurs" in stage.last(YORK).text
    assert "Umfrage des Netzwerks Les Passeurs" in stage.last(BONN).text
    await vote(stage, "@anna", LYON, "1️⃣")
    await vote(stage, "@ben", BONN, "2️⃣")
    await vote(stage, "@cleo", YORK, "2️⃣")
    for room in (NET, LYON, YORK, BONN):
        assert stage.sees("Where do we meet", room).text.count("2 (67") == 1, stage.transcript(room)
    await stage.forward(hours=2, seconds=10)
    assert "Das Ergebnis: Bari" in stage.last(BONN).text
    assert "La réponse est : Bari" in stage.last(LYON).text.replace("\u202f", " ")
    assert "The answer is: Bari" in stage.last(YORK).text
    assert "The answer is: Bari" in stage.last(NET).text
    await stage.say("@anna", "!decisions", YORK)
    assert "Where do we meet? (Les Passeurs)" in stage.last(YORK).text


async def test_polls_with_the_same_number_are_told_apart_by_their_question(stage: Stage) -> None:
    """A community's poll 1 and a network's poll 1: the bot asks which, and words of the question are an answer."""
    await stage.say("@yan", '!poll "Tea or cake?" Tea Cake', YORK)
    await ask(stage)
    await stage.say("@anna", "!poll vote 1 Bari", YORK)
    assert "Two open polls have the number 1" in stage.last(YORK).text
    await stage.say("@anna", "!poll vote Bari", YORK)
    assert "or words of its question" in stage.last(YORK).text
    await stage.say("@anna", "where do we meet", YORK)
    await stage.forward(seconds=5)
    assert "1 (100" in stage.sees("Where do we meet", NET).text


async def test_one_person_votes_once(stage: Stage) -> None:
    """Somebody who votes in two communities, or with two linked accounts, has one vote: the latest."""
    await ask(stage)
    await vote(stage, "@anna", LYON, "1️⃣")
    await stage.link_accounts("@anna", "@anna2")
    await vote(stage, "@anna", YORK, "2️⃣")
    await vote(stage, "@anna2", BONN, "1️⃣")
    async with stage.database.reading() as uow:
        assert await polls.ballot_counts(uow, 1) == [("0", 1)]


async def test_who_does_not_listen_is_left_alone(tmp_path: Path) -> None:
    """A community that doesn't listen to the network gets nothing, and nobody votes from there or from outside."""
    async with staged(tmp_path, RICH) as stage:
        towns = await three_towns(stage)
        await stage.community("#oslo", name="Oslo", connector="@ola")
        async with stage.database.transaction() as uow:
            bond = await uow.get(Membership, 3)
            assert bond is not None and bond.community_id == towns.by_room[BONN].id
            bond.listens = False
        await ask(stage)
        assert stage.shown(BONN) == []
        for room in (BONN, "#oslo"):
            await press_forged_button(stage, "@ben", room, "poll:1:0")
            await stage.say("@ben", "!poll vote 1 1", room)
            await stage.say("@ben", "!polls", room)
            stage.never_saw("Les Passeurs", room)
        async with stage.database.reading() as uow:
            assert not await polls.ballot_counts(uow, 1)


async def test_who_leaves_votes_no_longer(stage: Stage) -> None:
    """When a community leaves the network, its card closes; votes cast before still count, and no result comes."""
    await ask(stage)
    await vote(stage, "@anna", LYON, "1️⃣")
    card = stage.sees("Where do we meet", LYON)
    await stage.say("@carla", "!unlink", LYON)
    await stage.say("@carla", "oui", LYON)
    await stage.forward(seconds=5)
    assert "n’écoute plus le réseau" in stage.sees("Where do we meet", LYON).text
    await press_forged_button(stage, "@ben", LYON, "poll:1:1")
    assert card.id == stage.sees("Where do we meet", LYON).id or "ne compte plus" in stage.last(LYON).text
    await stage.say("@nora", "!poll close 1", NET)
    await stage.forward(seconds=5)
    assert "The answer is: Lyon" in stage.last(NET).text
    stage.never_saw("La réponse est", LYON)


async def test_communities_do_not_govern_it(stage: Stage) -> None:
    """A connector of a community that shows the poll can't close, change or delete it."""
    await ask(stage)
    for line in ("!poll close 1", '!poll edit 1 "Else?"', "!poll delete 1", "!poll close"):
        await stage.say("@yan", line, YORK)
    await stage.say("@yan", "yes", YORK)
    await stage.say("@nora", "!polls", NET)
    assert "1: Where do we meet?" in stage.last(NET).text
    await stage.say("@yan", "!poll results 1", YORK)
    assert "Where do we meet?" in stage.last(YORK).text


async def test_from_a_community_only_a_coordinator_asks(stage: Stage) -> None:
    """A connector can't ask the network; a coordinator who may open polls here can, and the network holds it."""
    await stage.say("@yan", QUESTION, YORK)
    assert "coordinator" in stage.last(YORK).text
    stage.platform.admins.add((YORK, "@nora"))
    await ask(stage, room=YORK)
    assert "Where do we meet?" in stage.sees("Where do we meet", LYON).text
    await stage.say("@nora", "!polls", NET)
    assert "1: Where do we meet?" in stage.last(NET).text


async def test_nobody_to_ask(tmp_path: Path) -> None:
    """A network without communities is told that there is nobody to ask, a lone community that it has no network."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network()
        await stage.community("#oslo", name="Oslo", connector="@ola")
        await stage.say("@nora", QUESTION, NET)
        assert "nobody to ask" in stage.last(NET).text
        await stage.say("@ola", QUESTION, "#oslo")
        assert "belongs to no network" in stage.last("#oslo").text


async def test_reopened_and_deleted_everywhere(stage: Stage) -> None:
    """A poll that is opened again comes back to all rooms; a deleted one goes from all."""
    await ask(stage)
    await vote(stage, "@anna", LYON, "1️⃣")
    await stage.say("@nora", "!poll close 1", NET)
    await stage.forward(seconds=5)
    await stage.say("@nora", "!poll reopen 1", NET)
    await stage.forward(seconds=5)
    await vote(stage, "@ben", BONN, "1️⃣")
    assert "2 (100" in stage.sees("Where do we meet", LYON).text
    await stage.say("@nora", "!poll delete 1", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=5)
    for room in (LYON, YORK, BONN):
        assert not [one for one in stage.shown(room) if "Where do we meet" in one.text], stage.transcript(room)


async def test_picture_comes_to_every_community(tmp_path: Path) -> None:
    """With five voters each home gets the picture in its language, a late vote replaces it, and one can do without."""
    async with staged(tmp_path, structs.replace(RICH, upload_bytes=1_000_000)) as stage:
        await three_towns(stage, poll_chart=False)
        await ask(stage)
        for number in range(5):
            await vote(stage, f"@v{number}", LYON, "1️⃣")
        card = stage.sees("Where do we meet", YORK)
        stage.platform.press(card.id, "@late", "2️⃣")
        late = stage.platform.log.pop()
        await stage.forward(hours=2, seconds=10)
        before = {room: _pictures(stage, room) for room in (NET, LYON, YORK, BONN)}
        assert [len(found) for found in before.values()] == [1, 1, 1, 0]
        assert "5 personnes ont voté" in before[LYON][0]
        assert "5 people voted" in before[YORK][0]
        stage.platform.emit(late)
        await stage.forward(minutes=2)
        assert ["6 people voted" in alt for alt in _pictures(stage, YORK)] == [True]
        assert ["6 personnes ont voté" in alt for alt in _pictures(stage, LYON)] == [True]
        assert len(_pictures(stage, NET)) == 1


def _pictures(stage: Stage, room: str) -> list[str]:
    """Return what the pictures in a room say."""
    shown = [message.content for message in stage.shown(room) if message.content is not None and not message.deleted]
    return [content.attachments[0].alt for content in shown if content.attachments]


async def test_who_leaves_one_community_keeps_the_ballot_until_they_leave_all(tmp_path: Path) -> None:
    """Who is still in another community that shows a poll keeps their private ballot; who left all keeps the vote."""
    async with staged(tmp_path, PLAIN) as stage:
        await three_towns(stage)
        for room in (YORK, BONN):
            await stage.join("@anna", room)
        await ask(stage, '!poll ranked "Where do we meet?" Lyon Bari to=network')
        await stage.react("@anna", stage.sees("Where do we meet", YORK), "🗳️")
        private = "direct-@anna"
        ballot = stage.sees("Where do we meet", private)
        stage.platform.leave(YORK, "@anna", removed=True)
        await stage.forward(seconds=5)
        assert not ballot.deleted
        await stage.say("@anna", "2 1", private)
        async with stage.database.reading() as uow:
            assert await polls.ballot_counts(uow, 1) == [("1,0", 1)]
        stage.platform.leave(BONN, "@anna")
        await stage.forward(seconds=5)
        assert ballot.deleted
        await stage.say("@anna", "1 2", private)
        async with stage.database.reading() as uow:
            assert await polls.ballot_counts(uow, 1) == [("1,0", 1)]
