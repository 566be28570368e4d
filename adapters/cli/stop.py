"""Stop the bot: on a signal, when the log pipe closes, or when the database fails for good."""

from __future__ import annotations

import asyncio
import signal

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class StopRequest:
    """Cancels the serving task once, from any thread. `code` is the exit code, `why` is printed."""

    def __init__(self) -> None:
        self.code = 0
        self.why = ""
        self._requested = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None

    def stop(self, code: int = 0, why: str = "") -> None:
        """Stop the bot with this exit code. The first reason counts."""
        if not self._requested:
            self._requested, self.code, self.why = True, code, why
        if self._loop is not None and self._task is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._task.cancel)

    def listen(self, task: asyncio.Task[None]) -> None:
        """Cancel this task on a request, which a signal can be. `nohup` keeps SIGHUP from stopping it."""
        self._loop, self._task = asyncio.get_running_loop(), task
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._loop.add_signal_handler(number, self.stop)
        if self._requested:
            task.cancel()
