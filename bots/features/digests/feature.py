"""Digests, as the router sees them."""

from bots.core.commands import Command
from bots.core.permissions import Right
from bots.feature import Feature
from bots.features.digests import handlers

DIGEST = Command(name="digest", right=Right.CONNECTOR, needs="network")

FEATURE = Feature(
    name="digests",
    commands=[(DIGEST, handlers.now)],
    timers={"digest": handlers.due},
    cards={"digest": handlers.shown},
    resumes=handlers.resume,
)
