"""The guided tour: what to try, and whether it was done, read off what happened in the sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.sandbox.platform.sandbox import Sandbox

_SKIPPED = "tour-skipped"
_BEGUN = "tour-begins-after"
"""The serial behind the last thing that the seeding did: what is older ticks nothing off."""
_AGAIN = "tour-begun-again"


@dataclass(frozen=True)
class Step:
    """`room` and `line`: what can be typed where; `people`: whom to be for it; `seen`: a query that finds it done."""

    id: str
    room: str
    people: tuple[str, ...]
    seen: str
    line: Mapping[str, str] = field(default_factory=dict)


STEPS = (
    Step(
        "welcome", "lyon", ("zoe",),
        "SELECT 1 FROM messages m JOIN rooms r ON r.id = m.room"
        " WHERE r.direct = m.author AND m.id > :begun",
    ),
    Step(
        "poll", "lyon", ("carla", "anna", "ben", "zoe"),
        "SELECT 1 FROM messages WHERE card LIKE 'pollresult:%' AND id > :begun",
        {
            "en": 'poll "Where do we meet?" "The garden" "The library" close=2h',
            "fr": 'poll "Où se retrouve-t-on ?" "Au jardin" "À la bibliothèque" close=2h',
        },
    ),
    Step(
        "event", "halifax", ("grace", "maya"),
        "SELECT 1 FROM messages WHERE key LIKE 'timer:%' AND (text LIKE '%⏰%' OR text LIKE '%🔔%') AND id > :begun",
        {"en": "event Potluck tomorrow 7pm at the garden", "fr": "event Potluck tomorrow 7pm at the garden"},
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
    """The demo starts, and has set itself up: from here on it is the visitor's doing. When it starts with something
    that they did, they see it again."""
    begun, serial = sandbox.store.state(_BEGUN), sandbox.store.state("serial", "0")
    if begun == serial:
        return
    with sandbox.acting():
        sandbox.store.remember(_AGAIN if begun else _BEGUN, serial)
        sandbox.changed("tour", "")


def skip(sandbox: Sandbox, step: str) -> None:
    """Not this one."""
    with sandbox.acting():
        skipped = {*skipped_steps(sandbox), step} & {known.id for known in STEPS}
        sandbox.store.remember(_SKIPPED, " ".join(sorted(skipped)))
        sandbox.changed("tour", "")


def skipped_steps(sandbox: Sandbox) -> set[str]:
    """The steps that were passed over."""
    return set(sandbox.store.state(_SKIPPED).split())


def seen_steps(sandbox: Sandbox) -> set[str]:
    """The steps that were done, by whomever."""
    begun = sandbox.store.state(_BEGUN)
    if not begun:
        return set()
    return {step.id for step in STEPS if sandbox.store.first(step.seen.replace(":begun", begun)) is not None}
