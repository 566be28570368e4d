"""The sections of a digest; an empty one is left out."""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.core.richtext import Break, Node, Rich, Text, join
from bots.core.sanitize import clean, cut
from bots.features.highlights import views
from bots.features.polls.rules import labels, tally
from bots.turn.turn import Turn
from storage.queries import events, highlights, onboarding, polls
from storage.tables import Network

LONGEST_LINE = 120
MOST_LINES = 8
AHEAD = timedelta(days=1)
"""An event is told when it is new, and again when it begins within this time."""


async def compose(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich | None:
    """The whole digest in the turn's language; None when nothing happened."""
    sections = [await section(network, since, until, turn) for section in SECTIONS]
    told = [found for found in sections if found]
    if not told:
        return None
    return join([turn.text("digest-title", network=network.name), *told], (Break(), Break()))


def _section(title: Rich, lines: list[Rich], turn: Turn) -> Rich:
    """A title and its lines, the longest lists cut."""
    if not lines:
        return ()
    more = len(lines) - MOST_LINES
    shown = [_item(line) for line in lines[:MOST_LINES]]
    return join([title, *shown, *([turn.text("digest-more", count=more)] if more > 0 else [])])


def _item(line: Rich) -> Rich:
    bullet: tuple[Node, ...] = (Text("• "),)
    return (*bullet, *line)


def _short(text: str) -> str:
    return cut(" ".join(clean(text).split()), LONGEST_LINE)


async def _highlights(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    lines = [
        turn.text(
            "digest-highlight", community=community.name, text=_short(highlight.text), link=views.link(highlight, turn)
        )
        for highlight, community in await highlights.published_between(turn.uow, network.id or 0, since, until)
    ]
    return _section(turn.text("digest-highlights"), lines, turn)


async def _newcomers(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    lines = [
        turn.text("digest-newcomers-of", community=community.name, count=count)
        for community, count in await onboarding.newcomers_between(turn.uow, network.id or 0, since, until)
    ]
    return _section(turn.text("digest-newcomers"), lines, turn)


async def _polls(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    lines = []
    for poll, community in await polls.closed_between(turn.uow, network.id or 0, since, until):
        counted = tally(poll, await polls.ballots(turn.uow, poll.id or 0))
        winners = tuple(labels(poll)[index] for index in counted.winners())
        text_id = "digest-poll" if winners else "digest-poll-empty"
        lines.append(turn.text(text_id, community=community.name, question=poll.question, result=winners))
    return _section(turn.text("digest-polls"), lines, turn)


async def _events(network: Network, since: datetime, until: datetime, turn: Turn) -> Rich:
    lines = [
        turn.text("digest-event", community=community.name, title=_short(event.title), when=occurrence.starts_at)
        for (event, occurrence), community in await events.coming_up(
            turn.uow, network.id or 0, since=since, until=until, soon=until + AHEAD
        )
    ]
    return _section(turn.text("digest-events"), lines, turn)


SECTIONS = (_highlights, _polls, _newcomers, _events)
