"""From one line of text to a draft that is shown before it becomes an event."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core import outbound
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.dates import durations, event_line, resolution
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft
from bots.features.events import lookup, rules, views
from bots.i18n import texts
from bots.turn.turn import Turn
from storage.queries.events import Planned
from storage.tables import Event

DIALOG = "event-draft"
_YOURS = {
    "event-no-date": ("event-no-date-yours", "event-no-date-part"),
    "event-no-time": ("event-no-time-yours", "event-no-time-part"),
}
"""What to say instead where the example can be made of their own words, and the part to put behind them."""
_LONGEST_EXAMPLE = 100


async def create(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`event <what, when and where>`: shown first, made when it is confirmed."""
    draft = read(args.text("what"), turn)
    rules.check_draft(draft)
    found = await _keep(draft, turn)
    _show_preview(found, call, _notes(draft, turn), turn)
    turn.schedule("event-draft", str(found.event.id), turn.now + rules.DRAFT_LIFE)
    await turn.expect(DIALOG, str(found.event.id), {}, user=call.person.user)


def read(text: str, turn: Turn) -> EventDraft:
    """The event in one line. Raises Refusal for what is missing or wrong, with an example in their own words."""
    try:
        return _parsed(text, turn)
    except CalendarProblem as problem:
        example = _example(problem.slug, text, turn)
        args = {**problem.args_of_text, "example": example}
        raise Refusal(_YOURS[problem.slug][0] if example else problem.slug, argument="what", **args) from None


def _parsed(text: str, turn: Turn) -> EventDraft:
    """ "Tomorrow" is the day after it was said, however late it is heard."""
    draft = event_line.parse_event(text, locale=turn.scene.locale, zone=turn.scene.zone, now=turn.said_at)
    resolution.check_range(draft.start, turn.scene.zone, turn.now)
    return draft


def _example(slug: str, text: str, turn: Turn) -> str:
    """What they typed with the missing part behind it, where that can be read."""
    words = rules.tidy(text)
    if slug not in _YOURS or not words or len(words) > _LONGEST_EXAMPLE:
        return ""
    example = f"{words} {texts.words(turn.own_locale, _YOURS[slug][1])}"
    try:
        _parsed(example, turn)
    except CalendarProblem:
        return ""
    return example


async def _keep(draft: EventDraft, turn: Turn) -> Planned:
    community = lookup.community(turn)
    event = Event(
        community_id=community.id or 0, room_id=turn.room.id or 0, title=rules.tidy(draft.title),
        place=rules.tidy(draft.place or ""), reminders=_reminders(community.reminders), made_by=turn.member,
        created_at=turn.now,
    )  # fmt: skip
    await turn.uow.add(event)
    occurrence = rules.dated(event.id or 0, draft.start, draft.end, turn.scene.zone)
    return Planned(event, await turn.uow.add(occurrence))


def _reminders(offsets: str) -> str:
    """The community's offsets in the form to store; none where it wants none."""
    return ",".join(offset.short for offset in durations.parse_spans(offsets)) if offsets.strip() else ""


def _notes(draft: EventDraft, turn: Turn) -> list[Rich]:
    """What was understood otherwise than it was said."""
    notes = [views.words(turn, "event-preview-moved", turn.own_locale)] if draft.moved else []
    if draft.leftover:
        notes.append(views.words(turn, "event-preview-leftover", turn.own_locale, words=draft.leftover))
    return notes


def _show_preview(found: Planned, call: CommandInvoked, notes: list[Rich], turn: Turn) -> None:
    """In private where that can be, else as a card that will tell what became of the draft."""
    content = views.preview(found, turn, notes)
    if turn.capabilities.private_answers:
        turn.answer_content(content)
        return
    card = f"eventdraft:{found.event.id}"
    turn.call(turn.account, outbound.Post(room=turn.room.room, content=content, card=card, reply_to=call.message))
