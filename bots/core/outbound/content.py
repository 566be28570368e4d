"""What a message holds: its text, buttons, menu, native poll and files."""

from __future__ import annotations

from hashlib import blake2s
from typing import Literal

import msgspec

from bots.core.inbound import Attachment
from bots.core.panel import Panel
from bots.core.richtext import Rich

CHOICE_EMOJI = (
    "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟",
    *(chr(0x1F1E6 + n) for n in range(10)),
)  # fmt: skip
"""The emoji of the buttons of a list: keycaps, then regional letters, twenty in all."""

Tone = Literal["", "good", "bad"]


class Button(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button. `id` is a ButtonId as text, at most 64 bytes. Platforms without buttons use `emoji` as a reaction.

    With a `url` the button opens an address, and its id is empty. `tone`: `good` is green and `bad` is red where
    buttons have colours.
    """

    id: str
    label: str
    emoji: str
    url: str = ""
    tone: Tone = ""


class Menu(msgspec.Struct, frozen=True, omit_defaults=True):
    """Buttons that are one list to choose from where the platform has lists; elsewhere they stay buttons.

    These are the buttons whose ids are `options`, a colon and a choice. Choosing from the list presses `id`, a
    ButtonId without a choice, with all choices joined by commas: `most` of them at most, and none to take them back.
    `hint` stands in the list while nothing is chosen.
    """

    id: str
    options: str
    hint: str
    most: int = 1

    def holds(self, button: Button) -> bool:
        """Return whether a button is one of the list's options."""
        return button.id.startswith(f"{self.options}:")


class PollOption(msgspec.Struct, frozen=True):
    """One option of a native poll. ChoiceMade carries its `id`."""

    id: str
    label: str


class NativePoll(msgspec.Struct, frozen=True):
    """A poll in the platform's own form. `max_choices` is 1 for a single choice."""

    question: str
    options: tuple[PollOption, ...]
    max_choices: int = 1


class Content(msgspec.Struct, frozen=True, omit_defaults=True):
    """The content of a message. `mentions`: the user ids that the message may notify, whatever its text says.

    `legend`: where reactions replace buttons, explain the emoji below the text; False when the text explains them.
    `offers_reactions`: there, the bot adds each reaction, so that people need only press it; False where few will.
    `asks`: the person's next message answers this one. `silent`: nobody asked for it, so send it without a sound where
    the platform can. `panel`: the same text in its parts, for platforms that draw panels. `menu`: which buttons are one
    list where the platform has lists.
    """

    text: Rich
    buttons: tuple[Button, ...] = ()
    poll: NativePoll | None = None
    mentions: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    legend: bool = True
    offers_reactions: bool = True
    asks: bool = False
    silent: bool = False
    panel: Panel | None = None
    menu: Menu | None = None


def digest(content: Content) -> str:
    """Return a short text that differs for contents that look different after an edit."""
    seen = Content(
        text=content.text, buttons=content.buttons, legend=content.legend, panel=content.panel, menu=content.menu
    )
    return blake2s(msgspec.json.encode(seen), digest_size=12).hexdigest()
