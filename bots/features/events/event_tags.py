"""The tags of an event: words that find it in the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bots.commands import tag_words
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.features.events.rules import display_text
from bots.i18n import answers
from bots.turn.turn import Turn
from storage.tables import Event

MAX_TAGS = 5
_MAX_LENGTH, _MAX_BYTES = 18, 36
"""The buttons that turn the pages of an agenda carry the tag, and platforms allow them few bytes."""
_BETWEEN = re.compile(r"[\s,;]+")


def parse(text: str) -> str:
    """Return the tags as the column stores them; nothing for a word such as `none`.

    Raises Refusal("event-tags-many" | "tag-unreadable" | "tag-too-long").
    """
    if answers.match(text, "none"):
        return ""
    labels = {parse_one(word): tag_words.label(word) for word in _BETWEEN.split(text.strip()[:500]) if word}
    if len(labels) > MAX_TAGS:
        raise Refusal("event-tags-many", argument="tags", limit=MAX_TAGS)
    return ",".join(labels.values())


def find_label(events: Iterable[Event], tag: str) -> str:
    """Return a tag as the first of these events that has it writes it, or as it is asked for."""
    labels = (label for event in events for label in event.tags.split(",") if label)
    return next((label for label in labels if tag_words.parse(label) == tag_words.parse(tag)), tag) if tag else ""


def parse_one(text: str) -> str:
    """Return the form in which tags are compared. Raises Refusal("tag-unreadable" | "tag-too-long")."""
    tag = tag_words.parse(text.strip())
    if len(tag) > _MAX_LENGTH or len(tag.encode()) > _MAX_BYTES:
        raise Refusal("tag-too-long", argument="tag", limit=_MAX_LENGTH)
    return tag


def has(event: Event, tag: str) -> bool:
    """Return whether an event has a tag, by its letters; the empty one is none in particular."""
    return not tag or tag_words.parse(tag) in (tag_words.parse(label) for label in event.tags.split(",") if label)


def line(event: Event, turn: Turn) -> Rich:
    """Return the line of a card that names the tags."""
    return turn.text("event-tags", tags=display_text(event.tags.replace(",", ", "))) if event.tags else ()
