"""The page is served over HTTP: security and actions."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import httpx
import pytest

from adapters.sandbox.platform.models import User
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.inbound import ButtonPressed
from bots.core.outbound import Button, Content, Menu, Post
from bots.core.richtext import Text
from tests.contract.fixed_clock import FixedClockController
from tests.contract.sandbox_people import read
from tests.integration.sandbox_page import HOME, opened_sandbox, page_client, perform


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
    """Yield a sandbox with two rooms and three users."""
    with opened_sandbox() as made:
        yield made


@pytest.fixture
def clock_controller() -> RecordingClockController:
    """Return the clock controller."""
    return RecordingClockController()


@pytest.fixture
async def http(sandbox: Sandbox, clock_controller: RecordingClockController) -> AsyncIterator[httpx.AsyncClient]:
    """Yield an HTTP client for the page."""
    async with page_client(sandbox, clock_controller) as client:
        yield client


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
    answer = await http.post("/rooms/lyon/messages", data={"as": "anna", "text": "salutations"}, headers=headers)
    assert answer.status_code == code
    assert ("salutations" in (await http.get("/?as=anna")).text) == (code == 201)


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
        ("/messages/1/choose", {"option": "poll:1:1"}, "no longer there"),
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


async def test_options_are_one_list_as_on_discord(http: httpx.AsyncClient, sandbox: Sandbox) -> None:
    """In a room like Discord's a menu is one list: what is chosen there is one press; elsewhere options are buttons."""
    buttons = (
        *(Button(f"pollm:1:{number}", label, "") for number, label in enumerate("ABC")),
        Button("why:1", "Why", ""),
    )
    content = Content(text=(Text("Tea?"),), buttons=buttons, menu=Menu("polllist:1", "pollm:1", "Up to 2", 2))
    shown = {}
    for room, account in (("lyon", "web-discord"), ("jardin", "web-telegram")):
        perform(sandbox, Post(room=room, content=content), f"post:{room}", account)
        message = sandbox.messages(room)[-1].id
        page = read((await http.get(f"/messages/{message}", params={"as": "anna"})).text)
        shown[room] = [len(page.all(tag, name=name)) for tag, name in (("input", "option"), ("button", "button"))]
        chosen = {"as": "anna", "option": ["pollm:1:2", "pollm:1:0", "pollm:9:1"]}
        await http.post(f"/messages/{message}/choose", data=chosen, headers={"Origin": HOME})
    assert shown == {"lyon": [3, 1], "jardin": [0, 4]}
    values, _ = sandbox.log_after("web-discord", 0)
    assert [value.button for value in values if isinstance(value, ButtonPressed)] == ["polllist:1:0,2"]
