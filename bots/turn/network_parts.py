"""The parts of a network: the communities and networks in it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import dropwhile

from bots.commands import synonyms
from bots.commands.folding import fold, folded_words
from bots.core.confusables import look_alike, skeleton
from bots.core.refusal import Refusal
from bots.i18n import texts
from bots.turn.turn import Turn
from storage.queries import memberships
from storage.queries.memberships import Place
from storage.tables import Membership, Network

MAX_NAMES = 10
"""How many parts one command may name."""
MAX_NAMED = 8
"""The parts that a refusal names: those whose names are most like what somebody typed."""


async def parts_of(network: Network, turn: Turn) -> Sequence[Place]:
    """Return the networks and communities in a network, each by name."""
    return [
        *await memberships.networks_in(turn.uow, network.id),
        *await memberships.communities_of(turn.uow, network.id),
    ]


async def find(given: str, network: Network, turn: Turn) -> Place | None:
    """Return the part of a network that somebody means by a name, or None."""
    return next((part for part in await parts_of(network, turn) if look_alike(part.name, given)), None)


async def named(given: str, network: Network, turn: Turn, *, argument: str = "name") -> list[tuple[Place, Membership]]:
    """Return the parts of a network with this name, or with these names and commas between.

    Raises Refusal about the `argument` that has the names.
    """
    names = [given] if await find(given, network, turn) else _names(given)
    if len(names) > MAX_NAMES:
        raise Refusal("network-names-many", argument=argument, limit=MAX_NAMES)
    found = list[tuple[Place, Membership]]()
    for name in names:
        part = await find(name, network, turn) or await find(_bare(name), network, turn)
        row = await memberships.live(turn.uow, part, network) if part is not None else None
        if part is None or row is None:
            raise await unknown(name, network, turn, argument)
        found.append((part, row))
    return found


def _bare(name: str) -> str:
    """Return a name without the words that lead to it, and without polite ones: "for Lyon please"."""
    leading = folded_words("network-part-words")
    words = synonyms.without_small_words(name).split()
    return " ".join(dropwhile(lambda word: fold(word) in leading, words))


def _names(given: str) -> list[str]:
    return list(dict.fromkeys(name for part in given.replace(";", ",").split(",") if (name := part.strip())))


async def unknown(given: str, network: Network, turn: Turn, argument: str = "name") -> Refusal:
    """Return the refusal that names the likeliest parts, and how many more there are."""
    names = sorted((part.name for part in await parts_of(network, turn)), key=lambda name: -_similarity(name, given))
    shown, more = tuple(names[:MAX_NAMED]), len(names) - MAX_NAMED
    if more > 0:
        shown = (*shown, texts.words(turn.answer_locale, "network-parts-more", {"count": more}))
    args = {"given": given, "network": network.name, "names": shown or ("–",)}
    return Refusal("network-part-unknown", argument=argument, **args)


def _similarity(name: str, given: str) -> float:
    """Return how much a name is like another one, from 0 to 2; one that contains it comes first."""
    one, other = skeleton(name), skeleton(given)
    return (other in one) + SequenceMatcher(None, one, other, autojunk=False).ratio()
