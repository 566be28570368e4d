"""What people choose among: each language's own word means that choice, and so do words for on and off."""

import pytest

from bots.commands import localization
from bots.commands.declaration import Args, Command
from bots.features.registry import FEATURES
from bots.i18n import languages, texts
from bots.i18n.answers import Answers

COMMANDS = [
    command for feature in FEATURES for command, _ in feature.commands if any(arg.choices for arg in command.args)
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_word_means_its_choice(command: Command) -> None:
    """In Spanish `no` is the word for off: where on can be chosen, it turns off, in whatever language the room is."""
    for arg in command.args:
        for locale in languages.codes() if arg.choices else ():
            words = {label: choice for choice, label in localization.choices(arg, locale)}
            found = {
                label: localization.normalize_choices(command, Args({arg.name: label}), "en").values[arg.name]
                for label in words
            }
            assert found == words, (arg.name, locale)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_words_for_on_and_off_count_in_each_language(command: Command) -> None:
    """Whoever types another word for off, such as `desactivar` or `nein`, turns it off."""
    for arg in command.args:
        if not {"on", "off"} <= set(arg.choices) or {"yes", "no"} & set(arg.choices):
            continue
        for code in languages.codes():
            own = languages.load(code, "answers", Answers)
            for choice, words in (("on", (*own.on, *own.yes)), ("off", (*own.off, *own.no))):
                for word in words:
                    args = localization.normalize_choices(command, Args({arg.name: word}), code)
                    assert args.values[arg.name] == choice, (code, word)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_other_words_for_a_choice_count(command: Command) -> None:
    """What people say instead, such as `newcomers` for `newcomer`, means that choice, and no other one."""
    for arg in command.args:
        for choice in arg.choices:
            text_id = f"choicelike-{choice}"
            for code in languages.codes():
                words = texts.words(code, text_id).split(",") if texts.has(text_id, code) else ()
                assert {word.strip(): localization.find_choice(word, arg) for word in words} == {
                    word.strip(): choice for word in words
                }
