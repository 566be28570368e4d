"""The names of commands, arguments and choices in people's languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bots.commands.declaration import Arg, Args, Command
from bots.commands.folding import fold, foldings
from bots.core.outbound import Field
from bots.core.refusal import Refusal
from bots.i18n import answers, languages, texts

_ASCII_NAME = re.compile(r"[a-z0-9 ]+")
MAX_CHOICE_LENGTH = 100
"""The longest text that can be a choice."""
NAMED_KINDS = frozenset({"when", "span", "named"})
"""The kinds of optional arguments that are only given by name."""
MAX_FORM_FIELDS = 5
"""What a form can hold: https://discord.com/developers/docs/components/reference#modal"""


def localized_name(command: Command, locale: str) -> str:
    """Return a command's name in a language: `poll close` is `sondage clore` in French."""
    return " ".join(texts.words(locale, name_id(command.name, at)) for at in range(len(command.name.split())))


def name_id(name: str, at: int) -> str:
    """Return the id of the text that names a word of a command. A verb may have one of its own: `name-event-cancel`."""
    words = name.split()
    own = f"name-{'-'.join(words)}"
    return own if at == len(words) - 1 > 0 and texts.has(own) else f"name-{words[at]}"


def ascii_name(command: Command, locale: str) -> str:
    """Return a command's name in a language, with ASCII letters only: `evenement`, `pruefen`.

    Some platforms allow no other letters. A name that cannot be written so stays English.
    """
    letters = str.maketrans(dict(languages.language(languages.supported(locale)).ascii))
    name = answers.without_accents(localized_name(command, locale).lower().translate(letters))
    return name if _ASCII_NAME.fullmatch(name) else command.name


def index_by_localized_name(commands: Iterable[Command]) -> dict[str, Command]:
    """Return the commands by their names in every language, as one compares words (bots/commands/folding.py)."""
    index: dict[str, Command] = {}
    for command in commands:
        for locale in () if command.hidden else languages.codes():
            name = localized_name(command, locale)
            index |= dict.fromkeys((name, *foldings(name), ascii_name(command, locale)), command)
    return index


def match_choice(typed: str, prefix: str, words: Iterable[str]) -> str | None:
    """Return the one of `words` that somebody typed, in any language and case, with or without accents; else None.

    The text `<prefix>-<word>` is how a language says a word.
    """
    plain = fold(typed[:MAX_CHOICE_LENGTH]).replace("_", "-")
    for word in words:
        labels = (texts.words(locale, f"{prefix}-{word}") for locale in languages.codes())
        if plain == word or any(plain in foldings(label) for label in labels):
            return word
    return None


def normalize_choices(command: Command, args: Args, locale: str) -> Args:
    """Return the arguments with each choice as it is declared. Raises Refusal("argument-choice") for an unknown one."""
    values = dict(args.values)
    for arg in command.args:
        given = values.get(arg.name)
        if not arg.choices or given is None:
            continue
        choice = find_choice(str(given), arg)
        if choice is None:
            labels = tuple(label for _, label in choices(arg, locale))
            raise Refusal("argument-choice", argument=arg.name, name=arg.name, given=str(given), choices=labels)
        values[arg.name] = choice
    return Args(values)


def find_choice(typed: str, arg: Arg) -> str | None:
    """Return the choice of an argument that somebody typed, also as an answer such as `enable`; None for no choice.

    The text `choicelike-<choice>` holds other words for one, between commas ("newcomers, welcome").
    """
    return find_named_choice(typed, arg) or _answered(typed, arg.choices)


def find_named_choice(typed: str, arg: Arg) -> str | None:
    """Return the choice of an argument that somebody typed by one of its own names: `yes`, not `on`."""
    return match_choice(typed, "choice", arg.choices) or match_like(typed, arg.choices)


def match_like(typed: str, words: Iterable[str]) -> str | None:
    """Return the one of `words` for which somebody typed another word (`choicelike-<choice>`); else None."""
    plain = fold(typed[:MAX_CHOICE_LENGTH])
    for word in words:
        text_id = f"choicelike-{word}"
        told = [texts.words(code, text_id).split(",") for code in languages.codes() if texts.has(text_id, code)]
        if any(plain in foldings(one) for likes in told for one in likes):
            return word
    return None


def _answered(typed: str, words: Iterable[str]) -> str | None:
    """Return the one of `words` that an answer means: `enable` and `yes` are `on`, where that can be chosen."""
    said = answers.match(typed[:MAX_CHOICE_LENGTH], "on", "off", "yes", "no")
    same = {"on": "yes", "yes": "on", "off": "no", "no": "off"}
    return next((word for word in words if said is not None and word in {said, same[said]}), None)


def describe_argument(command: Command, arg: Arg, locale: str) -> str:
    """Return what an argument is, in a few words."""
    return texts.words(locale, f"arg-{command.slug}-{arg.name.replace('_', '-')}")


def usage(command: Command, locale: str) -> str:
    """Return a command with its arguments: `!event move NUMBER WHEN`, those in brackets may be left out."""
    return " ".join((f"!{command.name}", *(_placeholder(arg, locale) for arg in command.args if not arg.ignored)))


def _placeholder(arg: Arg, locale: str) -> str:
    """Return how the usage shows an argument: by its name or its choices, in brackets if it is optional."""
    name = texts.words(locale, f"argname-{arg.name.replace('_', '-')}")
    if not arg.required and arg.kind in NAMED_KINDS:
        return f"[{name}=…]"
    shown = "|".join(label for _, label in choices(arg, locale)) if arg.choices else name.upper()
    return shown if arg.required else f"[{shown}]"


def form_fields(command: Command, args: Args, locale: str, *, only: Sequence[Arg] = ()) -> tuple[Field, ...]:
    """Return the fields of the form that asks for a command's arguments, filled with those already given.

    `only`: for these arguments, instead of the first ones.
    """
    return tuple(
        Field(
            id=arg.name, label=describe_argument(command, arg, locale), value=_as_list(args.words(arg.name)),
            required=arg.required, long=arg.kind in {"rest", "words"}, choices=choices(arg, locale),
        )
        for arg in (only or command.args)[:MAX_FORM_FIELDS]
    )  # fmt: skip


def _as_list(entries: Sequence[str]) -> str:
    """Return the entries of a list as somebody would type them: on lines if one of them has a separator."""
    return ("\n" if any("," in entry or ";" in entry for entry in entries) else ", ").join(entries)


def choices(arg: Arg, locale: str) -> tuple[tuple[str, str], ...]:
    """Return the (value, label) pairs among which an argument is chosen; none where it is free."""
    if arg.kind == "locale":
        return languages.labels()
    return tuple((choice, texts.words(locale, f"choice-{choice}")) for choice in arg.choices)
