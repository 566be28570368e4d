"""The bot's missing permissions in a room.

https://spec.matrix.org/v1.11/client-server-api/#mroompower_levels
"""

from __future__ import annotations

from datetime import UTC, datetime

from adapters.matrix.api import polls
from adapters.matrix.rooms.power_levels import PowerLevels
from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound import MissingRight, RightsReported
from bots.core.outbound import CheckRights

_NEEDED = (("m.room.message", "send"), ("m.reaction", "react"), (polls.START, "polls"))
_NEEDED_ENCRYPTED = (("m.room.encrypted", "send"), ("m.reaction", "react"))
"""In an encrypted room, the homeserver sees no other types."""


def missing_rights(state: AdapterState, call: CheckRights, key: str) -> RightsReported:
    """Answer CheckRights."""
    levels, room = state.power_levels_of(call.room), state.rooms.get(call.room)
    missing = missing_in(levels, state.me, encrypted=room is not None and room.encrypted)
    return RightsReported(
        key=f"{state.account}:rights:{key}", account=state.account, room=call.room, at=datetime.now(UTC),
        missing=missing, subject=call.subject,
    )  # fmt: skip


def missing_in(levels: PowerLevels, me: str, *, encrypted: bool) -> tuple[MissingRight, ...]:
    """Return the rights that an account lacks in a room with these power levels."""
    kinds = _NEEDED_ENCRYPTED if encrypted else _NEEDED
    lacking = {breaks: kind for kind, breaks in kinds if not levels.may_send(me, kind)}
    if "send" in lacking:
        lacking.pop("polls", None)  # whoever can't write can't open polls
    return tuple(MissingRight(f"power level {levels.required_level(kind)}", breaks) for breaks, kind in lacking.items())
