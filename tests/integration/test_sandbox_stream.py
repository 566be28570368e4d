"""The page's event stream."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from adapters.sandbox.page.sse import EventStreams, format_event
from adapters.sandbox.page.views import Views
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.outbound import Answer, Content, DirectMessage, Post
from bots.core.richtext import Text
from tests.contract.fixed_clock import FixedClockController
from tests.contract.sandbox_people import read
from tests.integration.sandbox_page import HOME, opened_sandbox, page_client, perform


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Yield a sandbox with two rooms and three users."""
    with opened_sandbox() as made:
        yield made


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    """Yield an HTTP client for the page."""
    async with page_client(sandbox, FixedClockController()) as client:
        yield client


def views(sandbox: Sandbox, user: str) -> Views:
    """Build the views of a user."""
    figure = sandbox.user(user)
    assert figure is not None
    return Views(sandbox, FixedClockController(), figure, "en")


def test_private_content_reaches_one_page(sandbox: Sandbox) -> None:
    """Private answers, private rooms and toasts reach one user's page, and messages reach all pages."""
    live, since = EventStreams(sandbox), sandbox.revision()
    perform(sandbox, Post(room="lyon", content=Content((Text("for all"),))), "k1")
    perform(sandbox, Answer(room="lyon", user="anna", content=Content((Text("for anna"),)), token="command:1"), "k2")
    perform(sandbox, DirectMessage(room="lyon", user="anna", content=Content((Text("psst"),))), "k3")
    toast = Answer(room="jardin", user="anna", content=Content((Text("counted"),)), token="press:1")
    perform(sandbox, toast, "k4", "web-telegram")
    anna, ben = "".join(live.events(views(sandbox, "anna"), since)), "".join(live.events(views(sandbox, "ben"), since))
    assert all(words in anna for words in ("for all", "for anna", "psst", "event: toast\ndata: counted"))
    assert "for all" in ben
    assert not any(words in ben for words in ("for anna", "psst", "counted"))


def test_unknown_revision_reloads_the_page(sandbox: Sandbox) -> None:
    """A page with an unknown revision reloads."""
    assert EventStreams(sandbox).events(views(sandbox, "anna"), sandbox.revision() + 5) == [format_event("reload", "")]


async def test_page_of_another_database_reloads(http: httpx.AsyncClient, sandbox: Sandbox) -> None:
    """A page of another database reloads, and a page of this one continues."""
    page = read((await http.get("/?as=anna")).text).all("body")[0].attributes
    perform(sandbox, Post(room="lyon", content=Content((Text("new here"),))), "k1")
    asked = {"as": "anna", "since": page["data-rev"], "once": "yes"}
    tab = await http.get("/live", params={**asked, "conversation": page["data-conversation"]})
    other = Sandbox()
    forgotten = await http.get("/live", params={**asked, "conversation": other.conversation})
    other.close()
    assert ("event: reload" in tab.text, "new here" in tab.text) == (False, True)
    assert ("event: reload" in forgotten.text, "new here" in forgotten.text) == (True, False)


def test_database_keeps_its_id(tmp_path: Path) -> None:
    """A reopened database keeps its id, and another database has another."""
    names = []
    for file in ("kept.db", "kept.db", "anew.db"):
        box = Sandbox(tmp_path / file)
        names.append(box.conversation)
        box.close()
    assert names[0] == names[1] != names[2]


async def test_stream_begins_with_missed_events(sandbox: Sandbox) -> None:
    """The stream begins with missed events, continues with new ones, and ends when the server closes."""
    live, since = EventStreams(sandbox), sandbox.revision()
    perform(sandbox, Post(room="lyon", content=Content((Text("missed"),))), "k1")
    stream = live.stream(views(sandbox, "anna"), since)
    assert (await anext(stream)).startswith("retry:")
    assert "missed" in await anext(stream)
    rest = [await anext(stream), await anext(stream)]
    assert rest[1] == f"id: {sandbox.revision()}\nevent: rev\ndata: {sandbox.revision()}\n\n"
    waiting = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0)
    perform(sandbox, Post(room="lyon", content=Content((Text("new"),))), "k2")
    assert "new" in await waiting
    await anext(stream)
    live.close()
    with pytest.raises(StopAsyncIteration):
        await anext(stream)
    assert sandbox.watchers == set()


async def test_a_short_stream_ends_by_itself(sandbox: Sandbox) -> None:
    """A stream with `once` ends after the present events."""
    events = [part async for part in EventStreams(sandbox).stream(views(sandbox, "anna"), 0, once=True)]
    assert events[0] == "retry: 700\n\n"
    assert "event: rev" in events[-1]


async def test_blocking_redraws_the_private_room(http: httpx.AsyncClient, sandbox: Sandbox) -> None:
    """Blocking private messages redraws the private room with a button to allow them again."""
    perform(sandbox, DirectMessage(room="lyon", user="anna", content=Content((Text("psst"),))), "k1")
    live, page, offers = EventStreams(sandbox), views(sandbox, "anna"), []
    for closed in ("yes", "no"):
        since = sandbox.revision()
        await http.post("/people/anna/private", data={"as": "anna", "closed": closed}, headers={"Origin": HOME})
        (pane,) = [drawn for drawn in live.events(page, since) if drawn.startswith("event: room")]
        offers.append("no" if 'name="closed" value="no"' in pane else "yes")
        assert [drawn for drawn in live.events(views(sandbox, "ben"), since) if "event: room" in drawn] == []
    assert offers == ["no", "yes"]


def test_line_breaks_stay_inside_their_event() -> None:
    """Line breaks in people's text neither end an event nor begin another."""
    made = format_event("message", "a\r\nevent: reload\rdata: x\n\ny")
    assert made == "event: message\ndata: a\ndata: event: reload\ndata: data: x\ndata: \ndata: y\n\n"
