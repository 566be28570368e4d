"""Which ritual somebody means, and the list of them."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.core.sanitize import one_line, truncate
from bots.features.rituals import schedule
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import communities, rituals
from storage.tables import Ritual, RitualState

_TITLE_LENGTH = 80


def title(ritual: Ritual) -> str:
    """Return the beginning of a prompt, on one line."""
    return truncate(one_line(ritual.prompt), _TITLE_LENGTH)


async def find(args: Args, turn: Turn, *, rotating: bool = False) -> Ritual:
    """Return the ritual with this number, or the only one. `rotating`: those that volunteers host come first.

    Raises Refusal("ritual-none" | "ritual-unknown" | "ritual-which").
    """
    present = await rituals.of_community(turn.uow, turn.community.id)
    if not present:
        raise Refusal("ritual-none")
    given = args.optional_text("number")
    if given is None:
        hosted = [ritual for ritual in present if ritual.rotates] if rotating else []
        if len(hosted or present) > 1:
            raise Refusal("ritual-which", argument="number")
        return (hosted or present)[0]
    number = parse_int(given.lstrip("#"))
    found = next((ritual for ritual in present if ritual.number == number), None)
    if found is None:
        raise Refusal("ritual-unknown", argument="number", given=given)
    return found


async def of_id(subject: str, turn: Turn) -> Ritual:
    """Return the ritual of a button or a dialog, if it is the community's. Raises Refusal("button-unknown")."""
    ritual, here = await turn.row_of_id(Ritual, subject), turn.room_context.community
    if here is None or ritual.community_id != here.id or ritual.state == RitualState.STOPPED:
        raise Refusal("button-unknown")
    return ritual


async def room_of(ritual: Ritual, turn: Turn) -> Turn | None:
    """Return the turn for a ritual's room, or for another one of the community when that is lost."""
    there = await turn.in_active_room(ritual.room_id)
    if there is not None and there.room.community_id == ritual.community_id:
        return there
    rooms = await communities.rooms_of_community(turn.uow, ritual.community_id)
    return await turn.for_room(rooms[0]) if rooms else None


async def list_rituals(turn: Turn) -> Listing:
    """Return the rituals of the community. Raises Refusal("ritual-none")."""
    present = await rituals.of_community(turn.uow, turn.community.id)
    if not present:
        raise Refusal("ritual-none")
    return Listing(turn.text("ritual-list-title"), [_line(ritual, turn) for ritual in present])


def _line(ritual: Ritual, turn: Turn) -> Rich:
    state = turn.text(f"ritual-state-{ritual.state}")
    following = next(schedule.coming(ritual, turn.community, turn.now), None)
    if ritual.state == RitualState.ACTIVE:
        state = turn.text("ritual-next", when=following[1]) if following else turn.text("event-rule-no-dates")
    rule = schedule.words(ritual, turn.community, turn)
    return turn.text("ritual-line", number=str(ritual.number), title=title(ritual), rule=rule, state=state)
