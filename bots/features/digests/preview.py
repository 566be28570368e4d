"""The preview of the next digest: on request, and for coordinators before it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.integers import parse_int
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.richtext import Break, Rich, Text, join
from bots.features.digests import drafts, sections
from bots.features.digests.sections import Composed
from bots.turn.digest_section import Line
from bots.turn.turn import Turn
from storage.queries import communities
from storage.queries.memberships import Place
from storage.tables import Edition, EditionState, Network, Room

REVIEW = "review"
"""The purpose of figures that are collected for the coordinators."""
_ASKED = "preview."
CUT, DO = "digestcut", "digestdo"
"""The verbs of the buttons: `digestcut:<edition>:<line>`, `digestdo:<edition>:send|skip|keep|edit`."""
CARD = "digestreview"
_DEEDS: tuple[tuple[str, str], ...] = (("send", "✅"), ("skip", "❌"), ("edit", "✏️"))
_SKIPPED: tuple[tuple[str, str], ...] = (("keep", "↩️"),)


def purpose_of(room: Room) -> str:
    """Return the purpose of figures that somebody asked for in a room."""
    return f"{_ASKED}{room.id}"


async def post_requested(purpose: str, edition: Edition, place: Place, turn: Turn) -> None:
    """Post the preview that somebody asked for in a room, now that the figures are there."""
    room = await turn.uow.get(Room, parse_int(purpose.removeprefix(_ASKED)))
    if room is not None:
        there = await turn.for_room(room)
        there.post_content(await show(edition, place, there))


def numbered(composed: Composed) -> Sequence[Line]:
    """Return the lines that one can remove, in the order of their numbers: those that show, and the removed ones."""
    shown = set(composed.keys())
    lines = [line for section in composed.sections for line in section.lines]
    return [line for line in lines if line.key in shown or line.key in composed.hidden]


async def show(edition: Edition, place: Place, turn: Turn) -> Content:
    """Return the draft: in a room that decides about it to be changed, elsewhere to be read."""
    composed = await sections.compose(edition, place, turn.now, turn)
    room = turn.room
    if (room.network_id if isinstance(place, Network) else room.community_id) != place.id:
        text = composed.text(turn)
        return _nothing(edition, place, turn) if text is None else Content(text=text)
    return _editing(composed, edition, place, turn)


def _nothing(edition: Edition, place: Place, turn: Turn) -> Content:
    if edition.due is None:
        return Content(text=turn.text("digest-never", network=place.name))
    return Content(text=turn.text("digest-empty", place=place.name, at=edition.due))


def _editing(composed: Composed, edition: Edition, place: Place, turn: Turn) -> Content:
    """Return the draft with a number for each line, and a button that removes it or puts it back."""
    lines = numbered(composed)
    if not lines:
        return _nothing(edition, place, turn)
    numbers = {line.key: number for number, line in enumerate(lines, 1)}
    parts: list[Rich] = [composed.title]
    for section in composed.sections:
        listed = [line for line in section.lines if line.key in numbers]
        shown = [_numbered_line(line, numbers[line.key], line.key in composed.hidden, turn) for line in listed]
        if shown:
            parts.append(join([*([section.title] if section.title else []), *shown]))
    parts.append(_foot(edition, turn))
    buttons = [
        Button(
            f"{CUT}:{edition.id}:{line.key}",
            turn.label("digest-put-back" if line.key in composed.hidden else "digest-cut", number=number), emoji,
        )
        for (number, line), emoji in zip(enumerate(lines, 1), CHOICE_EMOJI, strict=False)
    ]  # fmt: skip
    text = join(parts, (Break(), Break()))
    return Content(text=text, buttons=tuple(buttons) if turn.capabilities.buttons else ())


def _numbered_line(line: Line, number: int, removed: bool, turn: Turn) -> Rich:
    return (Text(f"{number}. "), *(turn.text("digest-line-removed", line=line.text) if removed else line.text))


def _foot(edition: Edition, turn: Turn) -> Rich:
    """Return when the draft goes out, and how to change it."""
    if edition.skip:
        return turn.text("digest-footer-skipped")
    how = turn.text("digest-footer")
    return how if edition.due is None else join([turn.text("digest-footer-due", at=edition.due), how])


async def post_review(edition: Edition, place: Place, turn: Turn) -> None:
    """Show a network's coordinators the digest that is to go out, with what they can do about it."""
    if edition.state != EditionState.DRAFT or not isinstance(place, Network):
        return
    for room in await communities.circle_rooms(turn.uow, place.id):
        there = await turn.for_room(room)
        content = await render_review(str(edition.id), there)
        if content is not None and content.buttons:
            due = edition.due.isoformat() if edition.due is not None else ""
            there.post_content(content, card=f"{CARD}:{edition.id}", key=f"{CARD}:{edition.id}:{room.id}:{due}")


async def render_review(subject: str, turn: Turn) -> Content | None:
    """Render the card in the circle: the draft, or what became of it."""
    edition = await turn.uow.get(Edition, parse_int(subject))
    place = await drafts.place_of(edition, turn) if edition is not None else None
    if edition is None or not isinstance(place, Network):
        return None
    if edition.state != EditionState.DRAFT:
        return Content(text=turn.text(f"digest-review-{edition.state}", network=place.name))
    text = (await sections.compose(edition, place, turn.now, turn)).text(turn)
    if text is None:
        return Content(text=turn.text("digest-review-empty", network=place.name))
    if edition.skip:
        foot, deeds = turn.text("digest-footer-skipped"), _SKIPPED
    else:
        when = "digest-review-waits" if place.digest_waits else "digest-review-due"
        foot = turn.text(when, **({"at": edition.due} if edition.due and not place.digest_waits else {}))
        deeds = _DEEDS
    buttons = tuple(Button(f"{DO}:{edition.id}:{deed}", turn.label(f"digest-do-{deed}"), sign) for deed, sign in deeds)
    shown = join([turn.text("digest-review-title"), text, foot], (Break(), Break()))
    return Content(text=shown, buttons=buttons)
