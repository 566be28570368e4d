"""The settings: glocal.toml, overlaid by environment variables. GLOCAL_MATRIX__TOKEN is `token` in [matrix]."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import pydantic
from pydantic import BaseModel, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError

from adapters.cli.settings.errors import SettingsProblem, from_syntax, from_validation

PREFIX = "GLOCAL_"
DEFAULT_FILE = Path("glocal.toml")
_SERVER = r"https?://[^\s/]+/?"
_WITHOUT_SLASH = pydantic.AfterValidator(lambda address: address.rstrip("/"))
DEFAULT_DATABASE = "sqlite:///glocal.db"
TELEGRAM_API = "https://api.telegram.org"


class _Part(BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")


def _matching(pattern: str, mistake: str) -> pydantic.AfterValidator:
    """Accept what matches the pattern. `mistake` says what to write instead."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(mistake)
        return value

    return pydantic.AfterValidator(check)


def _address(such_as: str, pattern: str = _SERVER) -> pydantic.AfterValidator:
    return _matching(pattern, f'an address is needed, such as "{such_as}"')


class Storage(_Part):
    """[storage]: the database. A relative path starts in the settings file's folder."""

    url: Annotated[str, _matching(r"(?s)sqlite:///.*", f"only SQLite is supported yet; write {DEFAULT_DATABASE}")] = (
        DEFAULT_DATABASE
    )


class Log(_Part):
    """[log]: level and format. `auto` is pretty on a terminal and JSON elsewhere."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "pretty"] = "auto"


class Privacy(_Part):
    """[privacy]: the retention time of handled keys and finished messages, in days."""

    retention_days: int = Field(default=30, ge=2, le=365)


class Matrix(_Part):
    """[matrix]: one account on one homeserver, with a password or an access token."""

    homeserver: Annotated[str, _address("https://matrix.example.org"), _WITHOUT_SLASH]
    user: Annotated[str, _matching(r"@[^:\s]+:\S+", 'a full user id is needed, such as "@glocal:example.org"')]
    password: SecretStr | None = None
    token: SecretStr | None = None
    device: str | None = None
    store: Path = Path("matrix-store")
    display_name: str = "glocal"
    reset_identity: bool = False

    @pydantic.field_validator("password", "token", mode="before")
    @classmethod
    def _empty_is_none(cls, secret: object) -> object:
        return None if secret == "" else secret

    @pydantic.model_validator(mode="after")
    def _one_secret(self) -> Matrix:
        if (self.password is None) == (self.token is None):
            raise ValueError("either password or token is needed, and not both")
        return self


class Discord(_Part):
    """[discord]: one bot in any number of servers. `api` is another address than Discord's, for tests."""

    token: SecretStr = Field(min_length=1)
    store: Path = Path("discord-store")
    api: Annotated[str, _address("http://127.0.0.1:8080", f"({_SERVER})?"), _WITHOUT_SLASH] = ""


class TelegramWebhook(_Part):
    """[telegram.webhook]: Telegram sends updates to `url`, which leads to `host`:`port` here."""

    url: Annotated[str, _address("https://bot.example.org/telegram", r"https?://[^\s/]+(/\S*)?")]
    secret: SecretStr
    host: str = "127.0.0.1"
    port: int = Field(default=8443, ge=1, le=65535)

    @pydantic.field_validator("secret")
    @classmethod
    def _plain(cls, secret: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("1 to 256 letters, digits, _ and - are needed")
        return secret


class Telegram(_Part):
    """[telegram]: one bot in any number of groups. `api` is where the Bot API is served."""

    token: SecretStr = Field(min_length=1)
    api: Annotated[str, _address(TELEGRAM_API), _WITHOUT_SLASH] = TELEGRAM_API
    webhook: TelegramWebhook | None = None


class Settings(BaseSettings):
    """All settings. Relative paths start in `folder`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", frozen=True, extra="forbid")
    storage: Storage = Storage()
    log: Log = Log()
    privacy: Privacy = Privacy()
    matrix: Matrix | None = None
    discord: Discord | None = None
    telegram: Telegram | None = None
    folder: Path = Path()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic-settings passes all of them by name
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over the file, whose values come in as init values."""
        return env_settings, init_settings

    @property
    def database_url(self) -> str:
        """The database's URL with its path made absolute."""
        return f"sqlite:///{self.folder / self.storage.url.removeprefix('sqlite:///')}"

    @property
    def retention_days(self) -> int:
        """How long handled keys and finished messages are kept, in days."""
        return self.privacy.retention_days


def create_database_file(settings: Settings) -> None:
    """Create the database's folder and file if missing. Raises SettingsProblem."""
    file = Path(settings.database_url.removeprefix("sqlite:///"))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsProblem([f"storage.url: the folder {file.parent} can't be made: {error.strerror}"]) from None
    try:
        file.open("ab").close()
    except OSError as error:
        raise SettingsProblem([f"storage.url: {file} can't be written: {error.strerror}"]) from None


def file_of(given: Path | None) -> Path:
    """Return the settings file: --config, GLOCAL_CONFIG, or glocal.toml in this folder."""
    return given or Path(os.environ.get("GLOCAL_CONFIG", DEFAULT_FILE))


def load(given: Path | None = None) -> Settings:
    """Read the settings. Raises SettingsProblem."""
    path = file_of(given)
    if not path.exists() and (given is not None or "GLOCAL_CONFIG" in os.environ):
        raise SettingsProblem([f"{path}: there is no such file. `glocal init` writes one."])
    text = text_of(path) if path.exists() else ""
    return _checked(parsed(path, text), text, path)


def text_of(path: Path) -> str:
    """Read the file, ignoring a byte-order mark. Raises SettingsProblem."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise SettingsProblem([f"{path}: can't be read: {error.strerror}"]) from None


def parsed(path: Path, text: str) -> dict[str, Any]:
    """Parse the file's tables. Raises SettingsProblem."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise from_syntax(path, text, error) from None


def _checked(document: dict[str, Any], text: str, path: Path) -> Settings:
    try:
        return Settings(**{**document, "folder": path.resolve().parent})
    except SettingsError:
        whole = [name for key, name in environment().items() if key in Settings.model_fields]
        raise SettingsProblem(
            [f"environment variable {' or '.join(whole)}: no table; give each key alone, such as GLOCAL_LOG__LEVEL"]
        ) from None
    except ValidationError as error:
        raise from_validation(path, text, error, environment(), Settings) from None


def environment() -> dict[str, str]:
    """Return the environment variable of each dotted key."""
    return {
        name.removeprefix(PREFIX).lower().replace("__", "."): name
        for name in os.environ
        if name.upper().startswith(PREFIX) and name != "GLOCAL_CONFIG"
    }
