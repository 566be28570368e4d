"""The numbers of a highlight as its room reads them: how many people liked its copies and where, how many replied."""

from __future__ import annotations

from bots.core.richtext import Rich
from bots.turn.turn import Turn
from storage.queries import echoes
from storage.queries.echoes import PlaceCount
from storage.queries.figures import LEAST_COUNT
from storage.tables import Community, Highlight, Network

_NAMED_PLACES = 3
"""The most places whose number of people the note tells."""


async def describe(highlight: Highlight, turn: Turn) -> Rich:
    """Return what came back of a published highlight: people and places, and replies. Nothing before anything came.

    A place is named with its number from five people on; fewer are only in the total.
    """
    places, replies = await echoes.by_place(turn.uow, highlight), await echoes.count_replies(turn.uow, highlight)
    people = sum(place.people for place in places)
    if not people and not replies:
        return ()
    named = [place for place in places if place.people >= LEAST_COUNT][:_NAMED_PLACES]
    detail = tuple(
        [turn.label("highlight-echo-place", place=await _name(one, turn), count=one.people) for one in named]
    )
    return turn.text(
        "highlight-echo", count=people, places=len(places), replies=replies, named=len(detail), detail=detail or ("–",)
    )


async def _name(place: PlaceCount, turn: Turn) -> str:
    owner = await turn.uow.get(Community, place.community) or await turn.uow.get(Network, place.network)
    return owner.name if owner is not None else ""
