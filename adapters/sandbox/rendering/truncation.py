"""What the core wants shown, as a platform of the sandbox shows it."""

from __future__ import annotations

from msgspec import structs

from bots.core.outbound import Content
from bots.core.richtext import Break, Text, join
from bots.core.truncation import shortened


def fitted(content: Content, length: int, *, buttons: bool) -> Content:
    """Cut to the platform's length; where it has no buttons, with a legend of what each reaction means."""
    text = content.text
    if not buttons and content.legend:
        legend = join([(Text(f"{button.emoji} {button.label}"),) for button in content.buttons])
        text = join([text, legend], (Break(), Break()))
    return structs.replace(content, text=shortened(text, length))
