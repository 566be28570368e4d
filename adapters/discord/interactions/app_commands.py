"""The declared commands as Discord's application commands: groups, typed options, choices, names in each language.

https://discord.com/developers/docs/interactions/application-commands
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2s
from typing import Any

import discord
import msgspec

from adapters.discord.api.locales import locales_of
from bots.commands import localization
from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right
from bots.core.sanitize import truncate
from bots.i18n import languages, texts

MENU_COMMANDS = {"Nominate as highlight": "highlight", "Share conversation from here": "highlight conversation"}
"""The commands of the message menu, by their names in it."""
_SLASH, _MENU = 1, 3
_SUBCOMMAND, _STRING, _USER = 1, 3, 6
_IN_SERVERS, _IN_PRIVATE, _ON_SERVERS = 0, 1, 0
_MAX_LENGTH = 100
ADMIN_PERMISSIONS = discord.Permissions(manage_channels=True).value
"""Members without it don't see the commands that only a server's managers may use (ADR 40)."""
Payload = dict[str, Any]
_TYPED = re.compile(r"(?P<root>\S{1,40})[^\S\n]{1,10}(?P<sub>\S{1,40})")


class AppCommands:
    """The application commands, and the way back from their names to ours."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self.commands = {command.name: command for command in commands if not command.hidden}
        self._names_by_path = {tuple(self._path(command)): command.name for command in self.commands.values()}
        self._typed = {
            (root, sub)
            for command in self.commands.values()
            if len(path := self._path(command)) > len(command.name.split())
            for root in (command.name, *command.aliases, *_translations(f"name-{command.name}").values())
            for sub in (path[-1], *_translations(f"name-{path[-1]}").values())
        }
        self.root_names = {name.split()[0] for command in commands for name in (command.name, *command.aliases)}

    def command_name(self, names: Sequence[str]) -> str:
        """Return the declared name of a command. A group's own command is a subcommand with a name of its own."""
        return self._names_by_path.get(tuple(names), " ".join(names))

    def typed_line(self, line: str) -> str:
        """Return a typed line without the subcommand's name that only the menu has: `poll open Tea?` is `poll Tea?`."""
        found = _TYPED.match(line)
        if found is None or (found["root"].lower(), found["sub"].lower()) not in self._typed:
            return line
        return f"{found['root']}{line[found.end() :]}"

    def argument(self, names: Sequence[str], option: str) -> Arg | None:
        """Return the argument of an option."""
        command = self.commands.get(self.command_name(names))
        return next((arg for arg in command.args if arg.name == option), None) if command else None

    def payloads(self) -> list[Payload]:
        """Return all commands, for one request."""
        made = [self._root(root) for root in dict.fromkeys(name.split()[0] for name in self.commands)]
        return [*made, *(_menu(name, command) for name, command in MENU_COMMANDS.items() if command in self.commands)]

    def ids_by_path(self, held: Sequence[Mapping[str, Any]]) -> dict[str, str]:
        """Return the id of each command that can be invoked, by its path in the menu (`poll open`).

        `held` are the commands as Discord returns them. A subcommand has the id of its group.
        https://discord.com/developers/docs/reference#message-formatting
        """
        roots = {str(one["name"]): str(one["id"]) for one in held if one.get("type", _SLASH) == _SLASH}
        paths = [self._path(command) for command in self.commands.values()]
        return {" ".join(path): roots[path[0]] for path in paths if path[0] in roots}

    def fingerprint(self) -> str:
        """Return a hash of the payloads."""
        return blake2s(msgspec.json.encode(self.payloads()), digest_size=16).hexdigest()

    def _path(self, command: Command) -> list[str]:
        words = command.name.split()
        return [*words, command.alone] if self._is_group(words[0]) and len(words) == 1 else words

    def _is_group(self, root: str) -> bool:
        return any(name.startswith(f"{root} ") for name in self.commands)

    def _root(self, root: str) -> Payload:
        members = [command for name, command in self.commands.items() if name.split()[0] == root]
        top = self.commands.get(root, members[0])
        made = {"type": _SLASH, "contexts": [_IN_SERVERS, _IN_PRIVATE], "integration_types": [_ON_SERVERS]}
        made |= {**_named(root), **_described(f"cmd-{top.slug}")}
        if all(command.right == Right.ADMIN for command in members):
            made["default_member_permissions"] = str(ADMIN_PERMISSIONS)
        if not self._is_group(root):
            return made | {"options": _options(top)}
        subs = [
            {"type": _SUBCOMMAND, **_subcommand(one, name), **_described(f"cmd-{one.slug}"), "options": _options(one)}
            for one in members
            if (name := self._path(one)[-1])
        ]
        return made | {"options": subs}


def _options(command: Command) -> list[Payload]:
    """Return the options, the required ones first, as Discord demands."""
    return sorted((_option(command, arg) for arg in command.args), key=lambda option: not option["required"])


def _option(command: Command, arg: Arg) -> Payload:
    made: Payload = {"type": _USER if arg.kind == "person" else _STRING, "required": _is_required(command, arg)}
    made |= {**_named(arg.name, "argname"), **_described(f"arg-{command.slug}-{arg.name.replace('_', '-')}")}
    if arg.suggests:
        return made | {"autocomplete": True}
    choices = [_choice(arg, value, label) for value, label in localization.choices(arg, "en")[:25]]
    return made | ({"choices": choices} if choices else {})


def _choice(arg: Arg, value: str, label: str) -> Payload:
    translations = {} if arg.kind == "locale" else _translations(f"choice-{value}")
    return {"value": value, **_localized("name", truncate(label, _MAX_LENGTH), translations)}


def _is_required(command: Command, arg: Arg) -> bool:
    """Return whether Discord insists on an option: only on a choice from a list. A form asks for missing texts."""
    picked = bool(arg.suggests or arg.choices or arg.kind == "person")
    return arg.required and picked and len(command.args) <= 2


def _named(name: str, kind: str = "name") -> Payload:
    """Return a name and its translations. Discord sends the untranslated name back."""
    found = {code: word for code, word in _translations(f"{kind}-{name.replace('_', '-')}").items() if _is_name(word)}
    return _localized("name", name, found)


def _subcommand(command: Command, name: str) -> Payload:
    """Return the name of a subcommand and its translations."""
    text_id = localization.name_id(command.name, 1) if " " in command.name else f"name-{name}"
    return _localized("name", name, {code: word for code, word in _translations(text_id).items() if _is_name(word)})


def _is_name(word: str) -> bool:
    """Return whether Discord accepts a name: at most 32 lower-case letters, digits, dashes, underscores and quotes."""
    return 0 < len(word) <= 32 and word == word.lower() and all(c.isalnum() or c in "-_'" for c in word)


def _described(text_id: str) -> Payload:
    found = {code: truncate(text, _MAX_LENGTH) for code, text in _translations(text_id).items()}
    return _localized("description", truncate(texts.words("en", text_id, vocabulary="discord"), _MAX_LENGTH), found)


def _localized(field: str, text: str, translations: Mapping[str, str]) -> Payload:
    """Return a text with its translations, if there are any."""
    return {field: text} | ({f"{field}_localizations": translations} if translations else {})


def _translations(text_id: str) -> dict[str, str]:
    """Return a text by Discord's locale, for the languages that have it. Spanish has two: es-ES and es-419."""
    wanted = [code for code in languages.codes() if code != "en" and texts.has(text_id, code)]
    return {locale: texts.words(code, text_id, vocabulary="discord") for code in wanted for locale in locales_of(code)}


def _menu(name: str, command: str) -> Payload:
    """Return an entry of the message menu. Its name may have up to 32 letters, with blanks and capitals."""
    found = {code: truncate(text, 32) for code, text in _translations(f"menu-{command.replace(' ', '-')}").items()}
    menu: Payload = {"type": _MENU, "contexts": [_IN_SERVERS], "integration_types": [_ON_SERVERS]}
    return menu | _localized("name", name, found)
