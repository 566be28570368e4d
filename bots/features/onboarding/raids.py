"""Many people who come at once: one greeting for all, no private messages, and one call for the greeters."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.core.richtext import Break
from bots.features.onboarding import greeters, rules, steps
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import onboarding
from storage.tables import Journey, JourneyStage

TIMER = "raid"


async def is_raid(newcomers: Sequence[Journey], turn: Turn) -> bool:
    """Return whether more people came to the room than anybody can greet one by one."""
    recent = await onboarding.count_since(turn.uow, turn.room.id, turn.now - rules.RAID_WINDOW)
    return max(len(newcomers), recent) > rules.RAID_SIZE


async def greet(newcomers: list[Journey], turn: Turn) -> None:
    """Greet all of them in one post, with the rules, and tell the greeters once. Then say nothing for an hour."""
    _take_in(newcomers, turn)
    welcome = steps.welcome(newcomers, turn)
    if turn.community.rules:
        step = steps.step_content(newcomers[0], turn, f"rulesof:{turn.room.id}")
        welcome = Content(text=(*welcome.text, Break(), *step.text), buttons=step.buttons, mentions=welcome.mentions)
    welcome = structs.replace(welcome, silent=True)
    turn.post_content(welcome, card=f"journey:room{turn.room.id}")
    await _report(len(newcomers), turn)
    _pause(turn)


async def _report(count: int, turn: Turn) -> None:
    """Tell the greeters, once, that many people came. In quiet hours post it without calling anybody."""
    called, quiet = await greeters.greeters_of(turn), quiet_until(turn.community, turn.now) is not None
    mentions = () if quiet else greeters.users_of(called)
    names = greeters.list_greeters(called, turn)
    turn.post("onboarding-raid", mentions=mentions, silent=quiet, greeters=names, count=count)


def _take_in(newcomers: Sequence[Journey], turn: Turn) -> None:
    """Put the newcomers where only the rules are left to accept, by the button for everybody in the room."""
    for journey in newcomers:
        journey.stage = JourneyStage.RULES if turn.community.rules else JourneyStage.DONE
        journey.called_at, journey.place = turn.now, turn.room.room


def _pause(turn: Turn) -> None:
    turn.schedule(TIMER, str(turn.room.id), turn.now + rules.RAID_PAUSE)


async def end(timer: TimerFired, turn: Turn) -> None:
    """Greet again from now on, also those who came after the raid. If it went on, keep silent for another hour."""
    here = await turn.in_active_room(int(timer.subject))
    if here is None:
        return
    newcomers = await onboarding.in_stage(here.uow, here.room.id, JourneyStage.JOINED)
    over = here.now - rules.RAID_PAUSE + rules.RAID_WINDOW
    later = [journey for journey in newcomers if journey.joined_at > over]
    if len(later) > rules.RAID_SIZE:
        _take_in(newcomers, here)
        _pause(here)
        return
    _take_in([journey for journey in newcomers if journey.joined_at <= over], here)
    if later:
        here.schedule("greeting", timer.subject, here.now)


async def too_many_requests(turn: Turn) -> bool:
    """Return whether so many people ask to join that the greeters find them in the platform's list only."""
    since = turn.now - rules.RAID_WINDOW
    return await onboarding.count_since(turn.uow, turn.room.id, since, JourneyStage.REQUESTED) > rules.RAID_SIZE
