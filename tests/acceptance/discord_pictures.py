"""Take the pictures of docs/how-to/discord.md from simcord's preview (`simcord[preview]` has all it needs).

`python -m tests.acceptance.discord_pictures docs/images`
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.acceptance.demo_visitor import CHROMIUM
from tests.contract.discord_people import DiscordPerson

WIDTH, HEIGHT, BAR = 620, 460, 112


async def main(folder: Path) -> None:
    """Take pictures of the set-up, polls with their tally, list and ballot, and an event with its answers."""
    with tempfile.TemporaryDirectory() as data:
        async with async_playwright() as playwright, bot_on_discord(Path(data)) as here:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            try:
                await _take_pictures(here, browser, folder)
            finally:
                await browser.close()


async def _take_pictures(here: BotOnDiscord, browser: Browser, folder: Path) -> None:
    here.env.backend.bot_user.name = "glocal"
    guild = here.server("Lyon")
    carla = here.person(guild, "carla", manages=True)
    people = [here.person(guild, name) for name in ("anna", "ben", "cleo")]
    room = str(guild.create_text_channel("lyon").id)
    await here.result(carla.command(room, "setup", name="Lyon", locale="en", zone="Europe/Paris"))
    await here.sees(room, "Lyon is set up")
    await _take_picture(here, browser, carla, room, "Lyon is set up", folder / "discord-setup.png", 300)
    await here.result(
        carla.command(room, "poll open", question="Where do we meet?", options="Garden, Library", close="2h")
    )
    card = await here.sees(room, "^Where do we meet")
    for person, choice in zip(people, (0, 0, 1), strict=True):
        await here.answered(person.press(room, card.id, f"poll:1:{choice}"))
    await here.forward(seconds=3)
    await here.sees(room, "3 people have voted", edits=1)
    await _take_picture(here, browser, carla, room, "^Where do we meet", folder / "discord-poll.png", 290)
    await _take_pictures_of_ballots(here, browser, carla, room, folder)
    shown = await here.result(carla.command(room, "event plan", what="Potluck in 3 days 7pm at the garden"))
    assert shown.response is not None, "the preview came"
    preview = str(shown.response.id)
    await here.result(carla.press(room, preview, carla.buttons(room, preview)[0]["custom_id"]))
    event = await here.sees(room, "Event 1: Potluck")
    for person in people[:2]:
        await here.answered(person.press(room, event.id, person.buttons(room, event.id)[0]["custom_id"]))
    await here.forward(seconds=3)
    await here.sees(room, r"Coming \(2\)", edits=1)
    await _take_picture(here, browser, carla, room, "Event 1: Potluck", folder / "discord-event.png", 300)


async def _take_pictures_of_ballots(
    here: BotOnDiscord, browser: Browser, carla: DiscordPerson, room: str, folder: Path
) -> None:
    """Take pictures of a poll with a list to choose from, and of a ranked ballot that only its voter sees."""
    days = {"question": "Which evenings suit you?", "options": "Monday, Tuesday, Wednesday, Thursday", "choices": "2"}
    await here.result(carla.command(room, "poll open", **days))
    await _take_picture(here, browser, carla, room, "^Which evenings", folder / "discord-poll-list.png", 380)
    films = {"question": "Which film?", "options": "Alien, Brazil, Cube", "kind": "ranked"}
    await here.result(carla.command(room, "poll open", **films))
    card = await here.sees(room, "^Which film")
    await here.answered(carla.press(room, card.id, carla.buttons(room, card.id)[0]["custom_id"]))
    await _take_picture(
        here, browser, carla, room, "Press the options in your order", folder / "discord-ballot.png", 300
    )


async def _take_picture(
    here: BotOnDiscord, browser: Browser, who: DiscordPerson, room: str, what: str, file: Path, height: int
) -> None:
    """Take a picture of a message in a member's client, without simcord's own bar above it."""
    line = await here.sees(room, what)
    preview = here.env.preview(
        who.channel(room), viewers=[who.member], width=WIDTH, height=HEIGHT, timezone="Europe/Paris"
    )
    async with preview:
        await preview.show(who.message(room, line.id))
        page = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        await page.goto(preview.url)
        await page.wait_for_load_state("networkidle")
        await asyncio.sleep(1.0)
        await page.screenshot(path=file, clip={"x": 0, "y": BAR, "width": WIDTH, "height": height})
        await page.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
