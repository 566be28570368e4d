"""A second demo on the same folder names the address of the first, even when both start at the same moment."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from adapters.cli.demo.running import address_file, running_at, show_progress


def test_old_address_is_not_named(tmp_path: Path) -> None:
    """Nobody listens at an older demo's address; the right one comes a moment later."""
    with socket.create_server(("127.0.0.1", 0)) as old:
        gone = old.getsockname()[1]
    address_file(tmp_path).write_text(f"http://127.0.0.1:{gone}/", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        writing = threading.Timer(0.2, address_file(tmp_path).write_text, [address])
        writing.start()
        assert running_at(tmp_path) == address
        writing.join()


def test_first_set_up_says_that_it_began(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no terminal shows it, one line is enough."""
    for step in (1, 2, 3):
        show_progress(step, 3)
    assert capsys.readouterr().out == "Setting up the rooms ...\n"
