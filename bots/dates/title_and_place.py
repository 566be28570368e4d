"""Split a line around its date into title, place and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bots.dates import addresses
from bots.dates.grammar import FLAGS, plain
from bots.dates.parsing import QUOTE, Position
from bots.dates.vocabulary import Vocabulary, union

_APOSTROPHE = "\u2019"
_FRENCH_ARTICLES = frozenset({"le", "la", "les", "el"})
_WORD = re.compile(r"\w")
_EDGES = " ,;:.|·\u2013\u2014-"
_SLASH = re.compile(r"^\s*/\s+|\s+/\s*$")
"""At the edge of a piece it parts, as a comma does; but not in "dinner w/"."""
_SENTENCE_END = r"(?:(?<=[^\W\d_]{3})\.|(?<=[0-9])\.(?=\s[^\W\d_]{3})|[!?])\s"
"""No abbreviation: neither "Clinton St." nor "3. OG"."""
_ONLY_HOUR = re.compile(r"[0-9]{1,2}(?:[:.h][0-9]{2})?\s?(?:[ap]m|h|uhr)?", re.IGNORECASE)
_PLACE_END = re.compile(rf"\s*(?:;|\s[-\u2013\u2014|·/]\s|{_SENTENCE_END})\s*")


@dataclass(frozen=True)
class TitleAndPlace:
    """A line without its date. `leftover`: words after the date that are not a place."""

    title: str
    place: str | None
    leftover: str


def split_title_and_place(text: str, dates: Sequence[Position], vocabulary: Vocabulary) -> TitleAndPlace:
    """Sort the words of `text` around its `dates`.

    The title is the quoted text, or what is before and between the dates, or what follows if nothing does. A place
    opens with "@" or a small word ("at", "au") right after a date; elsewhere only where a title seldom has one.
    """
    quote = _quoted_title(text, dates, vocabulary)
    titles, extra, place = [quote[0]] if quote else [], list[str](), ""
    pieces = _pieces(text, sorted([*dates, quote[1]] if quote else dates))
    pieces[0] = _fillers().sub("", pieces[0])
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        rest, here, behind = _split(_trim(piece, vocabulary, last=last), vocabulary, follows=number > 0)
        if place and here:
            rest, here = _trim(piece, vocabulary, last=True), ""
        if not place and not here and not last and any(titles) and addresses.is_place(rest):
            rest, here = "", rest
        place = place or here
        behind_title = bool(quote) or (last and any(titles))
        (extra if behind_title else titles).append(rest)
        extra.append(behind)
    title, leftover = _joined(titles), _joined(extra)
    if not place and leftover:
        place, leftover = addresses.find_place(leftover)
    if not place and not quote:
        title, place = addresses.split_address(title)
    if not place and not quote and not leftover:
        title, place, leftover = addresses.split_title(title)
    return TitleAndPlace(title, place or None, leftover)


def _quoted_title(text: str, dates: Sequence[Position], vocabulary: Vocabulary) -> tuple[str, Position] | None:
    """Return the first quoted text that no "at" precedes; none if it is the end of a title (Film "8 Mile")."""
    opened = re.compile(rf"(?:@|(?<!\w)(?:{vocabulary.place}))\s*$", FLAGS)
    for match in QUOTE.finditer(text):
        said = match[0][1:-1].strip()
        before = text[: match.start()]
        if said and not opened.search(before):
            opens_title = bool(_WORD.search(_fillers().sub("", before))) and not before.rstrip().endswith(":")
            dated = any(start < match.start() for start, _ in dates)
            return None if opens_title and not dated else (said, match.span())
    return None


@lru_cache(maxsize=1)
def _fillers() -> re.Pattern[str]:
    """Return the pattern of a polite opening, in any language, with a word of the title after it."""
    return re.compile(rf"^[\s¡¿]*(?:(?:{union('fillers')})(?:\s+|\s*[,!.…:]+\s*|$)[¡¿]*){{1,3}}", FLAGS)


def _pieces(text: str, used: Sequence[Position]) -> list[str]:
    """Return what is before, between and after the positions."""
    edges = [0, *(edge for position in used for edge in position), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _split(piece: str, vocabulary: Vocabulary, *, follows: bool) -> tuple[str, str, str]:
    """Return what is before a place, the place, and what is after it."""
    opened, sure = _openings(vocabulary)
    match = (opened.match(piece) if follows else None) or sure.search(piece)
    if not match:
        return piece, "", ""
    said, *behind = _PLACE_END.split(match["place"], maxsplit=1)
    if _ONLY_HOUR.fullmatch(said.strip()):
        return piece, "", ""  # "band on at 8"
    said, more = addresses.split_remark(said)
    behind = [more, *behind] if more else behind
    return piece[: match.start()].strip(_EDGES), _place(match["word"], said, vocabulary), " ".join(behind)


@lru_cache
def _openings(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a place right after a date, and anywhere."""
    end = r"(?:(?<=['\u2019@])|(?!\w))\s*(?P<place>\w.*|[\"“„«].*)$"
    sure_place = vocabulary.sure_place.replace("VENUES", vocabulary.venues)
    return (
        re.compile(rf"(?P<word>@|{vocabulary.place}){end}", FLAGS),
        re.compile(rf"(?<!\S)(?P<word>@(?=\s)|{sure_place}){end}", re.VERBOSE),
    )


def _place(word: str, said: str, vocabulary: Vocabulary) -> str:
    """Return the place without its preposition, but with its article: "au jardin" is "le jardin"."""
    article = vocabulary.articles.get(plain(word), "")
    bare = said.strip(_EDGES + '"“”„«»‹›?')
    bare = bare.rstrip(")]").rstrip() if "(" not in bare and "[" not in bare else bare
    if article in _FRENCH_ARTICLES and bare[:1].isdecimal():
        return bare  # "au 15 rue…"
    return article + bare if article.endswith(_APOSTROPHE) else f"{article} {bare}".strip()


def _trim(piece: str, vocabulary: Vocabulary, *, last: bool) -> str:
    """Remove what a date leaves behind when it is cut out: "AG le", "Picnic (", ") and"."""
    piece = _SLASH.sub("", f" {piece.strip(_EDGES)} ").strip(_EDGES).lstrip(")]?! ").rstrip("([").strip(_EDGES)
    dangling = re.compile(rf"(?:^|\s)(?:{vocabulary.dangling})$", FLAGS)
    while not last and dangling.search(piece):
        piece = dangling.sub("", piece).strip(_EDGES)
    return piece


def _joined(pieces: Sequence[str]) -> str:
    return " ".join(piece for piece in pieces if piece).strip()
