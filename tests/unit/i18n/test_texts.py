"""Every text exists in every language with the same arguments, and people's words never act as markup."""

import re
from functools import cache
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import visitor
from fluent.syntax.ast import Junk, Message, VariableReference
from hypothesis import given
from hypothesis import strategies as st

from bots.commands.declaration import Command
from bots.core.richtext import Bold, Code, Mention, Quote, Text, plain
from bots.core.sanitize import strip_controls
from bots.features.registry import FEATURES
from bots.i18n import languages, texts
from bots.routing.router import Router

ROOT = Path(__file__).parents[3]
LOCALES = ROOT / "bots" / "locales"
SOURCES = [*(ROOT / "bots").rglob("*.py")]
DOORS = [*(ROOT / "adapters").rglob("*.py")]
COMMANDS = [command for feature in FEATURES for command, _ in feature.commands if not command.hidden]
ID = re.compile(
    r'(?:\.answer|\.acknowledge|\.post|turn\.text|there\.text|here\.text|\.label|Refusal|CalendarProblem)\(\s*f?"([a-z][a-z0-9-]+)"'
)


class _Placeholders(visitor.Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the name fluent.syntax calls
        self.found.add(node.id.name)


@cache
def placeholders_by_id(locale: str) -> dict[str, frozenset[str]]:
    """Return the placeholders of each text."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted((LOCALES / locale).glob("*.ftl")):
        for entry in FluentResource(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, Junk), f"{file}: {entry.content!r}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{file}: {entry.id.name} occurs twice"
                placeholders = _Placeholders()
                placeholders.visit(entry)
                found[entry.id.name] = frozenset(placeholders.found)
    return found


@pytest.mark.parametrize("locale", [folder.name for folder in sorted(LOCALES.iterdir()) if folder.is_dir()])
def test_every_language_has_the_same_texts(locale: str) -> None:
    """Every language has the same text ids with the same placeholders."""
    assert placeholders_by_id(locale) == placeholders_by_id("en")


def test_every_id_in_the_code_has_a_text() -> None:
    """Every text id that the code names exists."""
    named = {(found, source.name) for source in SOURCES for found in ID.findall(source.read_text(encoding="utf-8"))}
    missing = {
        (found, name) for found, name in named if found not in placeholders_by_id("en") and not found.endswith("-")
    }
    assert len(named) > 100
    assert not missing


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.slug)
def test_every_command_is_explained(command: Command) -> None:
    """Every command has a help line, an example, and a question for each required argument."""
    for locale in languages.codes():
        assert texts.words(locale, f"cmd-{command.slug}")
        assert texts.words(locale, f"example-{command.slug}").startswith(f"!{command.name}")
        for arg in command.args:
            if arg.required:
                text_id = f"ask-{command.slug}-{arg.name.replace('_', '-')}"
                assert texts.words(locale, text_id, {"languages": languages.described()})
            for choice in arg.choices:
                assert texts.words(locale, f"choice-{choice}")


def test_every_text_is_used() -> None:
    """The code uses every text."""
    code = "\n".join(source.read_text(encoding="utf-8") for source in (*SOURCES, *DOORS))
    computed = (
        "cmd-",
        "example-",
        "ask-",
        "arg-",
        "argname-",
        "arglike-",
        "right-",
        "who-",
        "me-relay-",
        "role-",
        "name-",
        "rights-breaks-",
        "menu-",
        "highlight-is-",
        "newcomers-",
        "choice-",
        "setting-",
        "topic-",
        "about-",
        "unit-",
        "filter-",
    )
    stems = ("connector-", "coordinator-", "greeter-", "room-role-", "config-", "onboarding-")
    left = [i for i in placeholders_by_id("en") if f'"{i}"' not in code and not i.startswith((*computed, *stems))]
    allowed = {"addressed"}
    assert [
        i for i in left if i not in allowed and not re.search(rf'f"[^"]*{re.escape(i.rsplit("-", 1)[0])}', code)
    ] == []


def test_command_names_of_features_are_unique() -> None:
    """The router accepts all features together, so no command name occurs twice."""
    assert len(Router(FEATURES).declared_commands) > 20


def test_markup_and_placeholders() -> None:
    """Texts may contain bold, code and quotes, and a placeholder may contain a rich text node."""
    rich = texts.rich(
        "en", "onboarding-greeter-answer", {"greeters": "G", "name": Mention("@z", "Z"), "answer": "*hi*"}
    )
    assert Quote((Text("*hi*"),)) in rich
    assert Mention("@z", "Z") in rich
    assert any(isinstance(node, Bold) for node in texts.rich("en", "digest-title", {"network": "N"}))
    assert Code("boo") in texts.rich("en", "command-unknown-bare", {"given": "boo", "nearest": ()})


@given(st.text(max_size=200))
def test_people_text_is_never_markup(words: str) -> None:
    """A placeholder shows people's words unchanged, without control and bidi characters."""
    rich = texts.rich("fr", "network-joined", {"place": words})
    assert plain(rich) == f"{strip_controls(words)} a rejoint le réseau."


def test_unknown_id_and_missing_argument_raise() -> None:
    """An unknown text id raises KeyError, and a missing argument raises ValueError."""
    with pytest.raises(KeyError):
        texts.rich("en", "no-such-sentence")
    with pytest.raises(ValueError, match="network-joined"):
        texts.rich("en", "network-joined")


def test_command_texts_fit_platform_limits() -> None:
    """Names are one word, and descriptions keep the limits of 100 characters for commands and 45 for arguments."""
    for locale in languages.codes():
        for command in COMMANDS:
            assert len(texts.words(locale, f"cmd-{command.slug}")) <= 100
            words = [*command.name.split(), *([command.alone] if command.alone else [])]
            for word in words:
                assert re.fullmatch(r"[-'\w]{1,32}", texts.words(locale, f"name-{word}"))
            for arg in command.args:
                assert 1 <= len(texts.words(locale, f"arg-{command.slug}-{arg.name.replace('_', '-')}")) <= 45
