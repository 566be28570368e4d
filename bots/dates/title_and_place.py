"""What of a line is the title, what the place, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bots.dates.languages import Language
from bots.dates.parsing import Stretch

_APOSTROPHE = "\u2019"
_EDGES = " ,;:.|·\u2013\u2014-"
_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»')
_PLACE_END = re.compile(r"\s*(?:;|\s[-\u2013\u2014|]\s|[.!?]\s)\s*")


@dataclass(frozen=True)
class Words:
    """A line without its date. `leftover`: what was said behind the date and is no place."""

    title: str
    place: str | None
    leftover: str


def words(text: str, used: Sequence[Stretch], language: Language) -> Words:
    """Sort what is left of `text` around the `used` stretches.

    The title is the quoted text, or what stands before and between the dates, or what follows if nothing does. A place
    opens with "@" or a small word ("at", "au") right behind a date; elsewhere only where a title seldom has one.
    """
    quote = _quoted_title(text, language)
    titles, extra, place = [quote[0]] if quote else [], list[str](), ""
    pieces = _pieces(text, sorted([*used, quote[1]] if quote else used))
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        rest, here, behind = _split(_trim(piece, language, last=last), language, follows=number > 0)
        if place and here:
            rest, here = _trim(piece, language, last=True), ""
        place = place or here
        behind_title = bool(quote) or (last and any(titles))
        (extra if behind_title else titles).append(rest)
        extra.append(behind)
    return Words(_joined(titles), place or None, _joined(extra))


def _quoted_title(text: str, language: Language) -> tuple[str, Stretch] | None:
    """The first quoted text that no "at" precedes."""
    opened = re.compile(rf"(?:@|(?<!\w)(?:{language.place}))\s*$", re.IGNORECASE)
    for match in _QUOTED.finditer(text):
        said = (match[1] or match[2] or match[3] or "").strip()
        if said and not opened.search(text[: match.start()]):
            return said, match.span()
    return None


def _pieces(text: str, used: Sequence[Stretch]) -> list[str]:
    """What stands before, between and behind the stretches."""
    edges = [0, *(edge for stretch in used for edge in stretch), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _split(piece: str, language: Language, *, follows: bool) -> tuple[str, str, str]:
    """What stands before a place, the place, and what stands behind it."""
    opened, sure = _openings(language)
    match = (opened.match(piece) if follows else None) or sure.search(piece)
    if not match:
        return piece, "", ""
    said, *behind = _PLACE_END.split(match["place"], maxsplit=1)
    return piece[: match.start()].strip(_EDGES), _place(match["word"], said, language), " ".join(behind)


@lru_cache(maxsize=8)
def _openings(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a place right behind a date, and anywhere."""
    end = r"(?:(?<=['\u2019@])|(?!\w))\s*(?P<place>\w.*|[\"“«].*)$"
    return (
        re.compile(rf"(?P<word>@|{language.place}){end}", re.IGNORECASE),
        re.compile(rf"(?<!\S)(?P<word>@(?=\s)|{language.sure_place}){end}"),
    )


def _place(word: str, said: str, language: Language) -> str:
    """The place without its preposition, but with its article: "au jardin" is "le jardin"."""
    article = language.articles.get(" ".join(word.lower().split()), "")
    bare = said.strip(_EDGES + '"“”«»')
    bare = bare.rstrip(")]").rstrip() if "(" not in bare and "[" not in bare else bare
    return article + bare if article.endswith(_APOSTROPHE) else f"{article} {bare}".strip()


def _trim(piece: str, language: Language, *, last: bool) -> str:
    """Without what the removed date leaves behind: "AG le", "Picnic (", ") and"."""
    piece = piece.strip(_EDGES).lstrip(")]").rstrip("([").strip(_EDGES)
    dangling = re.compile(rf"(?:^|\s)(?:{language.dangling})$", re.IGNORECASE)
    while not last and dangling.search(piece):
        piece = dangling.sub("", piece).strip(_EDGES)
    return piece


def _joined(pieces: Sequence[str]) -> str:
    return " ".join(piece for piece in pieces if piece).strip()
