"""Steps by which people link their accounts."""

from __future__ import annotations

import re

from tests.stage import Stage

_CODE = re.compile(r"!\w+ \w+ ([a-z0-9]{8})")


def private(user: str) -> str:
    """Return the private room of somebody."""
    return f"direct-{user}"


async def talk(stage: Stage, user: str, line: str) -> str:
    """Let somebody write to the bot in private. Return its answer."""
    if user not in stage.platform.direct_rooms:
        stage.platform.invite_bot(private(user), user, direct=True)
        await stage.settle()
    await stage.say(user, line, private(user))
    return stage.last(private(user)).text


async def code_for(stage: Stage, user: str) -> str:
    """Ask for a code."""
    found = _CODE.search(await talk(stage, user, "!me link"))
    assert found is not None, stage.transcript(private(user))
    return found[1]


async def link_by_code(stage: Stage, user: str, other: str) -> str:
    """Link two accounts: one asks for a code, the other types it. Return the answer."""
    code = await code_for(stage, user)
    await stage.say(other, "hello") if other not in stage.platform.direct_rooms else None
    if other not in stage.platform.direct_rooms:
        stage.platform.invite_bot(private(other), other, direct=True)
        await stage.settle()
    before = len(stage.shown(private(other)))
    await stage.say(other, f"!me link {code}", private(other))
    return "\n".join(shown.text for shown in stage.shown(private(other))[before:])
