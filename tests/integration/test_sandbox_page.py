"""The page is served over HTTP: security and actions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from adapters.sandbox.outbound.sender import SandboxSender
from adapters.sandbox.page.app import Page
from adapters.sandbox.page.sse import EventStreams, format_event
from adapters.sandbox.page.views import Views
from adapters.sandbox.platform.models import BOT, Room, User
from adapters.sandbox.platform.profiles import PROFILES
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.outbound import Answer, Content, DirectMessage, Post
from bots.core.richtext import Text
from bots.ports import Sending
from tests.contract.fixed_clock import FixedClockController
from tests.contract.sandbox_people import read

HOME = "http://127.0.0.1:8765"


class RecordingClockController(FixedClockController):
    """A clock controller that records its calls."""

    def __init__(self) -> None:
        self.by: list[timedelta | None] = []

    async def advance(self, by: timedelta) -> None:
        """Record the step."""
        self.by.append(by)

    async def advance_to_next(self) -> None:
        """Record None."""
        self.by.append(None)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Open a sandbox with two rooms and three users."""
    box = Sandbox()
    for user in ("anna", "ben", "zoe"):
        box.add_user(User(id=user, name=user.title(), locale="fr" if user == "zoe" else "en", role="member"))
    box.add_room(Room(id="lyon", account="web-discord", name="Lyon", zone="Europe/Paris"), ["anna", "ben", BOT])
    box.add_room(Room(id="jardin", account="web-telegram", name="Jardin", zone="Europe/Paris"), ["anna", BOT])
    yield box
    box.close()


@pytest.fixture
def clock_controller() -> RecordingClockController:
    """Return the clock controller."""
    return RecordingClockController()


@pytest.fixture
async def http(sandbox: Sandbox, clock_controller: RecordingClockController) -> AsyncIterator[httpx.AsyncClient]:
    """Open an HTTP client for the page."""
    transport = httpx.ASGITransport(app=Page(sandbox, clock_controller).app())
    async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
        yield client


def perform(sandbox: Sandbox, call: Post | Answer | DirectMessage, key: str, account: str = "web-discord") -> None:
    """Perform a call of the bot."""
    SandboxSender(sandbox, account, PROFILES[account]).perform(Sending(key=key, call=call))


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "127.0.0.2:8765"])
async def test_other_host_names_are_refused(http: httpx.AsyncClient, host: str) -> None:
    """The page refuses requests under a host name that is not local."""
    for path in ("/", "/live", "/static/page.js"):
        answer = await http.get(path, headers={"Host": host})
        assert (answer.status_code, "127.0.0.1 or localhost" in answer.text) == (403, True)


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "localhost", "[::1]:8765"])
async def test_local_host_names_are_accepted(http: httpx.AsyncClient, host: str) -> None:
    """The page accepts every local host name."""
    assert (await http.get("/", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": HOME}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": HOME}, 201),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 201),
    ],
)
async def test_forms_of_other_sites_are_refused(http: httpx.AsyncClient, headers: dict[str, str], code: int) -> None:
    """The page refuses a form from another site."""
    answer = await http.post("/rooms/lyon/messages", data={"as": "anna", "text": "hello"}, headers=headers)
    assert answer.status_code == code
    assert ("hello" in (await http.get("/?as=anna")).text) == (code == 201)


@pytest.mark.parametrize("path", ["/", "/rooms/lyon", "/static/page.css", "/nowhere", "/messages/999"])
async def test_every_response_has_security_headers(http: httpx.AsyncClient, path: str) -> None:
    """Every response has the security headers, even a 404."""
    headers = (await http.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")


async def test_page_has_no_inline_code(http: httpx.AsyncClient) -> None:
    """The page contains no inline script, style or handler."""
    page = read((await http.get("/")).text)
    assert [script.attributes.get("src") for script in page.all("script")] == ["/static/page.js"]
    assert page.all("style") == []
    for element in page.all():
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
    for link in page.all("link"):
        assert link.attributes["href"].startswith("/static/")


async def test_page_chooses_a_newcomer_of_the_browsers_language(http: httpx.AsyncClient, sandbox: Sandbox) -> None:
    """Without a user in the address the page chooses a newcomer with the browser's language."""
    sandbox.add_user(User(id="lea", name="Léa", locale="fr", role="newcomer"))
    page = read((await http.get("/", headers={"Accept-Language": "pt, fr-CH;q=0.8"})).text)
    assert page.all("body")[0].attributes["data-as"] == "lea"
    assert page.all("html")[0].attributes["lang"] == "fr"


@pytest.mark.parametrize(
    ("path", "fields", "why"),
    [
        ("/rooms/lyon/messages", {"text": "  "}, "nothing to send"),
        ("/rooms/lyon/messages", {"text": "x" * 2001}, "too long"),
        ("/rooms/nowhere/messages", {"text": "x"}, "no such room"),
        ("/rooms/jardin/messages", {"text": "x", "as": "ben"}, "not in this room"),
        ("/rooms/lyon/messages", {"text": "x", "as": "nobody"}, "no such person"),
        ("/messages/1/edit", {"text": "x", "as": "ben"}, "Only its author"),
        ("/messages/1/withdraw", {"as": "ben"}, "Only its author"),
        ("/messages/1/press", {"button": "poll:1:1"}, "no longer there"),
        ("/messages/1/vote", {"choice": "0"}, "closed"),
        ("/messages/1/form", {}, "no longer there"),
        ("/messages/1/react", {"react": "<b>"}, "no emoji"),
        ("/messages/99/react", {"react": "👍"}, "no longer there"),
        ("/messages/99999999999999999999999/react", {"react": "👍"}, "no longer there"),
        ("/rooms/lyon/messages", {"text": "x", "reply_to": "²"}, "no longer there"),
        ("/rooms/lyon/messages", {"text": "x", "reply_to": "9" * 30}, "no longer there"),
        ("/rooms", {"name": " ", "profile": "web-matrix"}, "up to 60 letters"),
        ("/rooms", {"name": "X", "profile": "web-irc"}, "no such room"),
    ],
)
async def test_impossible_actions_are_explained(
    http: httpx.AsyncClient, path: str, fields: dict[str, str], why: str
) -> None:
    """An impossible action gives an explanation and changes nothing."""
    headers = {"Origin": HOME}
    await http.post("/rooms/lyon/messages", data={"as": "anna", "text": "first"}, headers=headers)
    before = (await http.get("/?as=anna")).text
    answer = await http.post(path, data={"as": "anna", **fields}, headers=headers)
    assert (answer.status_code, why in answer.text) == (422, True), answer.text
    assert (await http.get("/?as=anna")).text.split("data-now")[0] == before.split("data-now")[0]


@pytest.mark.parametrize("message", ["99", "99999999999999999999999", "9" * 5_000, "²", "x"])
async def test_unknown_ids_give_404(http: httpx.AsyncClient, message: str) -> None:
    """An unknown id of a message or file gives a 404 with an explanation."""
    for path in (f"/messages/{message}", f"/messages/{message}/files/0", f"/messages/1/files/{message}"):
        answer = await http.get(path)
        assert (answer.status_code, "no longer there" in answer.text) == (404, True), path


async def test_impossible_revision_reloads_the_page(http: httpx.AsyncClient) -> None:
    """A revision number that can't exist makes the page reload."""
    for since in ("9" * 30, "9" * 5_000):
        answer = await http.get("/live", params={"as": "anna", "since": since, "once": "yes"})
        assert "event: reload" in answer.text


async def test_clock_moves_by_the_offered_steps(
    http: httpx.AsyncClient, clock_controller: RecordingClockController
) -> None:
    """The clock moves only by the steps that the buttons offer."""
    for by in ("60", "86400", "next", "-60", "x", "1e9"):
        await http.post("/clock", data={"by": by}, headers={"Origin": HOME})
    assert clock_controller.by == [timedelta(minutes=1), timedelta(days=1), None]


async def test_deletion_reaches_the_bot_if_the_platform_reports_it(http: httpx.AsyncClient, sandbox: Sandbox) -> None:
    """The bot gets a deletion only where the platform reports deletions, and the page always shows it."""
    reported = []
    for room, account in (("lyon", "web-discord"), ("jardin", "web-telegram")):
        said = await http.post(f"/rooms/{room}/messages", data={"as": "anna", "text": "x"}, headers={"Origin": HOME})
        address = said.headers["location"]
        await http.post(f"{address}/withdraw", data={"as": "anna"}, headers={"Origin": HOME})
        assert "data-gone" in (await http.get(address, params={"as": "anna"})).text
        values, _ = sandbox.log_after(account, 0)
        reported.append([type(value).__name__ for value in values])
    assert reported == [["MessagePosted", "MessageDeleted"], ["MessagePosted"]]


async def test_language_of_the_page_is_kept(http: httpx.AsyncClient) -> None:
    """A page with ?lang=fr stays French in its error texts and redirects."""
    page = {"Origin": HOME, "Referer": f"{HOME}/?as=anna&lang=fr", "Accept-Language": "en-GB"}
    empty = await http.post("/rooms/lyon/messages", data={"as": "anna", "text": " "}, headers=page)
    assert (empty.status_code, empty.text) == (422, "Il n’y a encore rien à envoyer.")
    words = {"as": "anna", "text": "bonjour"}
    sent = await http.post("/rooms/lyon/messages", data=words, headers={**page, "Accept": "text/html"})
    assert sent.headers["location"] == "/?as=anna&lang=fr"


# The stream


def views(sandbox: Sandbox, user: str) -> Views:
    """Build the views of a user."""
    figure = sandbox.user(user)
    assert figure is not None
    return Views(sandbox, FixedClockController(), figure, "en")


def test_private_content_reaches_one_page(sandbox: Sandbox) -> None:
    """Private answers, private rooms and toasts reach one user's page, and messages reach all pages."""
    live, since = EventStreams(sandbox), sandbox.revision()
    perform(sandbox, Post(room="lyon", content=Content((Text("for all"),))), "k1")
    perform(sandbox, Answer(room="lyon", user="anna", content=Content((Text("for anna"),))), "k2")
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
