"""The guided tour: steps to try, and queries that find out which of them are done."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.sandbox.platform.sandbox import Sandbox

_SKIPPED = "tour-skipped"
_BEGUN = "tour-begins-after"
"""The serial number after seeding; older messages complete no step."""
_AGAIN = "tour-begun-again"


@dataclass(frozen=True)
class Step:
    """A step in `room` for the users `people`. Once it is done, a message meets the condition `done`."""

    id: str
    room: str
    people: tuple[str, ...]
    done: str = "FALSE"
    has_line: bool = False
    """Whether the text `tour-<id>-line` is a command to try, in the room's language."""


STEPS = (
    Step("welcome", "lyon", ("zoe",), "author = (SELECT direct FROM rooms WHERE rooms.id = messages.room)"),
    Step("poll", "lyon", ("carla", "anna", "ben", "zoe"), "card LIKE 'pollresult:%'", has_line=True),
    Step(
        "event", "halifax", ("grace", "maya"), "key LIKE 'timer:%' AND (text LIKE '%⏰%' OR text LIKE '%🔔%')",
        has_line=True,
    ),
    Step("highlight", "lyon", ("anna", "ben"), "card LIKE 'highlight:%'"),
    Step("digest", "network", ("nora",), "room = 'network' AND key LIKE 'digest%'"),
    Step("again", "lyon", ()),
)  # fmt: skip


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
