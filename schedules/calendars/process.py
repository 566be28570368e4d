"""A process that parses one calendar with limited time and memory. A harmful calendar ends only this process.

It reads a Job from standard input and writes a CalendarReading to standard output.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sys
from datetime import datetime, timedelta

import msgspec

from bots.core.inbound import CalendarReading
from schedules.calendars.unread import Unread

SECONDS = 30.0
_MEMORY = 1 << 30
_PROCESSOR_SECONDS = 20


class Job(msgspec.Struct, frozen=True):
    """A calendar to read, as `parsing.read` takes it."""

    content: bytes
    zone: str
    now: datetime
    repeats: timedelta


async def read(job: Job) -> CalendarReading:
    """Read a calendar in a process of its own. Raises Unread("slow" | "unreadable")."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "schedules.calendars.process",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(SECONDS):
            written, _ = await process.communicate(msgspec.msgpack.encode(job))
    except TimeoutError:
        raise Unread("slow") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise Unread("unreadable" if process.returncode == 1 else "slow")
    return msgspec.msgpack.decode(written, type=CalendarReading)


def main() -> None:
    """Read the job, and write the result. Exit with 1 if it is not a calendar. The bot goes first."""
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    from schedules.calendars import parsing  # within the limits

    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    try:
        reading = parsing.read(job.content, job.zone, job.now, job.repeats)
    except parsing.NoCalendar:
        sys.exit(1)
    sys.stdout.buffer.write(msgspec.msgpack.encode(reading))


if __name__ == "__main__":
    main()
