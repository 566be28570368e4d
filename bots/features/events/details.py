"""What an event says besides its time: title, place, link, description. From a typed line, or from an edit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bots.commands.folding import fold, folded_words
from bots.core.refusal import Refusal
from bots.core.sanitize import graphemes, one_line, strip_controls
from bots.dates.event_line import EventDraft
from bots.dates.parsing import LINE_SIGN
from bots.i18n import answers
from storage.tables import Event

Field = Literal["title", "place", "link", "description"]
FIELDS: tuple[Field, ...] = ("title", "place", "link", "description")
PICTURE = "picture"
MAX_LENGTHS: Mapping[Field, int] = {"title": 120, "place": 120, "link": 500, "description": 1000}
"""Characters that a reader sees."""
_TOO_LONG: Mapping[Field, str] = {
    "title": "event-title-long", "place": "event-place-long", "link": "event-link-long",
    "description": "event-description-long",
}  # fmt: skip
_NAMES = {
    "title": "event-field-title", "place": "event-field-place", "link": "event-field-link",
    "description": "event-field-description", PICTURE: "event-field-picture",
}  # fmt: skip
"""The texts with the words that name a field, separated by commas."""
_URL = re.compile(r"https?://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?'’)\]]", re.IGNORECASE)
_EDGES = " ,;:|·–—-\n"
_FIELD = re.compile(r"\s*(?P<name>[^\W\d_]+)\s*(?P<mark>[:=]?)\s*(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Details:
    """What an event says besides its time; empty where nothing is said."""

    title: str
    place: str = ""
    link: str = ""
    description: str = ""


def of_draft(draft: EventDraft, typed: str) -> Details:
    """Return what a typed event says. Its first address is the link, and what is left over is the description.

    Raises Refusal("event-title-long" | "event-place-long" | "event-description-long").
    """
    leftover = draft.leftover.replace(LINE_SIGN, "\n") if "\n" in typed else draft.leftover
    link, parts = "", [draft.title, draft.place or "", leftover]
    for number in (1, 2, 0):
        if not link and (match := _URL.search(parts[number])):
            link, parts[number] = match[0], _cut(parts[number], match.span())
    title, place, description = parts
    found = Details(
        title=one_line(title or draft.title), place=one_line(place), link=link, description=_lines(description)
    )
    for field in FIELDS:
        _check(field, getattr(found, field), "what")
    return found


def _cut(text: str, span: tuple[int, int]) -> str:
    before, behind = text[: span[0]].rstrip(_EDGES), text[span[1] :].lstrip(_EDGES)
    return f"{before} {behind}".strip()


def _lines(text: str) -> str:
    """Return a text of several lines without control characters and without empty lines."""
    return "\n".join(line for part in text.splitlines() if (line := one_line(strip_controls(part))))


def _check(field: Field, value: str, argument: str) -> None:
    """Raise Refusal("event-<field>-long") for too long a value."""
    length, limit = len(graphemes(value)), MAX_LENGTHS[field]
    if length > limit:
        raise Refusal(_TOO_LONG[field], argument=argument, length=length, limit=limit)


def parse(field: Field, text: str, argument: str) -> str:
    """Return a new value for a field; empty for a word such as `none`, but for the title.

    Raises Refusal("event-title-empty" | "event-link-unreadable" | "event-<field>-long").
    """
    value = "" if answers.match(text, "none") and field != "title" else text
    value = _lines(value) if field == "description" else one_line(value).strip('"“”«» ')
    if field == "title" and not value:
        raise Refusal("event-title-empty", argument=argument)
    if field == "link" and value:
        value = _as_address(value, argument)
    _check(field, value, argument)
    return value


def _as_address(value: str, argument: str) -> str:
    """Return an address, with `https://` where somebody left that out. Raises Refusal("event-link-unreadable")."""
    address = value if "://" in value else f"https://{value}"
    if not _URL.fullmatch(address) or "." not in address:
        raise Refusal("event-link-unreadable", argument=argument, given=value)
    return address


def read_changes(text: str) -> dict[str, str]:
    """Return the typed changes by field: "place the library", or one field on each line. Empty if a line has no field.

    A line without a field's name continues the description above it. The picture counts as a field.
    """
    found: dict[str, str] = {}
    last = ""
    for line in text.strip().split("\n"):
        match = _FIELD.match(line)
        field = field_named(match["name"]) if match else None
        if match and field and (match["mark"] or not found):
            last, found[field] = field, match["value"].strip()
        elif last == "description":
            found[last] += f"\n{line}"
        elif line.strip():
            return {}
    return found


def field_named(word: str) -> str | None:
    """Return the field that a word names in any of our languages, with or without accents."""
    typed = fold(word)
    return next((field for field, text_id in _NAMES.items() if typed in folded_words(text_id)), None)


def erase(event: Event) -> None:
    """Erase what a discarded draft says."""
    event.title = event.place = event.link = event.description = event.picture = ""
    event.question = event.cost = event.tags = ""


def values(event: Event) -> dict[Field, str]:
    """Return what an event says, by field."""
    return {field: getattr(event, field) for field in FIELDS}


def changed(event: Event, changes: Mapping[Field, str]) -> list[Field]:
    """Write the changes into the event. Return the fields that are different now."""
    different = [field for field, value in changes.items() if getattr(event, field) != value]
    for field in different:
        setattr(event, field, changes[field])
    return different
