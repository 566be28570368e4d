"""Tests for the features of the demo as its visitors use them, in a real Chromium."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, expect

from tests.acceptance.demo_process import DemoProcess
from tests.acceptance.demo_visitor import Visitor, visit

pytestmark = [
    pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("closed_windows"),
]  # fmt: skip
POLL = '/poll "Où se retrouve-t-on ?" "Au jardin" "À la bibliothèque" close=2h'


@pytest_asyncio.fixture(loop_scope="module")
async def tabs(browser: Browser) -> BrowserContext:
    """Open a browser window without tabs."""
    return await browser.new_context(viewport={"width": 1600, "height": 1000}, locale="fr-FR")


async def open_tabs(tabs: BrowserContext, demo: DemoProcess, *users: str, language: str = "fr") -> list[Visitor]:
    """Open a tab for each of these people."""
    return [await visit(tabs, demo.address, user, language) for user in users]


async def test_newcomer_journey_in_french(tabs: BrowserContext, demo: DemoProcess) -> None:
    """Zoé enters, accepts the rules and answers the question in French, and Anna is pinged and says hello."""
    zoe, anna = await open_tabs(tabs, demo, "zoe", "anna")
    await zoe.enter("lyon")
    await zoe.sees("lyon", "Bienvenue.*Zoé")
    await zoe.sees("private", "On se parle avec douceur")
    await zoe.press("private", "On se parle avec douceur", "accepte")
    await zoe.sees("private", "Qu’est-ce qui vous amène ici")
    await zoe.say("private", "Le jardin & la <b>soupe</b>")
    call = await anna.sees("lyon", "Zoé.*Le jardin & la <b>soupe</b>")
    assert "pinged" in str(await call.get_attribute("class"))
    await expect(anna.page.locator(".pane.direct")).to_have_count(0)
    await anna.say("lyon", "Bonjour Zoé !")
    await zoe.sees("lyon", "Anna a accueilli Zoé")
    assert zoe.troubles + anna.troubles == []


async def test_poll_card_updates_and_result_is_posted(tabs: BrowserContext, demo: DemoProcess) -> None:
    """One poll card updates on every visitor's page, and the result follows at the deadline."""
    carla, anna, ben = await open_tabs(tabs, demo, "carla", "anna", "ben")
    await carla.say("lyon", POLL)
    await carla.sees("lyon", "personne n’a encore voté")
    card = await carla.identifier("lyon", "personne n’a encore voté")
    for voter, answer in ((anna, "Au jardin"), (ben, "À la bibliothèque"), (carla, "À la bibliothèque")):
        await voter.press("lyon", "Où se retrouve-t-on", answer)
        await voter.sees("lyon", f"C’est noté.: {answer}")
    await ben.sees("lyon", r"Au jardin.*1 .*À la bibliothèque.*2 .*3 personnes")
    await ben.press("lyon", "3 personnes", "Au jardin")
    await anna.sees("lyon", r"Au jardin.*2 .*À la bibliothèque.*1 .*3 personnes")
    assert await anna.identifier("lyon", "3 personnes") == card
    await carla.move_clock("+1 h", times=2)
    await anna.sees("lyon", "Où se retrouve-t-on.*La réponse est.*Au jardin")
    assert await anna.identifier("lyon", "Le sondage 1 est clos") == card
    assert carla.troubles + anna.troubles + ben.troubles == []


async def test_reminders_come_at_local_time_of_each_room(tabs: BrowserContext, demo: DemoProcess) -> None:
    """Each room gets the reminder of its event at its own local time."""
    grace, maya = await open_tabs(tabs, demo, "grace", "maya", language="en")
    carla, anna = await open_tabs(tabs, demo, "carla", "anna")
    await grace.say("halifax", "!event Potluck tomorrow 7pm at the garden")
    await grace.sees("halifax", "Shall I announce this.*Thursday, November 26.*7:00.p.m..*the garden")
    await grace.press("halifax", "Shall I announce this", "✅")
    await maya.sees("halifax", "Event 1: Potluck")
    await maya.press("halifax", "Event 1: Potluck", "✅")
    await grace.sees("halifax", "1 coming: Maya")
    await carla.say("lyon", "/event Repas demain 19h au jardin")
    await carla.sees("lyon", "26 novembre.*19:00")
    await carla.press("lyon", "19:00", "Annoncer")
    await anna.press("jardin", "Repas", "Je viens")
    await carla.sees("jardin", "Repas.*Anna")
    await carla.move_clock("+1 jour")
    await carla.move_clock("+1 h", times=15)
    await anna.sees("jardin", "🔔.*Repas.*19:00.*Anna")
    await maya.sees("halifax", "🔔.*Potluck.*7:00.p.m..*Maya")
    for visitor, room, zone in ((anna, "jardin", "Europe/Paris"), (maya, "halifax", "America/Halifax")):
        came = (await visitor.moment(room, "🔔")).astimezone(ZoneInfo(zone))
        assert (came.day, came.hour, came.minute) == (26, 19, 0), came
    assert grace.troubles + maya.troubles + carla.troubles + anna.troubles == []


async def test_highlight_follows_its_source(tabs: BrowserContext, demo: DemoProcess) -> None:
    """After its author's yes a highlight appears in the network and in Halifax; it follows edit and withdrawal."""
    anna, ben, carla = await open_tabs(tabs, demo, "anna", "ben", "carla")
    maya = (await open_tabs(tabs, demo, "maya", language="en"))[0]
    for fan in (ben, carla):
        await fan.react("lyon", "quarante arbres", "🎉")
    await anna.press("lyon", "quarante arbres", "Oui, sans mon nom")
    await anna.sees("lyon", "Les Passeurs.*une minute.*quarante arbres")
    await carla.move_clock("+1 min")
    await maya.sees("network", "Lyon.*quarante arbres.*2 people liked it")
    copy = await maya.sees("halifax", "Lyon.*quarante arbres.*2 people liked it")
    await expect(copy).to_contain_text("original message")
    original = anna.pane("lyon").locator("article.own").filter(has_text="quarante arbres")
    await original.hover()
    await original.locator(".more > summary").click()
    await original.get_by_role("button", name="Modifier").click()
    await anna.say("lyon", "Nous avons planté cinquante arbres !")
    for room in ("network", "halifax"):
        await maya.sees(room, "Lyon.*cinquante arbres")
    original = anna.pane("lyon").locator("article.own").filter(has_text="cinquante arbres")
    await original.hover()
    await original.locator(".more > summary").click()
    await original.get_by_role("button", name="Retirer", exact=True).click()
    for room in ("network", "halifax", "lyon"):
        await expect(maya.pane(room).get_by_text("cinquante arbres")).to_have_count(0)
    assert anna.troubles + ben.troubles + carla.troubles + maya.troubles == []


async def test_digest_is_posted_once_at_six(tabs: BrowserContext, demo: DemoProcess) -> None:
    """The digest is posted once in the network's room, at six."""
    grace, nora = await open_tabs(tabs, demo, "grace", "nora", language="en")
    await grace.say("halifax", "!event Potluck tomorrow 7pm at the garden")
    await grace.press("halifax", "Shall I announce this", "✅")
    await nora.sees("halifax", "Event 1: Potluck")
    await nora.page.get_by_role("button", name="To the next event").click()
    digest = await nora.sees("network", "What happened in Les Passeurs.*Halifax.*Potluck")
    came = (await nora.moment("network", "What happened")).astimezone(ZoneInfo("Europe/Paris"))
    assert (came.hour, came.minute) == (18, 0)
    await expect(nora.page.locator(".dots .done")).to_contain_text(["The day ends"])
    await expect(nora.pane("network").get_by_text("What happened in")).to_have_count(1)
    assert digest is not None
    assert grace.troubles + nora.troubles == []


async def test_demo_survives_kill(tabs: BrowserContext, demo: DemoProcess) -> None:
    """After a kill the page reconnects by itself, the conversation is complete, and old buttons work."""
    carla, anna = await open_tabs(tabs, demo, "carla", "anna")
    await carla.say("lyon", POLL)
    await anna.press("lyon", "Où se retrouve-t-on", "Au jardin")
    await anna.sees("lyon", "une personne a voté")
    await anna.page.close()
    await demo.kill()
    await expect(carla.page.locator("#away")).to_contain_text("La démo est arrêtée")
    port = int(demo.address.rsplit(":", 1)[1].strip("/"))
    await demo.start(port=port)
    await expect(carla.page.locator("#away")).to_be_empty()
    await expect(carla.page.locator(".dots .done")).to_contain_text(["Rien ne se perd"])
    (again,) = await open_tabs(tabs, demo, "anna")
    await again.sees("lyon", "quarante arbres")
    await again.press("lyon", "une personne a voté", "À la bibliothèque")
    await carla.press("lyon", "Où se retrouve-t-on", "À la bibliothèque")
    assert await carla.sees("lyon", r"À la bibliothèque.*2 .*2 personnes")
    await expect(again.pane("lyon").get_by_text("Où se retrouve-t-on ?", exact=True)).to_have_count(1)
