"""The declared commands in people's languages: their names, arguments and forms."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bots.commands.declaration import Arg, Args, Command
from bots.core.outbound import Field
from bots.core.refusal import Refusal
from bots.i18n import texts

LANGUAGES = (("en", "English"), ("fr", "français"))
MOST_FIELDS = 5
"""What a form can hold: https://discord.com/developers/docs/components/reference#modal"""


def name(command: Command, locale: str) -> str:
    """A command's name in a language: `poll close` is `sondage clore` in French."""
    return " ".join(texts.words(locale, f"name-{word}") for word in command.name.split())


def localized(commands: Iterable[Command]) -> dict[str, Command]:
    """The commands by their names in every language."""
    shown = [(name(command, locale), command) for command in commands if not command.hidden for locale in texts.LOCALES]
    return {spelled: command for said, command in shown for spelled in (said, unaccented(said))}


def unaccented(said: str) -> str:
    """As it is typed on a keyboard without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", said) if not unicodedata.combining(letter))


def meant(typed: str, prefix: str, words: Iterable[str]) -> str | None:
    """Which of the `words` somebody means, in any of our languages, in capitals or without accents; None when none.

    Texts: `<prefix>-<word>` is how a language says it.
    """
    plain = unaccented(typed.strip().lower()).replace("_", "-")
    for word in words:
        if plain in {word, *(unaccented(texts.words(locale, f"{prefix}-{word}")) for locale in texts.LOCALES)}:
            return word
    return None


def understood(command: Command, args: Args, locale: str) -> Args:
    """The arguments with each choice as it is declared. Raises Refusal("argument-choice") where it is none of them."""
    values = dict(args.values)
    for arg in command.args:
        given = values.get(arg.name)
        if not arg.choices or given is None:
            continue
        choice = meant(str(given), "choice", arg.choices)
        if choice is None:
            offered = tuple(label for _, label in choices(arg, locale))
            raise Refusal("argument-choice", argument=arg.name, name=arg.name, given=str(given), choices=offered)
        values[arg.name] = choice
    return Args(values)


def label(command: Command, arg: Arg, locale: str) -> str:
    """What an argument is, in a few words."""
    return texts.words(locale, f"arg-{command.slug}-{arg.name.replace('_', '-')}")


def fields(command: Command, args: Args, locale: str) -> tuple[Field, ...]:
    """The questions of the form that asks for a command's arguments, with what is known filled in."""
    return tuple(
        Field(
            id=arg.name, label=label(command, arg, locale), value=_text(arg, args), required=arg.required,
            long=arg.kind in {"rest", "words"}, choices=choices(arg, locale),
        )
        for arg in command.args[:MOST_FIELDS]
    )  # fmt: skip


def choices(arg: Arg, locale: str) -> tuple[tuple[str, str], ...]:
    """The (value, label) among which an argument is chosen; none where it is free."""
    if arg.kind == "locale":
        return LANGUAGES
    return tuple((choice, texts.words(locale, f"choice-{choice}")) for choice in arg.choices)


def _text(arg: Arg, args: Args) -> str:
    return ", ".join(args.words(arg.name))
