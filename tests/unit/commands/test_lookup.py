"""The command that a line means: names and verbs in every language, other words for them, titles, and suggestions."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest

from bots.commands import synonyms
from bots.commands.lookup import find_command
from bots.core.refusal import Refusal
from bots.core.richtext import plain
from bots.features.registry import FEATURES
from bots.routing.router import Router
from tests.unit.i18n.test_languages import ambiguous_words

ROUTER = Router(FEATURES)
LINES = tomllib.loads(Path(__file__).with_name("lines.toml").read_text(encoding="utf-8"))
NAMES = ROUTER.commands_by_name


@pytest.mark.parametrize(("line", "name", "rest"), LINES["commands"], ids=lambda value: str(value)[:40])
def test_line_means_a_command(line: str, name: str, rest: str) -> None:
    """A line means a command, whichever language, spelling or other word its verb is in."""
    for typed in (line, unicodedata.normalize("NFD", line)):
        command, behind = find_command(typed, NAMES)
        assert (command.name, unicodedata.normalize("NFC", behind)) == (name, rest)


@pytest.mark.parametrize("line", LINES["titles"])
def test_title_keeps_its_first_word(line: str) -> None:
    """A title or a question that only begins like a verb stays whole."""
    command, rest = find_command(line, NAMES)
    assert command.name in {"event", "poll"}
    assert rest == line.partition(" ")[2]


@pytest.mark.parametrize(("line", "said"), LINES["refused"], ids=lambda value: str(value)[:40])
def test_line_is_refused_with_what_exists(line: str, said: str) -> None:
    """A verb that does not exist, or a mistyped name, is refused with the commands that exist."""
    with pytest.raises(Refusal) as refused:
        find_command(line, NAMES)
    args = refused.value.text_args
    shown = plain(args.get("nearest") or args.get("listed") or (args["command"],))  # type: ignore[arg-type]  # rich text
    assert shown.startswith(said), shown


def test_other_words_are_unambiguous() -> None:
    """No other word for a command names a second command, and all of them name commands that exist."""
    known = {command.name for command in ROUTER.declared_commands}
    aliases = synonyms.aliases()
    assert set(aliases.values()) <= known
    declared = ((name, command.name) for name, command in NAMES.items() if command.name != "start")
    assert not ambiguous_words((*aliases.items(), *declared))
