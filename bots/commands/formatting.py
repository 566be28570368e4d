"""How a command is typed on a platform.

Texts write it in one form, `!poll close 3`, and are spelled when they go out.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from bots.commands import declaration, localization
from bots.commands.declaration import Command
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Bold, Code, Italic, Link, Node, Quote, Rich
from bots.ports import Capabilities

Names = Mapping[str, Command]


def spelled(content: Content, names: Names, capabilities: Capabilities) -> Content:
    """The content with every command in it as this platform has it typed."""
    return (
        content if plain_form(capabilities) else structs.replace(content, text=rich(content.text, names, capabilities))
    )


def plain_form(capabilities: Capabilities) -> bool:
    """Whether the platform types commands as the texts do."""
    return capabilities.prefix == "!" and capabilities.joiner == " " and not capabilities.options


def rich(text: Rich, names: Names, capabilities: Capabilities) -> Rich:
    """The same for a text."""
    return tuple(_node(node, names, capabilities) for node in text)


def _node(node: Node, names: Names, capabilities: Capabilities) -> Node:
    match node:
        case Code(value) if value[:1] == "!" and value[1:2].isalpha():
            return Code(line(value[1:], names, capabilities))
        case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
            return structs.replace(node, children=rich(children, names, capabilities))
        case _:
            return node


def line(typed: str, names: Names, capabilities: Capabilities) -> str:
    """`poll close 3` as it is typed there; what names no command only gets the prefix."""
    try:
        command, rest = declaration.find(typed, names)
    except Refusal:
        return capabilities.prefix + typed
    shown = name(command, names, capabilities)
    if not capabilities.options:
        return f"{shown} {rest}".rstrip()
    return f"{shown} {_options(command, rest)}".rstrip()


def name(command: Command, names: Names, capabilities: Capabilities) -> str:
    """A command's name with its prefix: `!poll close`, `/poll_close`, and `/poll open` where a group can't be given."""
    words = command.name.split()
    if capabilities.options and command.alone and any(other.startswith(f"{command.name} ") for other in names):
        words.append(command.alone)
    return capabilities.prefix + capabilities.joiner.join(words)


def _options(command: Command, rest: str) -> str:
    """The arguments by name; as they stand where they are only a pattern (`KEY VALUE`, `on|off`)."""
    try:
        args = declaration.read(command, rest)
        localization.understood(command, args, "en")
    except Refusal:
        return rest
    given = [arg for arg in command.args if arg.name in args.values]
    return " ".join(f"{arg.name}:{', '.join(args.words(arg.name))}" for arg in given)
