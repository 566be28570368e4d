"""The preview of a ritual, which asks whether to begin it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.dates.recurrence import Repetition, parse_rule
from bots.dialogs.yes_no import YesNo
from bots.features.rituals import commands, schedule, setting
from bots.features.rituals.reading import SILENT_AFTER, Plan
from bots.turn.turn import Turn
from storage.queries import rituals
from storage.tables import Ritual, RitualState

MAX_RITUALS = 30
"""How many rituals one community can have."""


async def check_room(turn: Turn) -> None:
    """Raise Refusal("ritual-too-many") where a community has enough rituals."""
    if len(await rituals.of_community(turn.uow, turn.community.id)) >= MAX_RITUALS:
        raise Refusal("ritual-too-many", limit=MAX_RITUALS)


async def ask(plan: Plan, turn: Turn) -> None:
    """Show a ritual with its rule and its next dates, and ask whether to begin it."""
    schedule.check_holidays(plan.rule, turn.community)
    ritual = new_ritual(plan, turn)
    own = turn.in_language(turn.answer_locale)
    shown = join([own.text("ritual-ask", room=turn.room_name, **described(ritual, own)), setting.lines(ritual, own)])
    await START.ask("new", shown, turn, pack(plan))


def described(ritual: Ritual, turn: Turn) -> dict[str, str | Rich]:
    """Return the prompt, the rule in words and the next dates, for texts."""
    return {
        "prompt": ritual.prompt,
        "rule": schedule.words(ritual, turn.community, turn),
        "dates": schedule.dates_line(ritual, turn.community, turn),
    }


def new_ritual(plan: Plan, turn: Turn) -> Ritual:
    """Return the ritual of a plan, which is not stored yet."""
    ritual = Ritual(
        community_id=turn.community.id, number=0, room_id=turn.room.id, prompt=plan.prompt, rule="", wall_start="",
        zone="", created_by=turn.member_id, created_at=turn.now, rotates=plan.rotates, silent_after=plan.silent_after,
    )  # fmt: skip
    schedule.write(ritual, plan.rule, plan.start, turn.room_context.zone)
    return ritual


def pack(plan: Plan) -> dict[str, str]:
    """Return a plan as the state of a dialog."""
    left_out = ",".join(on.isoformat() for on in plan.rule.left_out)
    return {
        "prompt": plan.prompt, "rule": str(plan.rule.rule), "left_out": left_out,
        "holidays": "1" * plan.rule.skips_holidays, "start": plan.start.isoformat(timespec="minutes"),
        "rotates": "1" * plan.rotates, "silent_after": str(plan.silent_after),
    }  # fmt: skip


def unpack(kept: Mapping[str, str]) -> Plan:
    """Return what `pack` kept."""
    left_out = tuple(date.fromisoformat(on) for on in kept["left_out"].split(",") if on)
    rule = Repetition(rule=parse_rule(kept["rule"]), left_out=left_out, skips_holidays=bool(kept["holidays"]))
    return Plan(
        prompt=kept["prompt"], rule=rule, start=datetime.fromisoformat(kept["start"]),
        rotates=bool(kept.get("rotates")), silent_after=int(kept.get("silent_after", SILENT_AFTER)),
    )  # fmt: skip


async def _begin(_subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    ritual = new_ritual(unpack(kept), turn)
    ritual.number = await rituals.next_number(turn.uow, turn.community.id)
    await turn.uow.add(ritual)
    first = schedule.set_timer(ritual, turn.community, turn)
    if first is None:
        raise Refusal("ritual-no-dates")
    turn.answer("ritual-begun", number=str(ritual.number), when=first)


def changed(ritual: Ritual, plan: Plan, zone: ZoneInfo) -> None:
    """Give a ritual other words or another rule, and let it go on."""
    ritual.prompt, ritual.state, ritual.unanswered = plan.prompt, RitualState.ACTIVE, 0
    schedule.write(ritual, plan.rule, plan.start, zone)


START = YesNo(kind="ritualstart", yes="ritual-yes", command=commands.RITUAL, act=_begin)
