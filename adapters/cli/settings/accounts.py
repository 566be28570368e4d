"""The sections of the platforms: one account each."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator

from adapters.cli.settings.secrets import WithSecrets
from adapters.cli.settings.tokens import DISCORD, MATRIX, TELEGRAM, check_token

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
    """[discord]: one bot in any number of servers. `api` is another address than Discord's, for tests."""

    api: str = ""
    token: SecretStr
    token_file: Path | None = None
    store: Path = Path("discord-store")

    @field_validator("token")
    @classmethod
    def _bot_token(cls, token: SecretStr, info: ValidationInfo) -> SecretStr:
        return check_token(token, DISCORD, any_form=bool(info.data.get("api")))

    @field_validator("api")
    @classmethod
    def _address(cls, address: str) -> str:
        return _web_address(address, "http://127.0.0.1:8080") if address else ""


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
