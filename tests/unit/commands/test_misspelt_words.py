"""Every argument's name and every choice, misspelt in each language: the answer names the right word."""

from collections.abc import Iterator

import pytest

from bots.commands import argument_names, localization, parsing
from bots.commands.declaration import Arg, Args, Command
from bots.commands.folding import fold
from bots.core.refusal import Refusal
from bots.features.registry import FEATURES
from bots.i18n import languages

COMMANDS = [command for feature in FEATURES for command, _ in feature.commands if command.args and not command.hidden]


def slips(word: str) -> Iterator[str]:
    """Yield a word with a letter left out, one doubled, and two swapped, where that leaves two letters at least."""
    middle = len(word) // 2
    for slip in (
        word[:middle] + word[middle + 1 :],
        word[:middle] + word[middle] + word[middle:],
        word[: middle - 1] + word[middle : middle + 1] + word[middle - 1 : middle] + word[middle + 1 :],
    ):
        if len(slip) > 1 and slip != word:
            yield slip


def names_of(command: Command) -> set[str]:
    """Return the names of a command's arguments in all languages."""
    return {fold(argument_names.shown_name(arg, locale)) for arg in command.args for locale in languages.codes()}


def read(command: Command, text: str, locale: str) -> Args | Refusal:
    try:
        return localization.normalize_choices(command, parsing.parse(command, text, locale), locale)
    except Refusal as refusal:
        return refusal


def misspelt_names(command: Command, arg: Arg) -> Iterator[tuple[str, str, str]]:
    known = names_of(command) | {fold(one.name) for one in command.args}
    for locale in languages.codes():
        right = argument_names.shown_name(arg, locale)
        yield from ((locale, right, slip) for slip in slips(right) if fold(slip) not in known)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_misspelt_name_is_answered_with_the_right_one(command: Command) -> None:
    """Whoever misspells the name of an argument is told the right one; it is never taken for people's own words."""
    for arg in command.args:
        for locale, right, slip in misspelt_names(command, arg):
            found = read(command, f"{slip}=xyz", locale)
            assert isinstance(found, Refusal), (locale, slip, found)
            assert found.text_id == "argument-name", (locale, slip, found)
            assert found.text_args["right"] == f"{right}=xyz", (locale, slip)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_name_without_its_accents_or_in_another_language_counts(command: Command) -> None:
    """The name of an argument is understood in every language, in every room, with and without accents."""
    for arg in command.args:
        for locale in languages.codes():
            name = argument_names.shown_name(arg, locale)
            for typed in (name, fold(name), name.upper()):
                assert argument_names.find_name(command.args, typed) is not None, (locale, typed)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_misspelt_choice_is_answered_with_all_that_there_are(command: Command) -> None:
    """Whoever misspells a choice reads those that there are; one without its accents or of another language counts."""
    for arg in command.args:
        words = {
            (locale, label): choice
            for locale in languages.codes() if arg.choices
            for choice, label in localization.choices(arg, locale)
        }  # fmt: skip
        for (locale, label), choice in words.items():
            assert localization.find_choice(fold(label), arg) == choice, (locale, label)
            for slip in slips(label):
                if localization.find_choice(slip, arg) is not None:
                    continue
                with pytest.raises(Refusal) as refused:
                    localization.normalize_choices(command, Args({arg.name: slip}), locale)
                listed = refused.value.text_args["choices"]
                assert isinstance(listed, tuple) and label in listed, (locale, slip)
