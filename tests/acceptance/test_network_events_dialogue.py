"""Events of a network that its communities accept: one list of people for all, each room in its language and zone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.testing import Shown
from bots.turn import rounds
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
    assert any("anna" in shown.text for shown in [*stage.shown("direct-@nora"), *stage.shown(NET)])


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
    """A cancelled event is told in each room that shows it, and to those who come; others hear nothing more."""
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


async def test_moved_and_reminded_once(tmp_path: Path) -> None:
    """Each room reads of a move and is reminded in its zone; each person once, in private, where they replied last."""
    async with staged(tmp_path, RICH) as stage:
        await three_towns(stage, zone="Asia/Tokyo")
        await plan(stage)
        await decide(stage, "✅", LYON, BONN)
        await reply(stage, LYON, "✅", "@anna")
        await reply(stage, BONN, "✅", "@anna", "@ben")
        await stage.say("@nora", "!event move 1 20:00", NET)
        await stage.say("@nora", "yes", NET)
        await stage.forward(seconds=5)
        assert "28. November 2026 um 05:00" in card(stage, BONN).text
        assert "déplacé" in stage.last(LYON).text and "verlegt" in stage.last(BONN).text
        assert "28. November 2026 um 05:00" in stage.last("direct-@anna").text
        await stage.forward(hours=35)
        for room in (LYON, BONN):
            assert len(stage.matching(lambda shown: "⏰" in shown.text and "Assembly" in shown.text, room)) == 1
        for person in ("@anna", "@ben"):
            reminders = stage.matching(lambda shown: "⏰" in shown.text, f"direct-{person}")
            assert len(reminders) == 1 and "Assembly" in reminders[0].text
        stage.never_saw("⏰ Assembly", YORK)


async def test_places_are_counted_across_rooms(stage: Stage) -> None:
    """The last place of one room is the last of all; who waits elsewhere is offered the one that becomes free."""
    await plan(stage, f"{EVENT} places=1")
    await decide(stage)
    await reply(stage, LYON, "✅", "@anna")
    await reply(stage, BONN, "✅", "@ben")
    assert "1 coming: 1 elsewhere" in card(stage, YORK).text and "1 waiting: 1 elsewhere" in card(stage, YORK).text
    await reply(stage, LYON, "❌", "@anna")
    await stage.press("@ben", stage.last("direct-@ben"), "✅")
    await stage.forward(seconds=5)
    assert "1 dabei: ben" in card(stage, BONN).text
    assert "1 vient : 1 ailleurs" in card(stage, LYON).text.replace("\u202f", " ")


async def test_always_and_never(stage: Stage) -> None:
    """After "always" events are shown unasked, until that is undone; who takes none is neither asked nor counted."""
    await plan(stage)
    await decide(stage, "🔁", YORK)
    await stage.say("@bea", "!network events aus", BONN)
    await stage.forward(seconds=5)
    await plan(stage, "!event Picnic on 28 November 2026 at 12:00 to=network")
    assert "Event 2: Picnic" in stage.last(YORK).text
    assert "invite à Picnic" in stage.last(LYON).text
    stage.never_saw("Picnic", BONN)
    await stage.say("@yan", "!network events ask", YORK)
    await stage.say("@nora", "!event Walk on 29 November 2026 at 12:00 to=network", NET)
    assert "2 communities" in stage.last(NET).text
    await stage.press("@nora", stage.last(NET), "✅")
    await stage.forward(seconds=5)
    assert "invites you to Walk" in stage.last(YORK).text
    await stage.say("@yan", "!network events off", YORK)
    await stage.forward(seconds=5)
    assert "no longer shows this event" in stage.sees("Picnic", YORK).text
    await stage.say("@anna", "!events", YORK)
    assert "Picnic" not in stage.last(YORK).text


async def test_a_community_that_leaves(stage: Stage) -> None:
    """When a community leaves, its card closes and nobody there replies; its replies still count."""
    await plan(stage)
    await decide(stage)
    await reply(stage, LYON, "✅", "@anna")
    await stage.say("@carla", "!unlink", LYON)
    await stage.say("@carla", "oui", LYON)
    await stage.forward(seconds=5)
    assert stage.sees("Assembly.*ne montre plus cet événement", LYON)
    await press_forged_button(stage, "@ben", LYON, "rsvp:1:yes")
    await press_forged_button(stage, "@carla", LYON, "eventshow:1:show")
    assert "1 coming" in card(stage, NET).text
    await stage.say("@nora", "!event cancel 1", NET)
    await stage.say("@nora", "yes", NET)
    await stage.forward(seconds=5)
    stage.never_saw("annulé", LYON)
    assert "🚫" in card(stage, BONN).text


async def test_a_series_is_accepted_once(stage: Stage) -> None:
    """The next date of a series is shown where the first was accepted, and neither shown nor asked about elsewhere."""
    await plan(stage, "!event Assembly every friday at 19:00 to=network")
    await decide(stage, "✅", LYON)
    await decide(stage, "❌", BONN)
    await stage.forward(days=3)
    assert "Événement 2" in card(stage, LYON).text
    stage.never_saw("Termin 2", BONN)
    assert len(stage.matching(lambda shown: "🌐" in shown.text, BONN)) == 1
    await stage.say("@yan", "!event accept 2", YORK)
    await stage.forward(seconds=5)
    assert "Event 2" in card(stage, YORK).text


async def test_hosted_by_a_community(stage: Stage) -> None:
    """A coordinator who is a connector in a community plans there: it is the host, and others are asked in its name."""
    await stage.say("@yan", EVENT, YORK)
    assert "coordinator" in stage.last(YORK).text
    stage.platform.admins.add((YORK, "@nora"))
    await plan(stage, room=YORK)
    assert "York invite toutes les communautés du réseau Les Passeurs" in stage.last(LYON).text
    await decide(stage, "✅", LYON)
    await reply(stage, LYON, "✅", "@anna")
    assert "Événement de York" in card(stage, LYON).text and "1 coming: 1 elsewhere" in card(stage, YORK).text
    await stage.say("@carla", "!event cancel 1", LYON)
    await stage.say("@carla", "oui", LYON)
    assert "🚫" not in card(stage, YORK).text
    await stage.say("@yan", "!unlink", YORK)
    await stage.say("@yan", "yes", YORK)
    await stage.forward(seconds=5)
    assert stage.sees("Assembly.*ne montre plus cet événement", LYON) and "Event 1" in card(stage, YORK).text


async def dying(stage: Stage) -> None:
    """Let the bot die after each step of its work, with what it held in memory."""
    for _ in range(12):
        await stage.adapter.read_new(stage.application.dispatch)
        await stage.application.timers.fire_due()
        await stage.restart()
    await stage.forward(seconds=5)


async def test_crash_between_pages(tmp_path: Path) -> None:
    """The bot dies between the pages of its way down; after that every home was asked, and told, exactly once."""
    async with staged(tmp_path, RICH) as stage:
        network = await stage.network()
        rooms = [f"#town{number}" for number in range(2 * rounds.SIZE + 3)]
        for room in rooms:
            await stage.community(room, name=room, connector="@carla", network=network.id, quiet_hours="")
        await stage.say("@nora", EVENT, NET)
        stage.platform.press(stage.last(NET).id, "@nora", "✅")
        await dying(stage)
        assert [len(stage.shown(room)) for room in rooms] == [1] * len(rooms)
        for room in rooms:
            stage.platform.press(stage.last(room).id, "@carla", "✅")
        await stage.settle()
        await stage.say("@nora", "!event cancel 1 Storm", NET)
        await dying(stage)
        told = [len(stage.matching(lambda shown: "Storm" in shown.text, room)) for room in rooms]
        assert told == [2] * len(rooms), "the card, and the news"


async def test_edited_everywhere(stage: Stage) -> None:
    """Another place is on every card, also where people are still being asked."""
    await plan(stage)
    await decide(stage, "✅", LYON)
    await stage.say("@nora", "!event edit 1 place: the harbour", NET)
    await stage.forward(seconds=5)
    for room in (NET, LYON):
        assert "the harbour" in card(stage, room).text
    assert "the harbour" in stage.last(YORK).text and "lädt euch ein" in stage.last(BONN).text


async def test_networks_below(tmp_path: Path) -> None:
    """Communities of a network below are asked too, once, and remember "always" for what comes through that network."""
    async with staged(tmp_path, RICH) as stage:
        towns = await three_towns(stage)
        below = await stage.network("#below", name="Nord", coordinator="@nils", code="netcode2")
        await stage.bond(towns.network.id, child=below.id)
        await stage.community("#oslo", name="Oslo", connector="@ola", network=below.id, quiet_hours="")
        await stage.bond(below.id, community=towns.by_room[YORK].id)
        await stage.say("@nora", EVENT, NET)
        assert "4 communities" in stage.last(NET).text
        await stage.press("@nora", stage.last(NET), "✅")
        await stage.forward(seconds=5)
        assert len(stage.shown("#oslo")) == len(stage.shown(YORK)) == 1 and stage.shown("#below") == []
        assert "Always show events from Nord" in str(stage.last("#oslo"))
        await stage.press("@ola", stage.last("#oslo"), "✅")
        await reply(stage, "#oslo", "✅", "@ben")
        assert "1 coming: 1 elsewhere" in card(stage, NET).text
        await stage.say("@nils", "!network leave", "#below")
        await stage.say("@nils", "yes", "#below")
        await stage.forward(seconds=5)
        assert stage.sees("Assembly: this community no longer shows", "#oslo")


async def test_not_private_at_the_same_time(stage: Stage) -> None:
    """An event for the communities of a network is none that stays in one; there must be a network, and communities."""
    await stage.say("@nora", f"{EVENT} visibility=members", NET)
    assert "it can’t stay here" in stage.last(NET).text
    await stage.community("#oslo", name="Oslo", connector="@ola")
    await stage.say("@ola", EVENT, "#oslo")
    assert "belongs to no network" in stage.last("#oslo").text
    await stage.network("#lonely", name="Lonely", coordinator="@lea", code="netcode3")
    await stage.say("@lea", EVENT, "#lonely")
    assert "nobody to ask" in stage.last("#lonely").text


@pytest.mark.parametrize(
    ("locale", "line", "asked", "again"),
    [
        ("fr", "!événement Assemblée le 27 novembre à 19h vers=réseau", "3 communautés", "!événement accepter 1"),
        ("de", "!termin Versammlung am 27. November um 19 Uhr an=netzwerk", "3 Communitys", "!termin aufnehmen 1"),
        ("es", "!evento Asamblea el 27 de noviembre a las 19 destino=red", "3 comunidades", "!evento aceptar 1"),
    ],
)
async def test_in_other_languages(tmp_path: Path, locale: str, line: str, asked: str, again: str) -> None:
    """The argument, the preview and the commands of the connectors exist in each language."""
    async with staged(tmp_path, PLAIN) as stage:
        network = await stage.network(locale=locale)
        for town in ("a", "b", "c"):
            await stage.community(f"#{town}", name=town, locale=locale, connector="@carla", network=network.id)
        await stage.say("@nora", line, NET)
        assert asked in stage.last(NET).text
        await stage.press("@nora", stage.last(NET), "✅")
        await stage.forward(seconds=5)
        assert len(stage.shown("#a")) == 1
        await stage.say("@carla", again, "#a")
        await stage.forward(seconds=5)
        assert len(stage.shown("#a")) == 3, stage.transcript("#a")
