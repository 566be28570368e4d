"""End the process when its event loop is blocked for too long, and write where it was.

Time in which the process does not run does not count: somebody may stop it (Ctrl-Z) or suspend the machine. A timer of
processor time finds a loop that computes, even inside a regular expression, where no other thread of Python runs. A
thread that counts its own short sleeps finds a loop that waits.
"""

from __future__ import annotations

import asyncio
import faulthandler
import os
import signal
import threading
from typing import BinaryIO

HANG_SECONDS = 30.0
"""How long the event loop may be blocked before the process ends itself."""
_BEATS = 10
"""How often in this time the loop shows that it lives."""
_SIGNAL = getattr(signal, "SIGPROF", None)  # not on Windows


class HangWatch:
    """Watches the running event loop, and writes tracebacks of all threads to `trace`."""

    def __init__(self, trace: BinaryIO, seconds: float = HANG_SECONDS) -> None:
        self._trace = trace
        self._seconds = seconds
        self._silent = 0  # counted sleeps since the loop's last sign of life
        self._ended = threading.Event()

    async def run(self) -> None:
        """Watch until cancelled."""
        if _SIGNAL is not None:
            faulthandler.register(_SIGNAL, self._trace, all_threads=True, chain=True)  # then the signal ends us
        threading.Thread(target=self._count, name="watch-for-hangs", daemon=True).start()
        try:
            while True:
                self._set_timer(self._seconds)
                self._silent = 0
                await asyncio.sleep(self._seconds / _BEATS)
        finally:
            self._ended.set()
            self._set_timer(0)
            if _SIGNAL is not None:
                faulthandler.unregister(_SIGNAL)

    def _set_timer(self, seconds: float) -> None:
        """Let the signal come after so many seconds of processor time, of all threads together; 0 switches it off."""
        if _SIGNAL is not None:
            signal.setitimer(signal.ITIMER_PROF, seconds)

    def _count(self) -> None:
        while not self._ended.wait(self._seconds / _BEATS):
            self._silent += 1
            if self._silent > _BEATS:
                faulthandler.dump_traceback(self._trace, all_threads=True)
                os._exit(1)
