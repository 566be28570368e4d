"""Declarations of commands. Each platform's form of a command is derived from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bots.commands.folding import fold
from bots.core.permissions import Right

Kind = Literal["text", "rest", "words", "choice", "when", "span", "zone", "locale", "person", "number", "named"]
Needs = Literal["community", "network", "owned", "free"]
"""The owner that a room must have: a community, a network (or a community in one), either of them, or none yet."""

MAX_NAME_LENGTH = 40
"""The longest word of a command's name, in letters. A longer word names nothing."""


@dataclass(frozen=True, kw_only=True)
class Arg:
    """One argument of a command.

    `kind`: `named` is given only by its name (`place=…`, or in a form). `rest` and `person` take the remaining text as
    typed, since a name may have several words; `words` takes the remaining words as a list. `check` (`check_words` for
    a list) raises Refusal for an unsuitable value, before the bot asks for the next argument. `suggests` names the
    suggester for autocompletion. `ignored`: people may type it, but it means nothing. `also`: other names before
    a `=`, each that of an argument ("for" beside "to"). `no_question`: it is text, but no question to the bot.

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
    ignored: bool = False
    also: tuple[str, ...] = ()
    no_question: bool = False


class Reader(Protocol):
    """Reads the arguments of one command out of people's own words."""

    def read_line(self, text: str, locale: str) -> Args:
        """Return the arguments in a typed line, in a room of the language `locale`. Raises Refusal."""

    def read_answer(self, args: Args, arg: Arg, text: str, locale: str) -> Args:
        """Return the arguments with those that somebody typed when asked for `arg`. Raises Refusal."""

    def complete(self, args: Args, locale: str) -> Args:
        """Return the arguments of a form with those that follow from the others. Raises Refusal."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Command:
    """A command, which equals only itself: a feature declares it once.

    `reader` reads the typed arguments instead of `parsing.parse`.
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
    reader: Reader | None = None

    @property
    def slug(self) -> str:
        """The name in text ids: `poll-close` for `poll close`."""
        return self.name.replace(" ", "-")

    @property
    def root(self) -> str:
        """The first word of the name: `poll` for `poll close`."""
        return self.name.partition(" ")[0]


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


def find_declared(line: str, names: Mapping[str, Command]) -> tuple[Command, str] | None:
    """Return the command with the longest name that the line begins with, and the text after the name."""
    for size in (2, 1):
        head, rest = line.split(maxsplit=size)[:size], line.split(maxsplit=size)[size:]
        name = fold(" ".join(word[:MAX_NAME_LENGTH] for word in head))
        if len(head) == size and name in names:
            return names[name], "".join(rest)
    return None
