"""Scripted faults of the REST API."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field


@dataclass
class Fault:
    """A fault for requests that match method and path. With `status` 0 the connection is cut."""

    method: str
    path: str
    status: int
    code: int = 0
    performed: bool = False
    times: int = 1
    seconds: float = 0.0


@dataclass
class Faults:
    """The faults that are still to come. `struck` counts those that happened."""

    pending: list[Fault] = field(default_factory=list)
    struck: int = 0

    def fail(self, method: str, path: str, status: int = 500, *, code: int = 0, times: int = 1) -> None:
        """Answer with an error and perform nothing. `path` may be /channels/*/messages."""
        self.pending.append(Fault(method, path, status, code, times=times))

    def lose_reply(self, method: str, path: str, *, times: int = 1) -> None:
        """Perform the request, and cut the connection before the response."""
        self.pending.append(Fault(method, path, 0, performed=True, times=times))

    def lose_request(self, method: str, path: str, *, times: int = 1) -> None:
        """Cut the connection and perform nothing."""
        self.pending.append(Fault(method, path, 0, times=times))

    def delay(self, method: str, path: str, seconds: float, *, times: int = 1) -> None:
        """Perform the request late."""
        self.pending.append(Fault(method, path, -1, performed=True, times=times, seconds=seconds))

    def strike(self, method: str, path: str) -> Fault | None:
        """Return and count the fault for this request."""
        for fault in self.pending:
            if fault.method in (method, "*") and fnmatch.fnmatch(path, fault.path):
                fault.times -= 1
                self.struck += 1
                if fault.times <= 0:
                    self.pending.remove(fault)
                return fault
        return None
