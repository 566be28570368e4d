"""The guided tour: steps to try, and queries that find out which of them are done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from adapters.sandbox.platform.sandbox import Sandbox

_SKIPPED = "tour-skipped"
_BEGUN = "tour-begins-after"
"""The serial number after seeding; older messages complete no step."""
_AGAIN = "tour-begun-again"


@dataclass(frozen=True)
class Scene:
    """Where the tour takes place, for visitors of one language: a community's rooms and its people."""

    room: str
    events_room: str
    newcomer: str
    connector: str
    members: tuple[str, str]


SCENES = (
    Scene("halifax", "halifax", "noah", "grace", ("maya", "owen")),
    Scene("lyon", "jardin", "zoe", "carla", ("anna", "ben")),
)
COORDINATOR, NETWORK = "nora", "network"


def scene_of(language: str, sandbox: Sandbox) -> Scene:
    """Return the scene whose room speaks a language, or the first one."""
    rooms = {scene: sandbox.room(scene.room) for scene in SCENES}
    return next((scene for scene, room in rooms.items() if room and room.locale == language), SCENES[0])


@dataclass(frozen=True)
class TourStep:
    """A step of the tour. It is done when a message after the seeding meets the SQL condition `done`.

    `cast`: the people who take part, the first of whom begins. `place`: the room where it happens. `has_line`: the text
    `tour-<id>-line` is a command to try, in the room's language.
    """

    id: str
    cast: Callable[[Scene], tuple[str, ...]]
    place: Callable[[Scene], str]
    done: str = "FALSE"
    has_line: bool = False


STEPS = (
    TourStep(
        "welcome", lambda scene: (scene.newcomer,), lambda scene: scene.room,
        "author = (SELECT direct FROM rooms WHERE rooms.id = messages.room)",
    ),
    TourStep(
        "poll", lambda scene: (scene.connector, *scene.members), lambda scene: scene.room,
        "card LIKE 'pollresult:%'", has_line=True,
    ),
    TourStep(
        "event", lambda scene: (scene.connector, scene.members[0]), lambda scene: scene.events_room,
        "key GLOB 'event:*:*:*'", has_line=True,
    ),
    TourStep(
        "highlight", lambda scene: (scene.members[1], scene.connector, scene.members[0]), lambda scene: scene.room,
        "card LIKE 'highlight:%'",
    ),
    TourStep(
        "digest", lambda _scene: (COORDINATOR,), lambda _scene: NETWORK, "room = 'network' AND key GLOB 'digest:*'"
    ),
    TourStep("again", lambda _scene: (), lambda scene: scene.room),
)  # fmt: skip


@dataclass(frozen=True)
class Offer:
    """The one thing to press next: become `user`, enter, see or answer in `room`, write, react, or move the clock."""

    kind: Literal["become", "enter", "room", "answer", "write", "react", "clock"]
    user: str = ""
    room: str = ""
    message: int = 0


def offer(step: TourStep, scene: Scene, viewer: str, sandbox: Sandbox) -> Offer | None:
    """Return what brings this visitor on in a step; None where nothing on the page does."""
    cast, room = step.cast(scene), step.place(scene)
    match step.id:
        case "welcome" if viewer == scene.newcomer:
            private = next((found.id for found in sandbox.rooms(of=viewer) if found.direct == viewer), room)
            return Offer("room", room=private) if sandbox.is_member(room, viewer) else Offer("enter", room=room)
        case "highlight":
            return _liking(cast, scene, viewer, sandbox)
        case "digest":
            return Offer("clock")
        case "again":
            return None
    return Offer("write", room=room) if viewer == cast[0] else Offer("become", user=cast[0], room=room)


def _liking(cast: tuple[str, ...], scene: Scene, viewer: str, sandbox: Sandbox) -> Offer | None:
    """Let two people react to the newest message of a third, who is asked then and answers."""
    *fans, author = cast
    found = sandbox.store.fetch_one(
        "SELECT id FROM messages WHERE room = ? AND author = ? AND gone = 0 ORDER BY id DESC LIMIT 1",
        scene.room, author,
    )  # fmt: skip
    if found is None:
        return None
    liked = {person for people in sandbox.reactions(found["id"]).values() for person in people}
    waiting = [person for person in fans if person not in liked]
    if not waiting and not _asks_author(scene.room, sandbox):
        return Offer("clock")
    if not waiting:
        return Offer("answer", room=scene.room) if viewer == author else Offer("become", user=author, room=scene.room)
    if viewer in waiting:
        return Offer("react", room=scene.room, message=found["id"])
    return Offer("become", user=waiting[0], room=scene.room)


def _asks_author(room: str, sandbox: Sandbox) -> bool:
    """Return whether the bot waits there for an author's answer."""
    shown = [one for one in sandbox.messages(room) if one.content is not None and not one.gone]
    return any(
        button.id.startswith("hlyes:") for one in shown for button in (one.content.buttons if one.content else ())
    )


def begin(sandbox: Sandbox) -> None:
    """Mark the end of seeding on the first start; on a later start, complete the step about restarting."""
    begun, serial = sandbox.store.state(_BEGUN), sandbox.store.state("serial", "0")
    if begun == serial:
        return
    with sandbox.transaction():
        sandbox.store.set_state(_AGAIN if begun else _BEGUN, serial)
        sandbox.record_change("tour", "")


def skip(sandbox: Sandbox, step: str) -> None:
    """Skip a step."""
    with sandbox.transaction():
        skipped = {*skipped_steps(sandbox), step} & {known.id for known in STEPS}
        sandbox.store.set_state(_SKIPPED, " ".join(sorted(skipped)))
        sandbox.record_change("tour", "")


def skipped_steps(sandbox: Sandbox) -> set[str]:
    """Return the skipped steps."""
    return set(sandbox.store.state(_SKIPPED).split())


def done_steps(sandbox: Sandbox) -> set[str]:
    """Return the steps that anybody has done."""
    begun, query = sandbox.store.state(_BEGUN), "SELECT 1 FROM messages WHERE id > ? AND "
    if not begun:
        return set()
    done = {step.id for step in STEPS if sandbox.store.fetch_one(query + step.done, int(begun)) is not None}
    return done | {"again"} if sandbox.store.state(_AGAIN) else done
