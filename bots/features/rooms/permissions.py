"""Checks of the bot's own rights in a room."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core import outbound
from bots.core.inbound import CommandInvoked, MissingRight, RightsReported
from bots.core.outbound import Content
from bots.core.richtext import Rich, join
from bots.features.rooms import delivery_failures
from bots.turn.notices import RoomSetUp
from bots.turn.turn import Turn

_ON_COMMAND, _ON_SETUP = "check", "setup"
"""Subjects of a check that somebody waits for. A report without a subject comes from the platform."""


async def check(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `check`: ask the platform for the bot's missing rights."""
    _request_report(_ON_COMMAND, turn)
    turn.acknowledge("rights-asked")


async def check_new_room(_notice: RoomSetUp, turn: Turn) -> None:
    """Ask for the missing rights in the home of a new community."""
    _request_report(_ON_SETUP, turn)


def _request_report(subject: str, turn: Turn) -> None:
    turn.enqueue(turn.account, outbound.CheckRights(room=turn.room.room, subject=subject))


async def report(value: RightsReported, turn: Turn) -> None:
    """Post the missing rights, elsewhere if the room can't show it. Confirm complete rights only after `check`."""
    if turn.room_context.room is None or not (turn.room_context.is_owned or value.subject):
        return
    if not value.missing:
        if value.subject == _ON_COMMAND:
            turn.post("rights-complete")
        return
    silencing = {"send"} if value.subject else {"send", "read"}
    if any(missing.breaks in silencing for missing in value.missing):
        await delivery_failures.post_elsewhere(
            turn, f"rights:{value.key}", lambda there: Content(text=_list_missing(value.missing, there))
        )
    else:
        turn.post_content(Content(text=_list_missing(value.missing, turn)))


def _list_missing(missing: tuple[MissingRight, ...], turn: Turn) -> Rich:
    """Return a line for each missing right with what doesn't work without it."""
    lines = [
        turn.text("rights-line", name=right.name, breaks=turn.label(f"rights-breaks-{right.breaks}"))
        for right in missing
    ]
    return join([turn.text("rights-missing", room=turn.room_name), *lines, turn.text("rights-again")])
