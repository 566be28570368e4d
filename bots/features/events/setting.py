"""`event set`: guests, who may come, until when to reply, the question, and who sees the names."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands import argument_names
from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Text, join
from bots.features.events import date_changes, hidden_link, lookup, options, place_lines, reminders, rules, views
from bots.features.events.commands import EVENT_SET
from bots.turn.turn import Turn
from storage.queries import series
from storage.queries.events import EventOccurrence
from storage.tables import EventState

_OF_SERIES = ("visibility", "carry", "tags")
"""What is set for a date and all that follow."""


async def set_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event set [number] name=value …`. Without values, say what is set and how to change it."""
    planned = await lookup.find_event(call, args.optional_text("number"), turn)
    rules.check_changeable(*planned, turn.now)
    given = {name: args.text(name) for name in options.NAMES if name in args.values}
    given |= _named_first(args.optional_text("changes") or "") if not given else {}
    if args.optional_text("changes") and not given and "number" not in args.values and call.reply_to is None:
        line = f"!event create set {args.text('changes')}"
        raise Refusal("command-unknown", given=f"event set {args.text('changes')}", nearest=(Code(line),))
    if args.optional_text("changes") and not given:
        raise Refusal("event-set-how", number=str(planned.event.number), title=views.title(planned.event))
    before = planned.event.link, planned.event.link_hidden
    options.set_options(planned, given, turn)
    await _set_series(planned, given, turn)
    if (planned.event.link, planned.event.link_hidden) != before:
        date_changes.mark_changed(planned.event, turn)
    reminders.set_reply_timer(planned, turn)
    hidden_link.set_timer(planned, turn)
    turn.refresh_card(f"event:{planned.event.id}")
    texts = turn.in_language(turn.answer_locale)
    lines = place_lines.limits(planned, texts) or [texts.text("event-set-nothing")]
    head = "event-set-done" if given else "event-set-now"
    said = join([turn.answer_text(head, title=views.title(planned.event)), *lines], (Text("\n"),))
    if given:
        turn.answer_content(Content(text=said))
        return
    how = turn.answer_text("event-set-how", number=str(planned.event.number), title=views.title(planned.event))
    turn.answer_content(Content(text=join([said, how])))


async def _set_series(planned: EventOccurrence, given: Mapping[str, str], turn: Turn) -> None:
    """Copy what does not depend on one date to the later dates. Raises Refusal("event-carry-single")."""
    event = planned.event
    template = await series.template_of(turn.uow, event.series_id) if event.series_id is not None else None
    if template is None and event.replies_carry:
        raise Refusal("event-carry-single", number=str(event.number), title=views.title(event))
    if template is not None and any(name in given for name in _OF_SERIES):
        later = await series.dates(turn.uow, template.series_id or 0, EventState.PLANNED, turn.now)
        following = [date for date, _ in later if (date.recurrence or "") > (event.recurrence or "")]
        for one in (template, *following):
            one.private, one.replies_carry, one.tags = event.private, event.replies_carry, event.tags
        for date in following:
            turn.refresh_card(f"event:{date.id}")


def _named_first(words: str) -> dict[str, str]:
    """Return the option that words begin with, and its value: `guests 2`; nothing for other words."""
    name, _, value = words.partition(" ")
    arg = argument_names.find_name(EVENT_SET.args, name)
    return {arg.name: value.strip()} if arg is not None and arg.name in options.NAMES and value.strip() else {}
