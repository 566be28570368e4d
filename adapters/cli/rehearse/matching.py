"""Compare messages with expectations, and describe the difference."""

from __future__ import annotations

import difflib
import re

from adapters.sandbox.platform.models import Message

_BLANKS = re.compile(r"[\s\u00a0\u202f]+")
_WILD = re.compile(r"…|\.\.\.")


def format_message(message: Message) -> str:
    """Return a message as a reader sees it, with its buttons and answers."""
    content = message.content
    lines = [message.text] if message.text else []
    if content is not None and content.poll is not None:
        lines += [content.poll.question, *(f"( ) {option.label}" for option in content.poll.options)]
    if content is not None and content.buttons:
        lines.append(" ".join(f"[{button.emoji} {button.label}]" for button in content.buttons))
    return "\n".join(lines)


def find_button(message: Message, label: str) -> str | None:
    """Return the id of the button with this label or emoji."""
    buttons = message.content.buttons if message.content else ()
    wanted = normalize(label)
    return next(
        (b.id for b in buttons if wanted in (normalize(b.label), b.emoji, normalize(f"{b.emoji} {b.label}"))), None
    )


def normalize(text: str) -> str:
    """Return the text with single spaces and straight apostrophes, for comparing."""
    return _BLANKS.sub(" ", text).replace("’", "'").strip()


def contains(text: str, words: str) -> bool:
    """Return whether the text contains these words; … matches anything."""
    parts = [re.escape(normalize(part)) for part in _WILD.split(words)]
    return re.search(".*".join(parts), normalize(text), re.IGNORECASE) is not None


def describe_difference(expected: str, messages: list[Message]) -> list[str]:
    """Describe the actual messages: the nearest one with its differences marked, then the others."""
    if not messages:
        return ["came:     nothing"]
    wanted = normalize(expected)
    nearest = max(messages, key=lambda message: _similarity(wanted, normalize(message.text)))
    marked = _mark_differences(wanted, normalize(nearest.text))
    others = [f"also:     {normalize(message.text)}" for message in messages if message is not nearest]
    return [f"came:     {marked}", *others]


def _similarity(wanted: str, came: str) -> float:
    return difflib.SequenceMatcher(None, wanted.casefold().split(), came.casefold().split()).ratio()


def _mark_differences(wanted: str, came: str) -> str:
    """Return the words that came, with [-missing-] and {+unexpected+} ones marked."""
    old, new = wanted.split(), came.split()
    parts: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            parts += new[c:d]
            continue
        if a < b:
            parts.append(f"[-{' '.join(old[a:b])}-]")
        if c < d:
            parts.append(f"{{+{' '.join(new[c:d])}+}}")
    return " ".join(parts)
