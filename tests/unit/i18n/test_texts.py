"""Every sentence exists in every language, with the same holes; people's words stay data."""

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


class _Holes(visitor.Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the name fluent.syntax calls
        self.found.add(node.id.name)


@cache
def messages(locale: str) -> dict[str, frozenset[str]]:
    """Each sentence's id with the names of its holes."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted((LOCALES / locale).glob("*.ftl")):
        for entry in FluentResource(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, Junk), f"{file}: {entry.content!r}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{file}: {entry.id.name} stands twice"
                holes = _Holes()
                holes.visit(entry)
                found[entry.id.name] = frozenset(holes.found)
    return found


@pytest.mark.parametrize("locale", [folder.name for folder in sorted(LOCALES.iterdir()) if folder.is_dir()])
def test_every_language_says_the_same(locale: str) -> None:
    """The same ids, with the same arguments."""
    assert messages(locale) == messages("en")


def test_every_id_in_the_code_has_a_sentence() -> None:
    """What handlers and rules name by a literal exists."""
    named = {(found, source.name) for source in SOURCES for found in ID.findall(source.read_text(encoding="utf-8"))}
    missing = {(found, name) for found, name in named if found not in messages("en") and not found.endswith("-")}
    assert len(named) > 100
    assert not missing


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.slug)
def test_every_command_is_explained(command: Command) -> None:
    """One line of help, an example that begins with the command, and a question for each required argument."""
    for locale in languages.codes():
        assert texts.words(locale, f"cmd-{command.slug}")
        assert texts.words(locale, f"example-{command.slug}").startswith(f"!{command.name}")
        for arg in command.args:
            if arg.required:
                text_id = f"ask-{command.slug}-{arg.name.replace('_', '-')}"
                assert texts.words(locale, text_id, {"languages": languages.described()})
            for choice in arg.choices:
                assert texts.words(locale, f"choice-{choice}")


def test_no_sentence_is_left_over() -> None:
    """A sentence that no code names is dead weight."""
    code = "\n".join(source.read_text(encoding="utf-8") for source in (*SOURCES, *DOORS))
    computed = (
        "cmd-",
        "example-",
        "ask-",
        "arg-",
        "argname-",
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
    )
    stems = ("connector-", "greeter-", "room-role-", "config-", "onboarding-")
    left = [i for i in messages("en") if f'"{i}"' not in code and not i.startswith((*computed, *stems))]
    allowed = {"addressed"}
    assert [
        i for i in left if i not in allowed and not re.search(rf'f"[^"]*{re.escape(i.rsplit("-", 1)[0])}', code)
    ] == []


def test_features_claim_no_name_twice() -> None:
    """The router takes all features together."""
    assert len(Router(FEATURES).declared_commands) > 20


def test_markup_and_holes() -> None:
    """Bold, code and quotes are ours; a hole keeps its node."""
    rich = texts.rich(
        "en", "onboarding-greeter-answer", {"greeters": "G", "name": Mention("@z", "Z"), "answer": "*hi*"}
    )
    assert Quote((Text("*hi*"),)) in rich
    assert Mention("@z", "Z") in rich
    assert any(isinstance(node, Bold) for node in texts.rich("en", "digest-title", {"network": "N"}))
    assert Code("boo") in texts.rich("en", "command-unknown-bare", {"given": "boo", "nearest": ()})


@given(st.text(max_size=200))
def test_what_people_write_is_never_markup(words: str) -> None:
    """Whatever is set in comes out as it was, but for control and bidi characters."""
    rich = texts.rich("fr", "network-joined", {"community": words})
    assert plain(rich) == f"{strip_controls(words)} a rejoint le réseau."


def test_an_unknown_id_and_a_missing_hole_are_errors() -> None:
    """A typing mistake is found by the first test that shows the sentence."""
    with pytest.raises(KeyError):
        texts.rich("en", "no-such-sentence")
    with pytest.raises(ValueError, match="network-joined"):
        texts.rich("en", "network-joined")


def test_declarations_fit_where_platforms_list_them() -> None:
    """An argument's description fits a form's label (45), a command's a slash command's (100); names are one word."""
    for locale in languages.codes():
        for command in COMMANDS:
            assert len(texts.words(locale, f"cmd-{command.slug}")) <= 100
            words = [*command.name.split(), *([command.alone] if command.alone else [])]
            for word in words:
                assert re.fullmatch(r"[-'\w]{1,32}", texts.words(locale, f"name-{word}"))
            for arg in command.args:
                assert 1 <= len(texts.words(locale, f"arg-{command.slug}-{arg.name.replace('_', '-')}")) <= 45
