"""The digest's count of newcomers."""

from __future__ import annotations

from bots.turn.digest_section import Line, Scope, Section
from bots.turn.turn import Turn
from storage.tables import Community

_TEXTS = {"of": "digest-newcomers-of", "few": "digest-newcomers-few"}
_OWN = {"of": "digest-newcomers-of-own", "few": "digest-newcomers-few-own"}


async def digest_section(scope: Scope, turn: Turn) -> Section:
    """Return one line for each community with newcomers in the period: how many, or a few where that is not told."""
    figures = scope.figures
    counted = [(community, "of", count) for community, count in figures.newcomers]
    few = [(community, "few", 0) for community in figures.few]
    lines = [await _line(*place, scope, turn) for place in (*counted, *few)[: scope.limit]]
    return Section(turn.text("digest-newcomers"), lines, figures.newcomer_places + figures.few_places)


async def _line(community_id: int, form: str, count: int, scope: Scope, turn: Turn) -> Line:
    community = await turn.uow.get(Community, community_id)
    args: dict[str, object] = {"count": count} if form == "of" else {}
    if not scope.is_own:
        args["community"] = community.name if community is not None else ""
    text_id = _OWN[form] if scope.is_own else _TEXTS[form]
    return Line(f"newcomers.{community_id}", turn.text(text_id, **args), community_id)
