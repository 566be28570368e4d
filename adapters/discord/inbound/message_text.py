"""The text of a message with names in place of Discord's ids of people, channels and emoji.

https://discord.com/developers/docs/reference#message-formatting
"""

from __future__ import annotations

import re

import discord

_MARK = re.compile(
    r"<(?:@!?(?P<user>\d+)|@&(?P<role>\d+)|#(?P<channel>\d+)|a?:(?P<emoji>\w+):\d+|/(?P<command>[^:<>]+):\d+)>"
)
_PLAIN = (discord.MessageType.default, discord.MessageType.reply)


def is_from_person(message: discord.Message) -> bool:
    """Return whether a person wrote a message, not a bot, a webhook or Discord itself."""
    return not message.author.bot and message.webhook_id is None and message.type in _PLAIN


def is_command(text: str) -> bool:
    """Return whether a text is a command that was typed as a message: `/` and a letter."""
    return text[:1] == "/" and text[1:2].isalpha()


def plain_text(message: discord.Message) -> str:
    """Return the text with names in place of ids."""
    content = message.content
    return content if "<" not in content else _MARK.sub(lambda mark: _mark_text(mark, message), content)


def _mark_text(mark: re.Match[str], message: discord.Message) -> str:
    kind = mark.lastgroup or ""
    target = mark.group(kind)
    if kind == "emoji":
        return f":{target}:"
    if kind == "command":
        return f"/{target}"
    if kind == "user":
        users = {str(user.id): user.display_name for user in message.mentions}
        return f"@{users[target]}" if target in users else mark.group()
    found = message.guild and (
        message.guild.get_role(int(target)) if kind == "role" else message.guild.get_channel_or_thread(int(target))
    )
    return f"{'@' if kind == 'role' else '#'}{found.name}" if found else mark.group()
