"""Words as a rehearsal reads them: messages written out, compared with what was expected, and the difference told."""

from __future__ import annotations

import difflib
import re

from adapters.sandbox.platform.models import Message

_BLANKS = re.compile(r"[\s\u00a0\u202f]+")
_WILD = re.compile(r"…|\.\.\.")


def shown(message: Message) -> str:
    """A message as one would read it, with its buttons and answers."""
    content = message.content
    lines = [message.text] if message.text else []
    if content is not None and content.poll is not None:
        lines += [content.poll.question, *(f"( ) {option.label}" for option in content.poll.options)]
    if content is not None and content.buttons:
        lines.append(" ".join(f"[{button.emoji} {button.label}]" for button in content.buttons))
    return "\n".join(lines)


def button(message: Message, label: str) -> str | None:
    """The id of the button with this label or emoji."""
    buttons = message.content.buttons if message.content else ()
    wanted = plain(label)
    return next((b.id for b in buttons if wanted in (plain(b.label), b.emoji, plain(f"{b.emoji} {b.label}"))), None)


def plain(text: str) -> str:
    """As compared: any blanks are one blank, any apostrophe is one."""
    return _BLANKS.sub(" ", text).replace("’", "'").strip()


def contains(text: str, words: str) -> bool:
    """Whether these words are in the text; … stands for anything between."""
    parts = [re.escape(plain(part)) for part in _WILD.split(words)]
    return re.search(".*".join(parts), plain(text), re.IGNORECASE) is not None


def difference(expected: str, heard: list[Message]) -> list[str]:
    """What came instead: the nearest with its differences marked, the others as they are."""
    if not heard:
        return ["came:     nothing"]
    wanted = plain(expected)
    nearest = max(heard, key=lambda message: _likeness(wanted, plain(message.text)))
    marked = _marked(wanted, plain(nearest.text))
    others = [f"also:     {plain(message.text)}" for message in heard if message is not nearest]
    return [f"came:     {marked}", *others]


def _likeness(wanted: str, came: str) -> float:
    return difflib.SequenceMatcher(None, wanted.casefold().split(), came.casefold().split()).ratio()


def _marked(wanted: str, came: str) -> str:
    """The words that came, with [-what is missing-] and {+what is there instead+} where they part."""
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
