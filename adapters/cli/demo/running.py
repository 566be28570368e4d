"""The status of a demo: its address, for a second demo on the same folder, and the progress of its set-up."""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

_WAIT_SECONDS = 5.0
_CHECK_SECONDS = 0.05


def address_file(folder: Path) -> Path:
    """Return the file that holds the address of the demo that runs on this folder."""
    return folder / "address"


def running_at(folder: Path) -> str:
    """Return the address of the demo that holds the folder's lock, or an empty string.

    It may have started at this moment, and the file may be an older one's: wait for an address where somebody listens.
    """
    give_up = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < give_up:
        address = address_file(folder).read_text(encoding="utf-8") if address_file(folder).exists() else ""
        if address and _listens(address):
            return address
        time.sleep(_CHECK_SECONDS)
    return ""


def _listens(address: str) -> bool:
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 0), timeout=1).close()
    except OSError:
        return False
    return True


def show_progress(done: int, steps: int) -> None:
    """Show how far the first set-up is: on one line of a terminal, elsewhere only that it began."""
    if sys.stdout.isatty():
        print(f"\rSetting up the rooms: {done} of {steps}", end="\n" if done == steps else "", flush=True)
    elif done == 1:
        print("Setting up the rooms ...", flush=True)
