"""A message of the in-memory platform."""

from __future__ import annotations

from dataclasses import dataclass, field

from bots.core.inbound import Attachment
from bots.core.outbound import Content

BOT = "@glocal"


def is_command(text: str) -> bool:
    """Return whether a text is a command: it begins with `!` and a letter."""
    return text[:1] == "!" and text[1:2].isalpha()


@dataclass
class Shown:
    """A message as the room's members see it now. `edits` counts its edits."""

    id: str
    room: str
    author: str
    text: str
    content: Content | None = None
    reply_to: str | None = None
    private_to: str | None = None
    reactions: list[tuple[str, str]] = field(default_factory=list)
    edits: int = 0
    deleted: bool = False
    poll_open: bool = False
    attachments: tuple[Attachment, ...] = ()

    def __str__(self) -> str:
        to = f" (to {self.private_to})" if self.private_to else ""
        buttons = (
            " ".join(f"[{button.emoji} {button.label}]" for button in self.content.buttons) if self.content else ""
        )
        return f"{self.author}{to}: {self.text}{' ' if buttons else ''}{buttons}"
