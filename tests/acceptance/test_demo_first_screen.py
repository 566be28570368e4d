"""Tests for what a visitor of the demo meets first: the sentence, the rooms, one thing to press, and the way around."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.acceptance.demo_process import DemoProcess
from tests.acceptance.demo_visitor import Visitor, visit

pytestmark = [
    pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("closed_windows"),
]  # fmt: skip
SMALLEST = 12
"""Pixels of the smallest text."""
_TEXT_SIZES = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
        found.push([parseFloat(getComputedStyle(node.parentElement).fontSize), node.data.trim().slice(0, 40)]);
    }
    return found;
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> AsyncIterator[DemoProcess]:
    """Run one demo for all of these tests: they look, and change nothing."""
    process = DemoProcess(tmp_path_factory.mktemp("look") / "demo", shared)
    try:
        await process.begin()
        yield process
    finally:
        await process.stop()


async def arrive(browser: Browser, address: str, locale: str, **options: object) -> Page:
    """Open the demo as a new visitor whose browser has this language."""
    page = await (await browser.new_context(locale=locale, **options)).new_page()  # type: ignore[arg-type]  # Playwright's
    await page.goto(address)
    return page


async def test_english_visitor_starts_in_the_english_room(browser: Browser, demo: DemoProcess) -> None:
    """An English visitor reads what glocal is, is somebody new in Halifax, and sees the English room first."""
    page = await arrive(browser, demo.address, "en-GB")
    await expect(page.locator("h1")).to_contain_text("One bot for many local chat rooms")
    await expect(page.locator("#people [aria-current]")).to_contain_text("Noah")
    await expect(page.locator(".pane h2").first).to_have_text("North End")
    await expect(page.locator(".tabs a").first).to_have_text("North End")


async def test_rooms_are_alive(browser: Browser, demo: DemoProcess) -> None:
    """People have talked for hours: a poll has votes, an event has guests, and a message has reached the network."""
    page = await arrive(browser, demo.address, "en-GB")
    visitor = Visitor(page)
    await visitor.sees("halifax", "Morning all.*two new bikes")
    await visitor.sees("halifax", "What do we cook on Sunday.*Chowder.*1.*Chili.*1")
    await visitor.sees("jardin", "Plantations.*Anna.*Ben")
    await visitor.sees("network", "Halifax.*fourteen bikes.*2 people liked it")
    await visitor.sees("wide", "From Les Passeurs.*Halifax.*fourteen bikes")
    first = await visitor.moment("network", "Welcome, Lyon and Halifax")
    last = await visitor.moment("lyon", "quarante arbres")
    assert (last - first).total_seconds() > 2 * 3600


@pytest.mark.parametrize("locale", ["en-GB", "fr-FR", "de-DE", "es-ES"])
async def test_chrome_is_a_small_part_of_a_phone(browser: Browser, demo: DemoProcess, locale: str) -> None:
    """On a phone the rooms begin within the first quarter, and exactly one thing to press stands out."""
    options = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
    page = await arrive(browser, demo.address, locale, **options)
    await expect(page.locator(".main:visible")).to_have_count(1)
    await expect(page.locator(".main:visible")).to_be_in_viewport(ratio=1)
    box = await page.locator(".pane").first.bounding_box()
    assert box is not None and box["y"] < 740 / 4


@pytest.mark.parametrize("width", [360, 1280])
async def test_no_text_is_tiny(browser: Browser, demo: DemoProcess, width: int) -> None:
    """No text on the page is smaller than 12 pixels."""
    page = await arrive(browser, demo.address, "en-GB", viewport={"width": width, "height": 800})
    await expect(page.locator("#tour .main")).to_be_visible()
    sizes = await page.evaluate(_TEXT_SIZES)
    assert len(sizes) > 50
    assert [(size, words) for size, words in sizes if size < SMALLEST] == []


async def test_keyboard_reaches_every_composer(browser: Browser, demo: DemoProcess) -> None:
    """From the top of the page, a few presses of Tab and Enter lead to the text field of each room."""
    carla = await visit(await browser.new_context(), demo.address, "carla")
    for number, room in enumerate(("halifax", "lyon", "network", "jardin")):
        await carla.page.reload()
        link = carla.page.locator(f'.skips a[href="#write-{room}"]')
        presses = 0
        while not await link.evaluate("link => link === document.activeElement"):
            await carla.page.keyboard.press("Tab")
            presses += 1
            assert presses < 8  # a new page may miss the first one
        await carla.page.keyboard.press("Enter")
        field = carla.pane(room).locator(f"#write-{room}")
        await expect(field).to_be_focused()
        await carla.page.keyboard.type(f"typed {number}")
        if await field.evaluate("(element) => element.tagName") == "TEXTAREA":
            await expect(field).to_have_value(f"typed {number}")


async def test_commands_are_suggested(browser: Browser, demo: DemoProcess) -> None:
    """Typing the prefix suggests commands with what they do; arrows and Enter choose, and Escape closes the list."""
    grace = await visit(await browser.new_context(), demo.address, "grace")
    field, options = grace.pane("halifax").get_by_role("textbox"), grace.pane("halifax").get_by_role("option")
    await field.press_sequentially("!eve")
    await expect(options.first).to_contain_text("!event")
    await field.press("ArrowDown")
    await field.press("ArrowDown")
    chosen = await grace.pane("halifax").get_by_role("option", selected=True).locator("b").inner_text()
    await field.press("Enter")
    await expect(field).to_have_value(f"{chosen} ")
    await expect(options).to_have_count(0)
    await field.fill("")
    await field.press_sequentially("!po")
    await expect(options.first).to_be_visible()
    await field.press("Escape")
    await expect(options).to_have_count(0)
    assert grace.troubles == []


async def test_commands_are_suggested_in_the_language_of_the_room(browser: Browser, demo: DemoProcess) -> None:
    """A French room suggests French commands, described in the visitor's language, in its platform's spelling."""
    carla = await visit(await browser.new_context(), demo.address, "carla", "en")
    field = carla.pane("jardin").get_by_role("textbox")
    await field.press_sequentially("/sondage")
    await expect(carla.pane("jardin").get_by_role("option").first).to_contain_text(re.compile("/sondage_"))


async def test_language_switch(browser: Browser, demo: DemoProcess) -> None:
    """The language switch offers every language by its own name and leads to the page in it."""
    page = await arrive(browser, demo.address, "en-GB")
    switch = page.get_by_role("navigation", name="Language")
    for name in ("Deutsch", "English", "español", "français"):
        await expect(switch.get_by_role("link", name=re.compile(name, re.IGNORECASE))).to_be_visible()
    await switch.get_by_role("link", name=re.compile("français", re.IGNORECASE)).click()
    await expect(page.locator("h1")).to_contain_text("Un bot pour")
    await expect(page.locator("#people [aria-current]")).to_contain_text("Zoé")


async def test_way_to_own_rooms(browser: Browser, demo: DemoProcess) -> None:
    """A link explains how to connect rooms of one's own, and leads back."""
    page = await arrive(browser, demo.address, "en-GB")
    await page.get_by_role("link", name="Connect your own rooms").first.click()
    await expect(page.get_by_text("glocal init --platform telegram")).to_be_visible()
    await page.get_by_role("link", name="Back to the rooms").click()
    await expect(page.locator(".pane h2").first).to_have_text("North End")


async def test_unknown_address(browser: Browser, demo: DemoProcess) -> None:
    """An address that leads nowhere says so, in the visitor's language, with a way back."""
    page = await (await browser.new_context(locale="de-DE")).new_page()
    answer = await page.goto(f"{demo.address}nothing/here")
    assert answer is not None and answer.status == 404
    await expect(page.locator("h1")).to_have_text("Hier ist nichts")
    await page.get_by_role("link", name="Zurück zu den Räumen").click()
    await expect(page.locator(".pane")).to_have_count(5)


async def test_tally_is_drawn_as_bars(browser: Browser, demo: DemoProcess) -> None:
    """The bars of a poll are drawn, with half of one filled for half of the votes."""
    page = await arrive(browser, demo.address, "en-GB")
    bars = Visitor(page).pane("halifax").locator(".poll meter")
    await expect(bars).to_have_count(2)
    value, highest = await bars.first.get_attribute("value"), await bars.first.get_attribute("max")
    assert value is not None and highest is not None and 2 * int(value) == int(highest)
