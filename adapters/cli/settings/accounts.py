"""The accounts: a section for the only one on a platform, [accounts.NAME] for several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    Discriminator,
    Field,
    SecretStr,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)

from adapters.cli.settings.secrets import WithSecrets
from adapters.cli.settings.tokens import DISCORD, MATRIX, TELEGRAM, check_token
from adapters.discord.account import Shards

_USER = re.compile(r"@[^:\s\"\\]+:[^\s\"\\]+")


def homeserver_of(address: str) -> str:
    """Return a homeserver's address without the slash at its end. Raises ValueError."""
    return _web_address(address, "https://matrix.example.org")


def user_id(user: str) -> str:
    """Return a Matrix user id. Raises ValueError."""
    if not _USER.fullmatch(user):
        raise ValueError('a full user id is needed, such as "@glocal:example.org"')
    return user


def _web_address(address: str, such_as: str) -> str:
    """Return a server's address without the slash at its end. Raises ValueError."""
    try:
        there = re.fullmatch(r"https?://[^\s/\"\\]+/?", address) and urlsplit(address).port != 0
    except ValueError:  # a port above 65535, or half of an IPv6 address
        there = False
    if not there:
        raise ValueError(f'an address is needed, such as "{such_as}"')
    return address.rstrip("/")


class Matrix(WithSecrets):
    """[matrix]: one account on one homeserver, with a password or an access token."""

    platform: Literal["matrix"] = "matrix"
    homeserver: str
    user: str
    password: SecretStr | None = None
    password_file: Path | None = None
    token: SecretStr | None = None
    token_file: Path | None = None
    device: str | None = None
    store: Path = Path("matrix-store")
    display_name: str = "glocal"
    reset_identity: bool = False

    @field_validator("homeserver")
    @classmethod
    def _address(cls, address: str) -> str:
        return homeserver_of(address)

    @field_validator("user")
    @classmethod
    def _user_id(cls, user: str) -> str:
        return user_id(user)

    @field_validator("password", "token", mode="before")
    @classmethod
    def _empty_is_none(cls, secret: object) -> object:
        return None if secret == "" else secret

    @field_validator("token")
    @classmethod
    def _access_token(cls, token: SecretStr | None) -> SecretStr | None:
        return token if token is None else check_token(token, MATRIX)

    @model_validator(mode="after")
    def _one_secret(self) -> Matrix:
        if (self.password is None) == (self.token is None):
            raise ValueError("either password or token is needed, and not both")
        return self


class Discord(WithSecrets):
    """[discord]: one bot in any number of servers. `api` is another address than Discord's, for tests.

    `shards`: those that this account reads, such as "0-3/16"; empty: all of them.
    """

    platform: Literal["discord"] = "discord"
    api: str = ""
    token: SecretStr
    token_file: Path | None = None
    store: Path = Path("discord-store")
    shards: str = ""

    @field_validator("token")
    @classmethod
    def _bot_token(cls, token: SecretStr, info: ValidationInfo) -> SecretStr:
        return check_token(token, DISCORD, any_form=bool(info.data.get("api")))

    @field_validator("api")
    @classmethod
    def _address(cls, address: str) -> str:
        return _web_address(address, "http://127.0.0.1:8080") if address else ""

    @field_validator("shards")
    @classmethod
    def _some_shards(cls, shards: str) -> str:
        if shards:
            Shards.parse(shards)
        return shards

    @property
    def parsed_shards(self) -> Shards | None:
        """The shards of this account; None for all of them."""
        return Shards.parse(self.shards) if self.shards else None


class TelegramWebhook(WithSecrets):
    """[telegram.webhook]: Telegram sends updates to `url`, which leads to `host`:`port` here."""

    url: str
    secret: SecretStr
    secret_file: Path | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8443, ge=1, le=65535)

    @field_validator("url")
    @classmethod
    def _https(cls, url: str) -> str:
        if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", url):
            raise ValueError('an address is needed, such as "https://bot.example.org/telegram"')
        return url

    @field_validator("secret")
    @classmethod
    def _plain(cls, secret: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("1 to 256 letters, digits, _ and - are needed")
        return secret


class Telegram(WithSecrets):
    """[telegram]: one bot in any number of groups. `api` is where the Bot API is served."""

    platform: Literal["telegram"] = "telegram"
    token: SecretStr
    token_file: Path | None = None
    api: str = "https://api.telegram.org"
    webhook: TelegramWebhook | None = None

    @field_validator("token")
    @classmethod
    def _bot_token(cls, token: SecretStr) -> SecretStr:
        return check_token(token, TELEGRAM)

    @field_validator("api")
    @classmethod
    def _address(cls, address: str) -> str:
        return _web_address(address, "https://api.telegram.org")


PLATFORMS = ("matrix", "discord", "telegram")
Account = Matrix | Discord | Telegram


def _account_name(name: str) -> str:
    """Check a name that the database keeps for the account's rooms. Raises ValueError."""
    if name in PLATFORMS:
        raise ValueError(f"is the name of the account in [{name}]; choose another one, such as {name}-2")
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,31}", name):
        raise ValueError("is no name for an account: up to 32 small letters, digits, - and _ are possible")
    return name


AccountName = Annotated[str, AfterValidator(_account_name)]
AnyAccount = Annotated[
    Annotated[Matrix, Tag("matrix")] | Annotated[Discord, Tag("discord")] | Annotated[Telegram, Tag("telegram")],
    Discriminator(lambda table: table.get("platform") if isinstance(table, dict) else None),
]
"""The table of an account, which names its platform."""


def used_twice(accounts: Mapping[str, Account]) -> list[str]:
    """Return a sentence for each account that signs in as another one does, or listens where another one does."""
    owners: dict[object, str] = {}
    problems = []
    for name, account in accounts.items():
        for what, value in _unique_parts(account):
            other = owners.setdefault((what, value), name)
            if other != name:
                problems.append(f"{other} and {name} have the same {what}; each needs one of its own")
    return problems + _incomplete_bots(accounts)


def _incomplete_bots(accounts: Mapping[str, Account]) -> list[str]:
    """Return a sentence for each Discord bot with several accounts that don't read all of its shards."""
    bots: dict[str, dict[str, Shards | None]] = {}
    for name, account in accounts.items():
        if isinstance(account, Discord):
            bots.setdefault(account.token.get_secret_value(), {})[name] = account.parsed_shards
    return [problem for parts in bots.values() if (problem := _incomplete(parts))]


def _incomplete(parts: Mapping[str, Shards | None]) -> str:
    """Return what is wrong with the shards of one bot's accounts, or nothing."""
    names, shards = " and ".join(parts), [one for one in parts.values() if one is not None]
    if not shards:
        return ""
    if len(shards) < len(parts) or len({one.count for one in shards}) > 1:
        return f"{names} belong to one bot; each needs `shards`, with the same number behind the slash"
    missing = sorted(set(range(shards[0].count)) - {number for one in shards for number in one.ids})
    if not missing:
        return ""
    listed = ", ".join(map(str, missing[:5]))
    return f"{names}: no account reads shard {listed} of {shards[0].count}; the servers on it would be silent"


def _unique_parts(account: Account) -> Iterator[tuple[str, object]]:
    """Yield what no two accounts may share."""
    if isinstance(account, Matrix):
        yield "user", account.user
    elif isinstance(account, Discord) and (shards := account.parsed_shards) is not None:
        token = account.token.get_secret_value()
        yield from ((f"shard {number}/{shards.count}", token) for number in shards.ids)
    else:
        yield "token", account.token.get_secret_value()
    if isinstance(account, Telegram) and account.webhook is not None:
        yield "webhook port", account.webhook.port
        yield "webhook url", account.webhook.url
