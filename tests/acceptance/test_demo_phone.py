"""Tests for the demo's page on a phone with a screen of 360 pixels."""

from __future__ import annotations

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, expect

from tests.acceptance.demo_process import DemoProcess
from tests.acceptance.demo_visitor import visit
from tests.waiting import until

pytestmark = [
    pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("closed_windows"),
]  # fmt: skip
_EDGES = """(element, words) => {
    const range = document.createRange();
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    range.setStart(text, text.data.indexOf(words));
    range.setEnd(text, text.data.indexOf(words) + words.length);
    const box = range.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
}"""
Edges = tuple[float, float, float, float]


@pytest_asyncio.fixture(loop_scope="module")
async def phone(browser: Browser) -> BrowserContext:
    """Open a small upright phone with reduced motion."""
    return await browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )


async def edges_of(element: Locator) -> Edges:
    """Return an element's left, top, right and bottom edges on the screen. A redraw may have just replaced it."""
    box = await until(element.bounding_box, lambda: "it is not shown")
    return (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])


async def edges_of_words(message: Locator, words: str) -> Edges:
    """Return the edges of some words of a message."""
    left, top, right, bottom = await message.locator(".words").evaluate(_EDGES, words)
    return (left, top, right, bottom)


def overlaps(one: Edges, other: Edges) -> bool:
    """Return whether two areas overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


async def test_tab_of_visible_room_is_marked(phone: BrowserContext, demo: DemoProcess) -> None:
    """The tab of the visible room is marked from the start."""
    zoe = await visit(phone, demo.address, "zoe")
    await expect(zoe.page.locator('.tabs [data-tab="lyon"]')).to_have_attribute("aria-current", "true")
    await expect(zoe.page.locator(".tabs [aria-current]")).to_have_count(1)


async def test_tour_targets_are_on_screen(phone: BrowserContext, demo: DemoProcess) -> None:
    """Everything that the tour asks for is on the screen."""
    noah = await visit(phone, demo.address, "noah")
    await noah.page.locator("#tour").get_by_role("button", name="Join North End").tap()
    await expect(noah.pane("halifax").get_by_role("textbox")).to_be_in_viewport(ratio=1)
    grace = await visit(phone, demo.address, "grace")
    await grace.page.locator("#tour summary").tap()
    await grace.page.locator("#tour").get_by_role("button", name="Skip").tap()
    await expect(grace.page.get_by_role("button", name="Write it for me")).to_be_in_viewport(ratio=0.9)
    await grace.page.locator('[data-menu="clock"]').tap()
    await expect(grace.page.get_by_role("button", name="To the next event")).to_be_in_viewport(ratio=1)


async def test_people_are_a_menu(phone: BrowserContext, demo: DemoProcess) -> None:
    """The people are a menu that opens with a tap and leads to each of them."""
    noah = await visit(phone, demo.address, "noah")
    maya = noah.page.locator("#people").get_by_role("link", name="Maya")
    await expect(maya).to_be_hidden()
    await noah.page.locator('[data-menu="people"]').tap()
    await maya.tap()
    await expect(noah.page.locator('[data-menu="people"]')).to_contain_text("Maya")


async def test_form_for_new_room_is_on_screen(phone: BrowserContext, demo: DemoProcess) -> None:
    """The form for a new room fits on the screen."""
    carla = await visit(phone, demo.address, "carla")
    await carla.page.get_by_text("Open a room of your own").tap()
    await expect(carla.page.get_by_label("Room name")).to_be_in_viewport(ratio=1)
    await expect(carla.page.get_by_role("button", name="Open it and invite glocal")).to_be_in_viewport(ratio=1)


async def test_notice_covers_no_controls(phone: BrowserContext, demo: DemoProcess) -> None:
    """A short notice is on the screen, and covers neither the text field nor the poll's buttons."""
    carla = await visit(phone, demo.address, "carla")
    await carla.say("jardin", '/poll "On plante quoi ?" "Des fèves" "De l’ail"')
    await carla.press("jardin", "On plante quoi", "De l’ail")
    notice = carla.page.locator("#toasts p")
    await expect(notice).to_contain_text("✅ De l’ail")
    left, top, right, bottom = await edges_of(notice)
    assert left >= 0 and right <= 360
    for needed in (carla.pane("jardin").get_by_role("textbox"), carla.shown("jardin", "On plante").locator(".buttons")):
        assert not overlaps((left, top, right, bottom), await edges_of(needed))


async def test_tools_button_covers_no_words(phone: BrowserContext, demo: DemoProcess) -> None:
    """The button for a message's tools covers no words, even beside a message without its author's name."""
    carla = await visit(phone, demo.address, "carla")
    await carla.say("jardin", "Un premier mot")
    await carla.say("jardin", "Et puis un deuxième qui va jusqu’au bout de la ligne et plus loin")
    message = await carla.sees("jardin", "Et puis un deuxième")
    assert "follows" in str(await message.get_attribute("class"))
    opener = await edges_of(message.locator(".more > summary"))
    for word in ("Et puis", "deuxième", "qui va", "jusqu’au", "bout"):
        assert not overlaps(opener, await edges_of_words(message, word)), word


async def test_right_to_left_text_is_aligned_right(phone: BrowserContext, demo: DemoProcess) -> None:
    """A line that begins with Arabic starts at the right edge, with its Latin words to the left."""
    carla = await visit(phone, demo.address, "carla")
    field = carla.pane("jardin").get_by_role("textbox")
    await field.fill("مرحبا (Lyon)")
    assert await field.evaluate("(field) => getComputedStyle(field).direction") == "rtl"
    await carla.say("jardin", "مرحبا (Lyon)")
    message = await carla.sees("jardin", "مرحبا")
    greeting, town = await edges_of_words(message, "مرحبا"), await edges_of_words(message, "Lyon")
    assert town[2] <= greeting[0]
    assert (await edges_of(message.locator(".words")))[2] - greeting[2] < 60
