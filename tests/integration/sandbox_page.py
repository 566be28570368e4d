"""A sandbox and HTTP clients for its page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import httpx

from adapters.sandbox.outbound.sender import SandboxSender
from adapters.sandbox.page.app import Page
from adapters.sandbox.platform.models import BOT, Room, User
from adapters.sandbox.platform.profiles import PROFILES
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.outbound import Answer, DirectMessage, Post
from bots.ports import Sending
from tests.contract.fixed_clock import FixedClockController

HOME = "http://127.0.0.1:8765"


@contextmanager
def opened_sandbox() -> Iterator[Sandbox]:
    """Yield a sandbox with two rooms and three users."""
    box = Sandbox()
    for user in ("anna", "ben", "zoe"):
        box.add_user(User(id=user, name=user.title(), locale="fr" if user == "zoe" else "en", role="member"))
    box.add_room(Room(id="lyon", account="web-discord", name="Lyon", zone="Europe/Paris"), ["anna", "ben", BOT])
    box.add_room(Room(id="jardin", account="web-telegram", name="Jardin", zone="Europe/Paris"), ["anna", BOT])
    yield box
    box.close()


@asynccontextmanager
async def page_client(sandbox: Sandbox, clock_controller: FixedClockController) -> AsyncIterator[httpx.AsyncClient]:
    """Yield an HTTP client for the page."""
    transport = httpx.ASGITransport(app=Page(sandbox, clock_controller).app())
    async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
        yield client


def perform(sandbox: Sandbox, call: Post | Answer | DirectMessage, key: str, account: str = "web-discord") -> None:
    """Perform a call of the bot."""
    SandboxSender(sandbox, account, PROFILES[account]).perform(Sending(key=key, call=call))
