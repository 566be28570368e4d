"""What somebody's next private message answers: their ballot, or the reason for it.

It is a dialog without a room, since the platform may only be about to open the private chat when we ask.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Literal

from bots.core.inbound import MessagePosted
from bots.turn.turn import Turn
from storage.queries import dialogs
from storage.tables import Poll

KIND = "poll-private"
_ANYWHERE = "*"
"""Stands for the private chat: no platform has a room with this id."""
_LIFE = timedelta(days=30)
"""How long numbers typed in private are a ballot, if the poll is open for so long."""
What = Literal["ballot", "reason"]


async def expect(what: What, poll: Poll, turn: Turn) -> None:
    """Take the acting person's next private messages as this, until they are asked for something else."""
    user = turn.person_event().person.user
    await turn.open_dialog(KIND, str(poll.id), {"asks": what}, user=user, room=_ANYWHERE, life=_LIFE)


async def expected(what: What, message: MessagePosted, turn: Turn) -> Poll | None:
    """Return the poll that a private message answers with this; None if it answers nothing, or something else."""
    if not message.direct:
        return None
    dialog = await dialogs.dialog_at(turn.uow, message.account, _ANYWHERE, message.person.user)
    is_asked = dialog is not None and dialog.kind == KIND and json.loads(dialog.state)["asks"] == what
    if dialog is None or not is_asked or dialog.expires_at < turn.occurred_at:
        return None
    return await turn.uow.get(Poll, int(dialog.subject))


async def end(turn: Turn) -> None:
    """Stop waiting for a private answer."""
    await turn.close_dialog(user=turn.person_event().person.user, room=_ANYWHERE)


async def end_about(poll: Poll, turn: Turn) -> None:
    """Stop waiting for the acting person's private answer about this poll."""
    value = turn.person_event()
    dialog = await dialogs.dialog_at(turn.uow, value.account, _ANYWHERE, value.person.user)
    if dialog is not None and (dialog.kind, dialog.subject) == (KIND, str(poll.id)):
        await end(turn)
