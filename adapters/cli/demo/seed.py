"""The people and rooms of the demo. They set everything up with ordinary commands, so nothing is faked."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from adapters.sandbox.page import tour
from adapters.sandbox.platform.actions import SandboxActions
from adapters.sandbox.platform.models import BOT, Room, User
from adapters.sandbox.platform.sandbox import Sandbox

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
)
MEMBERS = {
    "lyon": ("anna", "ben"),
    "jardin": ("anna", "ben"),
    "halifax": ("maya", "owen"),
    "network": ("carla", "grace"),
}
ADMINS = {"lyon": "carla", "jardin": "carla", "halifax": "grace", "network": "nora"}


@dataclass(frozen=True)
class ScriptLine:
    """What a person types. A `command` gets the room's prefix; an empty text invites the bot."""

    user: str
    room: str
    text: str = ""
    command: bool = True


def _set_up(user: str, room: str, *commands: str) -> list[ScriptLine]:
    """Invite the bot, then type these commands."""
    return [ScriptLine(user, room, text) for text in ("", *commands)]


_SHORT_WAITS = ("config greeting-seconds 2", "config threshold 2", "config hold-back 1", "config quiet-hours none")
_SHARE = ("config listening on", "relay on")


def _confirm(community: str, user: str, room: str) -> list[ScriptLine]:
    """Let the community into the network, then share with it."""
    accept = ScriptLine("nora", "network", f"network accept {community}")
    return [accept, *(ScriptLine(user, room, text) for text in _SHARE)]


SCRIPT: tuple[ScriptLine, ...] = (
    *_set_up("nora", "network", 'network create "Les Passeurs" en Europe/Paris'),
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
    ScriptLine("maya", "halifax", "Morning all. The tool library has two new bikes, come and try them.", command=False),
    ScriptLine("owen", "halifax", "On my way, with cookies.", command=False),
    ScriptLine("carla", "jardin", "Les dates du jardin s’affichent ici.", command=False),
    ScriptLine("ben", "lyon", "Bonjour\u202f! Qui a encore des graines de tomates\u202f?", command=False),
    ScriptLine("anna", "lyon", "Nous avons planté quarante arbres avec l’école ce matin 🌳", command=False),
)  # fmt: skip
_DONE = "seeded"
_CODE = re.compile(r"link ([a-z2-9]{8})")


async def seed(sandbox: Sandbox, rest: Callable[[], Awaitable[None]], script: Sequence[ScriptLine] = SCRIPT) -> None:
    """Play the script; continue where it stopped when the process was killed in the middle.

    `rest` waits until the bot has handled what was typed.
    """
    for user in PEOPLE:
        sandbox.add_user(user)
    for room in ROOMS:
        sandbox.add_room(room, MEMBERS[room.id], (ADMINS[room.id],))
    await rest()
    done = int(sandbox.store.state(_DONE, "0"))
    for number, line in enumerate(script[done:], done + 1):
        with sandbox.transaction():
            _type(sandbox, line)
            sandbox.store.set_state(_DONE, str(number))
        await rest()
    tour.begin(sandbox)


def _type(sandbox: Sandbox, line: ScriptLine) -> None:
    actions, room = SandboxActions(sandbox), sandbox.room(line.room)
    assert room is not None, "the rooms are there"
    if not line.text:
        actions.invite_bot(line.user, line.room)
        return
    code = network_code(sandbox)
    assert code or "CODE" not in line.text, "the network's room was told its code"
    text = line.text.replace("CODE", code or "")
    actions.post(line.user, line.room, sandbox.profile(room).prefix + text if line.command else text)


def network_code(sandbox: Sandbox) -> str | None:
    """Return the newest network code in the bot's messages."""
    rows = sandbox.store.fetch_all("SELECT text FROM messages WHERE author = ? ORDER BY id DESC", BOT)
    found = (_CODE.search(row["text"]) for row in rows)
    return next((match[1] for match in found if match), None)
