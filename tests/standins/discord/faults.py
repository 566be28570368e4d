"""What a test scripts to go wrong over REST."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field


@dataclass
class Fault:
    """For requests whose method and path match. `status` 0: the connection is cut instead of an answer."""

    method: str
    path: str
    status: int
    code: int = 0
    performed: bool = False
    times: int = 1
    seconds: float = 0.0


@dataclass
class Faults:
    """Those that are still to come. `struck`: how many happened."""

    pending: list[Fault] = field(default_factory=list)
    struck: int = 0

    def fail(self, method: str, path: str, status: int = 500, *, code: int = 0, times: int = 1) -> None:
        """Answer with an error and do nothing. `path` as in /channels/*/messages."""
        self.pending.append(Fault(method, path, status, code, times=times))

    def lose_reply(self, method: str, path: str, *, times: int = 1) -> None:
        """Do what is asked, and cut the connection before the answer."""
        self.pending.append(Fault(method, path, 0, performed=True, times=times))

    def lose_request(self, method: str, path: str, *, times: int = 1) -> None:
        """Cut the connection and do nothing."""
        self.pending.append(Fault(method, path, 0, times=times))

    def delay(self, method: str, path: str, seconds: float, *, times: int = 1) -> None:
        """Do what is asked, late."""
        self.pending.append(Fault(method, path, -1, performed=True, times=times, seconds=seconds))

    def strike(self, method: str, path: str) -> Fault | None:
        """The fault that meets this request."""
        for fault in self.pending:
            if fault.method in (method, "*") and fnmatch.fnmatch(path, fault.path):
                fault.times -= 1
                self.struck += 1
                if fault.times <= 0:
                    self.pending.remove(fault)
                return fault
        return None
