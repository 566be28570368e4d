"""Tests that the demo's page works for everybody: by keyboard, on a phone, with reduced motion."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # ships no py.typed
from playwright.async_api import Browser, Page, expect

from tests.acceptance.demo_process import DemoProcess
from tests.acceptance.demo_visitor import Visitor, visit

pytestmark = [
    pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("closed_windows"),
]  # fmt: skip


async def violations(page: Page) -> list[str]:
    """Return the accessibility problems that axe finds."""
    result = await Axe().run(page)
    return [
        f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes']][:4]}"
        for one in result.response["violations"]
    ]


async def fill_page(visitor: Visitor) -> None:
    """Fill a page with a poll, a private answer, reactions and an open menu."""
    await visitor.say("lyon", '/poll "Where?" "Garden" "Library"')
    await visitor.press("lyon", "Where", "Garden")
    await visitor.sees("lyon", "noté.: Garden")
    await visitor.react("lyon", "quarante arbres", "🎉")
    await expect(visitor.shown("lyon", "quarante arbres").locator(".reactions")).to_contain_text("1")
    await visitor.page.locator("#pane-lyon .about > summary").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)], ids=["desk", "phone"])
async def test_axe_finds_no_violation(
    browser: Browser, demo: DemoProcess, scheme: str, width: int, height: int
) -> None:
    """Axe finds no accessibility problem in light and dark, on wide and narrow screens."""
    context = await browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )  # fmt: skip
    carla = await visit(context, demo.address, "carla")
    assert await violations(carla.page) == []
    await fill_page(carla)
    assert await violations(carla.page) == []
    zoe = await visit(context, demo.address, "zoe", "fr")
    assert await violations(zoe.page) == []
    assert carla.troubles + zoe.troubles == []


async def test_phone_reaches_all_rooms_and_tools(browser: Browser, demo: DemoProcess) -> None:
    """On a phone the page never scrolls sideways, and taps switch rooms, send messages and react."""
    context = await browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    carla = await visit(context, demo.address, "carla")
    width = await carla.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    await carla.page.locator(".tabs").get_by_role("link", name="Highlights").tap()
    await expect(carla.pane("network")).to_be_in_viewport(ratio=0.6)
    await expect(carla.page.locator('.tabs [data-tab="network"]')).to_have_attribute("aria-current", "true")
    await carla.page.locator(".tabs").get_by_role("link", name="Place publique").tap()
    await carla.say("lyon", "Bonjour du téléphone")
    message = await carla.sees("lyon", "Bonjour du téléphone")
    await message.locator(".more > summary").tap()
    await message.locator(".tools").get_by_role("button", name="👍").tap()
    await expect(message.locator(".reactions")).to_contain_text("1")
    zoe = await visit(context, demo.address, "zoe")
    await zoe.enter("lyon")
    private = zoe.page.locator(".tabs").get_by_role("link", name="Private talk")
    await expect(private).to_be_in_viewport()
    await expect(private).to_have_class("news")
    await private.tap()
    await expect(zoe.pane("private")).to_contain_text("On se parle avec douceur")
    await expect(private).not_to_have_class("news")
    assert carla.troubles + zoe.troubles == []


async def test_keyboard_operates_page(browser: Browser, demo: DemoProcess) -> None:
    """The keyboard alone reaches the rooms, reacts, replies and sends, and the focus is never lost."""
    anna = await visit(await browser.new_context(), demo.address, "anna")
    page = anna.page
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip").first).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.locator("#pane-lyon .log").focus()
    await page.keyboard.press("Tab")
    opener = anna.shown("lyon", "quarante arbres").locator(".more > summary")
    await opener.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    chip = anna.shown("lyon", "quarante arbres").locator(".reactions button")
    await expect(chip).to_have_attribute("aria-pressed", "true")
    await chip.focus()
    await page.keyboard.press("Enter")
    await expect(anna.shown("lyon", "quarante arbres").locator(".reactions")).to_have_count(0)
    assert await page.evaluate("document.activeElement !== document.body")
    await opener.focus()
    await page.keyboard.press("Enter")
    await anna.shown("lyon", "quarante arbres").get_by_role("button", name="Reply").focus()
    await page.keyboard.press("Enter")
    field = anna.pane("lyon").get_by_role("textbox")
    await expect(field).to_be_focused()
    await expect(anna.pane("lyon").locator(".context")).to_contain_text("Reply to Anna")
    await page.keyboard.press("Escape")
    await expect(anna.pane("lyon").locator(".context")).to_be_hidden()
    await page.keyboard.type("first")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("second")
    await page.keyboard.press("Enter")
    await expect(anna.shown("lyon", "first").locator(".words")).to_have_text("first\nsecond", use_inner_text=True)
    await expect(field).to_be_focused()


async def test_focus_survives_updates(browser: Browser, demo: DemoProcess) -> None:
    """The focus stays on the page when the focused element is replaced or removed."""
    zoe = await visit(await browser.new_context(), demo.address, "zoe")
    page, stays = zoe.page, "document.activeElement !== document.body"
    tour = page.locator("#tour")
    await tour.get_by_role("button", name="Skip").focus()
    await page.keyboard.press("Enter")
    await expect(tour.locator(".passed")).to_have_count(1)
    assert await page.evaluate(f"{stays} && document.activeElement.closest('#tour') !== null")
    anna = await visit(await browser.new_context(), demo.address, "anna")
    hide = tour.get_by_role("button", name="Hide")
    await hide.focus()
    await anna.page.locator("#tour").get_by_role("button", name="Skip").click()
    await expect(tour.locator(".passed")).to_have_count(2)
    await expect(hide).to_be_focused()
    await zoe.enter("lyon")
    await zoe.say("lyon", "oups")
    message = await zoe.sees("lyon", "oups")
    await message.locator(".more > summary").focus()
    await page.keyboard.press("Enter")
    await message.get_by_role("button", name="Withdraw").focus()
    await page.keyboard.press("Enter")
    await expect(message).to_have_count(0)
    assert await page.evaluate(stays)
    for room, button, then in (("private", "takes no private", "takes private"), ("lyon", "Leave", "Join")):
        about = zoe.pane(room).locator(".about > summary")
        await about.focus()
        await page.keyboard.press("Enter")
        await zoe.pane(room).get_by_role("button", name=button).focus()
        await page.keyboard.press("Enter")
        await expect(zoe.pane(room).get_by_text(then).first).to_be_attached()
        await expect(about).to_be_focused()


async def test_reduced_motion_disables_animation(browser: Browser, demo: DemoProcess) -> None:
    """With reduced motion nothing is animated."""
    context = await browser.new_context(reduced_motion="reduce")
    anna = await visit(context, demo.address, "anna")
    await anna.say("lyon", "tout doux")
    message = await anna.sees("lyon", "tout doux")
    assert await message.evaluate("element => getComputedStyle(element).animationName") == "none"


async def test_page_works_without_javascript(browser: Browser, demo: DemoProcess) -> None:
    """Without JavaScript a visitor can still send a message and see it."""
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{demo.address}?as=anna")
    pane = page.locator('[data-pane="lyon"]')
    await pane.get_by_role("textbox").fill("sans script")
    await pane.get_by_role("button", name="Send").click()
    await expect(pane).to_contain_text("sans script")
    assert "as=anna" in page.url
