"""The spelling of commands on each platform.

Texts write a command in one form, `!poll close 3`. It gets the platform's form when it goes out.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from bots.commands import declaration, localization, parsing
from bots.commands.declaration import Command
from bots.commands.lookup import HELP
from bots.core.outbound import Content
from bots.core.panel import Panel
from bots.core.refusal import Refusal
from bots.core.richtext import Bold, Code, Italic, Link, Node, Quote, Rich, Spoiler
from bots.i18n import languages, texts
from bots.i18n.languages import DEFAULT
from bots.ports import Capabilities, CommandNames

CommandsByName = Mapping[str, Command]


def format_content(
    content: Content, names: CommandsByName, capabilities: Capabilities, locale: str = DEFAULT
) -> Content:
    """Return the content with every command in this platform's form, and its panel only where one can be drawn.

    `locale`: the language of the content.
    """
    panel = content.panel if capabilities.panels else None
    if _is_written_so(capabilities, locale):
        return content if content.panel is panel else structs.replace(content, panel=panel)
    if panel is not None:
        panel = _panel(panel, names, capabilities, locale)
    return structs.replace(content, text=format_rich(content.text, names, capabilities, locale), panel=panel)


def _is_written_so(capabilities: Capabilities, locale: str) -> bool:
    """Return whether the platform has commands in the form in which texts write them."""
    in_english = capabilities.command_names is CommandNames.ENGLISH or languages.supported(locale) == languages.DEFAULT
    return in_english and capabilities.prefix == "!" and capabilities.joiner == " " and not capabilities.options


def _panel(panel: Panel, names: CommandsByName, capabilities: Capabilities, locale: str) -> Panel:
    def shown(part: Rich) -> Rich:
        return format_rich(part, names, capabilities, locale)

    body, footer = tuple(map(shown, panel.body)), tuple(map(shown, panel.footer))
    return structs.replace(panel, heading=shown(panel.heading), body=body, footer=footer)


def format_rich(text: Rich, names: CommandsByName, capabilities: Capabilities, locale: str = DEFAULT) -> Rich:
    """Return the text with every command in this platform's form."""
    return tuple(_node(node, names, capabilities, locale) for node in text)


def _node(node: Node, names: CommandsByName, capabilities: Capabilities, locale: str) -> Node:
    match node:
        case Code(value) if value[:1] == "!" and value[1:2].isalpha():
            return Code(format_command(value[1:], names, capabilities, locale))
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children) | Link(_, children):
            return structs.replace(node, children=format_rich(children, names, capabilities, locale))
        case _:
            return node


def format_command(typed: str, names: CommandsByName, capabilities: Capabilities, locale: str = DEFAULT) -> str:
    """Return a line such as `poll close 3` in this platform's form. Text that names no command only gets the prefix."""
    found = declaration.find_declared(typed, names)
    if found is None:
        return capabilities.prefix + typed
    command, rest = found
    if command.name == HELP and capabilities.command_names is not CommandNames.ENGLISH:
        rest = _about(rest, names, capabilities, locale)
    rest = _with_setting(command, rest, locale)
    args = _options(command, rest, locale) if capabilities.options else rest
    return f"{format_name(command, names, capabilities, locale)} {args}".rstrip()


def _with_setting(command: Command, rest: str, locale: str) -> str:
    """Return arguments with the key of a setting as the language calls it: `config rules` is `ajustes reglas`."""
    key, gap, value = rest.partition(" ")
    named = bool(command.args) and command.args[0].suggests == "settings" and texts.has(f"setting-{key}", locale)
    return f"{texts.words(locale, f'setting-{key}')}{gap}{value}" if named else rest


def _about(typed: str, names: CommandsByName, capabilities: Capabilities, locale: str) -> str:
    """Return what the help is about: a command by the name that it has in the menu, anything else as it is."""
    about = declaration.find_declared(typed, names)
    return format_name(about[0], names, capabilities, locale).removeprefix(capabilities.prefix) if about else typed


def format_name(command: Command, names: CommandsByName, capabilities: Capabilities, locale: str = DEFAULT) -> str:
    """Return a command's name with its prefix: `!sondage clore`, `/poll close`, `/sondage_clore`.

    It is `/poll open` where a command with subcommands cannot be invoked.
    """
    words = _name(command, capabilities.command_names, locale).split()
    if capabilities.options and command.alone and any(other.startswith(f"{command.name} ") for other in names):
        words.append(command.alone)
    return capabilities.prefix + capabilities.joiner.join(words)


def _name(command: Command, names: CommandNames, locale: str) -> str:
    if command.hidden or names is CommandNames.ENGLISH:
        return command.name
    if names is CommandNames.LOCAL:
        return localization.localized_name(command, locale)
    return localization.ascii_name(command, locale)


def _options(command: Command, rest: str, locale: str) -> str:
    """Return the arguments by name, or `rest` itself when it is only a pattern (`KEY VALUE`, `on|off`)."""
    try:
        args = parsing.parse_and_check(command, rest, locale)
        localization.normalize_choices(command, args, locale)
    except Refusal:
        return rest
    given = [arg for arg in command.args if arg.name in args.values]
    return " ".join(f"{arg.name}:{', '.join(args.words(arg.name))}" for arg in given)
