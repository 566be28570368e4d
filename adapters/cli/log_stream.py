"""The stream of the logs, which may break while the bot runs."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

_CLOSED = (errno.EPIPE, errno.EIO, errno.EBADF)


class LogStream:
    """Writes to a text stream. When its reader is gone, calls `on_closed` once and drops what comes later.

    A line that a full disk can't take is dropped, too: the bot matters more than its log.
    """

    def __init__(self, stream: TextIO, on_closed: Callable[[], None]) -> None:
        self._stream = stream
        self._on_closed = on_closed
        self.closed = False

    def isatty(self) -> bool:
        """Return whether a terminal shows the log."""
        return self._stream.isatty()

    def write(self, text: str) -> int:
        """Write a line."""
        self._attempt(lambda: self._stream.write(text))
        return len(text)

    def flush(self) -> None:
        """Hand on what was written."""
        self._attempt(self._stream.flush)

    def _attempt(self, action: Callable[[], object]) -> None:
        if self.closed:
            return
        try:
            action()
        except OSError as error:
            if error.errno in _CLOSED:
                self._close()
        except ValueError:  # the stream object itself is closed
            self._close()

    def _close(self) -> None:
        self.closed = True
        with suppress(OSError, ValueError):  # else Python complains at exit that it can't flush
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
        self._on_closed()
