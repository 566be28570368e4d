"""Parse commands as people type them on Telegram: `/poll_close@glocal_bot 3` becomes `poll close 3`.

https://core.telegram.org/bots/features#commands
"""

from __future__ import annotations

import re
import unicodedata

from adapters.telegram.rooms.state import AdapterState
from bots.commands.folding import fold
from bots.core.similarity import most_similar

_COMMAND = re.compile(r"/(?P<name>[^\W\d_]\w*)(?:@(?P<bot>\w+))?(?=\s|$)(?P<rest>.*)", re.DOTALL)
_LEAST_SIMILARITY = 75


def is_command(text: str) -> bool:
    """Return whether the text is a command, of this bot or another."""
    return _match(text) is not None


def parse_command(state: AdapterState, text: str, *, direct: bool) -> str | None:
    """Return the command line without the prefix; None when the text is not a command of this bot.

    A command belongs to another bot when it names that bot, or when it is sent in a group and resembles none of ours.
    """
    match = _match(text)
    if match is None:
        return None
    bot = match.group("bot")
    if bot is not None and bot.lower() != state.username.lower():
        return None
    line = match.group("name").replace("_", " ") + match.group("rest")
    return line if direct or bot is not None or _resembles_ours(state, line) else None


def _match(text: str) -> re.Match[str] | None:
    """Match a command. An accent that is a character of its own (macOS) is joined with its letter first."""
    return _COMMAND.match(unicodedata.normalize("NFC", text)) if text[:1] == "/" else None


def _resembles_ours(state: AdapterState, line: str) -> bool:
    """Return whether the first word is one of our commands, or a likely typo of one."""
    first = fold(line.split(maxsplit=1)[0])
    ours = {name.split()[0] for name in state.commands}
    return first in ours or bool(most_similar(first, sorted(ours), limit=1, least=_LEAST_SIMILARITY))
