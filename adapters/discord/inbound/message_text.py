"""What a message says, in words: Discord writes people, channels and emoji as ids.

https://discord.com/developers/docs/reference#message-formatting
"""

from __future__ import annotations

import re

import discord

PREFIX = "/"
_MARK = re.compile(
    r"<(?:@!?(?P<user>\d+)|@&(?P<role>\d+)|#(?P<channel>\d+)|a?:(?P<emoji>\w+):\d+|/(?P<command>[^:<>]+):\d+)>"
)
_PLAIN = (discord.MessageType.default, discord.MessageType.reply)


def said(message: discord.Message) -> bool:
    """Whether a person wrote it: no bot, no webhook, no notice of Discord's own."""
    return not message.author.bot and message.webhook_id is None and message.type in _PLAIN


def is_command(text: str) -> bool:
    """`/` and a letter: somebody typed a command that Discord did not take for one."""
    return text[:1] == PREFIX and text[1:2].isalpha()


def text(message: discord.Message) -> str:
    """The words, with names for ids."""
    content = message.content
    return content if "<" not in content else _MARK.sub(lambda mark: _named(mark, message), content)


def _named(mark: re.Match[str], message: discord.Message) -> str:
    kind = mark.lastgroup or ""
    given = mark.group(kind)
    if kind == "emoji":
        return f":{given}:"
    if kind == "command":
        return f"/{given}"
    if kind == "user":
        users = {str(user.id): user.display_name for user in message.mentions}
        return f"@{users[given]}" if given in users else mark.group()
    found = message.guild and (
        message.guild.get_role(int(given)) if kind == "role" else message.guild.get_channel_or_thread(int(given))
    )
    return f"{'@' if kind == 'role' else '#'}{found.name}" if found else mark.group()
