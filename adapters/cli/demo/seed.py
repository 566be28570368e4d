"""The people and rooms of the demo. They set everything up with ordinary commands, so nothing is faked."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from adapters.sandbox.page import tour
from adapters.sandbox.platform.actions import SandboxActions
from adapters.sandbox.platform.models import Room, User
from adapters.sandbox.platform.sandbox import Sandbox

PEOPLE = (
    User(id="zoe", name="Zoé", locale="fr", role="newcomer", place="Lyon"),
    User(id="anna", name="Anna", locale="fr", role="member", place="Lyon"),
    User(id="ben", name="Ben", locale="fr", role="member", place="Lyon"),
    User(id="carla", name="Carla", locale="fr", role="connector", place="Lyon"),
    User(id="noah", name="Noah", locale="en", role="newcomer", place="Halifax"),
    User(id="maya", name="Maya", locale="en", role="member", place="Halifax"),
    User(id="owen", name="Owen", locale="en", role="member", place="Halifax"),
    User(id="grace", name="Grace", locale="en", role="connector", place="Halifax"),
    User(id="nora", name="Nora", locale="en", role="coordinator", place="Les Passeurs"),
)
ROOMS = (
    (
        Room(id="lyon", account="web-discord", name="Place publique", locale="fr", zone="Europe/Paris", place="Lyon"),
        ("anna", "ben"), ("carla",),
    ),
    (
        Room(id="jardin", account="web-telegram", name="Le jardin", locale="fr", zone="Europe/Paris", place="Lyon"),
        ("anna", "ben"), ("carla",),
    ),
    (
        Room(
            id="halifax", account="web-matrix", name="North End", locale="en", zone="America/Halifax", place="Halifax"
        ),
        ("maya", "owen"), ("grace",),
    ),
    (
        Room(
            id="network", account="web-matrix", name="Highlights", locale="en", zone="Europe/Paris",
            place="Les Passeurs",
        ),
        ("carla", "grace"), ("nora",),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class ScriptLine:
    """What a person types. A `command` gets the room's prefix; an empty text invites the bot."""

    user: str
    room: str
    text: str = ""
    command: bool = True


SCRIPT: tuple[ScriptLine, ...] = (
    ScriptLine("nora", "network"),
    ScriptLine("nora", "network", 'network create "Les Passeurs" en Europe/Paris'),
    ScriptLine("grace", "halifax"),
    ScriptLine("grace", "halifax", "setup Halifax en America/Halifax"),
    ScriptLine("grace", "halifax", "config rules Be kind. Bring what you can, take what you need."),
    ScriptLine("grace", "halifax", "config question What brings you to the North End?"),
    ScriptLine("grace", "halifax", "config greeting-seconds 2"),
    ScriptLine("grace", "halifax", "config threshold 2"),
    ScriptLine("grace", "halifax", "config hold-back 1"),
    ScriptLine("grace", "halifax", "link CODE"),
    ScriptLine("grace", "halifax", "config listening on"),
    ScriptLine("grace", "halifax", "relay on"),
    ScriptLine("carla", "lyon"),
    ScriptLine("carla", "lyon", "setup Lyon fr Europe/Paris"),
    ScriptLine("carla", "lyon", "config rules On se parle avec douceur. On range après soi."),
    ScriptLine("carla", "lyon", "config question Qu’est-ce qui vous amène ici\u202f?"),
    ScriptLine("carla", "lyon", "config greeting-seconds 2"),
    ScriptLine("carla", "lyon", "config threshold 2"),
    ScriptLine("carla", "lyon", "config hold-back 1"),
    ScriptLine("carla", "lyon", "greeter add @Anna"),
    ScriptLine("carla", "lyon", "link CODE"),
    ScriptLine("carla", "lyon", "config listening on"),
    ScriptLine("carla", "lyon", "relay on"),
    ScriptLine("carla", "jardin"),
    ScriptLine("carla", "jardin", "room join Lyon"),
    ScriptLine("carla", "jardin", "room role events"),
    ScriptLine("nora", "network", "Welcome, Lyon and Halifax! What is worth telling shows up here.", command=False),
    ScriptLine("maya", "halifax", "Morning all. The tool library has two new bikes, come and try them.", command=False),
    ScriptLine("owen", "halifax", "On my way, with cookies.", command=False),
    ScriptLine("carla", "jardin", "Les dates du jardin s’affichent ici.", command=False),
    ScriptLine("ben", "lyon", "Bonjour\u202f! Qui a encore des graines de tomates\u202f?", command=False),
    ScriptLine("anna", "lyon", "Nous avons planté quarante arbres avec l’école ce matin 🌳", command=False),
)
_DONE = "seeded"
_CODE = re.compile(r"link ([a-z2-9]{8})")


async def seed(sandbox: Sandbox, rest: Callable[[], Awaitable[None]], script: Sequence[ScriptLine] = SCRIPT) -> None:
    """Play the script; continue where it stopped when the process was killed in the middle.

    `rest` waits until the bot has handled what was typed.
    """
    for figure in PEOPLE:
        sandbox.add_user(figure)
    for room, members, admins in ROOMS:
        sandbox.add_room(room, members, admins)
    await rest()
    done = int(sandbox.store.state(_DONE, "0"))
    for number, line in enumerate(script[done:], done + 1):
        with sandbox.transaction():
            _type(sandbox, line)
            sandbox.store.set_state(_DONE, str(number))
        await rest()
    tour.begin(sandbox)


def _type(sandbox: Sandbox, line: ScriptLine) -> None:
    acts, room = SandboxActions(sandbox), sandbox.room(line.room)
    assert room is not None, "the rooms are there"
    if not line.text:
        acts.invite_bot(line.user, line.room)
        return
    look = sandbox.profile(room)
    text = line.text.replace("CODE", _code(sandbox)) if "CODE" in line.text else line.text
    acts.post(line.user, line.room, look.prefix + text if line.command else text)


def _code(sandbox: Sandbox) -> str:
    """Return the network's code from the message in its room."""
    for message in sandbox.messages("network"):
        found = _CODE.search(message.text)
        if found is not None and message.author != "nora":
            return found.group(1)
    raise LookupError("the network's room was told no code")
