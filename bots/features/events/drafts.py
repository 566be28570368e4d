"""`event <what, when and where>`: a draft, and its preview."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core import outbound
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.sanitize import one_line
from bots.dates import event_line, resolution
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft
from bots.features.events import rules, views
from bots.i18n import texts
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence
from storage.tables import Event

DIALOG = "event-draft"
_COMPLETIONS = {
    "event-no-date": ("event-no-date-yours", "event-no-date-part"),
    "event-no-time": ("event-no-time-yours", "event-no-time-part"),
}
"""For a problem: the text that shows the person's own words as an example, and the missing part for its end."""
_MAX_EXAMPLE_LENGTH = 100


async def create_draft(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Store a draft, show its preview, and wait for the confirmation."""
    draft = _parse_draft(args.text("what"), turn)
    rules.check_draft(draft)
    stored = await _store_draft(draft, turn)
    _show_preview(stored, call, draft, turn.in_language(turn.answer_locale))
    turn.schedule("event-draft", str(stored.event.id), turn.now + rules.DRAFT_LIFETIME)
    await turn.open_dialog(DIALOG, str(stored.event.id), {}, user=call.person.user)


def _parse_draft(text: str, turn: Turn) -> EventDraft:
    """Return the event on this line. Raises Refusal with an example, in the person's own words if possible."""
    try:
        return _parse_line(text, turn)
    except CalendarProblem as problem:
        example = _complete(problem.text_id, text, turn)
        text_id = _COMPLETIONS[problem.text_id][0] if example else problem.text_id
        raise Refusal(text_id, argument="what", **problem.text_args, example=example) from None


def _parse_line(text: str, turn: Turn) -> EventDraft:
    """Parse a line relative to the time at which somebody typed it, even if we read it much later."""
    zone = turn.room_context.zone
    draft = event_line.parse_event(text, locale=turn.room_context.locale, zone=zone, now=turn.occurred_at)
    resolution.check_range(draft.start_by, zone, turn.now)
    return draft


def _complete(slug: str, text: str, turn: Turn) -> str:
    """Return the person's words with the missing part, or nothing if that is no event either."""
    words = one_line(text)
    if slug not in _COMPLETIONS or not words or len(words) > _MAX_EXAMPLE_LENGTH:
        return ""
    example = f"{words} {texts.words(turn.answer_locale, _COMPLETIONS[slug][1])}"
    try:
        _parse_line(example, turn)
    except CalendarProblem:
        return ""
    return example


async def _store_draft(draft: EventDraft, turn: Turn) -> EventOccurrence:
    event = Event(
        community_id=turn.community.id, room_id=turn.room.id, title=one_line(draft.title),
        place=one_line(draft.place or ""), reminders=turn.community.reminders,
        created_by=turn.member_id, created_at=turn.now,
    )  # fmt: skip
    await turn.uow.add(event)
    occurrence = rules.new_occurrence(event.id, draft.start, draft.end, turn.room_context.zone, all_day=draft.all_day)
    return EventOccurrence(event, await turn.uow.add(occurrence))


def _show_preview(stored: EventOccurrence, call: CommandInvoked, draft: EventDraft, turn: Turn) -> None:
    """Show the preview in private, or as a card that will show what became of the draft.

    It has notes on what we changed or could not read.
    """
    notes = [turn.text("event-preview-moved")] if draft.moved else []
    if draft.leftover:
        notes.append(turn.text("event-preview-leftover", words=draft.leftover))
    content = views.preview(stored, turn, notes)
    if turn.capabilities.private_answers:
        turn.answer_content(content)
        return
    card = f"eventdraft:{stored.event.id}"
    turn.enqueue(turn.account, outbound.Post(room=turn.room.room, content=content, card=card, reply_to=call.message))
