"""Whether a task was told to end."""

import asyncio


def told_to_end() -> bool:
    """Whether the running task was cancelled. A library may take the CancelledError for its own (SQLAlchemy does over
    aiosqlite, in the middle of a statement), so a loop that lives for ever asks before it waits again."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
