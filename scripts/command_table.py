"""Update the table of commands in README.md from their declarations: `python scripts/command_table.py`."""

from __future__ import annotations

import re
from pathlib import Path

from bots.core.permissions import Right
from bots.features.registry import FEATURES
from bots.i18n import texts

README = Path(__file__).parent.parent / "README.md"
_WHO = {
    Right.ANYONE: "anybody",
    Right.CONNECTOR: "connector",
    Right.COORDINATOR: "coordinator",
    Right.ADMIN: "moderator",
}


def table() -> str:
    """Return the Markdown table: one row for each command, in the order of `help`."""
    rows = ["| example | what it does | who |", "| --- | --- | --- |"]
    for feature in FEATURES:
        for command, _ in feature.commands:
            if not command.hidden:
                example = texts.words("en", f"example-{command.slug}")
                rows.append(f"| `{example}` | {texts.words('en', f'cmd-{command.slug}')} | {_WHO[command.right]} |")
    return "\n".join(rows)


def filled(text: str) -> str:
    """Return the text of the README with the current table between its markers."""
    return re.sub(
        r"(<!-- commands -->\n).*(<!-- end of commands -->)",
        lambda markers: f"{markers[1]}\n{table()}\n\n{markers[2]}",
        text,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
