"""The form of each platform's token. A platform alone knows whether it is right; a slip of the paste shows here."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import SecretStr


@dataclass(frozen=True)
class TokenKind:
    """A platform's token: where it comes from, its environment variable, and whether a text has its form."""

    noun: str
    source: str
    variable: str
    fits: Callable[[str], bool]


def application_of(token: str) -> int | None:
    """Return the bot's id, the first part of a Discord token; None when the token is malformed.

    https://discord.com/developers/docs/reference#authentication
    """
    first = token.partition(".")[0]
    try:
        number = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    return int(number) if number.isdecimal() else None


def _is_discord(token: str) -> bool:
    return re.fullmatch(r"[\w=-]+(\.[\w-]+){2}", token) is not None and application_of(token) is not None


DISCORD = TokenKind(
    "a bot token",
    "at discord.com/developers (your application, Bot, Reset Token)",
    "GLOCAL_DISCORD__TOKEN",
    _is_discord,
)
TELEGRAM = TokenKind(
    "a bot token", "from @BotFather (/mybots, your bot, API Token)", "GLOCAL_TELEGRAM__TOKEN",
    lambda token: re.fullmatch(r"\d+:[\w-]+", token) is not None,
)  # fmt: skip
MATRIX = TokenKind(
    "an access token", "in your client (Settings, Help & About)", "GLOCAL_MATRIX__TOKEN",
    lambda token: re.search(r"\s", token) is None,
)  # fmt: skip


def check_token(token: SecretStr, kind: TokenKind, *, any_form: bool = False) -> SecretStr:
    """Return the token. Raises ValueError when it is empty, or has another form (unless `any_form` will do)."""
    text = token.get_secret_value()
    if not text:
        raise ValueError(f"is empty. Get one {kind.source}, or set {kind.variable}")
    if not any_form and not kind.fits(text):
        raise ValueError(f"isn't {kind.noun}; copy it again {kind.source}")
    return token
