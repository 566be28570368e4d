"""Commands, declared once; every platform's form of them comes from here.

A text line is read as words (bots/commands/tokens.py): `name=value` names an argument, the others fill the arguments in
their order; what stands before a list may be a whole line, or a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz

from bots.commands.tokens import Word, entries, split, take_heading, words_of
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Rich, Text, join

Kind = Literal["text", "rest", "words", "choice", "when", "span", "zone", "locale", "person", "number"]
Needs = Literal["community", "network", "owned", "free"]
"""What a room must belong to: a community, a network (its community's does), either, or nothing yet."""

LEAST_ALIKE = 60
"""Of a hundred: how alike a name must be to be offered for one that nobody knows."""


@dataclass(frozen=True, kw_only=True)
class Arg:
    """One argument. `rest` takes the remaining text as it is, `words` the remaining words as a list.

    Texts: `ask-<command>-<arg>` asks for it, `arg-<command>-<arg>` describes it (dashes for spaces and underscores).
    `choice-<choice>` is how a language says one of the `choices`. `person` takes the rest too: a name may have several
    words. `check` (`check_words` for a list) raises Refusal for a value
    that won't do, before anything else is asked. `suggests` names what is offered while somebody types it.
    """

    name: str
    kind: Kind = "text"
    required: bool = True
    choices: tuple[str, ...] = ()
    least: int = 1
    check: Callable[[str], object] | None = None
    check_words: Callable[[tuple[str, ...]], object] | None = None
    suggests: str = ""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command as people type it. `needs`: what the room must belong to, if that matters. `alone`: its name among its
    own subcommands, on platforms where a command that has some can't be given itself.

    Texts: `cmd-<name>` is its one line of help, `example-<name>` shows it in use.
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
        """The name as texts spell it: `poll close` is `poll-close`."""
        return self.name.replace(" ", "-")


@dataclass(frozen=True)
class Args:
    """What was given, by argument name."""

    values: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A required argument. Raises KeyError if the declaration does not require it."""
        value = self.values[name]
        return value if isinstance(value, str) else " ".join(value)

    def maybe(self, name: str) -> str | None:
        """An optional argument."""
        return self.text(name) if name in self.values else None

    def words(self, name: str) -> tuple[str, ...]:
        """A list; empty when it was not given."""
        value = self.values.get(name, ())
        return (value,) if isinstance(value, str) else value


def names_of(commands: Iterable[Command]) -> dict[str, Command]:
    """The commands by their names and aliases."""
    return {name: command for command in commands for name in (command.name, *command.aliases)}


def find(line: str, names: Mapping[str, Command]) -> tuple[Command, str]:
    """The command that a line names (the longest name that fits) and the text behind it.

    Raises Refusal("command-unknown") with the nearest names.
    """
    for size in (2, 1):
        head = line.split(maxsplit=size)[:size]
        name = " ".join(head).lower()
        if len(head) == size and name in names:
            return names[name], line.split(maxsplit=size)[size] if len(line.split(maxsplit=size)) > size else ""
    given = line.split(maxsplit=1)[0] if line.split() else ""
    shown = _nearest(line.lower(), names)
    raise Refusal("command-unknown" if shown else "command-unknown-bare", given=given, nearest=_in_a_row(shown))


def _in_a_row(shown: Sequence[str]) -> Rich:
    """The names as they are typed, with commas between."""
    return join([(Code(f"!{name}"),) for name in shown], (Text(", "),))


def _nearest(line: str, names: Mapping[str, Command]) -> tuple[str, ...]:
    """Up to three names like the first words of a line, the most alike first; of equals the shortest."""
    words = line.split()
    heads = [" ".join(words[:size]) for size in (1, 2)]
    rated = [(max(fuzz.ratio(name, head) for head in heads), name) for name in names if not names[name].hidden]
    near = sorted((pair for pair in rated if pair[0] >= LEAST_ALIKE), key=lambda pair: (-pair[0], len(pair[1])))
    return tuple(dict.fromkeys(names[name].name for _, name in near))[:3]


def read(command: Command, text: str) -> Args:
    """The arguments in `text`, checked; required ones may still be missing (see `missing`).

    Raises Refusal("argument-extra"), or what `check` raises.
    """
    args = parsed(command, text)
    check(command, args)
    return args


def parsed(command: Command, text: str) -> Args:
    """The arguments in `text`, as they were typed. Raises Refusal("argument-extra")."""
    values: dict[str, str | tuple[str, ...]] = {}
    names = {arg.name for arg in command.args}
    words = words_of(text)
    values.update({word.name: word.text for word in words if word.name in names})
    _fill(command, text, [word for word in words if word.name not in names], values)
    return Args(values)


def named(command: Command, options: Mapping[str, str]) -> Args:
    """The arguments that a platform took by name, as they were typed; empty and unknown ones are left out."""
    given = {arg: options[arg.name] for arg in command.args if options.get(arg.name, "").strip()}
    return Args({arg.name: answered(arg, text) if arg.kind == "words" else text.strip() for arg, text in given.items()})


def check(command: Command, args: Args) -> None:
    """Raises what the checks of the arguments raise."""
    for arg in command.args:
        given = args.values.get(arg.name)
        if arg.check is not None and isinstance(given, str):
            arg.check(given)
        if arg.check_words is not None and isinstance(given, tuple):
            arg.check_words(given)


def _fill(command: Command, text: str, loose: list[Word], values: dict[str, str | tuple[str, ...]]) -> None:
    """Give the loose words to the arguments that were not named, in order."""
    for arg, after in zip(command.args, [*command.args[1:], None], strict=False):
        if arg.name in values or not loose:
            continue
        if arg.kind in {"rest", "person"}:
            first = loose[0]
            values[arg.name] = first.said if len(loose) == 1 else text[first.start :].strip()
            return
        if arg.kind == "words":
            values[arg.name] = entries(loose, text)
            return
        if not arg.required and arg.kind in {"when", "span"}:
            continue
        heads = after is not None and after.kind == "words" and after.name not in values
        values[arg.name] = take_heading(loose, text) if heads else loose.pop(0).said
    if loose:
        raise Refusal("argument-extra", command=command.name, given=" ".join(word.said for word in loose))


def missing(command: Command, args: Args) -> Arg | None:
    """The first required argument that is not there, or a list with too few entries."""
    for arg in command.args:
        if arg.required and (arg.name not in args.values or not args.values[arg.name]):
            return arg
        if arg.required and arg.kind == "words" and len(args.words(arg.name)) < arg.least:
            return arg
    return None


def answered(arg: Arg, text: str) -> str | tuple[str, ...]:
    """What somebody typed when asked for `arg`: a list is read by lines, commas or semicolons."""
    if arg.kind != "words":
        return text.strip().strip('"“”«»').strip()
    words, whole = words_of(text), text.strip()
    if any(word.quoted for word in words):
        return entries(words, text)
    return split(whole) or ((whole,) if whole else ())
