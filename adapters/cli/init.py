"""`glocal init`: a commented settings file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from adapters.cli.settings.accounts import homeserver_of, user_id
from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.settings.model import file_of, parsed, text_of
from adapters.cli.settings.tokens import DISCORD, TELEGRAM

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


_SECTIONS = {"discord": _DISCORD, "telegram": _TELEGRAM}
_SECRETS = {
    "matrix": "the password (or a token) of the bot's account, or set GLOCAL_MATRIX__PASSWORD",
    "discord": f"the bot's token, {DISCORD.source}, or set {DISCORD.variable}",
    "telegram": f"the bot's token, {TELEGRAM.source}, or set {TELEGRAM.variable}",
}


@dataclass(frozen=True)
class Wanted:
    """What somebody asked for on the command line. Empty values are asked for where that is possible."""

    platforms: Sequence[str] = ()
    homeserver: str | None = None
    user: str | None = None


def write(config: Path | None, wanted: Wanted, *, force: bool) -> int:
    """Create the settings file, or add platforms to it; return the exit code. Raises SettingsProblem."""
    path = file_of(config)
    if path.exists() and not force:
        return _add(path, wanted)
    platforms = wanted.platforms or _ask_platforms(wanted)
    text = _HEAD + "".join(_section(platform, wanted) for platform in platforms) + _TAIL
    _write(path, text)
    print(f"Created {path}. " + _next_steps(platforms))
    return 0


def _add(path: Path, wanted: Wanted) -> int:
    """Add the platforms that the file lacks."""
    text = text_of(path)
    there = parsed(path, text)
    platforms = [platform for platform in wanted.platforms if platform not in there]
    if not platforms:
        print(f"{path} already exists; `glocal init --force` replaces it.", file=sys.stderr)
        return 1
    text = text.rstrip("\n") + "\n\n" + "".join(_section(platform, wanted) for platform in platforms)
    _write(path, text.rstrip("\n") + "\n")
    print(f"Added {' and '.join(platforms)} to {path}. " + _next_steps(platforms))
    return 0


def _next_steps(platforms: Sequence[str]) -> str:
    """Name the secrets of these platforms alone."""
    missing = "".join(f"\n  [{platform}] {_SECRETS[platform]}" for platform in platforms)
    return f"Now fill in:{missing}\nThen check it with `glocal doctor`, and start the bot with `glocal run`."


def _section(platform: str, wanted: Wanted) -> str:
    """Return the section of a platform, with what somebody answers."""
    if platform != "matrix":
        return _SECTIONS[platform]
    homeserver = _answer("--homeserver", wanted.homeserver, "Homeserver", "https://matrix.example.org", homeserver_of)
    user = _answer("--user", wanted.user, "The bot's user id", "@glocal:example.org", user_id)
    return _MATRIX.format(homeserver=homeserver, user=user)


def _answer(option: str, given: str | None, question: str, default: str, check: Callable[[str], str]) -> str:
    """Return a checked value: what was given, or the answer to a question. Raises SettingsProblem."""
    if given is None:
        return _ask(question, default, check)
    try:
        return check(given)
    except ValueError as error:
        raise SettingsProblem([f"{option}: {error}"]) from None


def _ask_platforms(wanted: Wanted) -> Sequence[str]:
    if wanted.homeserver is not None or wanted.user is not None:
        return ["matrix"]
    return _ask("Platforms (matrix, discord, telegram; several with commas)", "matrix", _platforms).split(",")


def _platforms(answer: str) -> str:
    """Return the names of platforms, with commas. Raises ValueError."""
    names = [name.strip().lower() for name in answer.split(",")]
    if not set(names) <= {"matrix", *_SECTIONS}:
        raise ValueError("matrix, discord and telegram are possible")
    return ",".join(dict.fromkeys(names))


def _ask(question: str, default: str, check: Callable[[str], str]) -> str:
    """Ask in the terminal until the answer is right, or read what is piped in.

    Raises SettingsProblem where nobody can answer.
    """

    def checked(answer: str) -> str:
        try:
            return check(answer)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None

    try:
        return str(typer.prompt(question, default=default, value_proc=checked))
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        print()
        raise SettingsProblem(
            ["Not a terminal, so I can't ask: give --homeserver and --user, or --platform discord or telegram."]
        ) from None


def _write(path: Path, text: str) -> None:
    """Write the file for its owner alone. Raises SettingsProblem."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        path.chmod(0o600)
    except OSError as error:
        raise SettingsProblem([f"{path}: can't be written: {error.strerror}."]) from None
