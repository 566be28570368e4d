"""`glocal init`: a commented settings file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from adapters.cli.settings import file_of

_TEMPLATE = """\
# glocal's settings. Any of them can come from the environment instead: GLOCAL_MATRIX__PASSWORD for the password below.

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

[storage]
url = "sqlite:///glocal.db"

[log]
level = "info"    # debug, info, warning or error
format = "auto"   # auto (pretty on a terminal, else JSON), pretty or json

[privacy]
retention_days = 30
"""


def write(config: Path | None, homeserver: str | None, user: str | None, *, force: bool) -> int:
    """Returns the exit code."""
    path = file_of(config)
    if path.exists() and not force:
        print(f"{path} is there already; `glocal init --force` replaces it.", file=sys.stderr)
        return 1
    homeserver = homeserver or typer.prompt("Homeserver", default="https://matrix.example.org")
    user = user or typer.prompt("The bot's user id", default="@glocal:example.org")
    text = _TEMPLATE.format(homeserver=homeserver, user=user)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    path.chmod(0o600)
    print(f"Wrote {path}. Fill in the password (or GLOCAL_MATRIX__PASSWORD), then: glocal run")
    return 0
