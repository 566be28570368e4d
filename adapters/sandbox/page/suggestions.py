"""The commands that the page suggests while somebody types."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Command
from bots.commands.localization import localized_name
from bots.i18n import texts
from bots.ports import Capabilities


def suggest_commands(
    commands: Sequence[Command], locale: str, profile: Capabilities, language: str
) -> list[dict[str, str]]:
    """Return each command as it is typed in a room (`typed`), and what it does (`what`).

    `locale` is that of the room, `language` that of the visitor.
    """
    return [
        {
            "typed": profile.prefix + profile.joiner.join(localized_name(command, locale).split()),
            "what": texts.words(language, f"cmd-{command.slug}"),
        }
        for command in commands
        if not command.hidden
    ]
