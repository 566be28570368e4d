"""The menu of commands that Telegram offers to members, to administrators and in private chats, in every language.

https://core.telegram.org/bots/api#setmycommands: names of 1-32 of a-z 0-9 _, descriptions of 1-256 characters, at most
100 commands in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import structlog
import telegram
from telegram import Bot, BotCommand

from adapters.telegram.rendering.html import truncate_text
from bots.commands import localization
from bots.commands.declaration import Command
from bots.core.permissions import Right
from bots.i18n import languages, texts

log = structlog.get_logger()
DESCRIPTION_LENGTH, MOST = 256, 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")


async def publish(bot: Bot, commands: Sequence[Command]) -> None:
    """Set the menus that differ from the current ones. Raises TelegramError."""
    for scope, offered in _scopes(commands):
        for locale in languages.codes():
            language = None if locale == languages.DEFAULT else locale  # the default is for every language we lack
            wanted = menu_entries(offered, locale)
            if list(await bot.get_my_commands(scope, language)) != wanted:
                await bot.set_my_commands(wanted, scope, language)
                log.info("telegram-commands-set", scope=scope.type, language=locale, count=len(wanted))


def _scopes(commands: Sequence[Command]) -> list[tuple[telegram.BotCommandScope, list[Command]]]:
    """Return the commands of each scope."""
    shown = [command for command in commands if not command.hidden]
    everybody = [command for command in shown if command.right is Right.ANYONE]
    private = [command for command in everybody if command.needs is None]
    return [
        (telegram.BotCommandScopeDefault(), everybody),
        (telegram.BotCommandScopeAllPrivateChats(), private),
        (telegram.BotCommandScopeAllGroupChats(), everybody),
        (telegram.BotCommandScopeAllChatAdministrators(), shown),
    ]


def menu_entries(commands: Iterable[Command], locale: str) -> list[BotCommand]:
    """Return the menu in one language; leave out names that Telegram does not allow.

    Everybody's commands come first and the coordinators' last: where there are too many, the last ones are left out.
    People can type those all the same, and `help` lists them.
    """
    found = {
        name: BotCommand(name, truncate_text(_description(command, locale), DESCRIPTION_LENGTH))
        for command in sorted(commands, key=_rank)
        if _NAME.fullmatch(name := menu_name(command, locale))
    }
    return list(found.values())[:MOST]


def _rank(command: Command) -> int:
    """Return how soon a command comes in the menu: few people type those of coordinators."""
    return 0 if command.right is Right.ANYONE else 2 if command.right is Right.COORDINATOR else 1


def _description(command: Command, locale: str) -> str:
    return texts.words(locale, f"cmd-{command.slug}", vocabulary="telegram")


def menu_name(command: Command, locale: str) -> str:
    """Return the command's name after the slash, in the language where it has a translation."""
    return localization.ascii_name(command, locale).replace(" ", "_")
