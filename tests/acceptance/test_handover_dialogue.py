"""Tests for the hand-over of a community, by its connector or, where it has none left, on a proposal."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.queries import members
from storage.tables import Role
from tests.acceptance.network_rooms import CIRCLE, add_circle
from tests.acceptance.test_forged_buttons_dialogue import press_forged_button
from tests.stage import RICH, Stage, staged


async def two_people(stage: Stage, locale: str = "en") -> None:
    """Set up a network with a circle, and Lyon with its connector Carla and a member Ben."""
    network = await stage.network(locale=locale)
    await stage.community(network=network.id, locale=locale, quiet_hours="", zone="UTC")
    await add_circle(stage)
    await stage.say("@carla", "Hello")
    await stage.say("@ben", "!help")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with two people."""
    async with staged(tmp_path) as made:
        await two_people(made)
        yield made


async def connectors(stage: Stage) -> set[str]:
    """Return the names of Lyon's connectors."""
    async with stage.database.reading() as uow:
        found = await members.role_assignments(uow, Role.CONNECTOR, community=1)
        people = await members.identities_on_platform(uow, [one.member_id for one in found], "memory")
        return {person.name for person in people}


async def test_both_are_connectors_until_one_steps_back(stage: Stage) -> None:
    """The asked person accepts, both are named, and only the one who asked may step back."""
    await stage.say("@carla", "!handover ben")
    asked = stage.sees("asks you to look after Lyon")
    await stage.react("@anna", asked, "✅")
    assert await connectors(stage) == {"carla"}
    await stage.react("@ben", asked, "✅")
    assert await connectors(stage) == {"carla", "ben"}
    assert "ben is now a connector of Lyon" in stage.platform.messages[asked.id].text
    question = stage.sees("Do you step back, or stay")
    await stage.react("@ben", question, "👋")
    assert await connectors(stage) == {"carla", "ben"}
    await stage.react("@carla", question, "👋")
    assert await connectors(stage) == {"ben"}
    assert "Thank you for looking after this community" in stage.sees("Thank you").text


async def test_staying_declining_and_asking_again(stage: Stage) -> None:
    """Nobody is removed who stays; a decline says so; a new request replaces the one before."""
    await stage.say("@carla", "!handover ben")
    first = stage.sees("asks you to look after Lyon")
    await stage.react("@ben", first, "❌")
    assert "would rather not" in stage.platform.messages[first.id].text
    await stage.say("@carla", "!handover ben")
    second = stage.sees("asks you to look after Lyon")
    await stage.say("@carla", "!handover ben")
    assert "Nothing came of asking ben" in stage.platform.messages[second.id].text
    third = stage.sees("asks you to look after Lyon")
    await stage.react("@ben", third, "✅")
    await stage.react("@carla", stage.sees("Do you step back, or stay"), "🤝")
    assert await connectors(stage) == {"carla", "ben"}
    await stage.say("@carla", "!handover ben")
    assert "ben is already a connector" in stage.last().text
    await stage.say("@carla", "!handover carla")
    assert "That’s you" in stage.last().text


async def test_answers_in_words(stage: Stage) -> None:
    """A yes or the words of a button are an answer, if the asked person says them next; not those of others."""
    await stage.say("@carla", "!handover ben")
    await stage.say("@anna", "yes")
    assert await connectors(stage) == {"carla"}
    await stage.say("@ben", "Yes!")
    assert await connectors(stage) == {"carla", "ben"}
    await stage.say("@carla", "I step back")
    assert await connectors(stage) == {"ben"}
    assert "Thank you for looking after this community" in stage.last().text


async def test_yes_to_somebody_else_takes_nothing(stage: Stage) -> None:
    """Who says something else first, or answers after an hour, means another question; the buttons stay."""
    await stage.say("@carla", "!handover ben")
    asked = stage.sees("asks you to look after Lyon")
    await stage.say("@ben", "What does that mean?")
    await stage.say("@ben", "yes")
    assert await connectors(stage) == {"carla"}
    await stage.say("@carla", "!handover ben")
    await stage.forward(hours=2)
    await stage.say("@ben", "yes")
    assert await connectors(stage) == {"carla"}
    await stage.react("@ben", stage.sees("asks you to look after Lyon"), "❌")
    assert "would rather not" in stage.sees("rather not").text
    assert "Nothing came" in stage.platform.messages[asked.id].text


async def test_question_that_somebody_is_at_comes_first(stage: Stage) -> None:
    """A yes answers the bot's own question to somebody who was at it before they were asked."""
    await stage.say("@ben", "!me erase")
    await stage.say("@carla", "!handover ben")
    await stage.say("@ben", "no")
    assert "would rather not" not in stage.transcript("#lyon")
    await stage.react("@ben", stage.sees("asks you to look after Lyon"), "✅")
    assert await connectors(stage) == {"carla", "ben"}


async def test_answers_in_german_words(tmp_path: Path) -> None:
    """In German, the words of the buttons are answers too."""
    async with staged(tmp_path, RICH) as made:
        await two_people(made, "de")
        await made.say("@carla", "!übergeben ben")
        await made.say("@ben", "Lieber nicht.")
        assert "ben möchte" in made.sees("ben möchte").text, made.transcript("#lyon")


async def test_forged_acceptance_names_nobody(stage: Stage) -> None:
    """A button that was never offered to somebody makes them no connector, in this room or another."""
    await stage.say("@carla", "!handover ben")
    await stage.community("#oslo", name="Oslo", connector="@olav")
    for user, room in (("@anna", "#lyon"), ("@olav", "#oslo"), ("@nora", CIRCLE)):
        for button in ("handtake:1:yes", "handstep:1:back", "proposal:1:agree", "proposal:1:take"):
            await press_forged_button(stage, user, room, button)
    assert await connectors(stage) == {"carla"}


async def propose(stage: Stage) -> str:
    """Let Lyon be without a sign for two weeks, and propose Ben. Return the id of the proposal's message."""
    await stage.forward(days=15)
    await stage.say("@nora", "!network handover Lyon ben", CIRCLE)
    assert "I’ve asked in the home of Lyon" in stage.last(CIRCLE).text, stage.last(CIRCLE).text
    return stage.sees("propose you as a connector of Lyon").id


async def test_moderator_agrees_to_a_proposal(stage: Stage) -> None:
    """The person's yes and a moderator's agreement name a connector at once; nobody is removed."""
    proposal = await propose(stage)
    await stage.react("@ben", proposal, "✅")
    assert "ben is ready to look after Lyon" in stage.platform.messages[proposal].text
    await stage.react("@anna", proposal, "🤝")
    assert await connectors(stage) == {"carla"}
    stage.platform.admins.add(("#lyon", "@mod"))
    await stage.react("@mod", proposal, "🤝")
    assert await connectors(stage) == {"carla", "ben"}
    assert "Lyon has a connector again" in stage.last(CIRCLE).text


async def test_week_without_an_objection(stage: Stage) -> None:
    """Where no moderator answers, a willing person is a connector after a week in which nobody objected."""
    proposal = await propose(stage)
    await stage.react("@ben", proposal, "✅")
    await stage.forward(days=6, hours=23)
    assert await connectors(stage) == {"carla"}
    await stage.forward(hours=1)
    assert await connectors(stage) == {"carla", "ben"}


async def test_community_with_several_words(stage: Stage) -> None:
    """A community's name may have several words without quotes, before the person."""
    await stage.say("@carla", "!config name Les Halles")
    await stage.forward(days=15)
    await stage.say("@nora", "!network handover les halles ben", CIRCLE)
    assert "I’ve asked in the home of Les Halles" in stage.last(CIRCLE).text


async def test_objection_ends_it_without_a_name(stage: Stage) -> None:
    """Any member can object; coordinators hear that, not who, and can propose nobody for a month."""
    proposal = await propose(stage)
    await stage.react("@ben", proposal, "✅")
    await stage.react("@anna", proposal, "✋")
    await stage.forward(seconds=5)
    assert "a member objected" in stage.platform.messages[proposal].text
    assert stage.last(CIRCLE).text == "Lyon: a member objected to your proposal, so it won’t happen."
    await stage.forward(days=8)
    assert await connectors(stage) == {"carla"}
    await stage.say("@nora", "!network handover Lyon ben", CIRCLE)
    assert "objected to the last proposal" in stage.last(CIRCLE).text


async def test_connector_who_comes_back_ends_it(stage: Stage) -> None:
    """A word of the connector is enough, and what nobody took on ends as well."""
    proposal = await propose(stage)
    await stage.react("@ben", proposal, "✅")
    await stage.forward(days=1)
    await stage.say("@carla", "I’m back")
    await stage.forward(days=7)
    assert await connectors(stage) == {"carla"}
    assert "Nothing came of asking ben" in stage.platform.messages[proposal].text


@pytest.mark.parametrize(
    ("before", "line", "answer"),
    [
        ((), "!network handover Lyon ben", "has a connector who was seen not long ago"),
        (("!network share state off",), "!network handover Lyon ben", "keeps its state to itself"),
        ((), "!network handover Oslo ben", "Nothing called Oslo is in Les Passeurs"),
    ],
)
async def test_what_coordinators_may_not(stage: Stage, before: tuple[str, ...], line: str, answer: str) -> None:
    """A present connector, a state that is held back and a stranger are refused, with what to do instead."""
    for said in before:
        await stage.say("@carla", said)
    await stage.say("@nora", line, CIRCLE)
    assert answer in stage.last(CIRCLE).text


async def test_only_people_of_the_community(stage: Stage) -> None:
    """Nobody is proposed who was never seen in the community."""
    await stage.say("@stranger", "!help", "#elsewhere")
    await stage.forward(days=15)
    await stage.say("@nora", "!network handover Lyon @stranger", CIRCLE)
    assert "hasn’t been seen in Lyon" in stage.last(CIRCLE).text or "I haven’t met" in stage.last(CIRCLE).text
    assert await connectors(stage) == {"carla"}


@pytest.mark.parametrize(
    ("locale", "line", "done"),
    [
        ("fr", "!transmettre ben", "ben a maintenant le rôle de connecteur"),
        ("de", "!übergeben ben", "ben ist jetzt in der Orga"),
        ("es", "!traspasar ben", "ben ahora es referente"),
    ],
)
async def test_in_other_languages(tmp_path: Path, locale: str, line: str, done: str) -> None:
    """The hand-over works in each language, with buttons."""
    async with staged(tmp_path, RICH) as stage:
        await two_people(stage, locale)
        await stage.say("@carla", line)
        asked = stage.matching(lambda shown: "✅" in str(shown))[-1]
        await stage.press("@ben", asked, "✅")
        assert done in stage.platform.messages[asked.id].text
        assert await connectors(stage) == {"carla", "ben"}
