"""The people and rooms of the demo. They set everything up with ordinary commands, so nothing is faked."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from adapters.sandbox.page import tour
from adapters.sandbox.platform.actions import SandboxActions
from adapters.sandbox.platform.models import BOT, Room, User
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.outbound import CHOICE_EMOJI
from bots.i18n import languages, texts

PEOPLE = (
    User(id="zoe", name="Zoé", locale="fr", role="newcomer", place="Lyon"),
    User(id="anna", name="Anna", locale="fr", place="Lyon"),
    User(id="ben", name="Ben", locale="fr", place="Lyon"),
    User(id="carla", name="Carla", locale="fr", role="connector", place="Lyon"),
    User(id="noah", name="Noah", role="newcomer", place="Halifax"),
    User(id="maya", name="Maya", place="Halifax"),
    User(id="owen", name="Owen", place="Halifax"),
    User(id="grace", name="Grace", role="connector", place="Halifax"),
    User(id="nora", name="Nora", role="coordinator", place="Les Passeurs"),
)
ROOMS = (
    Room(id="lyon", account="web-discord", name="Place publique", locale="fr", zone="Europe/Paris", place="Lyon"),
    Room(id="jardin", account="web-telegram", name="Le jardin", locale="fr", zone="Europe/Paris", place="Lyon"),
    Room(id="halifax", account="web-matrix", name="North End", zone="America/Halifax", place="Halifax"),
    Room(id="network", account="web-matrix", name="Highlights", zone="Europe/Paris", place="Les Passeurs"),
    Room(id="wide", account="web-telegram", name="Commons", zone="Europe/Paris", place="Atlantic Commons"),
)
MEMBERS = {
    "lyon": ("anna", "ben"),
    "jardin": ("anna", "ben"),
    "halifax": ("maya", "owen"),
    "network": ("carla", "grace"),
    "wide": (),
}
ADMINS = {"lyon": "carla", "jardin": "carla", "halifax": "grace", "network": "nora", "wide": "nora"}


LIVED = timedelta(hours=3)
"""How long the rooms have been in use when a visitor sees them."""


@dataclass(frozen=True)
class ScriptLine:
    """What a person does, `minute` minutes after the beginning.

    They type `text`; a `command` gets the room's prefix, and an empty text invites the bot. With `to` they react or
    press instead: `text` is the emoji, and the message is the newest in the room with these words. `{a|b|c}` is
    a greeting until noon, until six in the evening, and after.
    """

    user: str
    room: str
    text: str = ""
    command: bool = True
    minute: int = 0
    to: str = ""


def _set_up(user: str, room: str, *commands: str) -> list[ScriptLine]:
    """Invite the bot, then type these commands."""
    return [ScriptLine(user, room, text) for text in ("", *commands)]


_SHORT_WAITS = ("config greeting-seconds 2", "config threshold 2", "config hold-back 1", "config quiet-hours none")
_SHARE = ("config listening on", "relay on")


def _confirm(community: str, user: str, room: str) -> list[ScriptLine]:
    """Let the community into the network, then share with it."""
    join = ScriptLine(user, room, "yes", command=False)
    accept = ScriptLine("nora", "network", f"network accept {community}")
    return [join, accept, *(ScriptLine(user, room, text) for text in _SHARE)]


def _talk(*said: tuple[str, str, int, str]) -> list[ScriptLine]:
    """Let people say something: (user, room, minute, text)."""
    return [ScriptLine(user, room, text, command=False, minute=minute) for user, room, minute, text in said]


SCRIPT: tuple[ScriptLine, ...] = (
    *_set_up("nora", "wide", 'network create "Atlantic Commons" en Europe/Paris'),
    *_set_up("nora", "network", 'network create "Les Passeurs" en Europe/Paris', "link WIDE"),
    ScriptLine("nora", "network", "yes", command=False),
    ScriptLine("nora", "network", "relay on"),
    *_set_up(
        "grace", "halifax", "setup Halifax en America/Halifax",
        "config rules Be kind. Bring what you can, take what you need.",
        "config question What brings you to the North End?", *_SHORT_WAITS, "link CODE",
    ),
    *_confirm("Halifax", "grace", "halifax"),
    *_set_up(
        "carla", "lyon", "setup Lyon fr Europe/Paris",
        "config rules On se parle avec douceur. On range après soi.",
        "config question Qu’est-ce qui vous amène ici\u202f?", *_SHORT_WAITS, "greeter add @Anna", "link CODE",
    ),
    *_confirm("Lyon", "carla", "lyon"),
    *_set_up("carla", "jardin", "room join Lyon", "room role events"),
    ScriptLine("nora", "network", "Welcome, Lyon and Halifax! What is worth telling shows up here.", command=False),
    *_talk(
        ("owen", "halifax", 5, "We fixed fourteen bikes at the repair café. Three are looking for a rider 🚲"),
        ("ben", "lyon", 8, "Qui a encore des graines de tomates\u202f?"),
        ("anna", "lyon", 11, "Moi\u202f! Je les pose dans la boîte du jardin."),
    ),
    ScriptLine("maya", "halifax", "🎉", minute=15, to="fourteen bikes"),
    ScriptLine("grace", "halifax", "❤️", minute=16, to="fourteen bikes"),
    ScriptLine("owen", "halifax", "🙂", minute=18, to="fourteen bikes"),
    ScriptLine("grace", "halifax", 'poll "What do we cook on Sunday?" "Chowder" "Chili"', minute=40),
    ScriptLine("maya", "halifax", "1️⃣", minute=44, to="What do we cook"),
    ScriptLine("owen", "halifax", "2️⃣", minute=52, to="What do we cook"),
    ScriptLine("carla", "jardin", "event Plantations dans 4 jours 18h au jardin", minute=70),
    ScriptLine("carla", "jardin", "✅", minute=71, to="Plantations"),
    ScriptLine("anna", "jardin", "✅", minute=80, to="Plantations"),
    ScriptLine("ben", "jardin", "🤔", minute=95, to="Plantations"),
    ScriptLine("nora", "network", 'poll "When do we all meet?" "May" "June" to=network', minute=98),
    ScriptLine("nora", "network", "✅", minute=98, to="When do we all meet"),
    ScriptLine("maya", "halifax", "2️⃣", minute=99, to="When do we all meet"),
    ScriptLine("anna", "lyon", "2️⃣", minute=100, to="When do we all meet"),
    ScriptLine("nora", "network", "event Video call of all gardens in 6 days at 18:00 to=network", minute=101),
    ScriptLine("nora", "network", "✅", minute=101, to="Video call"),
    ScriptLine("grace", "halifax", "✅", minute=102, to="Video call"),
    ScriptLine("carla", "lyon", "✅", minute=103, to="Video call"),
    ScriptLine("owen", "halifax", "✅", minute=104, to="Video call"),
    ScriptLine("ben", "jardin", "✅", minute=105, to="Video call"),
    *_talk(
        ("carla", "jardin", 110, "Pensez aux gants\u202f!"),
        ("maya", "halifax", 150, "{Morning all.|Hi all.|Good evening.} The tool library has two new bikes. Try them!"),
        ("owen", "halifax", 158, "On my way, with cookies."),
        ("anna", "lyon", 172, "{Bonjour.|Bonjour.|Bonsoir.} Hier, nous avons planté quarante arbres avec l’école 🌳"),
    ),
)  # fmt: skip
_DONE, _BEGUN = "seeded", "seeding-began"
_HELLO = re.compile(r"\{(.+?)\|(.+?)\|(.+?)\}")


async def stand_still(_by: timedelta) -> None:
    """Let no time pass between the lines."""


async def seed(
    sandbox: Sandbox,
    rest: Callable[[], Awaitable[None]],
    script: Sequence[ScriptLine] = SCRIPT,
    advance: Callable[[timedelta], Awaitable[None]] = stand_still,
    show_progress: Callable[[int, int], None] = lambda _done, _steps: None,
) -> None:
    """Play the script; continue where it stopped when the process was killed in the middle.

    `rest` waits until the bot has handled what was typed, `advance` moves the clock. `show_progress` takes the number
    of lines played and of all.
    """
    for user in PEOPLE:
        sandbox.add_user(user)
    for room in ROOMS:
        sandbox.add_room(room, MEMBERS[room.id], (ADMINS[room.id],))
    await rest()
    done, begun = int(sandbox.store.state(_DONE, "0")), _beginning(sandbox)
    for number, line in enumerate(script[done:], done + 1):
        if line.minute:
            await advance(begun + timedelta(minutes=line.minute) - sandbox.clock.now())
        with sandbox.transaction():
            _play(sandbox, line)
            sandbox.store.set_state(_DONE, str(number))
        await rest()
        show_progress(number, len(script))
    await advance(begun + LIVED - sandbox.clock.now())
    tour.begin(sandbox)


def _beginning(sandbox: Sandbox) -> datetime:
    """Return when the seeding began, in this process or an earlier one."""
    if not sandbox.store.state(_BEGUN):
        with sandbox.transaction():
            sandbox.store.set_state(_BEGUN, sandbox.clock.now().isoformat())
    return datetime.fromisoformat(sandbox.store.state(_BEGUN))


def _play(sandbox: Sandbox, line: ScriptLine) -> None:
    actions, room = SandboxActions(sandbox), sandbox.room(line.room)
    assert room is not None, "the rooms are there"
    if not line.text:
        actions.invite_bot(line.user, line.room)
    elif line.to:
        _react(sandbox, room, line)
    else:
        text = line.text
        for place, code in zip(("CODE", "WIDE"), network_codes(sandbox), strict=False):
            text = text.replace(place, code)
        text = _HELLO.sub(lambda found: found[_time_of_day(room, sandbox.clock.now())], text)
        actions.post(line.user, line.room, sandbox.profile(room).prefix + text if line.command else text)


def _react(sandbox: Sandbox, room: Room, line: ScriptLine) -> None:
    """Vote in a native poll; else press the button with this emoji, or react with it, below the newest message."""
    actions = SandboxActions(sandbox)
    poll = next((one for one in sandbox.messages(line.room) if one.poll_open and line.to in one.text), None)
    if poll is not None and line.text in CHOICE_EMOJI:
        actions.vote(line.user, poll.id, [str(CHOICE_EMOJI.index(line.text))])
        return
    said = [one for one in sandbox.messages(line.room) if line.to in one.text and not one.gone]
    for message in reversed(said):
        buttons = message.content.buttons if message.content else ()
        button = next((one.id for one in buttons if one.emoji == line.text), None)
        if button is not None and sandbox.profile(room).buttons:
            actions.press(line.user, message.id, button)
            return
        if button is not None or not any(one.content and one.content.buttons for one in said):
            actions.react(line.user, message.id, line.text)
            return


def _time_of_day(room: Room, now: datetime) -> int:
    """Return 1 until noon, 2 until six in the evening, and 3 until four in the morning, in the room's zone."""
    hour = now.astimezone(ZoneInfo(room.zone)).hour
    return 1 if 4 <= hour < 12 else 2 if 12 <= hour < 18 else 3


def network_codes(sandbox: Sandbox) -> list[str]:
    """Return the network codes in the bot's messages, the newest first."""
    rows = sandbox.store.fetch_all("SELECT text FROM messages WHERE author = ? ORDER BY id DESC", BOT)
    named = "|".join(texts.words(language, "name-link") for language in languages.codes())
    shown = re.compile(rf"(?:{named}) ([a-z2-9]{{8}})\b")
    found = (shown.search(row["text"]) for row in rows)
    return list(dict.fromkeys(match[1] for match in found if match))
