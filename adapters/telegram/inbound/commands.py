"""Commands as they are typed on Telegram: `/poll_close@glocal_bot 3` is the line `poll close 3`.

https://core.telegram.org/bots/features#commands
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from adapters.telegram.rooms.state import Known

_COMMAND = re.compile(r"/(?P<name>[^\W\d_]\w*)(?:@(?P<bot>\w+))?(?=\s|$)(?P<rest>.*)", re.DOTALL)
_NEAR = 75


def looks_like_one(text: str) -> bool:
    """Whether the text is a command, of this bot or another."""
    return _COMMAND.match(text) is not None


def command(known: Known, text: str, *, direct: bool) -> str | None:
    """The line behind the prefix; None for no command, and for those that another bot is meant by: addressed to it, or
    in a group and like none of ours."""
    match = _COMMAND.match(text)
    if match is None:
        return None
    bot = match.group("bot")
    if bot is not None and bot.lower() != known.username.lower():
        return None
    line = match.group("name").replace("_", " ") + match.group("rest")
    return line if direct or bot is not None or _is_ours(known, line) else None


def _is_ours(known: Known, line: str) -> bool:
    """Whether a command begins like this, or so nearly that it is worth asking what was meant."""
    first = line.split(maxsplit=1)[0].lower()
    ours = {name.split()[0] for name in known.names}
    return first in ours or process.extractOne(first, ours, scorer=fuzz.ratio, score_cutoff=_NEAR) is not None
