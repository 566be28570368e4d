"""What goes wrong on purpose."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.standins.telegram.users import Json

NESTED = "nested a thousand times"
"""Stands in an update for an array of a thousand levels."""


@dataclass(frozen=True)
class Flood:
    """429 with retry_after; nothing is performed."""

    retry_after: int = 1


@dataclass(frozen=True)
class Conflict:
    """409: another process polls."""


@dataclass(frozen=True)
class BadGateway:
    """502 with a page of HTML; nothing is performed."""


@dataclass(frozen=True)
class Fails:
    """Any refusal; nothing is performed."""

    code: int
    description: str
    parameters: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Cut:
    """The connection is cut before anything is performed."""


@dataclass(frozen=True)
class LostReply:
    """It is performed, then the connection is cut."""


@dataclass(frozen=True)
class CutReply:
    """It is performed, and the connection is cut in the middle of the answer."""

    after: int = 60


@dataclass(frozen=True)
class Garbage:
    """It is performed, and answered with what is no JSON."""


@dataclass(frozen=True)
class Slow:
    """It is performed and answered, but late."""

    seconds: float


Fault = Flood | Conflict | BadGateway | Fails | Cut | LostReply | CutReply | Garbage | Slow


@dataclass
class _Planned:
    method: str
    fault: Fault
    times: int
    chat: int | None


class Plan:
    """The faults still to come, in the order they were asked for."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def add(self, method: str, fault: Fault, times: int, chat: int | None) -> None:
        """The next so many calls of the method (any for "") in the chat fail like this."""
        self._planned.append(_Planned(method.lower(), fault, times, chat))

    def next(self, method: str, chat: object) -> Fault | None:
        """The fault for this call."""
        for one in self._planned:
            if one.times and one.method in ("", method.lower()) and one.chat in (None, chat):
                one.times -= 1
                return one.fault
        return None

    def clear(self) -> None:
        """What was planned and did not happen yet never will."""
        self._planned.clear()

    @property
    def left(self) -> int:
        """How many did not happen yet."""
        return sum(one.times for one in self._planned)
