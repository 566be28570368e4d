"""People in the sandbox, who act through the page's routes and read its HTML."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from html.parser import HTMLParser

import httpx

from tests.contract.rig import Seen
from tests.waiting import PATIENCE

_VOID = {"input", "br", "img", "meta", "link", "hr"}


class Element:
    """An element of a page and its content."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    @property
    def classes(self) -> list[str]:
        """The CSS classes."""
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", style: str = "", **wanted: str) -> list[Element]:
        """Return the elements inside with this tag, class and attributes (dashes as underscores)."""
        names = {name.replace("_", "-"): value for name, value in wanted.items()}
        found = []
        for child in self.children:
            if isinstance(child, str):
                continue
            fits = tag in ("", child.tag) and (not style or style in child.classes)
            if fits and all(child.attributes.get(name) == value for name, value in names.items()):
                found.append(child)
            found += child.all(tag, style, **wanted)
        return found

    def text(self) -> str:
        """Return the text inside."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(html: str) -> Element:
    """Parse a page. Raises AssertionError when its tags do not nest."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is never closed"
    return reader.open[0]


class WebPerson:
    """A person with a browser on the page."""

    def __init__(self, address: str, user: str, name: str) -> None:
        self.user = user
        self.name = name
        self._http = httpx.AsyncClient(base_url=address, headers={"Origin": address.rstrip("/")}, timeout=PATIENCE)

    async def close(self) -> None:
        """Close the browser."""
        await self._http.aclose()

    async def post(self, path: str, **fields: str) -> str:
        """Send a form of the page and return the id at the end of the new address."""
        answer = await self._http.post(path, data={"as": self.user, **fields})
        assert answer.is_success, (path, answer.status_code, answer.text)
        return str(answer.headers.get("location", "")).rpartition("/")[2]

    async def get(self, path: str) -> httpx.Response:
        """Fetch an address of the page."""
        answer = await self._http.get(path, params={"as": self.user})
        return answer.raise_for_status()

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[AsyncIterator[str]]:
        """Yield the lines of the page's event stream."""
        async with self._http.stream("GET", "/live", params={"as": self.user}, timeout=None) as answer:
            yield answer.aiter_lines()

    async def look(self, path: str) -> Element:
        """Fetch and parse a part of the page."""
        return read((await self.get(path)).text)

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message and return its id."""
        return await self.post(f"/rooms/{room}/messages", text=text, reply_to=reply_to or "")

    async def edit(self, room: str, message: str, text: str) -> None:
        """Edit the person's own message."""
        await self.post(f"/messages/{message}/edit", text=text)

    async def withdraw(self, room: str, message: str) -> None:
        """Delete the person's own message."""
        await self.post(f"/messages/{message}/withdraw")

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """React, or press the button with that emoji where there are buttons."""
        for button in (await self.look(f"/messages/{message}")).all("button", name="button", data_emoji=emoji):
            await self.post(f"/messages/{message}/press", button=button.attributes["value"])
            return None
        return await self.post(f"/messages/{message}/react", react=emoji)

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Remove the reaction."""
        await self.post(f"/messages/{message}/react", unreact=emoji)

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll for the options with these labels."""
        for button in (await self.look(f"/messages/{poll}")).all("button", name="choice"):
            if button.all("span")[0].text() in labels:
                await self.post(f"/messages/{poll}/vote", choice=button.attributes["value"])

    async def enter(self, room: str) -> None:
        """Join a room."""
        await self.post(f"/rooms/{room}/enter")

    async def leave(self, room: str) -> None:
        """Leave a room."""
        await self.post(f"/rooms/{room}/leave")

    async def open_room(self, name: str, profile: str) -> str:
        """Open a room, invite the bot and return the room."""
        return await self.post("/rooms", name=name, profile=profile)

    async def invite_bot(self) -> str:
        """Open a room with the same profile as the first, invite the bot and return the room."""
        return await self.open_room("New", self.look_of_rooms)

    look_of_rooms = "web-matrix"


def seen(page: Element, message: str) -> Seen:
    """Return a message as the page shows it."""
    found = page.all("article", id=f"m{message}")
    if not found or "data-gone" in found[0].attributes:
        return Seen("", "", gone=True)
    shown = found[0]
    words = shown.all(style="words")
    offers = [button.attributes["data-emoji"] for button in shown.all("button", name="button")]
    reacts = [button.attributes["data-emoji"] for button in shown.all("button") if "data-offered" in button.attributes]
    return Seen(
        text=words[0].text() if words else "", author=shown.attributes["data-author"],
        reply_to=shown.attributes.get("data-reply-to"),
        pings=tuple(mark.attributes["data-user"] for mark in shown.all("mark", "ping")),
        offered=tuple(offers or reacts), poll_open=bool(shown.all("form", "poll", data_open="yes")),
    )  # fmt: skip
