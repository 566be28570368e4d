"""Each language is one complete folder, and the code names no language."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from bots.commands.declaration import Command
from bots.commands.localization import localized_name
from bots.dates import grammar, title_and_place, vocabulary
from bots.features.registry import FEATURES
from bots.i18n import answers, languages, texts
from bots.i18n.answers import without_accents

ROOT = Path(__file__).parents[3]
FOLDERS = sorted(folder for folder in (ROOT / "bots/locales").iterdir() if folder.is_dir())
COMMANDS: list[Command] = [command for feature in FEATURES for command, _ in feature.commands if not command.hidden]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_language_folder_is_complete(folder: Path) -> None:
    """A language folder has the same files as English, with readable data and valid patterns."""
    assert {file.name for file in folder.iterdir()} == {file.name for file in (folder.parent / "en").iterdir()}
    assert folder.name in languages.codes()
    assert languages.language(folder.name).name
    words = vocabulary.vocabulary(folder.name)
    assert grammar.grammar(words)
    assert title_and_place.split_title_and_place("a", (), words)
    days = re.sub(r"\[(.)[^]]*\]", r"\1", words.weekday).split("|")
    assert {next(n for n, start in enumerate(words.weekdays) if re.match(start, day)) for day in days} == set(range(7))
    assert answers.match("ok", "yes")


@pytest.mark.parametrize("name", ["language", "answers", "commands", "inquiries", "newcomers"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_data_files_have_the_same_keys(folder: Path, name: str) -> None:
    """The data files of every language have the keys of the English ones."""
    keys = [tomllib.loads((one / f"{name}.toml").read_text(encoding="utf-8")) for one in (folder, folder.parent / "en")]
    assert keys[0].keys() == keys[1].keys()


def test_default_language_is_first() -> None:
    """The default language is first, and a given locale moves its own language to the front."""
    assert languages.codes()[0] == languages.DEFAULT
    assert languages.in_order("fr-CA")[:2] == ("fr", "en")
    assert {"de", "en", "es", "fr"} <= set(languages.codes())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Deutsch", "de"), ("german", "de"), ("allemand", "de"), ("de-AT", "de"), ("Español", "es"), ("es_MX", "es"),
        ("castellano", "es"), ("français", "fr"), ("EN", "en"), ("en_GB", "en"), ("anglais", "en"), ("klingon", None),
        ("", None), ("en français", "fr"), ("French, please", "fr"), ("auf Deutsch", "de"), ("in english, yes", "en"),
        ("French or English", None), ("Lyon I think", None),
    ],
)  # fmt: skip
def test_language_is_found_by_its_names(typed: str, code: str | None) -> None:
    """A language is found by its code, by its own name and by its names in other languages."""
    assert languages.named(typed) == code


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("yes", "yes"), ("Okay!", "yes"), ("maybe", "maybe"), ("nope", "no"),
        ("Oui.", "yes"), ("d’accord", "yes"), ("Peut-être", "maybe"), ("peut etre", "maybe"), ("Non", "no"),
        ("Ja!", "yes"), ("klar", "yes"), ("Vielleicht", "maybe"), ("Nein", "no"), ("nö", "no"), ("no", "no"),
        ("Sí", "yes"), ("si", "yes"), ("¡vale!", "yes"), ("Quizás", "maybe"), ("tal vez", "maybe"),
        ("abbrechen", "cancel"), ("Cancelar", "cancel"), ("annuler", "cancel"), ("stop", "cancel"),
        ("potluck", None), ("", None),
    ],
)  # fmt: skip
def test_answers_in_every_language(typed: str, answer: str | None) -> None:
    """Answers match in every language and case, with or without accents and punctuation."""
    assert answers.match(typed, "yes", "maybe", "no", "cancel") == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("on", "on"), ("an", "on"), ("activado", "on"), ("allumé", "on"), ("off", "off"), ("aus", "off"),
        ("keine", None), ("Apagado", "off"), ("éteint", "off"),
    ],
)  # fmt: skip
def test_on_and_off_in_every_language(typed: str, answer: str | None) -> None:
    """Words for on and off match in every language."""
    assert answers.match(typed, "on", "off") == answer


@pytest.mark.parametrize("typed", ["none", "aucune", "keine", "ninguno", "nichts"])
def test_none_in_every_language(typed: str) -> None:
    """The word that empties a setting matches in every language."""
    assert answers.match(typed, "none") == "none"


@pytest.mark.parametrize("kinds", [("yes", "maybe", "no", "cancel"), ("on", "off", "yes", "no")], ids=" ".join)
def test_answer_words_are_unambiguous(kinds: tuple[str, ...]) -> None:
    """No word means two different answers in any two languages."""
    opposite = {"on": "yes", "off": "no"} if "on" in kinds else {}
    assert not ambiguous_words((word, opposite.get(kind, kind)) for kind in kinds for word in answer_words(kind))


def answer_words(kind: str) -> list[str]:
    """Return the words of one kind of answer, without accents, in every language."""
    files = (languages.load(code, "answers", answers.Answers) for code in languages.codes())
    return [without_accents(word) for one in files for word in getattr(one, kind)]


def test_command_names_are_unambiguous() -> None:
    """No word names two commands in any two languages."""
    localized = ((localized_name(command, code), command.name) for command in COMMANDS for code in languages.codes())
    declared = ((name, command.name) for command in COMMANDS for name in (command.name, *command.aliases))
    assert not ambiguous_words((without_accents(name), command) for name, command in (*localized, *declared))


def test_choice_names_are_unambiguous() -> None:
    """No word names two choices of one argument in any two languages."""
    for arg in {arg for command in COMMANDS for arg in command.args if arg.choices}:
        assert not ambiguous_words(
            (without_accents(texts.words(code, f"choice-{choice}")), choice)
            for choice in arg.choices
            for code in languages.codes()
        )


def ambiguous_words(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the words that have several meanings."""
    meanings = defaultdict(set)
    for word, meaning in pairs:
        meanings[word].add(meaning)
    return {word: found for word, found in meanings.items() if len(found) > 1}


def test_no_code_lists_languages() -> None:
    """No tuple, list, set or dictionary in the code contains the codes of two languages."""
    for source in [*(ROOT / "bots").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
                parts = node.keys if isinstance(node, ast.Dict) else node.elts
                found = {part.value for part in parts if isinstance(part, ast.Constant)} & set(languages.codes())
                assert len(found) < 2, f"{source}:{node.lineno}: {found}"
