"""The sandbox stores messages, completed sends and the clock's shift."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.sandbox.platform.action_base import ActionError
from adapters.sandbox.platform.actions import SandboxActions, parse_command
from adapters.sandbox.platform.clock import SandboxClock
from adapters.sandbox.platform.models import BOT, Room, User
from adapters.sandbox.platform.profiles import PROFILES
from adapters.sandbox.platform.sandbox import Sandbox
from adapters.sandbox.platform.store import Store
from bots.core.inbound import ButtonPressed, MessagePosted, ReactionAdded

THEN = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


OpenSandbox = Callable[..., Sandbox]


@pytest.fixture
def open_sandbox() -> Iterator[OpenSandbox]:
    """Return a function that opens a sandbox with a room, two users and the bot, in a file if a path is given."""
    made: list[Sandbox] = []

    def make(path: Path | None = None) -> Sandbox:
        box = Sandbox(path)
        made.append(box)
        for user in ("anna", "ben"):
            box.add_user(User(id=user, name=user.title()))
        box.add_room(Room(id="lyon", account="web-discord", name="Lyon"), ["ben", BOT], ["anna"])
        return box

    yield make
    for box in made:
        box.close()


def test_messages_survive_a_restart(tmp_path: Path, open_sandbox: OpenSandbox) -> None:
    """A reopened sandbox has the same messages and admins, and uses new message ids."""
    first = open_sandbox(tmp_path / "s.db")
    said = SandboxActions(first).post("anna", "lyon", "hello")
    first.close()
    again = open_sandbox(tmp_path / "s.db")
    assert [message.text for message in again.messages("lyon")] == ["hello"]
    assert SandboxActions(again).post("anna", "lyon", "again") > said
    assert again.is_admin("lyon", "anna") and not again.is_admin("lyon", "ben")


def test_clock_shift_is_stored(tmp_path: Path) -> None:
    """A reopened clock continues from its stored shift and never goes back."""
    store = Store(tmp_path / "s.db")
    clock = SandboxClock(store, THEN)
    assert timedelta(0) <= clock.now() - THEN < timedelta(minutes=1)
    clock.advance_to(THEN + timedelta(days=2))
    clock.advance_to(THEN)
    store.close()
    store = Store(tmp_path / "s.db")
    again = SandboxClock(store, THEN)
    assert timedelta(0) <= again.now() - (THEN + timedelta(days=2)) < timedelta(minutes=1)
    store.close()


def test_failed_action_is_rolled_back(open_sandbox: OpenSandbox) -> None:
    """A failed action leaves no message, event or new revision."""
    box = open_sandbox()
    news = asyncio.Event()
    box.watchers.add(news)
    rev, end = box.revision(), box.log_end("web-discord")

    def act() -> None:
        with box.transaction():
            SandboxActions(box).post("anna", "lyon", "half")
            raise RuntimeError("a power cut")

    news.clear()
    with pytest.raises(RuntimeError, match="power cut"):
        act()
    assert (box.revision(), box.log_end("web-discord"), box.messages("lyon")) == (rev, end, [])


def test_bot_gets_no_events_of_other_rooms(open_sandbox: OpenSandbox) -> None:
    """The bot gets no events from rooms that it is not in."""
    box = open_sandbox()
    box.add_room(Room(id="kitchen", account="web-discord", name="Kitchen"), ["anna"])
    SandboxActions(box).post("anna", "kitchen", "psst")
    assert box.log_after("web-discord", 0)[0] == []


def test_each_account_has_its_own_log(open_sandbox: OpenSandbox) -> None:
    """Each account reads the events of its own rooms, in order, after a token."""
    box = open_sandbox()
    box.add_room(Room(id="north", account="web-matrix", name="North"), ["anna", BOT])
    acts = SandboxActions(box)
    said = [acts.post("anna", room, room) for room in ("lyon", "north", "lyon")]
    values, token = box.log_after("web-discord", 0)
    assert [value.message for value in values if isinstance(value, MessagePosted)] == [str(said[0]), str(said[2])]
    assert box.log_after("web-discord", token) == ([], token)
    assert box.log_end("web-matrix") != token


def test_a_name_after_an_at_sign_is_a_mention(open_sandbox: OpenSandbox) -> None:
    """The name of a member after an @ is a mention."""
    box = open_sandbox()
    SandboxActions(box).post("anna", "lyon", "hello @ben and @nobody")
    (value,), _ = box.log_after("web-discord", 0)
    assert isinstance(value, MessagePosted)
    assert value.mentions == ("ben",)


def test_repeated_reaction_counts_once(open_sandbox: OpenSandbox) -> None:
    """A reaction added twice exists once and gives one event."""
    box = open_sandbox()
    acts = SandboxActions(box)
    said = acts.post("anna", "lyon", "hello")
    acts.react("ben", said, "👍")
    acts.react("ben", said, "👍")
    acts.unreact("ben", said, "🎉")
    values, _ = box.log_after("web-discord", 0)
    assert [type(value) for value in values] == [MessagePosted, ReactionAdded]
    assert box.reactions(said) == {"👍": ["ben"]}


@pytest.mark.parametrize("button", ["poll:1:2", "", "x"])
def test_missing_button_cannot_be_pressed(button: str, open_sandbox: OpenSandbox) -> None:
    """The sandbox refuses the press of a button that the message does not have."""
    box = open_sandbox()
    said = SandboxActions(box).post("anna", "lyon", "hello")
    with pytest.raises(ActionError, match="no-button"):
        SandboxActions(box).press("ben", said, button)
    assert not [value for value in box.log_after("web-discord", 0)[0] if isinstance(value, ButtonPressed)]


def test_only_admins_delete_messages_of_others(open_sandbox: OpenSandbox) -> None:
    """Only an admin of the room deletes other people's messages."""
    box = open_sandbox()
    acts = SandboxActions(box)
    mine, theirs = acts.post("ben", "lyon", "mine"), acts.post("anna", "lyon", "theirs")
    with pytest.raises(ActionError, match="not-yours"):
        acts.delete("ben", theirs)
    acts.delete("anna", mine)
    assert [message.id for message in box.messages("lyon")] == [theirs]
    with pytest.raises(ActionError, match="no-message"):
        acts.edit("ben", mine, "still there?")


@pytest.mark.parametrize(
    ("account", "text", "line"),
    [
        ("web-matrix", "!poll close 3", "poll close 3"),
        ("web-matrix", "/poll", None),
        ("web-discord", "/poll close 3", "poll close 3"),
        ("web-discord", "!poll", None),
        ("web-telegram", "/poll_close a_b", "poll close a_b"),
        ("web-telegram", "/", None),
        ("web-matrix", "!!", None),
        ("web-discord", "/ poll", None),
    ],
)
def test_command_syntax_of_each_profile(account: str, text: str, line: str | None) -> None:
    """Each profile parses commands with its own prefix and separator."""
    assert parse_command(text, PROFILES[account]) == line
