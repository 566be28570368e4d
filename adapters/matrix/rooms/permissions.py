"""What the bot may not do in a room, by its power levels.

https://spec.matrix.org/v1.11/client-server-api/#mroompower_levels
"""

from __future__ import annotations

from datetime import UTC, datetime

from adapters.matrix.rooms.state import Known
from bots.core.inbound import Missing, RightsFound
from bots.core.outbound import CheckRights

_NEEDED = (("m.room.message", "send"), ("m.reaction", "react"))


def found(known: Known, call: CheckRights, key: str) -> RightsFound:
    """The answer to CheckRights."""
    powers = known.powers_in(call.room)
    missing = [
        Missing(f"power level {powers.needed(kind)}", breaks)
        for kind, breaks in _NEEDED
        if not powers.may_send(known.me, kind)
    ]
    return RightsFound(
        key=f"matrix:rights:{key}", account=known.account, room=call.room, at=datetime.now(UTC),
        missing=tuple(missing), subject=call.subject,
    )  # fmt: skip
