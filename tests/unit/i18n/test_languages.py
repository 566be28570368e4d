"""A language is one folder: complete, found by itself, and named nowhere in the code."""

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
def test_every_folder_is_complete(folder: Path) -> None:
    """It has the files of English, so it is a language; its data can be read and its patterns are right."""
    assert {file.name for file in folder.iterdir()} == {file.name for file in (folder.parent / "en").iterdir()}
    assert folder.name in languages.codes()
    assert languages.language(folder.name).name
    words = vocabulary.vocabulary(folder.name)
    assert grammar.grammar(words)
    assert title_and_place.split_title_and_place("a", (), words)
    days = re.sub(r"\[(.)[^]]*\]", r"\1", words.weekday).split("|")
    assert {next(n for n, start in enumerate(words.weekdays) if re.match(start, day)) for day in days} == set(range(7))
    assert answers.match("ok", "yes")


@pytest.mark.parametrize("name", ["language", "answers"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_data_files_have_the_same_keys(folder: Path, name: str) -> None:
    """As English has them. What may be left out of `dates.toml` is said in its class."""
    keys = [tomllib.loads((one / f"{name}.toml").read_text(encoding="utf-8")) for one in (folder, folder.parent / "en")]
    assert keys[0].keys() == keys[1].keys()


def test_the_default_is_first() -> None:
    """And the others follow by their codes."""
    assert languages.codes()[0] == languages.DEFAULT
    assert languages.in_order("fr-CA")[:2] == ("fr", "en")
    assert {"de", "en", "es", "fr"} <= set(languages.codes())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Deutsch", "de"), ("german", "de"), ("allemand", "de"), ("de-AT", "de"), ("Español", "es"), ("es_MX", "es"),
        ("castellano", "es"), ("français", "fr"), ("EN", "en"), ("en_GB", "en"), ("anglais", "en"), ("klingon", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_language_by_its_names(typed: str, code: str | None) -> None:
    """By its code, its own name and what others call it."""
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
    """In any case, with or without accents and marks."""
    assert answers.match(typed, "yes", "maybe", "no", "cancel") == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("on", "on"), ("an", "on"), ("activado", "on"), ("allumé", "on"), ("off", "off"), ("aus", "off"),
        ("keine", None), ("Apagado", "off"), ("éteint", "off"),
    ],
)  # fmt: skip
def test_switches_in_every_language(typed: str, answer: str | None) -> None:
    """For settings."""
    assert answers.match(typed, "on", "off") == answer


@pytest.mark.parametrize("typed", ["none", "aucune", "keine", "ninguno", "nichts"])
def test_nothing_in_every_language(typed: str) -> None:
    """It empties a setting."""
    assert answers.match(typed, "none") == "none"


@pytest.mark.parametrize("kinds", [("yes", "maybe", "no", "cancel"), ("on", "off", "yes", "no")], ids=" ".join)
def test_an_answer_means_one_thing(kinds: tuple[str, ...]) -> None:
    """In all languages together: "on" is no French "off"."""
    opposite = {"on": "yes", "off": "no"} if "on" in kinds else {}
    assert not clashes((word, opposite.get(kind, kind)) for kind in kinds for word in words_of(kind))


def words_of(kind: str) -> list[str]:
    """The words of one kind of answer, in every language."""
    files = (languages.load(code, "answers", answers.Answers) for code in languages.codes())
    return [without_accents(word) for one in files for word in getattr(one, kind)]


def test_a_word_names_one_command() -> None:
    """In all languages together."""
    localized = ((localized_name(command, code), command.name) for command in COMMANDS for code in languages.codes())
    declared = ((name, command.name) for command in COMMANDS for name in (command.name, *command.aliases))
    assert not clashes((without_accents(name), command) for name, command in (*localized, *declared))


def test_a_word_names_one_choice() -> None:
    """Of the same argument, in all languages together."""
    for arg in {arg for command in COMMANDS for arg in command.args if arg.choices}:
        assert not clashes(
            (without_accents(texts.words(code, f"choice-{choice}")), choice)
            for choice in arg.choices
            for code in languages.codes()
        )


def clashes(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The words that mean several things."""
    meanings = defaultdict(set)
    for word, meaning in pairs:
        meanings[word].add(meaning)
    return {word: found for word, found in meanings.items() if len(found) > 1}


def test_no_code_lists_languages() -> None:
    """No tuple, list, set or dictionary in the code holds the codes of two languages."""
    for source in [*(ROOT / "bots").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
                parts = node.keys if isinstance(node, ast.Dict) else node.elts
                found = {part.value for part in parts if isinstance(part, ast.Constant)} & set(languages.codes())
                assert len(found) < 2, f"{source}:{node.lineno}: {found}"
