"""Pausing, resuming, changing and ending a ritual."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.commands.quotes import find_quotations
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.dates.rule_line import says_once
from bots.dialogs.yes_no import YesNo
from bots.features.rituals import commands, drafts, lookup, reading, rounds, schedule
from bots.features.rituals.reading import Plan
from bots.turn.turn import Turn
from storage.queries import rituals
from storage.tables import Ritual, RitualState


async def pause(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual pause [number]`."""
    ritual = await lookup.find(args, turn)
    ritual.state = RitualState.PAUSED
    turn.cancel_timer(schedule.ROUND, str(ritual.id))
    turn.answer("ritual-paused", number=str(ritual.number), title=lookup.title(ritual))


async def resume(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual resume [number]`: continue on the next date."""
    ritual = await lookup.find(args, turn)
    following = schedule.set_timer(ritual, turn.community, turn)
    if following is None:
        raise Refusal("ritual-no-dates")
    if ritual.state != RitualState.ACTIVE:
        ritual.state, ritual.unanswered = RitualState.ACTIVE, 0
    turn.answer("ritual-resumed", number=str(ritual.number), title=lookup.title(ritual), when=following)


async def edit(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual edit [number] "prompt" rule`, or one of both: show what it becomes, and ask first."""
    ritual, typed = await lookup.find(args, turn), args.optional_text("what")
    if not typed or says_once(typed):
        raise Refusal("ritual-edit-how", argument="what", number=str(ritual.number))
    plan = _read(ritual, typed, turn)
    schedule.check_holidays(plan.rule, turn.community)
    shown, own = drafts.new_ritual(plan, turn), turn.in_language(turn.answer_locale)
    question = own.text("ritual-edit-ask", number=str(ritual.number), **drafts.described(shown, own))
    await EDIT.ask(str(ritual.id), question, turn, drafts.pack(plan))


def _read(ritual: Ritual, typed: str, turn: Turn) -> Plan:
    """Return what a ritual becomes: words in quotes are the prompt, what is beside them is the rule.

    Words alone are the rule, or else the prompt: they have lost their quotes by now.
    """
    quoted = find_quotations(typed)
    said = f"{typed[: quoted[0].start]} {typed[quoted[0].end :]}".strip() if quoted else typed
    prompt = quoted[0].text.strip() if quoted else ritual.prompt
    rule, start = schedule.repetition(ritual), schedule.first(ritual)
    if said:
        try:
            rule, start = reading.read_rule(said, turn.room_context.locale, turn.room_context.zone, turn.occurred_at)
        except Refusal as refusal:
            if quoted or refusal.text_id != "ritual-how":
                raise
            prompt = typed.strip()
    return Plan(
        prompt=reading.checked(prompt), rule=rule, start=start, rotates=ritual.rotates,
        silent_after=ritual.silent_after,
    )  # fmt: skip


async def _change(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    ritual = await lookup.of_id(subject, turn)
    drafts.changed(ritual, drafts.unpack(kept), turn.room_context.zone)
    following = schedule.set_timer(ritual, turn.community, turn)
    if following is None:
        raise Refusal("ritual-no-dates")
    turn.answer("ritual-resumed", number=str(ritual.number), title=lookup.title(ritual), when=following)


async def stop(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual stop [number]`: ask first, since it can't be undone."""
    ritual = await lookup.find(args, turn)
    own = turn.in_language(turn.answer_locale)
    question = own.text("ritual-stop-ask", number=str(ritual.number), title=lookup.title(ritual))
    await STOP.ask(str(ritual.id), question, turn)


async def _stop(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Erase the ritual's words and the replies that are not gathered."""
    ritual = await lookup.of_id(subject, turn)
    turn.answer("ritual-stopped", title=lookup.title(ritual))
    ritual.state, ritual.prompt = RitualState.STOPPED, ""
    turn.cancel_timer(schedule.ROUND, subject)
    turn.cancel_timer(rounds.TELL, subject)
    await rituals.forget_replies(turn.uow, ritual.id)
    await rituals.forget_volunteers(turn.uow, ritual.id)


EDIT = YesNo(kind="ritualedit", yes="ritual-edit-yes", command=commands.RITUAL_EDIT, act=_change)
STOP = YesNo(kind="ritualstop", yes="ritual-stop-yes", command=commands.RITUAL_STOP, act=_stop)
