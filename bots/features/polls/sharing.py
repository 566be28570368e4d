"""A poll's results as the networks see them."""

from __future__ import annotations

from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Bold, Rich, Text, join
from bots.features.polls import lookup, rules, verdict, views
from bots.features.polls.kinds.tally import Tally
from bots.i18n.numbers import percent
from bots.turn.shared_objects import ObjectSharing, SharedObject
from bots.turn.turn import Turn
from storage.queries.figures import LEAST_COUNT
from storage.tables import Poll, PollKind, PollState


async def _find(call: CommandInvoked, number: str | None, turn: Turn) -> int:
    poll = await lookup.find_closed_poll(call, number, turn)
    return await _check(str(poll.id), turn)


async def _check(subject: str, turn: Turn) -> int:
    """Return the id of a closed poll of the community. Raises Refusal("poll-share-open" | "button-unknown")."""
    poll = await turn.held_row(Poll, subject)
    if poll.state == PollState.DELETED or poll.community_id != turn.community.id:
        raise Refusal("button-unknown")
    if poll.state != PollState.CLOSED:
        raise Refusal("poll-share-open", number=poll.number, question=poll.question)
    return poll.id


async def _render(number: int, turn: Turn) -> SharedObject | None:
    """Show the question and, of five voters or more, the result."""
    poll = await turn.uow.get(Poll, number)
    if poll is None or poll.state == PollState.DELETED:
        return None
    tally = await views.count_ballots(poll, turn)
    question: Rich = (Bold((Text(poll.question),)),)
    return SharedObject(poll.question, join([question, *_result(poll, tally, turn)]))


def _result(poll: Poll, tally: Tally, turn: Turn) -> list[Rich]:
    if poll.state != PollState.CLOSED:
        return [turn.text("poll-shared-open")]
    if tally.voters < LEAST_COUNT:
        return [turn.text("poll-shared-few", least=LEAST_COUNT)]
    return [*_verdict(poll, tally, turn), turn.text("poll-voted", count=tally.voters)]


def _verdict(poll: Poll, tally: Tally, turn: Turn) -> list[Rich]:
    """Return the shares of a choice, whether there is consent, or what won where shares would say little."""
    if poll.kind == PollKind.CHOICE:
        locale = turn.room_context.locale
        return [
            (Text(f"{emoji} {label} {percent(tally.percent(at), locale)}"),)
            for at, emoji, label in rules.standing(poll)
        ]
    found = verdict.of(poll, tally)
    if poll.kind == PollKind.CONSENT:
        agreed = found.text_id == "poll-consent-reached"
        return [turn.text("poll-shared-agreed" if agreed else "poll-shared-not-agreed")]
    return [turn.text("poll-shared-chosen", winners=found.winners)] if found.winners else []


SHARING = ObjectSharing(_find, _check, _render)
