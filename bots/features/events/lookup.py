"""Finding the event that somebody means."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands import title_words
from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.features.events import rules, views, visibility
from bots.turn.turn import Turn
from storage.queries import events, network_events, ownership, rsvps, showings
from storage.queries.events import EventOccurrence
from storage.tables import Event, Occurrence, RsvpAnswer, Showing, ShowingState

MAX_CANDIDATES = 20
ASKED = (ShowingState.ASKED, ShowingState.SHOWN, ShowingState.DECLINED)
"""A community that was asked about an event, and may decide."""


async def find_event(call: CommandInvoked, typed: str | None, turn: Turn, *, shown: bool = False) -> EventOccurrence:
    """Return the event whose number or title is typed, the one that the command replies to, or the only upcoming one.

    `shown`: also one of a network that the room's community shows. Raises Refusal("event-unknown" |
    "event-number-unreadable" | "event-number-twice" | "event-none" | "event-which").
    """
    upcoming = await events.upcoming(turn.uow, turn.holder, turn.now, MAX_CANDIDATES, shown=shown)
    return await _find(call, typed, upcoming, "event-none", turn, shown=shown)


async def find_asked(call: CommandInvoked, typed: str | None, turn: Turn) -> tuple[EventOccurrence, Showing]:
    """Return the event of a network that somebody means, and what became of it in the room's community.

    Raises Refusal("event-asked-none" | "event-asked-which").
    """
    replied = await turn.card_replied_to(call)
    known = {row.object_id: row for row in await showings.of_place(turn.uow, visibility.KIND, turn.community.id, ASKED)}
    found = [one for one in await network_events.open_among(turn.uow, list(known), turn.now) if one.event.id in known]
    if typed is not None:
        found = [one for one in found if str(one.event.number) == typed.removeprefix("#")]
    elif replied is not None and replied.kind in (visibility.KIND, visibility.ASK_CARD):
        found = [one for one in found if str(one.event.id) == replied.subject]
    if not found:
        raise Refusal("event-asked-none")
    if len(found) > 1:
        listed = join(await describe_events(found, turn))
        raise Refusal("event-asked-which", argument="number", events=listed)
    return found[0], known[found[0].event.id]


async def find_named(
    call: CommandInvoked, args: Args, field: str, turn: Turn, *, shown: bool = False
) -> tuple[EventOccurrence, str]:
    """Return the event that a command is about, and the other words: `event move the potluck to saturday`.

    Without a number the words in `field` may begin with an event's title. Raises what `find_event` raises.
    """
    words = args.optional_text(field) or ""
    if titled := await find_titled(call, args, field, turn, shown=shown):
        return titled
    return await find_event(call, args.optional_text("number"), turn, shown=shown), words


async def find_titled(
    call: CommandInvoked, args: Args, field: str, turn: Turn, *, shown: bool = False
) -> tuple[EventOccurrence, str] | None:
    """Return the event whose title begins the words in `field`, and the words after it; or None."""
    words = args.optional_text(field)
    if not words or "number" in args.values or call.reply_to is not None:
        return None
    upcoming = await events.upcoming(turn.uow, turn.holder, turn.now, MAX_CANDIDATES, shown=shown)
    found = title_words.split_title(words, [planned.event.title for planned in upcoming])
    return (upcoming[found[0]], found[1]) if found is not None else None


async def find_cancelled(call: CommandInvoked, typed: str | None, turn: Turn) -> EventOccurrence:
    """Return the event whose number or title is typed, the one that the command replies to, or the only cancelled one.

    Raises Refusal("event-unknown" | "event-number-unreadable" | "event-none-cancelled" | "event-which").
    """
    cancelled = await events.cancelled(turn.uow, turn.holder, turn.now, MAX_CANDIDATES)
    return await _find(call, typed, cancelled, "event-none-cancelled", turn)


async def _find(
    call: CommandInvoked, typed: str | None, candidates: Sequence[EventOccurrence], none: str, turn: Turn,
    *, shown: bool = False,
) -> EventOccurrence:  # fmt: skip
    if typed is not None:
        return await _named(typed, candidates, turn, shown=shown)
    replied = await _event_of_card(call, turn, shown=shown)
    if replied is not None:
        return replied
    if not candidates:
        raise Refusal(none)
    if len(candidates) > 1:
        raise Refusal("event-which", argument="number", events=join(await describe_events(candidates, turn)))
    return candidates[0]


async def _named(typed: str, candidates: Sequence[EventOccurrence], turn: Turn, *, shown: bool) -> EventOccurrence:
    """Return the event with this number, or the only candidate whose title contains these words.

    Raises Refusal("event-unknown" | "event-number-unreadable" | "event-number-twice").
    """
    number, _ = rules.split_number(typed, None)
    if number is not None and shown:
        return await _numbered(number, turn)
    if number is not None:
        numbered = await events.by_number(turn.uow, turn.holder, number)
        if numbered is None:
            raise Refusal("event-unknown", number=str(number))
        return numbered
    words = typed.casefold().strip()
    titled = [each for each in candidates if words and words in each.event.title.casefold()]
    if len(titled) == 1:
        return titled[0]
    found = title_words.split_title(typed, [each.event.title for each in candidates])
    if found is None or found[1]:
        raise Refusal("event-number-unreadable", argument="number", given=typed)
    return candidates[found[0]]


async def _numbered(number: int, turn: Turn) -> EventOccurrence:
    """Return the event with this number that the room knows: the only one that is still open, or the room's own."""
    found = await network_events.shown_by_number(turn.uow, turn.holder, number)
    found = [one for one in found if await visibility.is_known(one.event, turn)]
    if not found:
        raise Refusal("event-unknown", number=str(number))
    coming = [one for one in found if rules.is_open(*one, turn.now)]
    if len(coming) > 1:
        raise Refusal("event-number-twice", number=str(number))
    return next(iter(coming or found))


async def event_of_id(subject: str, turn: Turn) -> EventOccurrence:
    """Return the event with this id if the room knows it. Raises Refusal("button-unknown")."""
    return await _planned(await turn.held_row(Event, subject), turn)


async def event_to_decide(subject: str, turn: Turn) -> EventOccurrence:
    """Return the event with this id, also before the room shows it. Raises Refusal("button-unknown")."""
    return await _planned(await turn.row_of_id(Event, subject), turn)


async def _planned(event: Event, turn: Turn) -> EventOccurrence:
    planned = await events.of_event(turn.uow, event.id)
    if planned is None or rules.is_gone(event):
        raise Refusal("button-unknown")
    return planned


async def count_coming(planned: EventOccurrence, turn: Turn) -> int:
    """Return how many people said yes or maybe."""
    counts = (await rsvps.answer_counts(turn.uow, [planned.occurrence.id])).get(planned.occurrence.id, {})
    return counts.get(RsvpAnswer.YES, 0) + counts.get(RsvpAnswer.MAYBE, 0)


async def _event_of_card(call: CommandInvoked, turn: Turn, *, shown: bool) -> EventOccurrence | None:
    """Return the event whose card the command replies to."""
    card = await turn.card_replied_to(call)
    about = card is not None and card.kind in views.CARDS
    event = await turn.uow.get(Event, parse_int(card.subject)) if card is not None and about else None
    if event is None or rules.is_gone(event):
        return None
    if not (await ownership.knows(turn.uow, turn.holder, event) or (shown and await visibility.is_known(event, turn))):
        return None
    return await events.of_event(turn.uow, event.id)


async def event_of_button(press: ButtonPressed, turn: Turn) -> EventOccurrence:
    """Return the event of a card's button. Raises Refusal("button-unknown" | "event-not-here"), also for drafts."""
    occurrence = await turn.row_of_id(Occurrence, press.subject)
    event = await turn.row_of_id(Event, str(occurrence.event_id))
    await visibility.check_known(event, turn)
    if rules.is_gone(event):
        raise Refusal("button-unknown")
    return EventOccurrence(event, occurrence)


async def describe_events(planned: Sequence[EventOccurrence], turn: Turn) -> list[Rich]:
    """Return a line for each event with the number of its answers."""
    counts = await rsvps.answer_counts(turn.uow, [occurrence.id for _event, occurrence in planned])
    return [views.list_line(each, counts.get(each.occurrence.id, {}), turn) for each in planned]
