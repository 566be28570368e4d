"""`digest`: see the next digest before it goes out, and change it."""

from __future__ import annotations

from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.dialogs import invocation
from bots.dialogs.yes_no import YesNo
from bots.features.digests import collecting, drafts, posting, preview, sections, timers
from bots.turn.turn import Turn
from storage.queries.memberships import Place
from storage.tables import Community, DigestEvery, Edition, EditionState, Network

DIGEST = Command(name="digest", right=Right.CONNECTOR, needs="owned", alone="preview")
ADD = Command(
    name="digest add", right=Right.CONNECTOR, needs="owned",
    args=(Arg(name="text", kind="rest", check=drafts.checked_line),),
)  # fmt: skip
REMOVE = Command(name="digest remove", right=Right.CONNECTOR, needs="owned", args=(Arg(name="number", kind="number"),))
SKIP = Command(name="digest skip", right=Right.CONNECTOR, needs="owned")
SEND = Command(name="digest send", right=Right.CONNECTOR, needs="owned")


async def show_preview(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `digest`: answer with what the next digest would contain so far.

    In a community's room: its own, if it has one, and those of its networks.
    """
    community = turn.room_context.community
    own: tuple[Place, ...] = (community,) if community is not None and _has_digest(community) else ()
    places = (*own, *turn.room_context.networks)
    if not places:
        raise Refusal("digest-off")
    for place in places:
        await _answer_preview(place, turn)


async def _answer_preview(place: Place, turn: Turn) -> None:
    edition = await drafts.draft_of(place, turn)
    if await collecting.collect(edition, place, preview.purpose_of(turn.room), turn) is None:
        turn.answer("digest-collecting")
    else:
        turn.answer_content(await preview.show(edition, place, turn))


async def add_line(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `digest add TEXT`."""
    edition = await _own_draft(turn)
    drafts.add(edition, drafts.checked_line(args.text("text")))
    _changed(edition, turn)
    turn.answer("digest-added", place=own_place(turn).name)


async def remove_line(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `digest remove N`: remove the line of this number in the preview; put it back if it is removed."""
    edition, place = await _own_draft(turn), own_place(turn)
    lines = preview.numbered(await sections.compose(edition, place, turn.now, turn))
    number = parse_int(args.text("number")) or 0
    if not 1 <= number <= len(lines):
        raise Refusal("digest-no-line", argument="number", given=args.text("number"), count=len(lines))
    _switch_line(edition, lines[number - 1].key, turn)


async def press_line(press: ButtonPressed, turn: Turn) -> None:
    """Remove the line of a button, or put it back."""
    await invocation.check_allowed(REMOVE, turn)
    _switch_line(await _draft_of_button(press, turn), press.choice, turn)


def _switch_line(edition: Edition, key: str, turn: Turn) -> None:
    if key in drafts.hidden(edition):
        drafts.restore(edition, key)
        turn.answer("digest-line-back")
    else:
        drafts.hide(edition, key)
        turn.describe_act(added="none" if drafts.is_added(key) else "")
        turn.answer("digest-added-gone" if drafts.is_added(key) else "digest-line-cut")
    _changed(edition, turn)


async def skip_next(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `digest skip`: leave the next digest out, or let it go out after all."""
    _set_skip(edition := await _own_draft(turn), not edition.skip, turn)


async def press_deed(press: ButtonPressed, turn: Turn) -> None:
    """Do what a button of the coordinators' card says."""
    await invocation.check_allowed(SEND, turn)
    edition = await _draft_of_button(press, turn)
    match press.choice:
        case "send":
            await _send(own_place(turn), turn)
        case "skip" | "keep":
            _set_skip(edition, press.choice == "skip", turn)
        case "edit":
            turn.answer_content(await preview.show(edition, own_place(turn), turn))
        case _:
            raise Refusal("button-unknown")


def _set_skip(edition: Edition, skip: bool, turn: Turn) -> None:
    edition.skip = skip
    _changed(edition, turn)
    turn.answer("digest-skipped" if skip else "digest-kept")


async def ask_to_send(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `digest send`: ask whether the digest should go out now."""
    edition, place = await _own_draft(turn), own_place(turn)
    if not await posting.rooms_of(place, turn):
        raise Refusal("digest-no-room", place=place.name)
    await SEND_QUESTION.ask(str(edition.id), turn.answer_text("digest-send-ask", place=place.name), turn)


async def _send_after_yes(_subject: str, _kept: object, turn: Turn) -> None:
    await _send(own_place(turn), turn)


async def _send(place: Place, turn: Turn) -> None:
    """Send the draft now, in place of the digest that is due next."""
    edition = await drafts.draft_of(place, turn)
    edition.skip, due = False, edition.due
    await posting.send_out(edition, place, turn)
    await timers.schedule(place, turn, after=due)
    turn.answer("digest-review-empty" if edition.state == EditionState.EMPTY else "digest-sent", network=place.name)


SEND_QUESTION = YesNo(kind="digestsend", yes="digest-do-send", command=SEND, act=_send_after_yes)


def _changed(edition: Edition, turn: Turn) -> None:
    """Redraw what shows a draft."""
    edition.changed_at = turn.now
    turn.refresh_card(f"{preview.CARD}:{edition.id}")


def _has_digest(community: Community) -> bool:
    return community.digest_every != DigestEvery.NEVER


def own_place(turn: Turn) -> Place:
    """Return the network or community whose digest the room decides about. Raises Refusal("digest-off")."""
    community = turn.room_context.community
    if community is None:
        network: Network = turn.network
        return network
    if not _has_digest(community):
        raise Refusal("digest-off")
    return community


async def _own_draft(turn: Turn) -> Edition:
    return await drafts.draft_of(own_place(turn), turn)


async def _draft_of_button(press: ButtonPressed, turn: Turn) -> Edition:
    """Return the draft of a button. Raises Refusal where it is another place's, or has gone out."""
    edition, place = await turn.row_of_id(Edition, press.subject), own_place(turn)
    if (edition.network_id, edition.community_id) != _owner(place):
        raise Refusal("button-unknown")
    if edition.state != EditionState.DRAFT:
        raise Refusal("digest-gone-out")
    return edition


def _owner(place: Place) -> tuple[int | None, int | None]:
    return (place.id, None) if isinstance(place, Network) else (None, place.id)
