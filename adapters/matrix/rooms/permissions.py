"""The bot's missing permissions in a room.

https://spec.matrix.org/v1.11/client-server-api/#mroompower_levels
"""

from __future__ import annotations

from datetime import UTC, datetime

from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound import MissingRight, RightsReported
from bots.core.outbound import CheckRights

_NEEDED = (("m.room.message", "send"), ("m.reaction", "react"))


def missing_rights(state: AdapterState, call: CheckRights, key: str) -> RightsReported:
    """Answer CheckRights."""
    levels = state.power_levels_of(call.room)
    missing = [
        MissingRight(f"power level {levels.required_level(kind)}", breaks)
        for kind, breaks in _NEEDED
        if not levels.may_send(state.me, kind)
    ]
    return RightsReported(
        key=f"matrix:rights:{key}", account=state.account, room=call.room, at=datetime.now(UTC),
        missing=tuple(missing), subject=call.subject,
    )  # fmt: skip
