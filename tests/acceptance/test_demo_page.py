"""Tests for the demo's page in a real Chromium: safe texts, failed requests, several tabs, the tour."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.acceptance.demo_picture import reduce_colours
from tests.acceptance.demo_process import DemoProcess
from tests.acceptance.demo_visitor import Visitor, visit

pytestmark = [
    pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("closed_windows"),
]  # fmt: skip
PICTURE = Path(__file__).parents[2] / "docs" / "images" / "demo.png"
LARGEST_PICTURE = 150_000
SENDING = re.compile("/messages")
NASTY = '<img src=x onerror="document.title=1"><script>document.title=2</script> & "quotes" *stars* `code`'


async def test_markup_in_messages_is_shown_literally(browser: Browser, demo: DemoProcess) -> None:
    """Markup in messages is shown literally, in the room and in the bot's texts."""
    context = await browser.new_context()
    carla, ben = await visit(context, demo.address, "carla"), await visit(context, demo.address, "ben")
    title = await ben.page.title()
    await carla.say("lyon", NASTY)
    await expect(ben.shown("lyon", "onerror").locator(".words")).to_have_text(NASTY, use_inner_text=True)
    await carla.say("lyon", f"/poll '{NASTY}' \"{NASTY[:40].replace(chr(34), '')}\" no")
    await ben.say("lyon", "</div></article><form action='/clock'>")
    await carla.sees("lyon", "</div></article>")
    await carla.page.reload()
    await expect(carla.shown("lyon", "</div></article>")).to_be_visible()
    assert await ben.page.locator(".words img, .words script, .words form").count() == 0
    assert await ben.page.title() == title
    assert carla.troubles + ben.troubles == []


async def test_content_security_policy_blocks_injection(browser: Browser, demo: DemoProcess) -> None:
    """The content security policy blocks injected scripts and styles."""
    zoe = await visit(await browser.new_context(), demo.address, "zoe")
    ran = await zoe.page.evaluate("""async () => {
        const script = document.createElement("script");
        script.textContent = "document.body.dataset.ran = 'yes'";
        document.body.append(script);
        const button = document.createElement("button");
        button.setAttribute("onclick", "document.body.dataset.ran = 'yes'");
        document.body.append(button);
        button.click();
        document.body.setAttribute("style", "outline: 9px solid red");
        return [document.body.dataset.ran, getComputedStyle(document.body).outlineWidth];
    }""")
    assert ran[0] is None
    assert ran[1] != "9px"
    assert any("Content Security Policy" in trouble for trouble in zoe.troubles)


async def test_failed_edit_and_reply_can_be_sent_again(browser: Browser, demo: DemoProcess) -> None:
    """After a network failure an edit is sent again as an edit, and a reply as a reply."""
    context = await browser.new_context()
    anna = await visit(context, demo.address, "anna")
    await anna.say("lyon", "brouillon")
    field, about = anna.pane("lyon").get_by_role("textbox"), anna.pane("lyon").locator(".composer .context")
    for words, tool, typed in (("brouillon", "Change", "version finale"), ("quarante arbres", "Reply", "bravo à tous")):
        message = anna.shown("lyon", words)
        await message.hover()
        await message.locator(".more > summary").click()
        await message.get_by_role("button", name=tool).click()
        await field.fill(typed)
        await anna.page.route(SENDING, lambda route: route.abort())
        await field.press("Enter")
        await expect(anna.pane("lyon").locator(".composer .problem")).to_contain_text("Not sent")
        await expect(field).to_have_value(typed)
        await expect(about).to_be_visible()
        await anna.page.unroute(SENDING)
        await field.press("Enter")
        assert await anna.sees("lyon", typed)
        await expect(about).to_be_hidden()
    await expect(anna.shown("lyon", "version finale").locator(".edited")).to_be_visible()
    await expect(anna.shown("lyon", "bravo à tous").locator(".answered")).to_contain_text("quarante arbres")
    await expect(anna.shown("lyon", "brouillon")).to_have_count(0)


async def test_every_tab_shows_all_messages(browser: Browser, demo: DemoProcess) -> None:
    """Eight people in eight tabs see the same messages, and a hidden tab catches up."""
    context = await browser.new_context()
    users = ("carla", "anna", "ben", "maya", "nora", "zoe", "owen", "grace")
    tabs = [await visit(context, demo.address, user) for user in users]
    for number, tab in enumerate(tabs[:3]):
        await tab.say("lyon", f"numéro {number}")
    for tab in tabs:
        for number in range(3):
            await tab.sees("lyon", f"numéro {number}")
    rest = """() => {
        Object.defineProperty(document, "hidden", { value: %s, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    await tabs[4].page.evaluate(rest % "true")
    await tabs[0].say("lyon", "pendant ce temps")
    await tabs[3].sees("lyon", "pendant ce temps")
    await expect(tabs[4].shown("lyon", "pendant ce temps")).to_have_count(0)
    await tabs[4].page.evaluate(rest % "false")
    assert await tabs[4].sees("lyon", "pendant ce temps")


async def test_tour_suggests_and_ticks_off_steps(browser: Browser, demo: DemoProcess) -> None:
    """The tour writes its suggested line, ticks off finished steps, and stays hidden once dismissed."""
    context = await browser.new_context(locale="fr-FR")
    visitor = Visitor(await context.new_page())
    await visitor.page.goto(demo.address)
    tour = visitor.page.locator("#tour")
    await expect(tour).to_contain_text("Quelqu’un arrive")
    await expect(visitor.page.locator("#people [aria-current]")).to_contain_text("Zoé")
    await tour.get_by_role("button", name="Passer").click()
    await tour.get_by_role("link", name="Devenir Carla").click()
    await tour.get_by_role("button", name="L’écrire pour moi").click()
    field = visitor.pane("lyon").get_by_role("textbox")
    await expect(field).to_have_value(re.compile(r"^/poll .Où se retrouve-t-on\s\?. .*close=2h$"))
    await field.press("Enter")
    await visitor.press("lyon", "Où se retrouve-t-on", "Au jardin")
    assert await visitor.sees("lyon", "une personne a voté")
    await expect(tour.locator(".now")).to_contain_text("Une question au salon")
    await visitor.move_clock("+1 h", times=2)
    await expect(tour.locator(".done")).to_contain_text("Une question au salon")
    await tour.get_by_role("button", name="Masquer la visite").click()
    await expect(tour).to_be_hidden()
    await visitor.page.reload()
    await expect(tour).to_be_hidden()


async def test_tour_can_be_finished(browser: Browser, demo: DemoProcess) -> None:
    """Whoever presses what stands out, and does what the tour says, ticks off its steps in their order."""
    visitor = Visitor(await (await browser.new_context(locale="en-GB")).new_page())
    await visitor.page.goto(demo.address)
    tour = visitor.page.locator("#tour")
    main, ticked = tour.locator(".main"), tour.locator(".dots .done")
    await main.click()
    await visitor.press("private", "Be kind", "🤝")
    await visitor.sees("private", "What brings you")
    await visitor.say("private", "The garden")
    await expect(ticked).to_have_count(1)
    await main.click()
    await main.click()
    await visitor.pane("halifax").get_by_role("textbox").press("Enter")
    await visitor.sees("halifax", "Where do we meet.*The garden")
    await visitor.move_clock("+1 h", times=2)
    await expect(ticked).to_have_count(2)
    await main.click()
    await visitor.pane("halifax").get_by_role("textbox").press("Enter")
    await visitor.press("halifax", "Shall I announce this", "✅")
    await visitor.sees("halifax", "Event 1: Potluck")
    await visitor.move_clock("+1 day", times=2)
    await expect(ticked).to_have_count(4)  # the digest came on the way
    for _ in range(3):
        await main.click()
    await expect(main).to_have_text("Become Maya")
    await main.click()
    await expect(main).to_have_text("Answer in North End")
    await visitor.press("halifax", "May I share it", "🙂")
    await visitor.sees("halifax", "will be shared with Les Passeurs")
    await visitor.move_clock("+1 min", times=2)
    await expect(ticked).to_have_count(5)
    await expect(tour).to_contain_text("Nothing is lost")


async def test_press_counts_while_the_clock_is_renewed(browser: Browser, demo: DemoProcess) -> None:
    """A button of the clock that is pressed while the page gets a new clock does what it says."""
    grace, maya = [await visit(await browser.new_context(), demo.address, user) for user in ("grace", "maya")]
    await grace.page.locator("#clock").get_by_role("button", name="+1 min").hover()
    await grace.page.mouse.down()
    await maya.move_clock("+1 min")
    await maya.say("halifax", "Just a minute")
    await grace.sees("halifax", "Just a minute")
    async with grace.page.expect_response(re.compile("/clock$")) as moved:
        await grace.page.mouse.up()
    assert (await moved.value).ok


async def test_visitor_opens_own_room(browser: Browser, demo: DemoProcess) -> None:
    """A visitor opens a room from the page and sets it up with the usual command."""
    carla = await visit(await browser.new_context(), demo.address, "carla")
    await carla.page.get_by_text("Open a room of your own").click()
    await carla.page.get_by_label("Room name").fill("Kitchen")
    await carla.page.get_by_label("Behaves like").select_option(label="Telegram")
    await carla.page.get_by_role("button", name="Open it and invite glocal").click()
    kitchen = carla.page.locator(".pane").filter(has=carla.page.get_by_role("heading", name="Kitchen"))
    await expect(kitchen).to_contain_text("Je suis glocal")
    field = kitchen.get_by_role("textbox")
    await field.fill("/setup Kitchen en Europe/Dublin")
    await field.press("Enter")
    await expect(kitchen).to_contain_text("Kitchen is set up")


async def test_picture_for_readme_is_small(browser: Browser, demo: DemoProcess) -> None:
    """The readme's picture shows busy rooms and stays small; the test saves it if it is missing or on request."""
    context = await browser.new_context(viewport={"width": 1400, "height": 800}, reduced_motion="reduce")
    carla, anna, ben = [await visit(context, demo.address, user) for user in ("carla", "anna", "ben")]
    grace, maya = [await visit(context, demo.address, user) for user in ("grace", "maya")]
    await grace.say("halifax", "!event Potluck tomorrow 7pm at the garden")
    await grace.press("halifax", "Shall I announce this", "✅")
    await maya.press("halifax", "Event 1: Potluck", "✅")
    await grace.sees("halifax", "1 coming: Maya")
    for fan in (ben, carla):
        await fan.react("lyon", "quarante arbres", "🎉")
    await anna.press("lyon", "quarante arbres", "Oui, sans mon nom")
    await anna.sees("lyon", "minute")
    await carla.move_clock("+1 min")
    await maya.sees("halifax", "quarante arbres")
    await carla.say("lyon", '/poll "Où se retrouve-t-on ?" "Au jardin" "À la bibliothèque" close=2h')
    for voter, answer in ((anna, "Au jardin"), (ben, "Au jardin"), (carla, "À la bibliothèque")):
        await voter.press("lyon", "Où se retrouve-t-on", answer)
    shown = await visit(context, demo.address, "ben")
    await shown.sees("lyon", "3 personnes ont voté")
    await shown.page.locator(".private").get_by_role("button", name="Hide").click()
    await expect(shown.page.locator(".private")).to_have_count(0)
    await asyncio.sleep(0.3)
    taken = await reduce_colours(browser, await shown.page.screenshot())
    assert len(taken) < LARGEST_PICTURE
    if not PICTURE.exists() or os.environ.get("GLOCAL_TAKE_PICTURES"):
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_bytes(taken)
