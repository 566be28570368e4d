"""The settings: glocal.toml, overlaid by environment variables.

GLOCAL_MATRIX__TOKEN is `token` in [matrix].
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError
from sqlalchemy.engine import URL

from adapters.cli.settings.accounts import Account, AccountName, AnyAccount, Discord, Matrix, Telegram, used_twice
from adapters.cli.settings.errors import SettingsProblem, from_syntax, from_validation
from adapters.cli.settings.secrets import Part, WithSecrets, with_file_paths
from storage.urls import parse_url

PREFIX = "GLOCAL_"
DEFAULT_FILE = Path("glocal.toml")


Level = Literal["debug", "info", "warning", "error"]


class Storage(WithSecrets):
    """[storage]: the database. A relative path starts in the settings file's folder.

    `password`: of the PostgreSQL user. A password in the URL is moved here, so that no message shows it.
    """

    url: str = "sqlite:///glocal.db"
    password: SecretStr | None = None
    password_file: Path | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_password(cls, values: object) -> object:
        if not isinstance(values, dict) or not isinstance(values.get("url"), str) or "@" not in values["url"]:
            return values
        try:
            url = parse_url(values["url"])
        except ValueError:
            return values  # the check of the URL explains it
        if url.password is None:
            return values
        return {"password": url.password, **values, "url": url._replace(password=None).render_as_string()}

    @field_validator("url")
    @classmethod
    def _supported(cls, text: str) -> str:
        url = parse_url(text)
        if url.get_backend_name() == "sqlite" and not url.database:
            raise ValueError("has no file in it; write sqlite:///glocal.db")
        return text

    @property
    def parsed(self) -> URL:
        """The URL with the password."""
        url = parse_url(self.url)
        return url if self.password is None else url.set(password=self.password.get_secret_value())


class Log(Part):
    """[log]: level and format. `auto` is pretty on a terminal and JSON elsewhere.

    `levels` gives modules, and those below them, another level: {"adapters.matrix" = "debug", nio = "info"}.
    """

    level: Level = "info"
    format: Literal["auto", "json", "pretty"] = "auto"
    levels: dict[str, Level] = {}


class Monitoring(Part):
    """[monitoring]: the address of /healthz, /readyz and /metrics; off without a port.

    `address`: where others reach the port, for digests on the web; empty: digests are not on the web.
    """

    host: str = "127.0.0.1"
    port: int = Field(default=0, ge=0, le=65535)
    address: str = Field(default="", pattern=r"^(https?://[^\s?#]+)?$")

    @property
    def web_address(self) -> str:
        """Where others read digests, without a slash at its end; empty: nowhere."""
        return self.address.rstrip("/") if self.port else ""


class Privacy(Part):
    """[privacy]: the retention time of handled keys and finished messages, in days."""

    retention_days: int = Field(default=30, ge=2, le=365)


class Settings(BaseSettings):
    """All settings. Relative paths start in `folder`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", frozen=True, extra="forbid")
    storage: Storage = Storage()
    log: Log = Log()
    privacy: Privacy = Privacy()
    monitoring: Monitoring = Monitoring()
    matrix: Matrix | None = None
    discord: Discord | None = None
    telegram: Telegram | None = None
    accounts: dict[AccountName, AnyAccount] = {}
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
    def all_accounts(self) -> dict[str, Account]:
        """Every account by the name that the database keeps: its platform, or its own table in the settings."""
        named = {"matrix": self.matrix, "discord": self.discord, "telegram": self.telegram}
        return {name: account for name, account in named.items() if account is not None} | self.accounts

    @property
    def database_file(self) -> Path | None:
        """The file of a SQLite database; None on a server."""
        if self.storage.parsed.get_backend_name() != "sqlite":
            return None
        return self.folder / self.storage.url.removeprefix("sqlite:///")

    @property
    def database_url(self) -> str:
        """The database's URL with its password, and its path made absolute, with some characters written as `%3F`."""
        file = self.database_file
        url = self.storage.parsed if file is None else URL.create("sqlite", database=str(file))
        return url.render_as_string(hide_password=False)

    @property
    def database_name(self) -> str:
        """How messages name the database: its file, or its URL without the password."""
        return str(self.database_file or self.storage.url)

    @property
    def process_files(self) -> Path:
        """The path whose name the files of a running bot begin with: beside a database file, or in `folder`."""
        return self.database_file or self.folder / "glocal.postgresql"

    @property
    def retention_days(self) -> int:
        """How long handled keys and finished messages are kept, in days."""
        return self.privacy.retention_days


def create_database_file(settings: Settings) -> None:
    """Create the folder and file of a SQLite database if missing, for the owner alone. Raises SettingsProblem."""
    file = settings.database_file
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsProblem([f"storage.url: the folder {file.parent} can't be made: {error.strerror}"]) from None
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise SettingsProblem([f"storage.url: {file} can't be written: {error.strerror}"]) from None


def file_of(given: Path | None) -> Path:
    """Return the settings file: --config, GLOCAL_CONFIG, or glocal.toml in this folder."""
    return given or Path(os.environ.get("GLOCAL_CONFIG", DEFAULT_FILE))


def load(given: Path | None = None) -> Settings:
    """Read the settings. Raises SettingsProblem."""
    path = file_of(given)
    named = given is not None or "GLOCAL_CONFIG" in os.environ
    if not path.exists():
        if named:
            raise SettingsProblem([f"{path}: there is no such file. `glocal init` writes one."])
        return _checked({}, "", path)
    text = text_of(path)
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
    folder = path.resolve().parent
    try:
        settings = Settings(**{**with_file_paths(document, folder), "folder": folder})
    except SettingsError:
        whole = [name for key, name in environment().items() if key in Settings.model_fields]
        raise SettingsProblem(
            [f"environment variable {' or '.join(whole)}: no table; give each key alone, such as GLOCAL_LOG__LEVEL"]
        ) from None
    except ValidationError as error:
        raise from_validation(path, text, error, environment(), Settings) from None
    if problems := used_twice(settings.all_accounts):
        raise SettingsProblem([f"{path}: {problem}" for problem in problems])
    return settings


def environment() -> dict[str, str]:
    """Return the environment variable of each dotted key."""
    return {
        name.removeprefix(PREFIX).lower().replace("__", "."): name
        for name in os.environ
        if name.upper().startswith(PREFIX) and name != "GLOCAL_CONFIG"
    }
