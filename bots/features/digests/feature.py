"""Digests, as the router sees them."""

from bots.commands.declaration import Command
from bots.core.permissions import Right
from bots.features.digests import handlers
from bots.routing.feature import Feature

DIGEST = Command(name="digest", right=Right.CONNECTOR, needs="network")

FEATURE = Feature(
    name="digests",
    commands=[(DIGEST, handlers.now)],
    timers={"digest": handlers.due},
    cards={"digest": handlers.shown},
    resumes=handlers.resume,
)
