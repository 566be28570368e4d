"""Commands as they are typed on Telegram: `/poll_close@glocal_bot 3` is the line `poll close 3`.

https://core.telegram.org/bots/features#commands
"""

from __future__ import annotations

import re

from adapters.telegram.known import Known
from adapters.telegram.people import sound
from bots.core import commands
from bots.core.refusal import Refusal

_COMMAND = re.compile(r"/(?P<name>[^\W\d_]\w*)(?:@(?P<bot>\w+))?(?=\s|$)(?P<rest>.*)", re.DOTALL)
_BARE_UNKNOWN = "command-unknown-bare"


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
    line = sound(match.group("name").replace("_", " ") + match.group("rest"))
    return line if direct or bot is not None or _is_ours(known, line) else None


def _is_ours(known: Known, line: str) -> bool:
    """Whether a command has this name, or one so near that it is worth asking."""
    try:
        commands.find(line, known.names)
    except Refusal as refusal:
        return refusal.text_id != _BARE_UNKNOWN
    return True
