"""The sandbox adapter keeps the contract on each imitated platform, and people act through the page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.sandbox.adapter import SandboxAdapter
from adapters.sandbox.page.app import Page
from adapters.sandbox.page.server import HOST, bind, serve
from adapters.sandbox.platform.models import BOT, Room, User
from adapters.sandbox.platform.profiles import PROFILES
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.inbound import Attachment, CommandInvoked, FormSubmitted, RightsReported
from bots.core.outbound import Answer, Button, CheckRights, Content, Field, Post, ShowForm
from bots.core.richtext import Link, Text
from bots.ports import Adapter, Refused, Sent
from tests.contract.adapter_contract import AdapterContract
from tests.contract.fixed_clock import FixedClockController
from tests.contract.rig import RecordingInbox, Seen, Someone, key, posted, send, words
from tests.contract.sandbox_people import WebPerson, read, seen


class WebRig:
    """The bot and two people in one room of the sandbox, who use HTTP."""

    room = "garden"

    def __init__(self, sandbox: Sandbox, account: str, address: str) -> None:
        self.inbox = RecordingInbox()
        self.account = account
        self._sandbox = sandbox
        self.host = WebPerson(address, "host", "Hanna")
        self.guest = WebPerson(address, "guest", "Gus")
        self.host.look_of_rooms = account
        for person in (self.host, self.guest):
            sandbox.add_user(User(id=person.user, name=person.name))
        sandbox.add_room(Room(id=self.room, account=account, name="Garden"), ["guest", BOT], ["host"])
        self.adapter: Adapter = SandboxAdapter(sandbox, account)
        self._running: asyncio.Task[None] | None = None

    async def restart(self) -> None:
        """Stop the adapter and start another on the same account and inbox."""
        await self.stop()
        self.adapter = SandboxAdapter(self._sandbox, self.account)
        self._running = asyncio.create_task(self.adapter.run(self.inbox))

    async def stop(self) -> None:
        """Stop the adapter."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None

    async def close(self) -> None:
        """Close the browsers and the sandbox."""
        await self.stop()
        await self.host.close()
        await self.guest.close()

    async def seen(self, room: str, message: str) -> Seen:
        """Return the message as the guest's page shows it."""
        return seen(await self.guest.look(f"/messages/{message}"), message)

    async def said_by_bot(self, room: str) -> list[Seen]:
        """Return the bot's messages in the room without deleted ones."""
        pane = await self.guest.look(f"/rooms/{room}")
        mine = [shown for shown in pane.all("article") if shown.attributes.get("data-author") == BOT]
        return [seen(pane, shown.attributes["id"][1:]) for shown in mine]

    async def close_to_bot(self, someone: Someone) -> bool:
        """Block private messages."""
        await self.guest.post(f"/people/{someone.user}/private", closed="yes")
        return True


@asynccontextmanager
async def opened(path: Path, account: str) -> AsyncIterator[WebRig]:
    """Serve the page and return a rig."""
    sandbox, listener = Sandbox(path / "sandbox.db"), bind(0)
    address = f"http://{HOST}:{listener.getsockname()[1]}"
    serving = asyncio.create_task(serve(Page(sandbox, FixedClockController()), listener))
    rig = WebRig(sandbox, account, address)
    try:
        await rig.restart()
        yield rig
    finally:
        await rig.close()
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        sandbox.close()


class TestWeb(AdapterContract):
    """Contract tests of the sandbox, on each profile."""

    @pytest.fixture(params=list(PROFILES))
    async def rig(self, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[WebRig]:
        """Run the adapter."""
        async with opened(tmp_path, request.param) as rig:
            yield rig


@pytest.fixture
async def buttons(tmp_path: Path) -> AsyncIterator[WebRig]:
    """Return a rig on a platform with buttons, forms and private answers."""
    async with opened(tmp_path, "web-discord") as rig:
        yield rig


@pytest.fixture
async def toasts(tmp_path: Path) -> AsyncIterator[WebRig]:
    """Return a rig on a platform with toasts."""
    async with opened(tmp_path, "web-telegram") as rig:
        yield rig


async def test_a_private_answer_is_on_one_page_only(buttons: WebRig) -> None:
    """A private answer appears on one person's page only."""
    answer = Answer(room=buttons.room, user="guest", content=words("only for you"), token="command:1")
    receipt = await send(buttons, key(), answer)
    assert isinstance(receipt, Sent)
    assert (await buttons.seen(buttons.room, receipt.messages[0])).text == "only for you"
    assert seen(await buttons.host.look(f"/messages/{receipt.messages[0]}"), receipt.messages[0]).gone
    assert "only for you" not in (await buttons.host.look(f"/rooms/{buttons.room}")).text()


async def test_form_is_submitted(buttons: WebRig) -> None:
    """One person sees the form, and its submission has the form's id and a new token."""
    fields = (Field(id="what", label="What?", value="Tea"), Field(id="when", label="When?", required=False))
    form = ShowForm(
        room=buttons.room, user="guest", token="press:1", form="plan:1", title="Plan", fields=fields,
        fallback=words("no form"),
    )  # fmt: skip
    assert await send(buttons, key(), form) == Sent()
    (asked,) = (await buttons.guest.look(f"/rooms/{buttons.room}")).all("form", "ask")
    assert [one.attributes["name"] for one in asked.all("input") if one.attributes["name"] != "as"] == [
        "field-what", "field-when",
    ]  # fmt: skip
    message = asked.attributes["action"].split("/")[2]
    await buttons.guest.post(f"/messages/{message}/form", **{"field-what": "Soup", "field-when": ""})
    value = await buttons.inbox.gets(FormSubmitted)
    assert (value.form, value.fields, value.person.user) == ("plan:1", {"what": "Soup", "when": ""}, "guest")
    assert value.token
    assert (await buttons.guest.look(f"/rooms/{buttons.room}")).all("form", "ask") == []


async def test_a_platform_without_forms_refuses_one(toasts: WebRig) -> None:
    """A platform without forms refuses them, so that the core asks step by step."""
    form = ShowForm(
        room=toasts.room, user="guest", token="t", form="f:1", title="Plan", fields=(), fallback=words("no form")
    )
    assert isinstance(await send(toasts, key(), form), Refused)


async def test_answer_to_a_press_is_a_toast(toasts: WebRig) -> None:
    """A toast answers a press, and a message in the room answers a command."""
    press = Answer(room=toasts.room, user="guest", content=words("Counted."), token="press:1")
    assert await send(toasts, key(), press) == Sent()
    command = Answer(room=toasts.room, user="guest", content=words("Done."))
    assert isinstance(await send(toasts, key(), command), Sent)
    assert [shown.text for shown in await toasts.said_by_bot(toasts.room)] == ["Done."]


async def test_joined_commands_are_parsed(toasts: WebRig) -> None:
    """`/poll_close 3` means `poll close 3`."""
    said = await toasts.host.say(toasts.room, "/poll_close 3 a_b")
    value = await toasts.inbox.gets(CommandInvoked, lambda value: value.message == said)
    assert value.line == "poll close 3 a_b"


async def test_links_lead_out_or_to_the_message_on_the_page(buttons: WebRig) -> None:
    """A web address opens a new tab, a message link leads to the message, and other addresses are plain text."""
    rich = (
        Link("https://example.org/?a=1&b=<2>", (Text("out"),)),
        Link("https://sandbox.invalid/garden/7", (Text("in"),)),
        Link("javascript:alert(1)", (Text("bad"),)),
    )
    shown = await posted(buttons, Content(rich))
    links = (await buttons.guest.look(f"/messages/{shown}")).all("div", "words")[0].all("a")
    assert [(link.text(), link.attributes["href"]) for link in links] == [
        ("out", "https://example.org/?a=1&b=<2>"), ("in", "#m7"),
    ]  # fmt: skip
    assert links[0].attributes["rel"] == "noopener noreferrer"


async def test_a_link_button_opens_an_address(buttons: WebRig) -> None:
    """A button with a URL is a link and causes no press."""
    content = Content((Text("Map"),), buttons=(Button("", "Open", "🗺", "https://example.org/map"),))
    shown = await posted(buttons, content)
    (link,) = (await buttons.guest.look(f"/messages/{shown}")).all("a", "button")
    assert link.attributes["href"] == "https://example.org/map"


async def test_attachments_can_be_downloaded(buttons: WebRig) -> None:
    """A person can download an attachment under a safe name."""
    file = Attachment(name='po"t\nluck.ics', mime="text/calendar", size=3)
    receipt = await send(
        buttons, key(), Post(room=buttons.room, content=Content((Text("x"),), attachments=(file,))), files=(b"ICS",)
    )
    assert isinstance(receipt, Sent)
    path = f"/messages/{receipt.messages[0]}/files/0"
    answer = await buttons.guest.get(path)
    assert (answer.content, answer.headers["content-disposition"]) == (b"ICS", 'attachment; filename="potluck.ics"')
    assert answer.headers["content-type"] == "application/octet-stream"


async def test_no_rights_are_missing(buttons: WebRig) -> None:
    """A rights check in the sandbox reports no missing right."""
    assert await send(buttons, key(), CheckRights(room=buttons.room, subject="r:1")) == Sent()
    found = await buttons.inbox.gets(RightsReported)
    assert (found.subject, found.missing) == ("r:1", ())


async def test_room_of_another_account_is_refused(buttons: WebRig) -> None:
    """An account can't post in another account's room."""
    other = await buttons.host.open_room("Elsewhere", "web-matrix")
    receipt = await send(buttons, key(), Post(room=other, content=words("hello")))
    assert isinstance(receipt, Refused)
    assert receipt.reason == "gone"


def test_reader_rejects_unbalanced_tags() -> None:
    """The HTML reader of these tests rejects tags that do not nest."""
    with pytest.raises(AssertionError):
        read("<p><b>x</p></b>")
