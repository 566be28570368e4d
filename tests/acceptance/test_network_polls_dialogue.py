"""Polls and events that a network holds in its own rooms, among those who are there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.queries import communities, polls
from storage.queries.ownership import Holder
from storage.tables import RoomState
from tests.acceptance.network_rooms import CIRCLE, HIGHLIGHTS, add_circle
from tests.acceptance.test_forged_buttons_dialogue import press_forged_button
from tests.stage import RICH, Stage, staged


async def whole_network(stage: Stage, locale: str = "en", zone: str = "UTC") -> None:
    """Set up a network with a community and a circle."""
    network = await stage.network(locale=locale, zone=zone)
    await stage.community(network=network.id)
    await add_circle(stage)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage without buttons."""
    async with staged(tmp_path) as made:
        await whole_network(made)
        yield made


async def test_poll_from_opening_to_result(stage: Stage) -> None:
    """A poll in a network's room is voted on, listed, corrected, closed, reopened and deleted there."""
    await stage.say("@nora", '!poll "Where do we mete?" Lyon Bari', HIGHLIGHTS)
    poll = stage.last(HIGHLIGHTS)
    await stage.react("@anna", poll, "2️⃣")
    await stage.say("@nora", '!poll edit 1 "Where do we meet?" Lyon Bari', HIGHLIGHTS)
    await stage.say("@nora", "!polls", HIGHLIGHTS)
    assert "1: Where do we meet?" in stage.last(HIGHLIGHTS).text
    await stage.say("@nora", "!poll close", HIGHLIGHTS)
    assert "Bari" in stage.last(HIGHLIGHTS).text
    await stage.say("@nora", "!poll reopen 1", HIGHLIGHTS)
    await stage.say("@nora", "!poll delete 1", HIGHLIGHTS)
    await stage.say("@nora", "yes", HIGHLIGHTS)
    assert "Poll 1 is deleted" in stage.last(HIGHLIGHTS).text
    stage.never_saw("Where do we meet?", "#lyon")


async def test_poll_closes_on_time_in_the_network_clock(tmp_path: Path) -> None:
    """A deadline is read in the network's zone and language, and the result is posted in the same room."""
    async with staged(tmp_path, RICH) as stage:
        await whole_network(stage, "fr", zone="Asia/Tokyo")
        await stage.say("@nora", '!sondage "On se voit ?" oui non jusqu\'à 19h', HIGHLIGHTS)
        await stage.press("@anna", stage.last(HIGHLIGHTS), "1️⃣")
        await stage.forward(minutes=59)
        stage.never_saw("La réponse est", HIGHLIGHTS)
        await stage.forward(minutes=1)
        assert "On se voit ? La réponse est : oui" in stage.last(HIGHLIGHTS).text.replace("\u202f", " ")


async def test_circle_keeps_its_polls_and_events(stage: Stage) -> None:
    """The highlights room neither lists nor changes what the circle holds, by no number, title or forged button."""
    await stage.say("@nora", '!poll "Secret plan?" yes no', CIRCLE)
    await stage.say("@nora", "!event Secret dinner on 20 December 2026 at 19:00", CIRCLE)
    await stage.say("@nora", "yes", CIRCLE)
    assert stage.sees("Secret dinner", CIRCLE)
    for line in ("!polls", "!poll results 1", "!events", "!event show 1", "!event cancel Secret", "!poll close"):
        await stage.say("@nora", line, HIGHLIGHTS)
    for button in ("poll:1:0", "rsvp:1:yes", "ics:1"):
        await press_forged_button(stage, "@anna", HIGHLIGHTS, button)
    stage.never_saw("Secret", HIGHLIGHTS)
    async with stage.database.reading() as uow:
        assert not await polls.ballot_counts(uow, 1)
    await stage.say("@nora", "!digest", HIGHLIGHTS)
    stage.never_saw("Secret", HIGHLIGHTS)
    await stage.say("@nora", '!poll "Open?" yes no', HIGHLIGHTS)
    await stage.say("@nora", "!polls", CIRCLE)
    assert "1: Secret plan?" in stage.last(CIRCLE).text and "2: Open?" in stage.last(CIRCLE).text


async def test_community_and_network_count_apart(stage: Stage) -> None:
    """A community's poll 1 and its network's poll 1 are two polls; neither room answers for the other's."""
    await stage.say("@carla", '!poll "Tea?" yes no')
    await stage.say("@nora", '!poll "Coffee?" yes no', HIGHLIGHTS)
    await stage.say("@nora", "!poll close 1", HIGHLIGHTS)
    await stage.say("@carla", "!polls")
    assert "1: Tea?" in stage.last().text and "Coffee" not in stage.last().text
    await press_forged_button(stage, "@anna", "#lyon", "poll:2:0")
    async with stage.database.reading() as uow:
        assert not await polls.ballot_counts(uow, 2)
        assert (await polls.last_closed(uow, Holder(network=1))) is not None


async def test_event_with_answers_reminder_and_move(stage: Stage) -> None:
    """An event in a network's room is announced, answered, reminded of, moved and cancelled there."""
    await stage.say("@nora", "!event Assembly tomorrow at 19:00", HIGHLIGHTS)
    await stage.say("@nora", "yes", HIGHLIGHTS)
    card = stage.sees("Assembly", HIGHLIGHTS)
    await stage.react("@anna", card, "✅")
    await stage.say("@nora", "!events", HIGHLIGHTS)
    assert "Assembly" in stage.last(HIGHLIGHTS).text
    await stage.forward(hours=33, minutes=1)
    assert "Assembly" in stage.last(HIGHLIGHTS).text and "anna" in stage.last(HIGHLIGHTS).text
    await stage.say("@nora", "!event move 1 20:30", HIGHLIGHTS)
    await stage.say("@nora", "yes", HIGHLIGHTS)
    assert "has moved" in stage.last(HIGHLIGHTS).text
    await stage.say("@nora", "!event cancel 1 Storm", HIGHLIGHTS)
    await stage.say("@nora", "yes", HIGHLIGHTS)
    assert "Storm" in stage.last(HIGHLIGHTS).text
    stage.never_saw("Assembly", "#lyon")


async def test_quiet_hours_of_the_network(stage: Stage) -> None:
    """A reminder that falls into the network's quiet hours waits for their end."""
    await stage.say("@nora", "!config quiet-hours 9-11", HIGHLIGHTS)
    assert "9" in stage.last(HIGHLIGHTS).text
    await stage.say("@nora", "!config reminders 1 day before", HIGHLIGHTS)
    await stage.say("@nora", "!event Assembly on 27 November 2026 at 10:00", HIGHLIGHTS)
    await stage.say("@nora", "yes", HIGHLIGHTS)
    before = len(stage.shown(HIGHLIGHTS))
    await stage.forward(hours=25, minutes=30)
    assert len(stage.shown(HIGHLIGHTS)) == before
    await stage.forward(hours=1)
    assert len(stage.shown(HIGHLIGHTS)) == before + 1


async def test_digest_tells_of_the_network_itself(stage: Stage) -> None:
    """The digest of a network has the polls and events of its highlights rooms, under its own name."""
    await stage.forward(minutes=1)
    await stage.say("@nora", '!poll "Where do we meet?" Lyon Bari', HIGHLIGHTS)
    await stage.react("@anna", stage.last(HIGHLIGHTS), "2️⃣")
    await stage.say("@nora", "!poll close", HIGHLIGHTS)
    await stage.say("@nora", "!event Assembly on 20 December 2026 at 19:00", HIGHLIGHTS)
    await stage.say("@nora", "yes", HIGHLIGHTS)
    await stage.say("@nora", "!config digest-hour 18", HIGHLIGHTS)
    await stage.forward(hours=10)
    digest = stage.sees("What happened", HIGHLIGHTS).text
    assert "Where do we meet?" in digest and "Bari" in digest
    assert "Assembly" in digest and "Les Passeurs" in digest


async def test_lost_circle_tells_nothing_to_the_highlights_room(stage: Stage) -> None:
    """When the circle is lost, its poll's result waits: it is not posted where everybody reads."""
    await stage.say("@nora", '!poll "Secret plan?" yes no close=1h', CIRCLE)
    stage.sees("Secret", CIRCLE)
    async with stage.database.transaction() as uow:
        room = (await communities.rooms_by_address(uow, [("memory", CIRCLE)]))[("memory", CIRCLE)]
        room.state = RoomState.LOST
    await stage.forward(hours=3)
    stage.never_saw("Secret", HIGHLIGHTS)


async def test_answers_of_people_who_leave_a_network_room(stage: Stage) -> None:
    """Who leaves a network's room no longer counts as coming, until they come back."""
    await stage.say("@nora", "!event Assembly on 20 December 2026 at 19:00", HIGHLIGHTS)
    await stage.say("@nora", "yes", HIGHLIGHTS)
    await stage.join("@anna", HIGHLIGHTS, name="anna")
    card = stage.sees("Assembly", HIGHLIGHTS)
    await stage.react("@anna", card, "✅")
    assert "anna" in stage.platform.messages[card.id].text
    await stage.forward(minutes=1)
    stage.platform.leave(HIGHLIGHTS, "@anna")
    await stage.settle()
    await stage.forward(minutes=1)
    assert "anna" not in stage.platform.messages[card.id].text


@pytest.mark.parametrize(
    ("locale", "poll", "event", "answer", "planned"),
    [
        ("fr", '!sondage "Thé ?" oui non', "!événement Assemblée le 20 décembre à 19h", "oui", "Assemblée"),
        ("de", '!umfrage "Tee?" ja nein', "!termin Versammlung am 20. Dezember um 19 Uhr", "ja", "Versammlung"),
        ("es", '!encuesta "¿Té?" sí no', "!evento Asamblea el 20 de diciembre a las 19", "sí", "Asamblea"),
    ],
)
async def test_in_other_languages(
    tmp_path: Path, locale: str, poll: str, event: str, answer: str, planned: str
) -> None:
    """Polls and events of a network speak its language, with buttons and private answers."""
    async with staged(tmp_path, RICH) as stage:
        await whole_network(stage, locale)
        await stage.say("@nora", poll, HIGHLIGHTS)
        shown = stage.last(HIGHLIGHTS)
        await stage.press("@anna", shown, "1️⃣")
        assert "100" in stage.platform.messages[shown.id].text
        await stage.say("@nora", event, HIGHLIGHTS)
        await stage.say("@nora", answer, HIGHLIGHTS)
        assert planned in stage.sees(planned, HIGHLIGHTS).text
