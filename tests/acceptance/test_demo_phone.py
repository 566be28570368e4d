"""The page in a hand: on a screen of 360 pixels nothing is out of reach, covered, or read the wrong way round."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, expect

from tests.acceptance.demo_process import DemoProcess
from tests.acceptance.demo_visitor import visit

pytestmark = pytest.mark.browser
_EDGES = """(element, words) => {
    const range = document.createRange();
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    range.setStart(text, text.data.indexOf(words));
    range.setEnd(text, text.data.indexOf(words) + words.length);
    const box = range.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
}"""
Edges = tuple[float, float, float, float]


@pytest.fixture
async def phone(browser: Browser) -> BrowserContext:
    """A small one, held upright, of somebody who wants nothing to move."""
    return await browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )


async def edges(element: Locator) -> Edges:
    """Left, top, right, bottom, on the screen."""
    box = await element.bounding_box()
    assert box is not None, "it is not shown"
    return (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])


async def words_at(message: Locator, words: str) -> Edges:
    """Where these words of a message stand."""
    left, top, right, bottom = await message.locator(".words").evaluate(_EDGES, words)
    return (left, top, right, bottom)


def overlap(one: Edges, other: Edges) -> bool:
    """Whether one covers something of the other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


async def test_the_tab_of_the_room_that_shows_is_marked(phone: BrowserContext, demo: DemoProcess) -> None:
    """From the first moment on, however little of the room fits on the screen."""
    zoe = await visit(phone, demo.address, "zoe")
    await expect(zoe.page.locator('.tabs [data-tab="lyon"]')).to_have_attribute("aria-current", "true")
    await expect(zoe.page.locator(".tabs [aria-current]")).to_have_count(1)


async def test_what_the_tour_asks_for_is_on_the_screen(phone: BrowserContext, demo: DemoProcess) -> None:
    """It leads to the room and its way in; the line to try and what moves the clock need no search."""
    zoe = await visit(phone, demo.address, "zoe")
    await zoe.page.locator("#tour").get_by_role("link", name="Place publique").tap()
    await expect(zoe.pane("lyon").get_by_role("button", name="Enter as Zoé")).to_be_in_viewport(ratio=1)
    carla = await visit(phone, demo.address, "carla")
    await carla.page.locator("#tour").get_by_role("button", name="Skip").tap()
    await expect(carla.page.get_by_role("button", name="Write it for me")).to_be_in_viewport(ratio=0.9)
    await expect(carla.page.get_by_role("button", name="Next thing due")).to_be_in_viewport(ratio=1)


async def test_a_room_of_ones_own_can_be_opened(phone: BrowserContext, demo: DemoProcess) -> None:
    """The form is whole on the screen."""
    carla = await visit(phone, demo.address, "carla")
    await carla.page.get_by_text("Open a room of your own").tap()
    await expect(carla.page.get_by_label("Its name")).to_be_in_viewport(ratio=1)
    await expect(carla.page.get_by_role("button", name="Open it and invite glocal")).to_be_in_viewport(ratio=1)


async def test_a_short_notice_hides_nothing_that_is_needed(phone: BrowserContext, demo: DemoProcess) -> None:
    """Neither the field to write in nor the buttons of the poll, and it has room for its words."""
    carla = await visit(phone, demo.address, "carla")
    await carla.say("jardin", '/poll "On plante quoi ?" "Des fèves" "De l’ail"')
    await carla.press("jardin", "On plante quoi", "De l’ail")
    notice = carla.page.locator("#toasts p")
    await expect(notice).to_contain_text("C’est noté")
    left, top, right, bottom = await edges(notice)
    assert left >= 0 and right <= 360 and right - left > 240
    for needed in (carla.pane("jardin").get_by_role("textbox"), carla.shown("jardin", "On plante").locator(".buttons")):
        assert not overlap((left, top, right, bottom), await edges(needed))


async def test_what_opens_a_messages_tools_covers_no_word(phone: BrowserContext, demo: DemoProcess) -> None:
    """Also beside a message that follows another of its author, which has no line of its own for the name."""
    carla = await visit(phone, demo.address, "carla")
    await carla.say("jardin", "Un premier mot")
    await carla.say("jardin", "Et puis un deuxième qui va jusqu’au bout de la ligne et plus loin")
    message = await carla.sees("jardin", "Et puis un deuxième")
    assert "follows" in str(await message.get_attribute("class"))
    opener = await edges(message.locator(".more > summary"))
    for word in ("Et puis", "deuxième", "qui va", "jusqu’au", "bout"):
        assert not overlap(opener, await words_at(message, word)), word


async def test_words_from_right_to_left_are_read_so(phone: BrowserContext, demo: DemoProcess) -> None:
    """A line that begins with Arabic begins at the right, the Latin words in it come after, further left."""
    carla = await visit(phone, demo.address, "carla")
    field = carla.pane("jardin").get_by_role("textbox")
    await field.fill("مرحبا (Lyon)")
    assert await field.evaluate("(field) => getComputedStyle(field).direction") == "rtl"
    await carla.say("jardin", "مرحبا (Lyon)")
    message = await carla.sees("jardin", "مرحبا")
    greeting, town = await words_at(message, "مرحبا"), await words_at(message, "Lyon")
    assert town[2] <= greeting[0]
    assert (await edges(message.locator(".words")))[2] - greeting[2] < 60
