"""The people and rooms of the demo. They set themselves up with commands that anybody types, so nothing is faked."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from adapters.sandbox.page import tour
from adapters.sandbox.platform.actions import Acts
from adapters.sandbox.platform.models import Figure, Place
from adapters.sandbox.platform.sandbox import Sandbox

PEOPLE = (
    Figure(id="zoe", name="Zoé", locale="fr", role="newcomer", place="Lyon"),
    Figure(id="anna", name="Anna", locale="fr", role="member", place="Lyon"),
    Figure(id="ben", name="Ben", locale="fr", role="member", place="Lyon"),
    Figure(id="carla", name="Carla", locale="fr", role="connector", place="Lyon"),
    Figure(id="noah", name="Noah", locale="en", role="newcomer", place="Halifax"),
    Figure(id="maya", name="Maya", locale="en", role="member", place="Halifax"),
    Figure(id="owen", name="Owen", locale="en", role="member", place="Halifax"),
    Figure(id="grace", name="Grace", locale="en", role="connector", place="Halifax"),
    Figure(id="nora", name="Nora", locale="en", role="coordinator", place="Les Passeurs"),
)
ROOMS = (
    (
        Place(id="lyon", account="web-discord", name="Place publique", locale="fr", zone="Europe/Paris", place="Lyon"),
        ("anna", "ben"), ("carla",),
    ),
    (
        Place(id="jardin", account="web-telegram", name="Le jardin", locale="fr", zone="Europe/Paris", place="Lyon"),
        ("anna", "ben"), ("carla",),
    ),
    (
        Place(
            id="halifax", account="web-matrix", name="North End", locale="en", zone="America/Halifax", place="Halifax"
        ),
        ("maya", "owen"), ("grace",),
    ),
    (
        Place(
            id="network", account="web-matrix", name="Highlights", locale="en", zone="Europe/Paris",
            place="Les Passeurs",
        ),
        ("carla", "grace"), ("nora",),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """Somebody types something. `command`: with the room's prefix; an empty text invites the bot."""

    user: str
    room: str
    text: str = ""
    command: bool = True


SCRIPT: tuple[Line, ...] = (
    Line("nora", "network"),
    Line("nora", "network", 'network create "Les Passeurs" en Europe/Paris'),
    Line("grace", "halifax"),
    Line("grace", "halifax", "setup Halifax en America/Halifax"),
    Line("grace", "halifax", "config rules Be kind. Bring what you can, take what you need."),
    Line("grace", "halifax", "config question What brings you to the North End?"),
    Line("grace", "halifax", "config greeting-seconds 2"),
    Line("grace", "halifax", "config threshold 2"),
    Line("grace", "halifax", "config hold-back 1"),
    Line("grace", "halifax", "link CODE"),
    Line("grace", "halifax", "config listening on"),
    Line("grace", "halifax", "relay on"),
    Line("carla", "lyon"),
    Line("carla", "lyon", "setup Lyon fr Europe/Paris"),
    Line("carla", "lyon", "config rules On se parle avec douceur. On range après soi."),
    Line("carla", "lyon", "config question Qu’est-ce qui vous amène ici\u202f?"),
    Line("carla", "lyon", "config greeting-seconds 2"),
    Line("carla", "lyon", "config threshold 2"),
    Line("carla", "lyon", "config hold-back 1"),
    Line("carla", "lyon", "greeter add @Anna"),
    Line("carla", "lyon", "link CODE"),
    Line("carla", "lyon", "config listening on"),
    Line("carla", "lyon", "relay on"),
    Line("carla", "jardin"),
    Line("carla", "jardin", "room join Lyon"),
    Line("carla", "jardin", "room role events"),
    Line("nora", "network", "Welcome, Lyon and Halifax! What is worth telling shows up here.", command=False),
    Line("maya", "halifax", "Morning all. The tool library has two new bikes, come and try them.", command=False),
    Line("owen", "halifax", "On my way, with cookies.", command=False),
    Line("carla", "jardin", "Les dates du jardin s’affichent ici.", command=False),
    Line("ben", "lyon", "Bonjour\u202f! Qui a encore des graines de tomates\u202f?", command=False),
    Line("anna", "lyon", "Nous avons planté quarante arbres avec l’école ce matin 🌳", command=False),
)
_DONE = "seeded"
_CODE = re.compile(r"link ([a-z2-9]{8})")


async def seed(sandbox: Sandbox, rest: Callable[[], Awaitable[None]], script: Sequence[Line] = SCRIPT) -> None:
    """Let the town set itself up; taken up where it was left when the process was killed in the middle.

    `rest` returns once the bot has done all that follows from what was typed.
    """
    for figure in PEOPLE:
        sandbox.add_person(figure)
    for room, members, admins in ROOMS:
        sandbox.add_room(room, members, admins)
    await rest()
    done = int(sandbox.store.state(_DONE, "0"))
    for number, line in enumerate(script[done:], done + 1):
        with sandbox.acting():
            _type(sandbox, line)
            sandbox.store.remember(_DONE, str(number))
        await rest()
    tour.begin(sandbox)


def _type(sandbox: Sandbox, line: Line) -> None:
    acts, room = Acts(sandbox), sandbox.room(line.room)
    assert room is not None, "the rooms are there"
    if not line.text:
        acts.invite_bot(line.user, line.room)
        return
    look = sandbox.look(room)
    text = line.text.replace("CODE", _code(sandbox)) if "CODE" in line.text else line.text
    acts.say(line.user, line.room, look.prefix + text if line.command else text)


def _code(sandbox: Sandbox) -> str:
    """The network's code, as its room was told it."""
    for message in sandbox.messages("network"):
        found = _CODE.search(message.text)
        if found is not None and message.author != "nora":
            return found.group(1)
    raise LookupError("the network's room was told no code")
