"""Tests for alerts: a community's connectors hear first, then its coordinators, once, and the end is an edit."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from bots.core.inbound import TimerFired
from bots.features.coordination import alerts
from storage.tables import Alert, Network, Room, RoomState
from tests.acceptance.network_rooms import CIRCLE, HIGHLIGHTS, add_circle
from tests.stage import RICH, Stage, staged


async def watched_network(stage: Stage, locale: str = "en", *, circle: bool = True) -> None:
    """Set up a network with a community whose connector was seen today, and begin to look."""
    network = await stage.network(locale=locale)
    await stage.community(network=network.id, locale=locale, quiet_hours="")
    await stage.say("@carla", "Hello")
    if circle:
        await add_circle(stage)
    await stage.say("@nora", "!config quiet-hours -", HIGHLIGHTS)
    await stage.restart()


def told(stage: Stage, words: str, room: str = CIRCLE) -> int:
    """Return how many messages of a room show these words."""
    return len(stage.matching(lambda shown: words in shown.text, room))


async def test_silent_connector(tmp_path: Path) -> None:
    """After 13 days the community is called, a day later its coordinators are told, once, and again after two weeks."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        await stage.forward(days=12, hours=14)
        stage.never_saw("has written or done anything")
        await stage.forward(hours=2)
        called = stage.last().text
        assert "carla: no connector of Lyon has written or done anything here for 13 days" in called
        assert "I’ll tell the coordinators of Les Passeurs" in called and "!network share state off" in called
        assert told(stage, "no connector seen") == 0
        await stage.forward(days=1)
        assert "Lyon: no connector seen for 14 days." in stage.last(CIRCLE).text
        assert "I’ll say it again in 14 days" in stage.last(CIRCLE).text
        stage.never_saw("no connector seen", HIGHLIGHTS)
        await stage.forward(days=13)
        assert told(stage, "no connector seen") == 1
        await stage.forward(days=2)
        assert "no connector seen for 28 days" in stage.last(CIRCLE).text
        assert told(stage, "no connector seen") == 1, "the older one says that the card is further down"
        assert told(stage, "has written or done anything", "#lyon") == 1


async def test_end_is_an_edit(tmp_path: Path) -> None:
    """When a connector is back, the message says so; nothing new is posted."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        await stage.skip(days=12)
        await stage.forward(days=3)
        alert = stage.sees("no connector seen", CIRCLE)
        count = len(stage.shown(CIRCLE))
        await stage.say("@carla", "I was on holiday")
        await stage.forward(hours=2)
        assert stage.platform.messages[alert.id].text == "✅ Lyon: a connector is back."
        assert len(stage.shown(CIRCLE)) == count


async def test_waiting_newcomer(tmp_path: Path) -> None:
    """A newcomer who waits since yesterday is told without a name; the hello ends it."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        await stage.join("@zoe", name="zoe")
        await stage.forward(hours=14)
        assert "somebody new has been waiting for a hello" in stage.sees("If it stays like this").text
        assert told(stage, "a newcomer has been waiting") == 0
        await stage.forward(hours=13)
        alert = stage.sees("a newcomer has been waiting for a hello since", CIRCLE)
        assert "zoe" not in alert.text
        await stage.say("@carla", "Welcome, zoe!")
        await stage.forward(hours=2)
        assert "every newcomer has been greeted" in stage.platform.messages[alert.id].text


async def test_lost_room(tmp_path: Path) -> None:
    """A community without a room is told in private, then its coordinators in the circle."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        async with stage.database.transaction() as uow:
            await uow.execute(update(Room).where(col(Room.room) == "#lyon").values(state=RoomState.LOST))
        await stage.forward(hours=14)
        private = [
            one for one in stage.platform.messages.values() if "no longer in one of the rooms of Lyon" in one.text
        ]
        assert [one.room for one in private] != ["#lyon"]
        await stage.forward(hours=13)
        assert "Lyon: I’ve lost one of its rooms" in stage.last(CIRCLE).text


async def test_without_a_circle_coordinators_are_told_in_private(tmp_path: Path) -> None:
    """Nothing of it is posted in the highlights room, and the private message is edited in the end."""
    async with staged(tmp_path) as stage:
        await watched_network(stage, "fr", circle=False)
        await stage.skip(days=12)
        await stage.forward(days=3)
        stage.never_saw("Lyon", HIGHLIGHTS)
        alerts = [
            one for one in stage.platform.messages.values() if "Lyon : aucun signe" in one.text.replace("\u202f", " ")
        ]
        assert len(alerts) == 1
        await stage.say("@carla", "Bonjour")
        await stage.forward(hours=2)
        assert "un connecteur est de retour" in stage.platform.messages[alerts[0].id].text


async def test_switches_and_thresholds(tmp_path: Path) -> None:
    """`alerts` shows and changes what is told, after how long; wrong lengths are explained."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        await stage.say("@nora", "!alerts", CIRCLE)
        assert "connector: no connector seen for 14 days" in stage.last(CIRCLE).text
        await stage.say("@nora", "!alerts connector 21 days", CIRCLE)
        assert "connector: no connector seen for 21 days" in stage.last(CIRCLE).text
        await stage.say("@nora", "!alerts newcomer 12 hours", CIRCLE)
        assert "newcomer: a newcomer waits for 12 hours" in stage.last(CIRCLE).text
        await stage.say("@nora", "!alerts connector 1 hour", CIRCLE)
        assert "can’t read 1 hour as a length" in stage.last(CIRCLE).text
        await stage.say("@nora", "!cancel", CIRCLE)
        await stage.say("@carla", "!alerts off")
        assert "coordinators" in stage.last().text
        await stage.skip(days=12)
        await stage.forward(days=3)
        assert told(stage, "no connector seen for 15") == 0
        await stage.skip(days=4)
        await stage.forward(days=3)
        alert = stage.sees("Lyon: no connector seen for 2[12]", CIRCLE)
        await stage.say("@nora", "!alerts off", CIRCLE)
        assert stage.last(CIRCLE).text.count(": off") == 3
        await stage.forward(hours=2)
        assert stage.platform.messages[alert.id].text == "Lyon: I no longer watch this."
        await stage.say("@nora", "!alerts connector on", CIRCLE)
        assert stage.last(CIRCLE).text.count(": off") == 2


async def test_one_community_can_be_left_out(tmp_path: Path) -> None:
    """After `alerts off Lyon` its message ends and nothing more comes about it, of any kind; others are still told."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        await stage.community("#bonn", name="Bonn", connector="@bea", network=1, quiet_hours="")
        await stage.say("@bea", "Hello", "#bonn")
        await stage.skip(days=12)
        await stage.forward(days=3)
        alert = stage.sees("Lyon: no connector seen", CIRCLE)
        await stage.say("@nora", "!alerts off lyon", CIRCLE)
        assert "off for: Lyon" in stage.last(CIRCLE).text
        await stage.forward(hours=2)
        assert stage.platform.messages[alert.id].text == "Lyon: I no longer watch this."
        await stage.restart()
        before = len(stage.shown())
        await stage.join("@zoe", name="zoe")
        await stage.forward(days=16)
        assert told(stage, "Bonn: no connector seen for") == 1
        assert told(stage, "Lyon: no connector") == told(stage, "Lyon: a newcomer") == 0
        assert not [shown for shown in stage.shown()[before:] if "coordinators" in shown.text]
        await stage.say("@nora", "!alerts on Lyon, Bonn", CIRCLE)
        assert "off for" not in stage.last(CIRCLE).text
        await stage.forward(days=2)
        assert told(stage, "Lyon: no connector seen") == 1


async def test_only_known_communities_are_left_out(tmp_path: Path) -> None:
    """A name that is none, and a network, are explained; the next message may be the right one."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        below = await stage.network("#below", name="Nord", coordinator="@nils", code="netcode2")
        await stage.bond(1, child=below.id)
        await stage.say("@nora", "!alerts off Nord", CIRCLE)
        assert "Nord is a network" in stage.last(CIRCLE).text
        await stage.say("@nora", "!alerts off Lion", CIRCLE)
        assert "Lyon" in stage.last(CIRCLE).text and "off for" not in stage.last(CIRCLE).text
        await stage.say("@nora", "Lyon", CIRCLE)
        assert "off for: Lyon" in stage.last(CIRCLE).text
        await stage.say("@nora", "!alerts off newcomer", CIRCLE)
        assert "newcomer: off" in stage.last(CIRCLE).text and "off for: Lyon" in stage.last(CIRCLE).text


@pytest.mark.parametrize(
    ("locale", "line", "shown"),
    [
        ("en", "!alerts off for lyon please", "off for: Lyon"),
        ("en", "!alerts Lyon off", "off for: Lyon"),
        ("fr", "!alertes non Lyon", "désactivé pour : Lyon"),
        ("fr", "!alertes non pour Lyon", "désactivé pour : Lyon"),
        ("de", "!hinweise aus Lyon", "aus für: Lyon"),
        ("de", "!hinweise aus für Lyon", "aus für: Lyon"),
        ("es", "!alertas no Lyon", "desactivado para: Lyon"),
        ("es", "!alertas no para Lyon", "desactivado para: Lyon"),
    ],
)
async def test_one_community_in_other_languages(tmp_path: Path, locale: str, line: str, shown: str) -> None:
    """One community is left out, and named in the list, in the network's language."""
    async with staged(tmp_path, RICH) as stage:
        await watched_network(stage, locale)
        await stage.say("@nora", line, CIRCLE)
        assert shown in stage.last(CIRCLE).text.replace("\u202f", " ")


async def test_held_back_state_and_leaving_end_alerts(tmp_path: Path) -> None:
    """Alerts about a community stop when it holds its state back or leaves."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        await stage.skip(days=12)
        await stage.forward(days=3)
        alert = stage.sees("no connector seen", CIRCLE)
        async with stage.database.transaction() as uow:
            for row in await uow.all(select(Alert)):
                row.network_told_at = stage.clock.now()
        await stage.join("@adm", name="adm")
        stage.platform.admins.add(("#lyon", "@adm"))
        await stage.say("@adm", "!network share state off")
        await stage.forward(hours=2)
        assert stage.platform.messages[alert.id].text == "Lyon: I no longer watch this."


async def test_quiet_hours_of_both(tmp_path: Path) -> None:
    """In quiet hours neither the community nor its coordinators are called; it waits until they are over."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id, quiet_hours="00:00-20:30", zone="UTC")
        await stage.say("@carla", "Hello")
        await add_circle(stage)
        await stage.restart()
        await stage.skip(days=12)
        await stage.forward(days=1, hours=11)
        stage.never_saw("has written or done anything")
        await stage.forward(hours=1)
        assert "has written or done anything" in stage.last().text


async def test_two_networks_call_a_community_once(tmp_path: Path) -> None:
    """A community in two networks hears of one matter once, and both networks are told."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        gardens = await stage.network("#gardens", name="Gardens", coordinator="@gus", code="gardens1")
        await stage.bond(gardens.id, community=1)
        await add_circle(stage, "#ring", coordinator="@gus", network="Gardens")
        await stage.say("@gus", "!config quiet-hours -", "#gardens")
        await stage.say("@carla", "Hello")
        await stage.restart()
        await stage.skip(days=12)
        await stage.forward(days=3)
        assert told(stage, "has written or done anything", "#lyon") == 1
        assert (told(stage, "no connector seen"), told(stage, "no connector seen", "#ring")) == (1, 1)


async def test_alert_is_sent_once_however_often_the_process_dies(tmp_path: Path) -> None:
    """The look that tells coordinators is one transaction: handled again, it tells nothing twice."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        await stage.skip(days=12)
        await stage.forward(days=2, hours=2)
        assert told(stage, "no connector seen") == 1
        await stage.restart()
        due = stage.clock.now() + timedelta(minutes=1)
        async with stage.database.transaction() as uow:
            await stage.set_timer(uow, "alerts", "1", due)
        again = TimerFired(key="again", account="", room="", at=due, timer=1, kind="alerts", subject="1", due=due)
        await stage.application.dispatch.submit([again, again])
        await stage.forward(hours=3)
        assert told(stage, "no connector seen") == 1


async def test_pages_over_many_communities(tmp_path: Path) -> None:
    """Sixty communities are checked in pages: each hears once, coordinators hear of five and a rest."""
    async with staged(tmp_path) as stage:
        await watched_network(stage)
        for number in range(60):
            await stage.community(
                f"#c{number}", name=f"C{number:02}", connector=f"@u{number}", network=1, quiet_hours="",
                connector_seen_on=stage.clock.now(),
            )  # fmt: skip
        await stage.skip(days=12)
        await stage.forward(days=2, hours=3)
        for number in (0, 24, 25, 59):
            assert told(stage, f"no connector of C{number:02} has written", f"#c{number}") == 1
        assert told(stage, "no connector seen") == alerts.MOST_A_DAY
        assert told(stage, "More communities of Les Passeurs") == 1


@pytest.mark.parametrize(
    ("locale", "line", "shown", "alert"),
    [
        ("fr", "!alertes connecteur 10 jours", "depuis 10 jours", "aucun signe d’un connecteur depuis 10 jours"),
        ("de", "!hinweise orga 10 Tage", "10 Tage lang nichts", "seit 10 Tagen nichts von der Orga"),
        ("es", "!alertas referente 10 días", "desde hace 10 días", "sin señales de referentes desde hace 10 días"),
    ],
)
async def test_in_other_languages(tmp_path: Path, locale: str, line: str, shown: str, alert: str) -> None:
    """Alerts are set and told in the network's language."""
    async with staged(tmp_path, RICH) as stage:
        await watched_network(stage, locale)
        await stage.say("@nora", line, CIRCLE)
        assert shown in stage.last(CIRCLE).text
        await stage.skip(days=8)
        await stage.forward(days=2, hours=2)
        assert alert in stage.last(CIRCLE).text


@pytest.mark.parametrize(
    ("locale", "circle", "silent", "more"),
    [
        ("en", False, "no connector seen for 14 days", "More communities of Les Passeurs may need a hand"),
        ("en", True, "no connector seen for 14 days", "More communities of Les Passeurs may need a hand"),
        ("fr", True, "aucun signe d’un connecteur depuis 14 jours", "D’autres communautés du réseau Les Passeurs"),
        ("de", True, "seit 14 Tagen", "Noch mehr Communitys von Les Passeurs"),
        ("es", True, "14 días", "Hay más comunidades de Les Passeurs"),
    ],
)
async def test_many_at_once(tmp_path: Path, locale: str, silent: str, more: str, circle: bool) -> None:
    """When many communities fall silent together, coordinators read about five, and once that there are more."""
    async with staged(tmp_path) as stage:
        await watched_network(stage, locale, circle=circle)
        async with stage.database.reading() as uow:
            network = (await uow.all(select(Network)))[0]
        for number in range(7):
            await stage.community(
                f"#home{number}", name=f"Town {number}", network=network.id, quiet_hours="", connector=f"@c{number}"
            )
        await stage.forward(hours=2)
        await stage.skip(days=12)
        await stage.forward(days=2, hours=6)
        room = CIRCLE if circle else "direct-@nora"
        assert told(stage, silent, room) == alerts.MOST_A_DAY
        assert told(stage, more, room) == 1
        await stage.forward(days=3)
        assert told(stage, more, room) == 1


@pytest.mark.parametrize(
    ("locale", "lines", "off"),
    [
        ("en", ("!alerts newcomers off", "!alerts off rooms"), ("newcomer: off", "room: off")),
        ("fr", ("!alertes nouveaux non", "!alertes non salons"), ("arrivée : désactivé", "salon : désactivé")),
        ("de", ("!hinweise neue aus", "!hinweise aus räume"), ("neuzugang: aus", "raum: aus")),
        ("es", ("!alertas nuevas no", "!alertas no salas"), ("llegada: desactivado", "sala: desactivado")),
    ],
)
async def test_in_the_words_of_coordinators(
    tmp_path: Path, locale: str, lines: tuple[str, str], off: tuple[str, str]
) -> None:
    """A matter is switched off in the words that people have for it, before or after `off`; the others stay."""
    async with staged(tmp_path, RICH) as stage:
        await watched_network(stage, locale)
        for line, expected in zip(lines, off, strict=True):
            await stage.say("@nora", line, CIRCLE)
            assert expected in stage.last(CIRCLE).text.replace("\u202f", " ").replace("\xa0", " ")
        await stage.say("@nora", "!alerts", CIRCLE)
        assert stage.last(CIRCLE).text.count("14") == 1
