"""People who come back: they go on where they were, get a short greeting, or start from the beginning."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import MemberJoined
from bots.core.outbound import Content
from bots.core.richtext import join
from bots.features.onboarding import calls, rules, steps
from bots.features.onboarding.greeters import MAX_NAMES, names_of
from bots.turn.turn import Turn
from storage.tables import Journey, JourneyStage

_RECENTLY = timedelta(days=1)
"""Within this time after a greeting we greet nobody again, however often they leave and come back."""
_KNOWN = (JourneyStage.DONE, JourneyStage.RETURNED)
_UNDER_WAY = (*rules.STEPS, JourneyStage.GREETER)


async def take_back(journey: Journey, value: MemberJoined, turn: Turn) -> bool:
    """Take in somebody who was here before. Return False if they start from the beginning."""
    if journey.stage in _UNDER_WAY or (journey.stage in _KNOWN and journey.left_at is None):
        return True  # They never left: this is another room, or the platform tells it twice.
    missed_notice = _missed_relaying_notice(journey, turn)
    if journey.stage == JourneyStage.LEFT and _may_go_on(journey, turn) and not missed_notice:
        await _go_on(journey, turn)
        return True
    if journey.stage not in _KNOWN and not (journey.stage == JourneyStage.LEFT and journey.answer):
        return False
    journey.room_id, journey.user, journey.name = turn.room.id, value.person.user, value.person.name
    journey.stage, journey.left_stage = JourneyStage.DONE, None
    if missed_notice or not _greeted_recently(journey, turn):
        journey.stage = JourneyStage.RETURNED
    else:
        journey.left_at = None
    return True


def _greeted_recently(journey: Journey, turn: Turn) -> bool:
    return journey.welcomed_at is not None and turn.now - journey.welcomed_at < _RECENTLY


def may_skip_steps(journey: Journey, turn: Turn) -> bool:
    """Return whether somebody who left a moment ago had finished all steps."""
    left = journey.stage == JourneyStage.LEFT and journey.left_stage == JourneyStage.GREETER
    return left and _greeted_recently(journey, turn)


def _may_go_on(journey: Journey, turn: Turn) -> bool:
    return journey.left_stage in _UNDER_WAY and journey.room_id == turn.room.id and _greeted_recently(journey, turn)


def _missed_relaying_notice(journey: Journey, turn: Turn) -> bool:
    """Return whether the community began to relay while this person was away."""
    since = turn.community.relaying_since if turn.community.relaying else None
    return since is not None and journey.left_at is not None and since > journey.left_at


async def _go_on(journey: Journey, turn: Turn) -> None:
    """Resume the step where a newcomer left, without repeating its question."""
    assert journey.left_stage is not None, "the caller checked it"
    journey.stage, journey.left_stage, journey.left_at = journey.left_stage, None, None
    if journey.stage == JourneyStage.GREETER:
        await calls.wait_again(journey, turn)
    elif journey.place == turn.room.room:
        await steps.expect_reply(journey, turn)
    elif journey.place is None:
        turn.schedule("onboarding-nudge", str(journey.id), turn.now + rules.NUDGE_DELAY)


def greet(returned: list[Journey], turn: Turn) -> None:
    """Greet members who came back with one short post, which tells them about relaying if they don't know of it."""
    if not returned:
        return
    named, more = returned[:MAX_NAMES], len(returned) - MAX_NAMES
    text = turn.text("onboarding-back-more" if more > 0 else "onboarding-back", names=names_of(named), more=more)
    news = steps.about_relaying(turn) if any(_missed_relaying_notice(one, turn) for one in returned) else ()
    turn.post_content(Content(text=join([text, news]), mentions=tuple(journey.user for journey in named)))
    for journey in returned:
        journey.stage, journey.welcomed_at, journey.left_at = JourneyStage.DONE, turn.now, None
