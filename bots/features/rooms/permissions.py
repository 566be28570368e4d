"""What the bot may not do in a room, found before somebody stumbles over it."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core import outbound
from bots.core.inbound import CommandInvoked, Missing, RightsFound
from bots.core.outbound import Content
from bots.core.richtext import Rich, join
from bots.features.rooms import delivery_failures
from bots.turn.turn import Turn

CHECK, SETUP = "check", "setup"


async def check(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """`check`: look whether the bot has all the rights it needs here."""
    ask(turn, CHECK)
    turn.acknowledge("rights-asked")


def ask(turn: Turn, subject: str) -> None:
    """Have the platform say which rights are missing in the turn's room."""
    turn.call(turn.account, outbound.CheckRights(room=turn.room.room, subject=subject))


async def found(value: RightsFound, turn: Turn) -> None:
    """Name the missing rights, with what does not work without each. Nobody is told that nothing is missing, but who
    asked; news of a lost right goes where it can be read."""
    if turn.scene.room is None or (turn.scene.community is None and turn.scene.network is None and not value.subject):
        return
    if not value.missing:
        if value.subject == CHECK:
            turn.post("rights-complete")
        return
    silent = {"send"} if value.subject else {"send", "read"}
    if any(missing.breaks in silent for missing in value.missing):
        await delivery_failures.tell_elsewhere(
            turn, f"rights:{value.key}", lambda there: Content(text=listed(value.missing, there))
        )
    else:
        turn.post_content(Content(text=listed(value.missing, turn)))


def listed(missing: tuple[Missing, ...], turn: Turn) -> Rich:
    """Each missing right and what it breaks, in the room's language."""
    lines = [
        turn.text("rights-line", name=one.name, breaks=turn.label(f"rights-breaks-{one.breaks}")) for one in missing
    ]
    return join([turn.text("rights-missing", room=turn.room.name or turn.room.room), *lines, turn.text("rights-again")])
