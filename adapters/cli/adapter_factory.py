"""Make the adapters that the settings ask for. Import a platform's library only when it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2s
from typing import TYPE_CHECKING

from adapters.cli.settings.accounts import Account, Discord, Matrix, Telegram
from adapters.cli.settings.model import Settings
from adapters.cli.spared_libraries import without
from bots.commands.declaration import Command
from bots.ports import Adapter, ConnectionListener

if TYPE_CHECKING:
    from adapters.discord.api.session_starts import SessionStarts, Turns
    from adapters.matrix.account import MatrixAccount


MakeAdapter = Callable[[ConnectionListener], Adapter]
MakeTurns = Callable[[str], "Turns"]
"""Makes the turns of this name."""


class DiscordBots:
    """What the accounts of one Discord bot share; each reads some of its shards."""

    def __init__(self, settings: Settings, turns: MakeTurns | None) -> None:
        self._accounts = {name: one for name, one in settings.all_accounts.items() if isinstance(one, Discord)}
        self._turns = turns
        self._starts: dict[str, SessionStarts] = {}

    def direct_account(self, name: str) -> str:
        """Return the account of the same bot that hears private messages; empty if it is this one."""
        token = self._accounts[name].token
        parts = {other: one.parsed_shards for other, one in self._accounts.items() if one.token == token}
        hears = next((other for other, shards in parts.items() if shards is not None and not shards.first), name)
        return "" if hears == name else hears

    def session_starts(self, token: str) -> SessionStarts:
        """Return the new sessions of a bot."""
        from adapters.discord.api.session_starts import SessionStarts

        if token not in self._starts:
            digest = blake2s(token.encode(), digest_size=8).hexdigest()
            turns = self._turns(f"discord-sessions:{digest}") if self._turns is not None else None
            self._starts[token] = SessionStarts(turns=turns)
        return self._starts[token]


def adapter_makers(
    settings: Settings, commands: Sequence[Command], turns: MakeTurns | None = None
) -> dict[str, MakeAdapter]:
    """Return what makes the adapter of each configured account. `commands` are listed on the platforms.

    `turns`: makes what lets one process at a time sign a bot in; needed where other processes may do so too.
    """
    accounts = settings.all_accounts.items()
    bots = DiscordBots(settings, turns)
    return {name: partial(_adapter, name, account, settings, commands, bots) for name, account in accounts}


def _adapter(
    name: str, account: Account, settings: Settings, commands: Sequence[Command], bots: DiscordBots,
    listener: ConnectionListener,
) -> Adapter:  # fmt: skip
    match account:
        case Matrix():
            return _matrix(name, account, settings, listener)
        case Discord():
            return _discord(name, account, settings, commands, bots, listener)
        case Telegram():
            return _telegram(name, account, commands, listener)


def matrix_account(name: str, matrix: Matrix, settings: Settings) -> MatrixAccount:
    """Return the account as the Matrix door knows it."""
    from adapters.matrix.account import MatrixAccount

    return MatrixAccount(
        account=name,
        homeserver=matrix.homeserver,
        user=matrix.user,
        store=settings.folder / matrix.store,
        password=matrix.password.get_secret_value() if matrix.password else None,
        token=matrix.token.get_secret_value() if matrix.token else None,
        device=matrix.device,
        display_name=matrix.display_name,
        reset_identity=matrix.reset_identity,
    )


def _matrix(name: str, matrix: Matrix, settings: Settings, listener: ConnectionListener) -> Adapter:
    # peewee would load the drivers of servers, 9 MB, though nio's keys are in SQLite; pycryptodome, which has ctypes
    # too, cffi with its parser of C, 2 MB.
    with without("psycopg", "psycopg2", "MySQLdb", "pymysql", "cffi"):
        from adapters.matrix.adapter import MatrixAdapter

    return MatrixAdapter(matrix_account(name, matrix, settings), listener)


def _discord(
    name: str, discord: Discord, settings: Settings, commands: Sequence[Command], bots: DiscordBots,
    listener: ConnectionListener,
) -> Adapter:  # fmt: skip
    from adapters.discord.account import DiscordAccount
    from adapters.discord.adapter import DiscordAdapter

    token, store = discord.token.get_secret_value(), settings.folder / discord.store
    account = DiscordAccount(
        name, token, store, api=discord.api, shards=discord.parsed_shards, direct_account=bots.direct_account(name)
    )
    return DiscordAdapter(account, commands, listener=listener, session_starts=bots.session_starts(token))


def _telegram(name: str, telegram: Telegram, commands: Sequence[Command], listener: ConnectionListener) -> Adapter:
    from adapters.telegram.account import TelegramAccount, Webhook
    from adapters.telegram.adapter import TelegramAdapter

    hook = telegram.webhook
    webhook = Webhook(hook.url, hook.secret.get_secret_value(), hook.host, hook.port) if hook is not None else None
    account = TelegramAccount(name, telegram.token.get_secret_value(), api=telegram.api, webhook=webhook)
    return TelegramAdapter(account, commands, listener=listener)


def configured(settings: Settings) -> bool:
    """Return whether any account is configured."""
    return bool(settings.all_accounts)
