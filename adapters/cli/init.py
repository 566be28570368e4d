"""`glocal init`: a commented settings file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.settings.model import file_of

_HEAD = """\
# glocal's settings. Any can come from the environment instead: GLOCAL_MATRIX__PASSWORD is `password` in [matrix].

"""
_MATRIX = """\
[matrix]
homeserver = "{homeserver}"
user = "{user}"
# Either the password of the bot's account (used once, then a session is kept in `store`) ...
password = ""
# ... or an access token and its device.
# token = "syt_..."
# device = "ABCDEFGHIJ"
# Where the session and the encryption keys are kept. Back it up; never share it.
store = "matrix-store"
display_name = "glocal"

"""
_DISCORD = """\
[discord]
# The bot's token, from the developer portal (Bot, Reset Token). `glocal invite discord` prints the invite link.
token = ""

"""
_TELEGRAM = """\
[telegram]
# The bot's token, from @BotFather (/newbot).
token = ""
# Without the next table the bot asks Telegram for its updates, which needs no address of its own.
# [telegram.webhook]
# url = "https://bot.example.org/telegram"
# secret = "letters, digits, _ and -"
# port = 8443

"""
_TAIL = """\
[storage]
url = "sqlite:///glocal.db"

[log]
level = "info"    # debug, info, warning or error
format = "auto"   # auto (pretty on a terminal, else JSON), pretty or json

[privacy]
retention_days = 30
"""


def _ask(question: str, default: str) -> str:
    """Ask in the terminal, or read what is piped in. Raises SettingsProblem where nobody can answer."""
    try:
        return str(typer.prompt(question, default=default))
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        print()
        raise SettingsProblem(
            ["Nobody can be asked here: give --homeserver and --user, or --platform discord or telegram."]
        ) from None


def write(
    config: Path | None, homeserver: str | None, user: str | None, *, force: bool, platforms: Sequence[str] = ()
) -> int:
    """Write a file for these platforms (Matrix by default); return the exit code. Raises SettingsProblem."""
    path = file_of(config)
    if path.exists() and not force:
        print(f"{path} is there already; `glocal init --force` replaces it.", file=sys.stderr)
        return 1
    text = _HEAD
    if not platforms or "matrix" in platforms:
        homeserver = homeserver or _ask("Homeserver", "https://matrix.example.org")
        user = user or _ask("The bot's user id", "@glocal:example.org")
        text += _MATRIX.format(homeserver=homeserver, user=user)
    text += (_DISCORD if "discord" in platforms else "") + (_TELEGRAM if "telegram" in platforms else "") + _TAIL
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        path.chmod(0o600)
    except OSError as error:
        raise SettingsProblem([f"{path}: can't be written: {error.strerror}."]) from None
    print(f"Wrote {path}. Fill in the password or token (or give it as GLOCAL_MATRIX__PASSWORD, GLOCAL_DISCORD__TOKEN,")
    print("GLOCAL_TELEGRAM__TOKEN), then: glocal run")
    return 0
