"""Events of a network that its communities accept: one list of people for all, each room in its language and zone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.testing import Shown
from tests.acceptance.announcement_steps import BONN, LYON, NET, YORK, three_towns
from tests.acceptance.test_forged_buttons_dialogue import press_forged_button
from tests.stage import PLAIN, RICH, Stage, staged

TOWNS = {LYON: "@carla", YORK: "@yan", BONN: "@bea"}
EVENT = "!event Assembly on 27 November 2026 at 19:00 at the old mill to=network"


@pytest.fixture(params=[RICH, PLAIN], ids=["buttons", "reactions"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network of three towns, where people have buttons or reactions."""
    async with staged(tmp_path, request.param) as made:
        await three_towns(made)
        yield made


async def plan(stage: Stage, line: str = EVENT, room: str = NET) -> None:
    """Plan an event for the communities of the network, and confirm it."""
    await stage.say("@nora", line, room)
    await stage.press("@nora", stage.last(room), "✅")
    await stage.forward(seconds=5)


async def decide(stage: Stage, sign: str = "✅", *rooms: str) -> None:
    """Answer the question to the connectors of these communities; to all of them if none is named."""
    for room in rooms or TOWNS:
        await stage.press(TOWNS[room], stage.sees("🌐", room), sign)
    await stage.forward(seconds=5)


def card(stage: Stage, room: str) -> Shown:
    """Return the newest card of the event in a room."""
    return stage.sees(r"^(Event|Événement|Termin|🚫[^\n]*) ?\d*[ :].*Assembly", room)


async def reply(stage: Stage, room: str, sign: str, *people: str) -> None:
    """Reply to the event that a room shows."""
    for user in people:
        await stage.press(user, card(stage, room), sign)
    await stage.forward(seconds=5)


async def test_nothing_is_shown_before_a_community_accepts(stage: Stage) -> None:
    """The author reads how many communities are asked; each is asked once in its language, and may stay silent."""
    await stage.say("@nora", EVENT, NET)
    assert "3 communities of Les Passeurs are asked" in stage.last(NET).text
    await stage.forward(hours=1)
    for room in TOWNS:
        assert stage.shown(room) == []
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    assert "Les Passeurs vous invite à Assembly" in stage.last(LYON).text
    assert "invites you to Assembly" in stage.last(YORK).text
    assert "lädt euch ein" in stage.last(BONN).text
    await stage.say("@anna", "!rsvp 1 yes", YORK)
    assert "no event" in stage.last(YORK).text.lower()
    await stage.forward(hours=60)
    assert len(stage.shown(LYON)) == len(stage.shown(BONN)) == 1


async def test_one_list_for_all(stage: Stage) -> None:
    """Where it is accepted the card has its host, each room's zone and language; all replies make one count."""
    await plan(stage)
    await decide(stage)
    await reply(stage, LYON, "✅", "@anna")
    await reply(stage, BONN, "✅", "@ben")
    await stage.say("@cleo", "!rsvp 1 maybe", YORK)
    await stage.forward(seconds=5)
    lyon, bonn, york, net = (card(stage, room).text.replace("\u202f", " ") for room in (LYON, BONN, YORK, NET))
    assert "vendredi 27 novembre 2026 à 20:00" in lyon and "Événement du réseau Les Passeurs" in lyon
    assert "Freitag, 27. November 2026 um 20:00" in bonn and "7:00" in net
    assert "2 viennent : anna et 1 de plus" in lyon and "2 dabei: ben und 1 weitere" in bonn
    assert "2 coming: 2 elsewhere" in york and "cleo" in york and "2 coming: 2 elsewhere" in net
    await stage.say("@nora", "!event guests", NET)
    assert "anna" in stage.sees("Assembly", "direct-@nora" if stage.capabilities is PLAIN else NET).text


async def test_only_connectors_decide(stage: Stage) -> None:
    """Nobody else decides; a connector who thinks better of it takes the card down, and shows it again."""
    await plan(stage)
    await stage.press("@anna", stage.last(YORK), "✅")
    await stage.forward(seconds=5)
    stage.never_saw("Coming", YORK)
    await decide(stage, "❌", YORK)
    assert "is not shown in this community" in stage.sees("🌐", YORK).text
    await stage.say("@yan", "!event accept", YORK)
    await reply(stage, YORK, "✅", "@cleo")
    assert "1 coming: cleo" in card(stage, YORK).text
    await stage.say("@yan", "!event decline 1", YORK)
    await stage.forward(seconds=5)
    closed = stage.sees("no longer shows this event", YORK)
    await stage.say("@ben", "!rsvp 1 yes", YORK)
    await press_forged_button(stage, "@ben", YORK, "rsvp:1:yes")
    assert "1 coming" in card(stage, NET).text
    await stage.say("@yan", "!event accept 1", YORK)
    await stage.forward(seconds=5)
    assert "1 coming: cleo" in card(stage, YORK).text and card(stage, YORK).id != closed.id


async def test_cancelled_everywhere(stage: Stage) -> None:
    """A cancelled event is told in each room that shows it, and to those who come; who was only asked sees no more."""
    await plan(stage)
    await decide(stage, "✅", LYON, BONN)
    await reply(stage, LYON, "✅", "@anna")
    await stage.say("@nora", "!event cancel 1 Storm", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=5)
    assert "Storm" in stage.sees("Assembly est annulé", LYON).text
    assert "Storm" in stage.sees("fällt aus|abgesagt", BONN).text
    assert "🚫" in card(stage, BONN).text
    assert "Assembly" in stage.last("direct-@anna").text
    assert "this question is over" in stage.last(YORK).text and len(stage.shown(YORK)) == 1
