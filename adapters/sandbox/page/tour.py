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
    """A step in `room` for the users `people`. `done_query` finds a row once the step is done."""

    id: str
    room: str
    people: tuple[str, ...]
    done_query: str
    has_line: bool = False
    """Whether the text `tour-<id>-line` is a command to try, in the room's language."""


STEPS = (
    Step(
        "welcome", "lyon", ("zoe",),
        "SELECT 1 FROM messages m JOIN rooms r ON r.id = m.room"
        " WHERE r.direct = m.author AND m.id > :begun",
    ),
    Step(
        "poll", "lyon", ("carla", "anna", "ben", "zoe"),
        "SELECT 1 FROM messages WHERE card LIKE 'pollresult:%' AND id > :begun",
        has_line=True,
    ),
    Step(
        "event", "halifax", ("grace", "maya"),
        "SELECT 1 FROM messages WHERE key LIKE 'timer:%' AND (text LIKE '%⏰%' OR text LIKE '%🔔%') AND id > :begun",
        has_line=True,
    ),
    Step(
        "highlight", "lyon", ("anna", "ben"),
        "SELECT 1 FROM messages WHERE card LIKE 'highlight:%' AND id > :begun",
    ),
    Step(
        "digest", "network", ("nora",),
        "SELECT 1 FROM messages WHERE room = 'network' AND key LIKE 'digest%' AND id > :begun",
    ),
    Step("again", "lyon", (), "SELECT 1 FROM state WHERE name = 'tour-begun-again'"),
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
    begun = sandbox.store.state(_BEGUN)
    if not begun:
        return set()
    return {step.id for step in STEPS if sandbox.store.fetch_one(step.done_query.replace(":begun", begun)) is not None}
