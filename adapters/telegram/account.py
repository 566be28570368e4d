"""Who the bot is on Telegram, and the way updates come in."""

from __future__ import annotations

from dataclasses import dataclass, field

OFFICIAL = "https://api.telegram.org"


@dataclass(frozen=True)
class Webhook:
    """Telegram brings the updates: to `url`, which must lead to `host`:`port`. `secret` is what it proves itself with.

    https://core.telegram.org/bots/api#setwebhook: 1-256 of A-Z a-z 0-9 _ -.
    """

    url: str
    secret: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8443


@dataclass(frozen=True)
class TelegramAccount:
    """What the settings say of one bot. `account` is its name there; `token` is BotFather's; `api` is where the Bot API
    is served. Without `webhook` the bot asks for its updates. `longest_pause`: seconds between two tries to reach
    Telegram, at most; `poll_seconds`: how long one question for updates stays open; `watch_seconds`: between two
    looks at whether they are still brought."""

    account: str
    token: str = field(repr=False)
    api: str = OFFICIAL
    webhook: Webhook | None = None
    longest_pause: float = 60.0
    poll_seconds: int = 50
    watch_seconds: float = 60.0
