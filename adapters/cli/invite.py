"""`glocal invite discord`: the invite link, with exactly the permissions that the bot needs."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path

from adapters.cli.settings import model
from adapters.cli.settings.errors import SettingsProblem


def invite(config: Path | None, platform: str) -> int:
    """Print the link; return the exit code. Raises SettingsProblem."""
    if platform != "discord":
        raise SettingsProblem(
            [f"{platform}: only a Discord bot is invited by a link. On Matrix and Telegram, invite its account."]
        )
    found = model.load(config).discord
    if found is None:
        raise SettingsProblem(["There is no [discord] in the settings yet. `glocal init` writes them."])
    application = application_of(found.token.get_secret_value())
    if application is None:
        raise SettingsProblem(
            ["`token` in [discord] is no bot token: copy it again (Developer Portal, Bot, Reset Token)."]
        )
    _print(application)
    return 0


def application_of(token: str) -> int | None:
    """Return the bot's id, the first part of its token; None when the token is malformed.

    https://discord.com/developers/docs/reference#authentication
    """
    first = token.partition(".")[0]
    try:
        number = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    return int(number) if number.isdecimal() else None


def _print(application: int) -> None:
    from adapters.discord.rooms.permissions import described_rights, invitation

    print(invitation(application))
    print("\nWhoever may manage a server opens it there and chooses the server. The bot asks for these rights;")
    print("without one of them, this is what you will hear:")
    for name, what in described_rights():
        print(f"  {name}: {what}")
    print("\nThen, in a channel: /setup")
