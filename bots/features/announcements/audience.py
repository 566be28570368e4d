"""The audience of an announcement: `all`, `tag:bike`, `lang:fr`, `platform:telegram`, `size:20+`, or names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from bots.commands import checks
from bots.commands.folding import fold
from bots.core.confusables import look_alike
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join
from bots.i18n import languages, texts
from bots.i18n.answers import without_accents
from bots.turn.turn import Turn
from storage.queries import member_selection, recipients, tags
from storage.queries.member_selection import MemberSelection
from storage.queries.recipients import RecipientFilter
from storage.tables import Community

EVERYBODY = RecipientFilter()
MAX_LENGTH = 600
MAX_NAMED = 8
"""How many communities the description of an audience names."""
_KINDS = ("tag", "language", "platform", "size")
_TOKEN = re.compile(r"(\w{1,20})\s?[:=]\s?([^\s,;]{1,60})")
_SIZE = re.compile(r"(?P<least>[0-9]{1,6})?(?P<mark>\+|-|–|\.\.)?(?P<most>[0-9]{1,6})?", re.ASCII)


async def parse(typed: str, networks: Sequence[int], turn: Turn) -> RecipientFilter:
    """Return the communities that somebody means. Of one kind (two tags) any counts, of several kinds all.

    Raises Refusal("announce-to-mixed" | "announce-to-unknown" | "announce-size" | "locale-unknown" |
    "announce-platform").
    """
    checks.check_length(typed, MAX_LENGTH, "to")
    if _plain(typed) in _words("all"):
        return EVERYBODY
    tokens = [(kind, match) for match in _TOKEN.finditer(typed) if (kind := _kind(match[1]))]
    names = _without(typed, [match.span() for _, match in tokens])
    if tokens and names:
        raise Refusal("announce-to-mixed", argument="to", given=typed)
    if names:
        return RecipientFilter(communities=frozenset([await _community(name, networks, turn) for name in names]))
    selection = MemberSelection()
    for kind, match in tokens:
        selection = _with(selection, kind, match[2], turn)
    return RecipientFilter(selection=selection)


def _without(typed: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return the parts of a list that are left when these spans are cut out."""
    for start, end in reversed(spans):
        typed = typed[:start] + "," + typed[end:]
    return [part for part in (one.strip(' "“”«»„') for one in re.split(r"[,;\n]", typed)) if part]


def _with(selection: MemberSelection, kind: str, value: str, turn: Turn) -> MemberSelection:
    """Return the selection with one condition more."""
    match kind:
        case "tag":
            return replace(selection, tags=selection.tags | {fold(value).removeprefix("#")})
        case "language":
            return replace(selection, languages=selection.languages | {checks.known_language(value, "to")})
        case "platform":
            known = sorted({one.platform for one in turn.capabilities_by_account.values()})
            if value.casefold() not in known:
                raise Refusal("announce-platform", argument="to", given=value, names=tuple(known))
            return replace(selection, platforms=selection.platforms | {value.casefold()})
        case _:
            least, most = _size(value)
            return replace(selection, least=least, most=most)


def _size(value: str) -> tuple[int | None, int | None]:
    """Return the bounds in `20+`, `20-50` or `-50`. Raises Refusal("announce-size" | "size-few")."""
    match = _SIZE.fullmatch(value)
    if match is None or not match["mark"] or not (match["least"] or match["most"]):
        raise Refusal("announce-size", argument="to", given=value)
    least, most = parse_int(match["least"] or ""), parse_int(match["most"] or "")
    if (match["mark"] == "+" and most is not None) or (least is not None and most is not None and least > most):
        raise Refusal("announce-size", argument="to", given=value)
    if member_selection.tells_too_much(least, most):
        raise Refusal("size-few", argument="to", given=value)
    return least, most


async def _community(name: str, networks: Sequence[int], turn: Turn) -> int:
    """Return the id of the community that somebody names. Raises Refusal("announce-to-unknown")."""
    known = await recipients.named(turn.uow, networks)
    exact = [key for key, other in known if other.casefold() == name.casefold()]
    found = exact or [key for key, other in known if look_alike(other, name)]
    if len(found) != 1:
        shown = tuple(other for _, other in known[:MAX_NAMED]) or ("–",)
        raise Refusal("announce-to-unknown", argument="to", given=name, names=shown)
    return found[0]


def _plain(text: str) -> str:
    return without_accents(text).casefold().strip(" .!")


@cache
def _words(kind: str) -> frozenset[str]:
    """Return the words for a kind of condition, in every language."""
    return frozenset(
        _plain(word) for code in languages.codes() for word in texts.words(code, f"audience-words-{kind}").split()
    )


def _kind(word: str) -> str | None:
    return next((kind for kind in _KINDS if _plain(word) in _words(kind)), None)


def encode(audience: RecipientFilter) -> str:
    """Return an audience as JSON, for the row; nothing for everybody."""
    return "" if audience == EVERYBODY else msgspec.json.encode(audience).decode()


def decode(text: str) -> RecipientFilter:
    """Return the audience that `encode` wrote."""
    return msgspec.json.decode(text, type=RecipientFilter) if text else EVERYBODY


async def describe(audience: RecipientFilter, networks: Collection[int], turn: Turn) -> Rich:
    """Return an audience in words. `networks`: those whose spelling of tags it takes."""
    if audience == EVERYBODY:
        return turn.text("audience-all")
    if audience.communities:
        rows = [await turn.uow.get(Community, key) for key in sorted(audience.communities)[:MAX_NAMED]]
        names = tuple(row.name for row in rows if row is not None)
        more = len(audience.communities) - len(names)
        return (Text(", ".join((*names, *(turn.label("announce-more", count=more),) * (more > 0)))),)
    chosen = audience.selection
    labels = await tags.labels(turn.uow, chosen.tags, networks)
    shown = _listed(chosen, tuple(labels.get(tag, tag) for tag in sorted(chosen.tags)))
    parts = [turn.text(f"audience-{kind}", names=names) for kind, names in shown if names]
    if chosen.least is not None:
        parts.append(turn.text("audience-least", count=chosen.least))
    if chosen.most is not None:
        parts.append(turn.text("audience-most", count=chosen.most))
    return join(parts, (Text(" · "),))


def _listed(chosen: MemberSelection, shown_tags: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("tags", shown_tags),
        ("languages", tuple(languages.language(code).name for code in sorted(chosen.languages))),
        ("platforms", tuple(sorted(chosen.platforms))),
    )
