"""What a room showed, as Markdown."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from bots.testing import BOT, Shown
from tests.month.world import CAPABILITIES, Chat, Line, World

_FIRST_CODE = 2345
"""Invitations have other codes each time; the transcripts show abcd2345 and the following."""


def transcripts(world: World) -> dict[str, str]:
    """Return the file names and texts of all rooms."""
    return {f"{_ascii(chat.room)}.md": transcript(chat) for chat in world.chats}


def transcript(chat: Chat) -> str:
    """Return the month of a room and of its people's private chats with the bot."""
    where = CAPABILITIES[chat.platform.platform].platform.capitalize()
    parts = [f"# {chat.title}", f"A room on {where}. 🔒 marks what only one person sees."]
    for day, lines in groupby(chat.lines, lambda line: line.at.astimezone(chat.zone).date()):
        parts += [f"## {day:%A}, {day.day} {day:%B}", "\n\n".join(_line(chat, line) for line in lines)]
    text = "\n\n".join(parts) + "\n"
    for number, code in enumerate(chat.world.secrets, _FIRST_CODE):
        text = text.replace(code, f"abcd{number}")
    return text


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _line(chat: Chat, line: Line) -> str:
    at = f"{line.at.astimezone(chat.zone):%H:%M}"
    if line.message is None:
        return f"{at} · *{line.text}*"
    said = f"{at} **{_speaker(chat, line.message)}**{_whom(chat, line.message)}: {_typed(chat, line)}"
    if line.message.deleted:
        return f"{said}  \n*(deleted later)*"
    if line.message.text != line.text:
        said += f"  \n*(in the end:)* {_break_lines(line.message.text)}"
    buttons = line.message.content.buttons if line.message.content and chat.buttons else ()
    return f"{said}  \n{' '.join(f'`{each.emoji} {each.label}`' for each in buttons)}" if buttons else said


def _speaker(chat: Chat, message: Shown) -> str:
    return "glocal" if message.author == BOT else chat.platform.names[message.author]


def _whom(chat: Chat, message: Shown) -> str:
    """Say that only one person sees a message."""
    private = message.private_to or next(
        (user for user, room in chat.platform.direct_rooms.items() if room == message.room), None
    )
    if private is None:
        return ""
    return " 🔒" if private == message.author else f" 🔒 to {chat.platform.names.get(private, private)}"


def _typed(chat: Chat, line: Line) -> str:
    """Return the first text, with the platform's sign for commands, and the same code each time."""
    assert line.message is not None
    text = line.text
    if line.message.author != BOT and text.startswith("!"):
        text = CAPABILITIES[chat.platform.platform].prefix + text[1:]
    return _break_lines(text)


def _break_lines(text: str) -> str:
    return "  \n".join(text.split("\n"))
