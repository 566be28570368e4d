"""`event <what, when and where>`: a draft, and its preview."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core import outbound
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.core.sanitize import graphemes, one_line
from bots.dates import completion, event_line, resolution
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft
from bots.dates.local_time import LONGEST_TEXT
from bots.dates.recurrence import Repetition
from bots.features.events import (
    bound,
    capacity_phrase,
    details,
    options,
    planned_already,
    previews,
    rules,
    series,
    visibility,
)
from bots.i18n import answers, texts
from bots.turn.notices import DateChosen
from bots.turn.turn import Turn
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import Event

DIALOG = "event-draft"
_COMPLETIONS = {
    "event-no-date": ("event-no-date-yours", "event-no-date-part"),
    "event-no-time": ("event-no-time-yours", "event-no-time-part"),
}
"""For a problem: the text that shows the person's own words as an example, and the missing part for its end."""
_SUGGESTING = ("event-day-misspelt", "event-several-weekly")
"""The problems with a suggestion that a yes takes."""
_MAX_EXAMPLE_LENGTH = 100
_MAX_TITLE = details.MAX_LENGTHS["title"]
_SAID, _PROBLEM, _GIVEN, _NEAREST = "said", "problem", "given", "nearest"
"""What the dialog remembers of an unfinished line, beside the answer."""


async def create_draft(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Store a draft, show its preview, and wait for the confirmation."""
    typed = args.text("what")
    spread_to = (await visibility.network_of(turn)).id if args.optional_text("to") else None
    if not args.optional_text(_SAID):
        await planned_already.check_new(typed, turn)
    lines = _candidates(typed, args, turn)
    draft, line = _read_first(lines, typed, args, turn)
    stored = await _store_draft(draft, details.of_draft(draft, line), turn, spread_to)
    options.set_from_line(stored, line, args, turn)
    await _offer(stored, draft, call.message, turn)


async def draft_chosen_date(notice: DateChosen, turn: Turn) -> None:
    """Store a draft for a date that a poll chose, and show its preview to the connector."""
    letters = graphemes(notice.title)
    title = "".join(letters[: _MAX_TITLE - 1]) + "…" if len(letters) > _MAX_TITLE else notice.title
    zone = turn.room_context.zone
    end = notice.end.astimezone(zone) if notice.end is not None else None
    draft = EventDraft(title=title, start=notice.start.astimezone(zone), end=end, all_day=notice.all_day)
    stored = await _store_draft(draft, details.Details(title=title), turn)
    await _offer(stored, draft, None, turn)


async def _offer(stored: EventOccurrence, draft: EventDraft, reply_to: str | None, turn: Turn) -> None:
    """Show the preview of a stored draft, and wait for its author's answer."""
    shown = turn.in_language(turn.answer_locale)
    await show_preview(stored, reply_to, draft.moved, shown, once=draft.once)
    turn.schedule("event-draft", str(stored.event.id), turn.now + rules.DRAFT_LIFETIME)
    await turn.open_dialog(DIALOG, str(stored.event.id), {}, user=turn.person_event().person.user)


def _candidates(typed: str, args: Args, turn: Turn) -> list[str]:
    """Return the lines that the typed text may mean, the likeliest first: with what was said before, or alone."""
    said = args.optional_text(_SAID)
    if not said:
        return [typed]
    problem = {"text_id": args.optional_text(_PROBLEM) or "", "given": args.optional_text(_GIVEN) or ""}
    nearest = args.optional_text(_NEAREST)
    if nearest and answers.match(typed, "yes"):
        return [said.replace(problem["given"], nearest)]
    if completion.lacks_answer(
        typed, problem, locale=turn.room_context.locale, zone=turn.room_context.zone, now=turn.occurred_at
    ):
        return [said]
    both = completion.complete(
        said, typed, problem, locale=turn.room_context.locale, zone=turn.room_context.zone, now=turn.occurred_at
    )
    retyped = completion.shares_words(said, typed) and _is_complete(typed, turn)
    return [typed, both] if retyped else [both, typed]


def _is_complete(text: str, turn: Turn) -> bool:
    try:
        _parse_line(text, turn)
    except CalendarProblem:
        return False
    return True


def _read_first(lines: list[str], typed: str, args: Args, turn: Turn) -> tuple[EventDraft, str]:
    """Return the event on the first line that is one, and that line. Raises Refusal about the likeliest line."""
    problems: list[tuple[str, CalendarProblem]] = []
    for line in lines:
        try:
            return _parse_line(line, turn), line
        except CalendarProblem as problem:
            problems.append((line, problem))
    raise _ask(*problems[0], typed, args, turn)


def _parse_line(text: str, turn: Turn) -> EventDraft:
    """Parse a line relative to the time when somebody typed it, even if we read it much later.

    Lines that are too many to be read become the end of the leftover words.
    """
    zone = turn.room_context.zone
    head, rest = _split_long(capacity_phrase.cut(text).text)
    draft = event_line.parse_event(head, locale=turn.room_context.locale, zone=zone, now=turn.occurred_at)
    resolution.check_range(draft.start_by, zone, turn.now)
    return event_line.with_leftover(draft, rest) if rest else draft


def _split_long(text: str) -> tuple[str, str]:
    """Split a text of several lines after the last line that can still be read as an event."""
    end = text.rfind("\n", 0, LONGEST_TEXT + 1) if len(text) > LONGEST_TEXT else -1
    return (text[:end], text[end + 1 :]) if end > 0 else (text, "")


def _ask(line: str, problem: CalendarProblem, typed: str, args: Args, turn: Turn) -> Refusal:
    """Return the question about a line. Remember what is of use: the line, or what was said before this answer."""
    said = args.optional_text(_SAID)
    if said and not _brought_further(problem, typed, args, turn):
        line = said
    elif len(line) > LONGEST_TEXT:
        return problem
    given, nearest = problem.text_args.get("given"), problem.text_args.get("nearest")
    remember = {
        _SAID: line, _PROBLEM: problem.text_id, _GIVEN: given if isinstance(given, str) else "",
        _NEAREST: nearest if isinstance(nearest, str) and problem.text_id in _SUGGESTING else "",
    }  # fmt: skip
    if said == line:
        remember = {name: args.optional_text(name) or "" for name in remember}
    example = _complete(problem.text_id, line, turn)
    text_id = _COMPLETIONS[problem.text_id][0] if example else problem.text_id
    shown = {**problem.text_args, "given": _as_day(given, turn)} if isinstance(given, str) else problem.text_args
    refusal = Refusal(text_id, argument="what", **shown, example=example)
    return refusal.remembering(remember)


def _as_day(given: str, turn: Turn) -> str:
    """Return the words for a day as they stand in a sentence: "le 6 décembre"."""
    return texts.words(turn.answer_locale, "event-given-date", {"given": given}) if given[:1].isdecimal() else given


def _brought_further(problem: CalendarProblem, typed: str, args: Args, turn: Turn) -> bool:
    """Return whether an answer says a day, an hour or the title, so that only something else is missing now."""
    if problem.text_id not in completion.INCOMPLETE:
        return False
    context = turn.room_context
    says_time = completion.says_time(typed, locale=context.locale, zone=context.zone, now=turn.occurred_at)
    return says_time or (args.optional_text(_PROBLEM) == "event-no-title" != problem.text_id)


def _complete(slug: str, text: str, turn: Turn) -> str:
    """Return the person's words with the missing part, or nothing if they still aren't an event."""
    words = one_line(text)
    if slug not in _COMPLETIONS or not words or len(words) > _MAX_EXAMPLE_LENGTH:
        return ""
    example = f"{words} {texts.words(turn.answer_locale, _COMPLETIONS[slug][1])}"
    return example if _is_complete(example, turn) else ""


async def _store_draft(
    draft: EventDraft, said: details.Details, turn: Turn, spread_to: int | None = None
) -> EventOccurrence:
    """Store a draft, and its series if it recurs. Raises what `repeat` and `bound.check` raise."""
    holder = turn.holder
    await bound.check(turn)
    event = Event(
        community_id=holder.community, network_id=holder.network, room_id=turn.room.id, title=said.title,
        place=said.place, link=said.link, description=said.description, reminders=turn.place.reminders,
        created_by=turn.member_id, created_at=turn.now, spread_to=spread_to,
    )  # fmt: skip
    await turn.uow.add(event)
    occurrence = rules.new_occurrence(event.id, draft.start, draft.end, turn.room_context.zone, all_day=draft.all_day)
    planned = EventOccurrence(event, await turn.uow.add(occurrence))
    if draft.rule is not None:
        await repeat(planned, draft.rule, turn)
    return planned


async def repeat(planned: EventOccurrence, rule: Repetition | None, turn: Turn) -> None:
    """Make a draft recur by a rule; without one, make it a single event.

    The first date is the first that the rule does not leave out. Raises Refusal("event-holidays-which" |
    "event-rule-empty").
    """
    event, occurrence = planned
    if rule is None:
        event.series_id = event.recurrence = None
        return
    series.check_holidays(rule, turn.place)
    new, row = series.new_series(rule, occurrence, turn.now), await queries.series_of(turn.uow, event)
    row = row.sqlmodel_update(new.model_dump(exclude={"id"})) if row is not None else await turn.uow.add(new)
    first = next(series.wall_times(row, turn.place), None)
    if first is None:
        raise Refusal("event-rule-empty", argument="what")
    rules.set_time(occurrence, series.slot_of(row, first), turn.room_context.zone)
    event.series_id, event.recurrence = row.id, first.isoformat(timespec="minutes")
    row.latest = event.recurrence


async def show_preview(
    stored: EventOccurrence, reply_to: str | None, moved: bool, turn: Turn, *, once: bool = False
) -> None:
    """Show the preview in private, or as a card that will show what became of the draft.

    `moved`: the clocks skip the hour that was said. `once`: the rule may be meant for one date only.
    """
    notes: list[Rich] = [turn.text("event-preview-moved")] if moved else []
    notes += [turn.text("event-rule-once")] if once else []
    notes += [line for line in [await visibility.goes_to(stored.event, turn)] if line]
    content = previews.preview(stored, turn, notes, await _rule_lines(stored, turn))
    if turn.answers_privately:
        turn.answer_content(content)
        return
    card = f"eventdraft:{stored.event.id}"
    turn.enqueue(turn.account, outbound.Post(room=turn.room.room, content=content, card=card, reply_to=reply_to))


async def _rule_lines(stored: EventOccurrence, turn: Turn) -> Rich:
    """Return a draft's recurrence and next dates; nothing for a single event."""
    row = await queries.series_of(turn.uow, stored.event)
    if row is None:
        return ()
    dates = series.dates_line(row, turn.place, turn, turn.now)
    return join([await series.rule_line(stored.event, turn), dates])
