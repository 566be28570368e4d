"""Parsing of a command's arguments.

`name=value` sets the argument of that name (bots/commands/named_values.py). The rest is split into words
(bots/commands/tokens.py), which fill the arguments in their order. The argument before a list may be a whole line, or a
question. A command with a reader of its own is read by that.
"""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands import synonyms
from bots.commands.declaration import Arg, Args, Command
from bots.commands.localization import find_choice
from bots.commands.named_values import take_named
from bots.commands.quotes import MARKS, find_quotations
from bots.commands.tokens import Word, parse_list, pop_heading, split_list, tokenize
from bots.core.refusal import Refusal
from bots.i18n import answers
from bots.i18n.languages import DEFAULT


def parse_and_check(command: Command, text: str, locale: str = DEFAULT) -> Args:
    """Parse and check the arguments in `text`. Required ones may be missing (see `first_missing`).

    Raises what `parse` and `check` raise.
    """
    args = parse(command, text, locale)
    check(command, args)
    return args


def parse(command: Command, text: str, locale: str = DEFAULT) -> Args:
    """Parse the arguments in `text`, without checking them.

    Raises Refusal("argument-extra" | "argument-name"); the latter names an argument in the language `locale`.
    """
    if command.reader is not None:
        return command.reader.read_line(text, locale)
    named = take_named(command.args, text, locale)
    rest = _choice_first(command, named.rest)
    values: dict[str, str | tuple[str, ...]] = {
        arg.name: parse_answer(arg, named.values[arg.name]) for arg in command.args if arg.name in named.values
    }
    _fill(command, rest, tokenize(rest), values)
    return Args(values)


def _choice_first(command: Command, text: str) -> str:
    """Return the words with a choice behind a name put before that: `network take Lyon nothing`."""
    first, *others = command.args or (None,)
    words = text.split()
    if first is None or first.kind != "choice" or not others or others[0].kind == "choice" or len(words) == 1:
        return text
    behind = words and find_choice(words[0], first) is None and find_choice(words[-1], first) is not None
    return " ".join((words[-1], *words[:-1])) if behind else text


def parse_options(command: Command, options: Mapping[str, str]) -> Args:
    """Parse the arguments that a platform passed by name. Leave out empty and unknown ones."""
    given = {arg: options[arg.name] for arg in command.args if options.get(arg.name, "").strip()}
    return Args(
        {arg.name: parse_answer(arg, text) if arg.kind == "words" else text.strip() for arg, text in given.items()}
    )


def check(command: Command, args: Args) -> None:
    """Run the checks of the arguments. Raises what they raise."""
    for arg in command.args:
        given = args.values.get(arg.name)
        if arg.check is not None and isinstance(given, str):
            arg.check(given)
        if arg.check_words is not None and isinstance(given, tuple):
            arg.check_words(given)


def _fill(command: Command, text: str, unnamed: list[Word], values: dict[str, str | tuple[str, ...]]) -> None:
    """Assign the unnamed words, in order, to the arguments that have no value yet."""
    switched = False
    for arg, after in zip(command.args, [*command.args[1:], None], strict=False):
        if arg.name in values or not unnamed:
            continue
        if switched and not arg.required and arg.kind == "rest" and all(map(_is_polite, unnamed)):
            return  # "relay on please"
        switched = arg.kind == "choice"
        if arg.kind in {"rest", "person"} or _is_title(arg, command, unnamed[0]):
            first = unnamed[0]
            values[arg.name] = first.value if len(unnamed) == 1 else text[first.start :].strip()
            return
        if arg.kind == "words":
            values[arg.name] = parse_list(unnamed, text)
            return
        if not arg.required and (arg.kind in {"when", "span", "named"} or _is_elsewhere(arg, command, unnamed[0])):
            continue
        before_list = after is not None and after.kind == "words" and after.name not in values
        values[arg.name] = pop_heading(unnamed, text) if before_list else unnamed.pop(0).value
    if not all(_is_polite(word) for word in unnamed):
        raise Refusal("argument-extra", command=command.name, given=" ".join(word.value for word in unnamed))


def _is_polite(word: Word) -> bool:
    """Return whether a word behind the arguments means nothing: "please"."""
    return synonyms.is_small(word.value) and answers.match(word.value, "yes", "no") is None


def _is_elsewhere(arg: Arg, command: Command, word: Word) -> bool:
    """Return whether an optional number is left out: the word is not a number and can begin the rest."""
    if arg.kind != "number" or word.value.lstrip("#").isdecimal():
        return False
    return any(other.kind == "rest" for other in command.args)


def _is_title(arg: Arg, command: Command, word: Word) -> bool:
    """Return whether all words name the one thing that a command is about: `event show the potluck`."""
    return arg.kind == "number" and len(command.args) == 1 and not word.value.lstrip("#").isdecimal()


def first_missing(command: Command, args: Args) -> Arg | None:
    """Return the first required argument that is missing, or that is a list with too few entries."""
    for arg in command.args:
        if arg.required and (arg.name not in args.values or not args.values[arg.name]):
            return arg
        if arg.required and arg.kind == "words" and len(args.words(arg.name)) < arg.min_entries:
            return arg
    return None


def add_answer(command: Command, args: Args, arg: Arg, text: str, locale: str) -> Args:
    """Return the arguments with what somebody typed when asked for `arg`. Raises what a reader raises."""
    if command.reader is not None:
        return command.reader.read_answer(args, arg, text, locale)
    return Args({**args.values, arg.name: parse_answer(arg, text)})


def parse_answer(arg: Arg, text: str) -> str | tuple[str, ...]:
    """Parse what somebody typed when asked for `arg`: a list may have lines, commas or semicolons."""
    entry = text.strip()
    if arg.kind != "words":
        quoted = find_quotations(entry)
        whole = len(quoted) == 1 and (quoted[0].start, quoted[0].end) == (0, len(entry))
        return quoted[0].text.strip() if whole else entry if quoted else entry.strip(MARKS).strip()
    words = tokenize(text)
    if any(word.quoted for word in words):
        return parse_list(words, text)
    return split_list(entry) or ((entry,) if entry else ())
