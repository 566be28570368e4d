"""`glocal rehearse FILE`: play a written dialogue and print how it went, with what was expected and did not come."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from adapters.cli.log_setup import configure
from adapters.cli.rehearse.player import play
from adapters.cli.rehearse.script import Mistake, parse


def rehearse(path: Path) -> int:
    """The subcommand. Returns the exit code of `perform`."""
    configure("error", "auto")
    return perform(path)


def perform(path: Path) -> int:
    """Returns 0 when all came that was expected, 1 when not, 2 when the file can't be read."""
    try:
        script = parse(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path}: {getattr(error, 'strerror', None) or 'this is no text file'}", file=sys.stderr)
        return 2
    except Mistake as mistake:
        print(f"{path}, {mistake}", file=sys.stderr)
        return 2
    rehearsal = asyncio.run(play(script))
    for line in rehearsal.lines:
        print(line)
    return 1 if rehearsal.missed else 0
