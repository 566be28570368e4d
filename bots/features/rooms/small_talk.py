"""What people say to the bot without a command: `help`, a greeting, thanks, a command without its sign, or anything."""

from __future__ import annotations

from bots.commands import lookup
from bots.core.inbound import MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code
from bots.core.sanitize import display_name, one_line, without_mentions
from bots.features.rooms import help as help_command
from bots.i18n import answers
from bots.turn import home
from bots.turn.turn import Turn

MAX_WORDS = 12
"""The most words of a greeting or a request for help in a room. A longer message that mentions the bot is about it."""
MAX_COMMAND_LENGTH = 80


async def answer(message: MessagePosted, turn: Turn) -> None:
    """Answer a message to the bot that no other handler answered: each in private, and mentions of it in rooms."""
    if turn.room_context.room is None or turn.effects.sent or not (message.direct or message.addressed):
        return
    said = without_mentions(message.text)
    if not message.direct and len(said.split()) > MAX_WORDS:
        return
    kinds = ("help", "hello", "thanks")
    kind = answers.match(said, *kinds) or (None if message.direct else answers.find_in(said, *kinds))
    if kind == "help":
        turn.answer_content(Content(text=await help_command.overview(turn)))
    elif kind == "thanks":
        turn.answer("addressed-thanks")
    elif kind == "hello" or not said.split():
        turn.answer("addressed-hello", name=display_name(message.person.name))
    else:
        await _hint(message, said, turn)


async def _hint(message: MessagePosted, said: str, turn: Turn) -> None:
    """Show the command that the words are, or say once an hour what one may ask."""
    line = one_line(said)
    if len(line) <= MAX_COMMAND_LENGTH and _is_command(line, turn):
        turn.answer("addressed-command", line=Code(f"!{line.lstrip('!/')}"))
        return
    key = f"hint:{turn.room.id}:{message.person.user}:{turn.now:%Y%m%d%H}"
    text_id = "private-hint" if await home.of_speaker(message, turn) is None else "addressed-hint"
    turn.answer_content(Content(text=turn.answer_text(text_id)), key=key)


def _is_command(line: str, turn: Turn) -> bool:
    try:
        command, _ = lookup.find_command(line.lstrip("!/"), turn.commands_by_name)
    except Refusal:
        return False
    return not command.hidden
