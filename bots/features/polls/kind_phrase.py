"""The kind of a poll in people's words: `consent "We paint the shed"`, `classement : Où va-t-on ? Jardin, Parc`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bots.commands.quotes import find_quotations
from bots.dates.vocabulary import unaccent
from bots.features.polls.vocabulary import (
    FLAGS,
    RULES,
    flags_by_word,
    kinds_by_word,
    rule_pattern,
    sounds_like_question,
)
from bots.i18n.answers import without_accents
from storage.tables import PollKind

YES_NO = "yesno"
"""What people call a choice between yes and no."""
DATES = "dates"
"""What people call a choice between dates."""
KIND_WORDS = (PollKind.CHOICE.value, YES_NO, DATES, *(kind.value for kind in PollKind if kind != PollKind.CHOICE))
"""The kinds that people can ask for."""
_MAX_WORDS = 3
_LONGEST = 60
_JOINT = re.compile(r"\s*[:：]?\s+|\s*[:：]\s*|\s*$")


@dataclass(frozen=True, slots=True)
class KindPhrase:
    """The kind and the settings that a text begins with, the rest, and whether that is the only likely meaning."""

    kind: str
    rest: str
    sure: bool = True
    flags: tuple[str, ...] = ()


def read_kind(typed: str) -> str:
    """Return the kind that somebody named, in any language; their own words where they name none."""
    plain = without_accents(" ".join(typed[:_LONGEST].casefold().split()))
    return kinds_by_word().get(plain) or (plain if plain in KIND_WORDS else typed.strip())


def take_kind(text: str) -> KindPhrase:
    """Split a text after the kind and the settings at its beginning: `anonymous ranked "Where?"`."""
    first = _take(text, _read_flag)
    phrase = _take(first.rest if first.kind else text, _read_only_kind)
    if not first.kind:
        last = _take(phrase.rest, _read_flag) if phrase.kind else KindPhrase("", text)
        return replace(phrase, rest=last.rest, sure=last.sure, flags=(last.kind,)) if last.kind else phrase
    return replace(phrase if phrase.kind else replace(first, kind=""), flags=(first.kind,))


def _read_only_kind(typed: str) -> str:
    kind = read_kind(typed)
    return kind if kind in KIND_WORDS else ""


def _read_flag(typed: str) -> str:
    return flags_by_word().get(without_accents(typed.casefold()), "")


def _take(text: str, read: Callable[[str], str]) -> KindPhrase:
    """Split a text after what it begins with. Before a quotation or a colon the word surely means that."""
    begin = text.lstrip()
    words = begin[:_LONGEST].split(maxsplit=_MAX_WORDS)
    for size in range(min(_MAX_WORDS, len(words)), 0, -1):
        phrase = begin[: _end_of(begin, size)]
        kind = read(phrase.rstrip(" :："))
        if not kind:
            continue
        rest = begin[len(phrase) :]
        if rest.lstrip().startswith(("?", "？")):
            continue
        quoted = bool(found := find_quotations(rest[:600])) and not rest[: found[0].start].strip(" :：")
        joint = _JOINT.match(rest)
        has_colon = phrase.rstrip().endswith((":", "：")) or (joint is not None and any(c in joint[0] for c in ":："))
        sure, behind = quoted or has_colon or not rest.strip(), rest.lstrip(" :：\n")
        if sure or begins_poll(behind):
            return KindPhrase(kind, behind, sure=sure)
    return KindPhrase("", text)


def begins_poll(text: str) -> bool:
    """Return whether a question, or more settings, may begin here: "hidden gems in town?" asks about hidden gems."""
    if text[:1].isupper() or text[:1] in {"¿", "¡"} or sounds_like_question(text):
        return True
    is_rule = any(
        re.match(rf"{unaccent(rule_pattern(name))}(?!\w)", unaccent(text[:_LONGEST]), FLAGS) for name in RULES
    )
    return is_rule or bool(_take(text, lambda typed: _read_flag(typed) or _read_only_kind(typed)).kind)


def _end_of(text: str, size: int) -> int:
    """Return where the first words of a text end."""
    ends = [match.end() for match in re.finditer(r"\S+", text[:_LONGEST])]
    return ends[size - 1]
