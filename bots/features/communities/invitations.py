"""`network invite` and `network invites`: the codes with which others ask to join a network."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bots.commands.declaration import Args
from bots.core import codes
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.core.sanitize import display_name, visible_line
from bots.dates.deadline import begins_deadline, parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.term import parse_term
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, declining
from bots.features.communities.invitation_line import LASTING
from bots.routing.feature import Listing
from bots.turn import private_answer
from bots.turn.authorization import check_right, use_right
from bots.turn.turn import Turn
from storage.queries import communities, invitations
from storage.tables import Invitation, InvitationKind, InvitationState, Member, Network

LIFE = timedelta(days=14)
"""How long an invitation lasts unless somebody says something else."""
MAX_NOTE = 120
_MOST_WORDS_OF_DAY = 7
_MAX_LIVE = 200
"""Live invitations of a network. For more people, a lasting invitation is the better choice."""


async def invite_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network invite [once|lasting] [for 7 days|until friday] [note]`. Raises Refusal("invite-too-many")."""
    network, lasting, span = turn.network, args.optional_text("uses") == LASTING, args.optional_text("span")
    if len(await invitations.live(turn.uow, [network.id], turn.now)) >= _MAX_LIVE:
        raise Refusal("invite-too-many", network=network.name)
    said, note = _until(args.optional_text("note") or "", turn)
    life = parse_term(span) if span is not None else said or (None if lasting else LIFE)
    note = visible_line(note, MAX_NOTE)
    kind = InvitationKind(args.optional_text("what") or InvitationKind.ANY)
    await show(await create(network, turn, lasting=lasting, life=life, note=note, kind=kind), network, turn)


def _until(note: str, turn: Turn) -> tuple[timedelta | None, str]:
    """Return how long it is until the day that begins a note ("until friday"), or None, and the words after it."""
    words = note.split(maxsplit=_MOST_WORDS_OF_DAY)
    found: tuple[datetime, int] | None = None
    for size in range(min(len(words), _MOST_WORDS_OF_DAY), 1, -1) if begins_deadline(note) else ():
        at = _read_day(" ".join(words[:size]), turn)
        if found is not None and at != found[0]:
            break  # with one word more it was the same day: that word begins the note
        found = (at, size) if at is not None else None
    return (found[0] - turn.now, " ".join(words[found[1] :])) if found is not None else (None, note)


def _read_day(text: str, turn: Turn) -> datetime | None:
    try:
        return parse_when(text, locale=turn.answer_locale, zone=turn.room_context.zone, now=turn.occurred_at)
    except CalendarProblem:
        return None


async def create(
    network: Network, turn: Turn, *, lasting: bool, life: timedelta | None, note: str = "",
    kind: InvitationKind = InvitationKind.ANY,
) -> Invitation:  # fmt: skip
    """Store an invitation of the acting person. `life`: None for one without end."""
    made = Invitation(
        network_id=network.id, code=codes.new_code(), kind=kind, note=note, uses_left=None if lasting else 1,
        made_by=turn.member_id, created_at=turn.now, expires_at=None if life is None else turn.now + life,
    )  # fmt: skip
    return await turn.uow.add(made)


async def show(invitation: Invitation, network: Network, turn: Turn) -> None:
    """Show the code to the acting person alone, or else in a circle of the network; say where it goes."""
    content = Content(text=_with_terms(invitation, network, turn))
    if turn.answers_privately:
        turn.answer_content(content)
        return
    circles = [room for room in await communities.circle_rooms(turn.uow, network.id) if room.account == turn.account]
    user = turn.person_event().person.user
    if circles:
        there = await turn.for_room(circles[0])
        there.send_direct(user, content, fallback=Content(text=_with_terms(invitation, network, there)))
        turn.answer("network-code-sent-or-circle", room=there.room_name)
        return
    private_answer.answer(content, turn, sent="network-code-sent", unreachable="network-code-unreachable")


def _with_terms(invitation: Invitation, network: Network, turn: Turn) -> Rich:
    """Return what somebody needs who passes the code on."""
    text_id = "network-code-network" if invitation.kind == InvitationKind.NETWORK else "network-code"
    lines = [
        turn.answer_text(text_id, network=network.name, code=invitation.code),
        turn.answer_text("invite-terms", **_limits(invitation, turn)),
    ]
    if invitation.note:
        lines.append(turn.answer_text("invite-note", note=invitation.note))
    return join(lines)


def _limits(invitation: Invitation, turn: Turn) -> dict[str, object]:
    """Return how often and until when it works, for a text."""
    until = invitation.expires_at
    return {
        "once": invitation.uses_left is not None,
        "ends": until is not None,
        "until": turn.moment(until, turn.answer_locale, "short") if until is not None else "",
    }


async def list_source(turn: Turn) -> Listing:
    """Return the live invitations that the person may see, each with a button that revokes it.

    Coordinators see all of their network's, connectors their own. Raises Refusal("invites-none").
    """
    networks = {network.id: network for network in turn.room_context.networks}
    found = [one for one in await invitations.live(turn.uow, list(networks), turn.now) if await _may_see(one, turn)]
    if not found:
        raise Refusal("invites-none")
    lines = [await _line(one, networks[one.network_id], turn) for one in found]
    buttons = [Button(f"invrevoke:{one.id}", turn.label("invite-revoke", number=one.id), "") for one in found]
    return Listing(turn.text("invites-title"), lines, turn.text("invites-footer"), buttons)


async def _may_see(invitation: Invitation, turn: Turn) -> bool:
    """Return whether the acting connector made it, or is a coordinator; the codes of old versions are everybody's."""
    own = invitation.made_by in (None, turn.member_id)
    return own or await use_right(Right.COORDINATOR, turn)


async def _line(invitation: Invitation, network: Network, turn: Turn) -> Rich:
    """Return a line about an invitation. Show its whole code only in a private answer."""
    maker = await turn.uow.get(Member, invitation.made_by)
    return turn.text(
        "invites-line",
        number=invitation.id,
        code=invitation.code if turn.answers_privately else f"{invitation.code[:2]}…",
        network=network.name,
        **_limits(invitation, turn),
        who=display_name(maker.name) if maker is not None else "–",
        note=f" · {invitation.note}" if invitation.note else "",
    )


async def press_revoke(press: ButtonPressed, turn: Turn) -> None:
    """Revoke an invitation; ask first while somebody's request by it is unanswered."""
    invitation, network = await _revocable(press.subject, turn)
    asking = await invitations.requests_with(turn.uow, invitation)
    if not asking:
        await _revoke(str(invitation.id), {}, turn)
        return
    places = [place.name for row in asking if (place := await declining.place_of(row, turn)) is not None]
    await REVOKE.ask(
        str(invitation.id),
        turn.answer_text("invite-revoke-ask", number=invitation.id, network=network.name, names=tuple(places)),
        turn,
    )


async def _revocable(subject: str, turn: Turn) -> tuple[Invitation, Network]:
    """Return a live invitation and its network. Raises Refusal unless the person may revoke it in this room."""
    invitation = await turn.row_of_id(Invitation, subject)
    network = next((one for one in turn.room_context.networks if one.id == invitation.network_id), None)
    if network is None:
        raise Refusal("button-unknown")
    maker = invitation.made_by == turn.member_id and await use_right(Right.CONNECTOR, turn)
    if not maker:
        await check_right(Right.COORDINATOR, commands.NETWORK_INVITES.name, turn)
    if invitation.state_at(turn.now) != InvitationState.LIVE and not await invitations.requests_with(
        turn.uow, invitation
    ):
        raise Refusal("invite-over", number=invitation.id)
    return invitation, network


async def _revoke(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    invitation, _ = await _revocable(str(parse_int(subject) or 0), turn)
    invitation.revoked_at, invitation.revoked_by = turn.now, turn.member_id
    turn.describe_act(invitation=str(invitation.id))
    for row in await invitations.requests_with(turn.uow, invitation):
        await declining.decline(row, turn)
    turn.answer("invite-revoked", number=invitation.id)


REVOKE = YesNo(kind="invrevokeask", yes="invite-revoke-confirm", command=commands.NETWORK_INVITES, act=_revoke)
