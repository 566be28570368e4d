"""The settings of one Telegram bot."""

from __future__ import annotations

from dataclasses import dataclass, field

OFFICIAL = "https://api.telegram.org"


@dataclass(frozen=True)
class Webhook:
    """The webhook of a bot. Telegram posts updates to `url`, which must lead to `host`:`port`, with `secret` as proof.

    The secret has 1-256 characters of A-Z a-z 0-9 _ -. https://core.telegram.org/bots/api#setwebhook
    """

    url: str
    secret: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8443


@dataclass(frozen=True)
class TelegramAccount:
    """The settings of one bot. Without `webhook` it polls for updates.

    `account`: its name in the settings file; `token`: from BotFather; `api`: the address of the Bot API;
    `longest_pause`: the longest pause between two attempts to reach Telegram, in seconds; `poll_seconds`: how long a
    getUpdates request stays open; `watch_seconds`: the interval of webhook checks.
    """

    account: str
    token: str = field(repr=False)
    api: str = OFFICIAL
    webhook: Webhook | None = None
    longest_pause: float = 60.0
    poll_seconds: int = 50
    watch_seconds: float = 60.0
