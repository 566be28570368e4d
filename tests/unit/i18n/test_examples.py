"""Every command that a text shows works when somebody types it back, on each platform and in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.commands import argument_names, declaration, formatting, localization, lookup, parsing
from bots.commands.declaration import Args, Command
from bots.features.registry import FEATURES
from bots.i18n import languages, texts
from bots.i18n.fluent import entries
from bots.ports import Capabilities, CommandNames
from bots.routing.router import Router

LOCALES = Path(__file__).parents[3] / "bots" / "locales"
NAMES = Router(FEATURES).commands_by_name
MATRIX = Capabilities()
TELEGRAM = Capabilities(prefix="/", joiner="_", command_names=CommandNames.LOCAL_ASCII, vocabulary="telegram")
DISCORD = Capabilities(prefix="/", command_names=CommandNames.ENGLISH, options=True, vocabulary="discord")
CODE = re.compile(r"`([^`]+)`")
PLACEABLE = re.compile(r"\{ \$([a-z]+) \}")
VALUES = {
    "switch": "off",
    "number": "4",
    "code": "abcd2345",
    "title": "Potluck",
    "example": "Potluck friday 7pm",
    "value": "5",
}
PATTERN = re.compile(r"[|…]|\bCODE\b")
"""What marks a line as a pattern, in which people put something else."""
NAMED = re.compile(r"(?<!\S)[^\W\d]+=")
OPTION = re.compile(r"(?:^| )([a-z_]+):")


def shown_lines(locale: str) -> Iterator[tuple[str, str]]:
    """Return (id of the text, line without its prefix) for every command line in the texts of a language."""
    for file in sorted(LOCALES.joinpath(locale).rglob("*.ftl")):
        for text_id, entry in entries(file.read_text(encoding="utf-8"), file).items():
            source = entry.decode().partition("=")[2].strip()
            lines = [source] if text_id.startswith("example-") else CODE.findall(source)
            yield from ((text_id, line[1:]) for line in lines if line[:1] == "!" and "$command" not in line)


def filled(line: str, locale: str) -> str:
    """Return a line with its placeholders filled in."""
    setting = texts.words(locale, "setting-threshold")
    return PLACEABLE.sub(lambda match: VALUES.get(match[1], setting), line)


LINES = [(code, text_id, filled(line, code)) for code in languages.codes() for text_id, line in shown_lines(code)]


def read(command: Command, rest: str, locale: str) -> Args:
    """Return the checked arguments of a line."""
    args = localization.normalize_choices(command, parsing.parse(command, rest, locale), locale)
    parsing.check(command, args)
    return args


def read_options(command: Command, rest: str) -> Args:
    """Return the arguments that a platform passes by name."""
    parts = OPTION.split(rest)
    args = parsing.parse_options(command, dict(zip(parts[1::2], parts[2::2], strict=True)))
    return localization.normalize_choices(command, args, "en")


@pytest.mark.parametrize(("locale", "text_id", "line"), LINES)
def test_shown_command_works_when_typed(locale: str, text_id: str, line: str) -> None:
    """A line that a text shows means the same command with the same arguments on every platform."""
    found = declaration.find_declared(line, NAMES)
    assert found is not None, f"{text_id} names no command: {line}"
    command, rest = found
    for platform in (MATRIX, TELEGRAM):
        typed = formatting.format_command(line, NAMES, platform, locale).removeprefix(platform.prefix)
        again, behind = lookup.find_command(typed, NAMES)
        assert again is command, f"{text_id} means {again.name} as {typed}"
        if not PATTERN.search(rest) and command.name != lookup.HELP:
            assert read(command, behind, locale) == read(command, rest, locale), typed
    chosen = formatting.format_command(line, NAMES, DISCORD, locale)
    options = chosen.removeprefix(formatting.format_name(command, NAMES, DISCORD, locale))
    if not PATTERN.search(rest):
        assert read_options(command, options) == read(command, rest, locale), chosen
    if any(arg.kind == "named" for arg in command.args):
        names = NAMED.findall(rest)
        assert len(names) == len(argument_names.find_names(command.args, rest, (), locale)), f"unknown name in {line}"


@pytest.mark.parametrize(("locale", "text_id", "line"), [line for line in LINES if line[1].startswith("example-")])
def test_example_has_all_that_is_required(locale: str, text_id: str, line: str) -> None:
    """The example of a command asks for nothing more, and the help about a command finds it."""
    command, rest = lookup.find_command(line, NAMES)
    assert text_id == f"example-{command.slug}"
    assert parsing.first_missing(command, read(command, rest, locale)) is None
    if command.name == lookup.HELP:
        assert lookup.find_command(rest, NAMES)


@pytest.mark.parametrize("locale", languages.codes())
def test_help_names_a_command_as_the_menu_does(locale: str) -> None:
    """Where the menu is in people's language, the help about a command is asked by its name there."""
    shown = formatting.format_command("help poll close", NAMES, TELEGRAM, locale)
    about = shown.partition(" ")[2]
    assert f"/{about}" == formatting.format_command("poll close", NAMES, TELEGRAM, locale)
    assert lookup.find_command(about, NAMES)[0].name == "poll close"
