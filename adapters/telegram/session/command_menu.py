"""The commands that Telegram offers while somebody types: for members, for administrators and in private, in every
language we have. Set only where they differ from what is there.

https://core.telegram.org/bots/api#setmycommands: names of 1-32 of a-z 0-9 _, descriptions of 1-256 characters, at most
100 commands in a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)

from adapters.telegram.rendering.html import short
from bots.commands import localization
from bots.commands.declaration import Command
from bots.core.permissions import Right
from bots.i18n import texts

log = structlog.get_logger()
DESCRIPTION_LENGTH, MOST = 256, 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")


async def offer(bot: Bot, commands: Sequence[Command]) -> None:
    """Let Telegram offer the commands. Raises TelegramError."""
    for scope, offered in _scopes(commands):
        for locale in texts.LOCALES:
            language = None if locale == texts.LOCALES[0] else locale  # the first is for every language we lack
            wanted = entries(offered, locale)
            if list(await bot.get_my_commands(scope, language)) != wanted:
                await bot.set_my_commands(wanted, scope, language)
                log.info("telegram-commands-set", scope=scope.type, language=locale, count=len(wanted))


def _scopes(commands: Sequence[Command]) -> list[tuple[BotCommandScope, list[Command]]]:
    """Who is offered what."""
    shown = [command for command in commands if not command.hidden]
    everybody = [command for command in shown if command.right is Right.ANYONE]
    private = [command for command in everybody if command.needs is None]
    return [
        (BotCommandScopeDefault(), everybody),
        (BotCommandScopeAllPrivateChats(), private),
        (BotCommandScopeAllGroupChats(), everybody),
        (BotCommandScopeAllChatAdministrators(), shown),
    ]


def entries(commands: Iterable[Command], locale: str) -> list[BotCommand]:
    """The list of a language, as Telegram takes it."""
    found = {
        name: BotCommand(name, short(texts.words(locale, f"cmd-{command.slug}"), DESCRIPTION_LENGTH))
        for command in commands
        if _NAME.fullmatch(name := typed(command, locale))
    }
    return list(found.values())[:MOST]


def typed(command: Command, locale: str) -> str:
    """The command's name as it is typed after the slash, in the words of a language where it has some."""
    return "_".join(_bare(word) for word in localization.name(command, locale).split())


def _bare(word: str) -> str:
    """Without accents, which names can't have."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word.lower()) if letter.isascii())
