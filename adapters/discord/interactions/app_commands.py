"""The declared commands as Discord's application commands: groups, typed options, choices, names in each language.

https://discord.com/developers/docs/interactions/application-commands
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2s
from typing import Any

import discord
import msgspec

from bots.commands import localization
from bots.commands.declaration import Arg, Command
from bots.core.sanitize import truncate
from bots.i18n import languages, texts

NOMINATE_COMMAND = "highlight"
MENU_TEXT = "menu-highlight"
_SLASH, _MENU = 1, 3
_SUBCOMMAND, _STRING, _USER = 1, 3, 6
_IN_SERVERS, _IN_PRIVATE, _ON_SERVERS = 0, 1, 0
_MAX_LENGTH = 100
_LOCALES = {
    code: [locale.value for locale in discord.Locale if locale.value.split("-")[0] == code]
    for code in languages.codes()
}
"""Discord's locales of each of our languages: es-ES and es-419 for Spanish."""
Payload = dict[str, Any]


class AppCommands:
    """The application commands, and the way back from their names to ours."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self.commands = {command.name: command for command in commands if not command.hidden}
        self._names_by_path = {tuple(self._path(command)): command.name for command in self.commands.values()}
        self.root_names = {name.split()[0] for command in commands for name in (command.name, *command.aliases)}

    def command_name(self, names: Sequence[str]) -> str:
        """Return the declared name of a command. A group's own command is a subcommand with a name of its own."""
        return self._names_by_path.get(tuple(names), " ".join(names))

    def argument(self, names: Sequence[str], option: str) -> Arg | None:
        """Return the argument of an option."""
        command = self.commands.get(self.command_name(names))
        return next((arg for arg in command.args if arg.name == option), None) if command else None

    def payloads(self) -> list[Payload]:
        """Return all commands, for one request."""
        made = [self._root(root, members) for root, members in self._groups()]
        return [*made, *([_menu()] if NOMINATE_COMMAND in self.commands else [])]

    def fingerprint(self) -> str:
        """Return a hash of the payloads."""
        return blake2s(msgspec.json.encode(self.payloads()), digest_size=16).hexdigest()

    def _groups(self) -> Iterator[tuple[str, list[Command]]]:
        roots = dict.fromkeys(name.split()[0] for name in self.commands)
        for root in roots:
            yield root, [command for name, command in self.commands.items() if name.split()[0] == root]

    def _path(self, command: Command) -> list[str]:
        words = command.name.split()
        return [*words, command.alone] if self._is_group(words[0]) and len(words) == 1 else words

    def _is_group(self, root: str) -> bool:
        return any(name.startswith(f"{root} ") for name in self.commands)

    def _root(self, root: str, members: Sequence[Command]) -> Payload:
        top = self.commands.get(root, members[0])
        made = {"type": _SLASH, "contexts": [_IN_SERVERS, _IN_PRIVATE], "integration_types": [_ON_SERVERS]}
        made |= {**_named(root), **_described(f"cmd-{top.slug}")}
        if not self._is_group(root):
            return made | {"options": _options(top)}
        subs = [
            {
                "type": _SUBCOMMAND,
                **_named(self._path(one)[-1]),
                **_described(f"cmd-{one.slug}"),
                "options": _options(one),
            }
            for one in members
            if self._path(one)[-1]
        ]
        return made | {"options": subs}


def _options(command: Command) -> list[Payload]:
    """Return the options, the required ones first, as Discord demands."""
    made = [_option(command, arg) for arg in command.args]
    return sorted(made, key=lambda option: not option["required"])


def _option(command: Command, arg: Arg) -> Payload:
    made: Payload = {"type": _USER if arg.kind == "person" else _STRING, "required": _is_required(command, arg)}
    made |= {**_named(arg.name, "argname"), **_described(f"arg-{command.slug}-{arg.name.replace('_', '-')}")}
    if arg.suggests:
        return made | {"autocomplete": True}
    choices = [_choice(arg, value, label) for value, label in localization.choices(arg, "en")[:25]]
    return made | ({"choices": choices} if choices else {})


def _choice(arg: Arg, value: str, label: str) -> Payload:
    made: Payload = {"name": truncate(label, _MAX_LENGTH), "value": value}
    found = {} if arg.kind == "locale" else _translations(f"choice-{value}")
    return made | ({"name_localizations": found} if found else {})


def _is_required(command: Command, arg: Arg) -> bool:
    """Return whether Discord insists on an option: only on a choice from a list. A form asks for missing texts."""
    picked = bool(arg.suggests or arg.choices or arg.kind == "person")
    return arg.required and picked and len(command.args) <= 2


def _named(name: str, kind: str = "name") -> Payload:
    """Return a name and its translations. Discord sends the untranslated name back."""
    found = {code: word for code, word in _translations(f"{kind}-{name.replace('_', '-')}").items() if _is_name(word)}
    return {"name": name, **({"name_localizations": found} if found else {})}


def _is_name(word: str) -> bool:
    """Return whether Discord accepts a name: at most 32 lower-case letters, digits, dashes, underscores and quotes."""
    return 0 < len(word) <= 32 and word == word.lower() and all(c.isalnum() or c in "-_'" for c in word)


def _described(text_id: str) -> Payload:
    found = {code: truncate(text, _MAX_LENGTH) for code, text in _translations(text_id).items()}
    described: Payload = {"description": truncate(texts.words("en", text_id), _MAX_LENGTH)}
    return described | ({"description_localizations": found} if found else {})


def _translations(text_id: str) -> dict[str, str]:
    """Return a text by Discord's locale, for the languages that have it."""
    return {
        code: texts.words(locale, text_id)
        for locale in languages.codes()
        for code in _LOCALES.get(locale, ())
        if locale != "en" and texts.has(text_id, locale)
    }


def _menu() -> Payload:
    """Return the entry of the message menu. Its name may have up to 32 letters, with blanks and capitals."""
    made: Payload = {"type": _MENU, "name": "Nominate as highlight", "contexts": [_IN_SERVERS]}
    made["integration_types"] = [_ON_SERVERS]
    found = {code: truncate(text, 32) for code, text in _translations(MENU_TEXT).items()}
    return made | ({"name_localizations": found} if found else {})
