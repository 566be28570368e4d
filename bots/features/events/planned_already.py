"""Recognize that `event` was typed about a planned event: "event 1 to saturday", "event potluck absagen"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bots.commands import synonyms, title_words
from bots.commands.folding import fold, foldings
from bots.core.refusal import Refusal
from bots.core.richtext import Code
from bots.core.sanitize import one_line
from bots.dates import shifts
from bots.dates.errors import CalendarProblem
from bots.features.events import rules
from bots.features.events.lookup import MAX_CANDIDATES
from bots.i18n import languages, texts
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import EventOccurrence

_LONGEST = 120
_QUOTED = re.compile(r'["“„«‘]')
_NUMBER_FIRST = re.compile(r"#?([0-9]{1,5})\s+(\S.*)")
_NUMBER_LAST = re.compile(r"(.*\S)\s+#?([0-9]{1,5})\s*[?!.]?")
_VERBS: Mapping[str, str] = {
    "cancel": "cancel", "delete": "cancel", "remove": "cancel", "move": "move", "edit": "edit", "limit": "limit",
    "show": "show",
}  # fmt: skip
"""The event command for each verb."""
_DETAILS = ("title", "place", "link", "description")
"""What `event edit` changes, by name."""


async def check_new(typed: str, turn: Turn) -> None:
    """Raise Refusal("command-unknown"), with the command meant, if the line is about a planned event."""
    line = one_line(typed)
    if len(line) > _LONGEST or "\n" in typed or _QUOTED.search(line):
        return
    upcoming = await events.upcoming(turn.uow, turn.holder, turn.now, MAX_CANDIDATES)
    meant = _new_time(line, upcoming, turn) or _by_number(line, upcoming) or _by_title(line, upcoming, turn)
    if meant:
        group = texts.words(turn.answer_locale, "name-event")
        raise Refusal("command-unknown", given=f"{group} {line}", nearest=(Code(f"!event {meant}"),))


def _new_time(line: str, upcoming: Sequence[EventOccurrence], turn: Turn) -> str:
    """Return the move in "1 to saturday same time", or nothing."""
    match = _NUMBER_FIRST.fullmatch(line)
    planned = _numbered(match[1], upcoming) if match else None
    if match is None or planned is None:
        return ""
    said = shifts.after_moved(match[2]) or match[2]
    return f"move {match[1]} {said}" if _is_new_time(said, planned, turn) else ""


def _is_new_time(said: str, planned: EventOccurrence, turn: Turn) -> bool:
    """Return whether some words say nothing but when an event is to be."""
    try:
        rules.reschedule(planned.occurrence, said, turn.room_context, turn.occurred_at)
    except CalendarProblem:
        return False
    return True


def _by_number(line: str, upcoming: Sequence[EventOccurrence]) -> str:
    """Return the command in "1 auf 12 Leute begrenzen" and "who's coming to 1", or nothing."""
    first, last = _NUMBER_FIRST.fullmatch(line), _NUMBER_LAST.fullmatch(line)
    if first and _numbered(first[1], upcoming):
        return _command(first[1], first[2])
    if last and _numbered(last[2], upcoming):
        return _command(last[2], last[1], only="show")
    return ""


def _by_title(line: str, upcoming: Sequence[EventOccurrence], turn: Turn) -> str:
    """Return the command in "potluck auf sonntag verschieben" and "the potluck is now at 6:30", or nothing."""
    words = line.split()
    for start in range(min(len(words), 4)):
        rest = " ".join(words[start:])
        found = title_words.split_title(rest, [planned.event.title for planned in upcoming])
        if found is not None:
            planned, moved = upcoming[found[0]], shifts.after_moved(found[1])
            if start == 0 and moved and _is_new_time(moved, planned, turn):
                return f"move {planned.event.number} {moved}"
            return _command(str(upcoming[found[0]].event.number), " ".join((*words[:start], found[1])))
    return ""


def _numbered(number: str, upcoming: Sequence[EventOccurrence]) -> EventOccurrence | None:
    return next((planned for planned in upcoming if str(planned.event.number) == number), None)


def _command(number: str, said: str, *, only: str = "") -> str:
    """Return the command that the words beside an event mean: by their first or last word, or as a question.

    `only`: the one command that counts.
    """
    detail, *given = said.split()
    if given and not only and fold(detail.rstrip(":=")) in _detail_names():
        return f"edit {number} {detail.rstrip(':=')}={' '.join(given)}"
    words = [word for word in said.split() if not synonyms.is_small(word)]
    asked = (fold(" ".join(words[:size]).strip("?!., ")) for size in (3, 2, 1))
    if any("event show" in synonyms.meanings().get(phrase, ()) for phrase in asked):
        return f"show {number}"
    for at in (0, -1) if words else ():
        verb = _verb(words[at])
        if verb and verb in (only or verb):
            rest = words[1:] if at == 0 else words[:-1]
            said = shifts.with_verb(words[at], " ".join(rest)) if verb == "move" else " ".join(rest)
            return f"{verb} {number} {said}".strip() if verb != "show" else f"show {number}"
    return ""


@lru_cache(maxsize=1)
def _detail_names() -> frozenset[str]:
    """Return the names of what `event edit` changes, in every language."""
    return frozenset(
        name
        for code in languages.codes()
        for detail in _DETAILS
        for name in foldings(texts.words(code, f"argname-{detail}"))
    )


def _verb(word: str) -> str:
    """Return the command about events that a word for a verb means, or nothing."""
    plain = fold(word.strip("?!.,"))
    meant = synonyms.verbs().get(plain, ())
    names = ((verb, texts.words(code, f"name-{verb}")) for verb in _VERBS for code in languages.codes())
    named = next((verb for verb, name in names if plain in foldings(name)), "")
    return _VERBS.get(named or next(iter(meant), ""), "")
