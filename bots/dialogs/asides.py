"""What somebody says while a question of ours waits, and that is no answer: a question to the bot, an absence."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands import localization, lookup
from bots.commands.declaration import Arg, Command
from bots.core.inbound import MessagePosted
from bots.core.refusal import Refusal
from bots.core.sanitize import without_mentions
from bots.dates.absence import is_absence
from bots.i18n import answers, inquiries

_NO_TEXT = frozenset({"number", "when", "choice", "span", "zone", "locale"})
"""The kinds of arguments whose values nobody would say as a sentence."""
_SENTENCE = 6
"""Words from which on something is a sentence."""
_LONGEST = 120
_SIGNS = ".,;:!?…\"'“”„«»()"


def is_aside(message: MessagePosted, arg: Arg, commands: Mapping[str, Command]) -> bool:
    """Return whether a message is plainly something else than a value of the argument we asked for."""
    if arg.kind not in _NO_TEXT and not arg.no_question:
        return False
    if is_absence(message.text) or (arg.kind == "choice" and not _is_to_us(message) and _is_talk(message.text, arg)):
        return True
    return is_question(message) or (_is_to_us(message) and _is_command(without_mentions(message.text), commands))


def _is_talk(text: str, arg: Arg) -> bool:
    """Return whether words are a sentence to the others in the room, without a word for any of the choices."""
    words = [word.strip(_SIGNS) for word in text[:_LONGEST].split()]
    phrases = (" ".join(words[start : start + size]) for size in (1, 2, 3) for start in range(len(words)))
    return len(words) >= _SENTENCE and not any(localization.find_choice(phrase, arg) for phrase in phrases if phrase)


def is_question(message: MessagePosted) -> bool:
    """Return whether a message asks the bot about events or polls or for help, or greets it: never a yes or a no."""
    said = without_mentions(message.text)
    return _is_to_us(message) and bool(inquiries.read(said) or answers.match(said, "help", "hello", "thanks"))


def _is_to_us(message: MessagePosted) -> bool:
    return message.direct or message.addressed


def _is_command(said: str, commands: Mapping[str, Command]) -> bool:
    """Return whether words are a command of two words without its sign. "Poll 2" may be an answer."""
    try:
        command, _ = lookup.find_command(said.lstrip("!/"), commands)
    except Refusal:
        return False
    return " " in command.name
