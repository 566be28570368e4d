"""Declarations of commands. Each platform's form of a command is derived from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz

from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Text, join

Kind = Literal["text", "rest", "words", "choice", "when", "span", "zone", "locale", "person", "number", "named"]
Needs = Literal["community", "network", "owned", "free"]
"""The owner that a room must have: a community, a network (or a community in one), either of them, or none yet."""

MIN_SIMILARITY = 60
"""Out of a hundred: less similar names are not suggested for an unknown command."""


@dataclass(frozen=True, kw_only=True)
class Arg:
    """One argument of a command.

    `kind`: `named` is given only by its name (`place=…`, or in a form). `rest` and `person` take the remaining text as
    typed, since a name may have several words; `words` takes the remaining words as a list. `check` (`check_words` for
    a list) raises Refusal for an unsuitable value, before the bot asks for the next argument. `suggests` names the
    suggester for autocompletion.

    Texts: `ask-<command>-<arg>` asks for it, `arg-<command>-<arg>` describes it (with dashes for spaces and
    underscores), `choice-<choice>` names one of the `choices`.
    """

    name: str
    kind: Kind = "text"
    required: bool = True
    choices: tuple[str, ...] = ()
    min_entries: int = 1
    check: Callable[[str], object] | None = None
    check_words: Callable[[tuple[str, ...]], object] | None = None
    suggests: str = ""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command.

    `needs`: the owner that the room must have, if that matters. `alone`: its name as a subcommand of itself, on
    platforms where a command with subcommands cannot be invoked.

    Texts: `cmd-<name>` is its line of help, `example-<name>` shows how to use it.
    """

    name: str
    args: tuple[Arg, ...] = ()
    right: Right = Right.ANYONE
    aliases: tuple[str, ...] = ()
    needs: Needs | None = "community"
    hidden: bool = False
    alone: str = ""

    @property
    def slug(self) -> str:
        """The name in text ids: `poll-close` for `poll close`."""
        return self.name.replace(" ", "-")


@dataclass(frozen=True)
class Args:
    """The values of a command's arguments, by name."""

    values: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a required argument. Raises KeyError when it is missing."""
        value = self.values[name]
        return value if isinstance(value, str) else " ".join(value)

    def optional_text(self, name: str) -> str | None:
        """Return an optional argument, or None when it is missing."""
        return self.text(name) if name in self.values else None

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list; it is empty when the argument is missing."""
        value = self.values.get(name, ())
        return (value,) if isinstance(value, str) else value


def index_by_name(commands: Iterable[Command]) -> dict[str, Command]:
    """Return the commands by their names and aliases."""
    return {name: command for command in commands for name in (command.name, *command.aliases)}


def find_command(line: str, names: Mapping[str, Command]) -> tuple[Command, str]:
    """Return the command with the longest name that the line begins with, and the text behind the name.

    Raises Refusal("command-unknown") with the most similar names.
    """
    for size in (2, 1):
        head, rest = line.split(maxsplit=size)[:size], line.split(maxsplit=size)[size:]
        name = " ".join(head).lower()
        if len(head) == size and name in names:
            return names[name], "".join(rest)
    given = line.split(maxsplit=1)[0] if line.split() else ""
    nearest = join([(Code(f"!{name}"),) for name in _nearest(line.lower(), names)], (Text(", "),))
    raise Refusal("command-unknown" if nearest else "command-unknown-bare", given=given, nearest=nearest)


def _nearest(line: str, names: Mapping[str, Command]) -> tuple[str, ...]:
    """Return up to three names that resemble the first words of a line: the most similar first, then the shortest."""
    words = line.split()
    heads = [" ".join(words[:size]) for size in (1, 2)]
    rated = [(max(fuzz.ratio(name, head) for head in heads), name) for name in names if not names[name].hidden]
    near = sorted((pair for pair in rated if pair[0] >= MIN_SIMILARITY), key=lambda pair: (-pair[0], len(pair[1])))
    return tuple(dict.fromkeys(names[name].name for _, name in near))[:3]
