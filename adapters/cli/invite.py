"""`glocal invite discord`: the invite link, with exactly the permissions that the bot needs."""

from __future__ import annotations

from pathlib import Path

from adapters.cli.settings import model
from adapters.cli.settings.accounts import Discord
from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.settings.tokens import DISCORD, application_of


def invite(config: Path | None, platform: str) -> int:
    """Print the link; return the exit code. Raises SettingsProblem."""
    if platform != "discord":
        raise SettingsProblem(
            [f"{platform}: only a Discord bot is invited by a link. On Matrix and Telegram, invite its account."]
        )
    accounts = model.load(config).all_accounts
    found = {name: account for name, account in accounts.items() if isinstance(account, Discord)}
    if not found:
        raise SettingsProblem(["Discord isn't set up yet: run `glocal init --platform discord`."])
    for name, account in found.items():
        application = application_of(account.token.get_secret_value())
        if application is None:
            raise SettingsProblem([f"{name}.token isn't a bot token; copy it again {DISCORD.source}"])
        if len(found) > 1:
            print(f"{name}:")
        _print(application)
    return 0


def _print(application: int) -> None:
    from adapters.discord.rooms.permissions import described_rights, invitation

    print(invitation(application))
    print("\nOpen it as somebody who may manage the server, and choose the server. The bot asks for these")
    print("permissions. If one is missing, it says:")
    for name, what in described_rights():
        print(f"  {name}: {what}")
    print("\nThen type /setup in a channel.")
