"""Scripted faults of the Bot API."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.standins.telegram.users import Json

NESTED = "nested a thousand times"
"""Stands in an update for an array of a thousand levels."""


@dataclass(frozen=True)
class Flood:
    """Answer 429 with retry_after, and perform nothing."""

    retry_after: int = 1


@dataclass(frozen=True)
class Conflict:
    """Answer 409, as when another process polls."""


@dataclass(frozen=True)
class BadGateway:
    """Answer 502 with an HTML page, and perform nothing."""


@dataclass(frozen=True)
class Fails:
    """Answer with any refusal, and perform nothing."""

    code: int
    description: str
    parameters: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Cut:
    """Cut the connection before performing anything."""


@dataclass(frozen=True)
class LostReply:
    """Perform the call, and cut the connection before the answer."""


@dataclass(frozen=True)
class CutReply:
    """It is performed, and the connection is cut in the middle of the answer."""

    after: int = 60


@dataclass(frozen=True)
class Garbage:
    """Perform the call, and answer with data that is not JSON."""


@dataclass(frozen=True)
class Slow:
    """Perform the call and answer late."""

    seconds: float


Fault = Flood | Conflict | BadGateway | Fails | Cut | LostReply | CutReply | Garbage | Slow


@dataclass
class _Planned:
    method: str
    fault: Fault
    times: int
    chat: int | None


class Plan:
    """The faults still to come, in order."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def add(self, method: str, fault: Fault, times: int, chat: int | None) -> None:
        """Plan the fault for the next calls of the method (any for "") in the chat."""
        self._planned.append(_Planned(method.lower(), fault, times, chat))

    def next(self, method: str, chat: object) -> Fault | None:
        """Return the fault for this call."""
        for one in self._planned:
            if one.times and one.method in ("", method.lower()) and one.chat in (None, chat):
                one.times -= 1
                return one.fault
        return None

    def clear(self) -> None:
        """Drop all planned faults."""
        self._planned.clear()

    @property
    def left(self) -> int:
        """The number of planned faults."""
        return sum(one.times for one in self._planned)
