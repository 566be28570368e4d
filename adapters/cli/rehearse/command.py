"""`glocal rehearse FILE`: run a written dialogue, print the transcript and the unmet expectations."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from adapters.cli.log_setup import configure
from adapters.cli.rehearse.runner import run_script
from adapters.cli.rehearse.script import ScriptError, parse


def rehearse(path: Path) -> int:
    """Set up logging and run the file; return the exit code."""
    configure("error", "auto")
    return run_file(path)


def run_file(path: Path) -> int:
    """Run the file. Return 0 if all expectations are met, 1 if not, 2 if the file can't be read."""
    try:
        script = parse(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path}: {getattr(error, 'strerror', None) or 'this is no text file'}", file=sys.stderr)
        return 2
    except ScriptError as mistake:
        print(f"{path}, {mistake}", file=sys.stderr)
        return 2
    result = asyncio.run(run_script(script))
    print(*result.lines, sep="\n")
    return 1 if result.failed else 0
