"""A person's own digest, in private: what happened where they are, if they were away since the last one.

Somebody is away who did nothing that the bot handles: no command, press, vote, reaction, or message in a community's
room. One bit is stored of that, and only of those who want a digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bots.commands.checks import known_zone
from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import CommandInvoked, MemberLeft, TimerFired
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Break, Rich, join
from bots.dates import formatting
from bots.features.digests import personal_text, rules
from bots.i18n import languages
from bots.turn.notices import DigestPosted, PersonErased
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import DigestEvery, Identity, Member, Room, RoomState

TIMER = "member-digest"
HOUR = 18
"""The hour of a person's digest, on their own clock."""
_SPREAD = 3600
"""Seconds within which the digests of one hour are sent."""
_EVERY = (DigestEvery.DAILY, DigestEvery.WEEKLY)


DIGEST = Command(
    name="me digest", needs=None, args=(Arg(name="how", kind="choice", choices=(*map(str, _EVERY), "off")),)
)
TIMEZONE = Command(
    name="me timezone", needs=None, args=(Arg(name="zone", kind="zone", check=known_zone, suggests="zones"),)
)


async def set_digest(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `me digest daily|weekly|off`."""
    member, how = await turn.acting_member(), args.text("how")
    if how == "off":
        member.digest_every, member.digest_away, member.digest_identity = DigestEvery.NEVER, False, None
        turn.cancel_timer(TIMER, str(member.id))
        turn.answer("me-digest-off")
        return
    places = await communities.of_member(turn.uow, member.id)
    if not places:
        raise Refusal("me-digest-nowhere")
    identity = await members.identity_by_user(turn.uow, turn.capabilities.platform, call.person.user)
    member.digest_every, member.digest_away, member.digested_at = DigestEvery(how), True, turn.now
    member.digest_identity = identity.id if identity is not None else None
    due = await _schedule(member, turn)
    await _count(member, turn)
    _answer(due, [place.name for place in places], member, turn)


def _answer(due: datetime, places: Sequence[str], member: Member, turn: Turn) -> None:
    link = turn.capabilities.private_link
    buttons = (Button("", turn.label("me-digest-open"), "💬", url=link.format(payload="digest")),) if link else ()
    at = turn.moment(due, named_zone=True)
    text = turn.answer_text(f"me-digest-{member.digest_every}", at=at, places=tuple(places))
    turn.answer_content(Content(text=text, buttons=buttons))


async def set_timezone(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `me timezone ZONE`."""
    member = await turn.acting_member()
    member.zone = known_zone(args.text("zone"))
    if member.digest_every != DigestEvery.NEVER:
        await _schedule(member, turn)
    now = formatting.format_instant(turn.now, ZoneInfo(member.zone), turn.answer_locale, "time")
    turn.answer("me-timezone-set", zone=member.zone, now=now)


async def forget_room(left: MemberLeft, turn: Turn) -> None:
    """Stop sending somebody the news of a community when they leave its room."""
    identity = await members.identity_by_user(turn.uow, turn.capabilities.platform, left.person.user)
    if identity is not None and turn.room_context.room is not None and identity.room_id == turn.room.id:
        identity.room_id = None


async def forget_person(notice: PersonErased, turn: Turn) -> None:
    """Send no digest to somebody who wants to be forgotten."""
    turn.cancel_timer(TIMER, str(notice.member_id))


async def on_due(timer: TimerFired, turn: Turn) -> None:
    """Send a person's digest if they were away; from now on they are until something of theirs is seen."""
    member = await turn.uow.get(Member, int(timer.subject))
    if member is None or member.digest_every == DigestEvery.NEVER:
        return
    away, since = member.digest_away, member.digested_at or turn.now
    member.digest_away, member.digested_at = True, turn.now
    await _schedule(member, turn)
    await _count(member, turn)
    there = await _in_private(member, turn)
    if away and there is not None:
        await _send(member, since, timer, *there)


async def _send(member: Member, since: datetime, timer: TimerFired, identity: Identity, there: Turn) -> None:
    parts, keys = await personal_text.compose(member, since, there.now, there)
    if not parts:
        return
    card = f"digest:m{member.id}/{since.isoformat()}/{there.now.isoformat()}"
    there.send_direct(
        identity.user, Content(text=_whole(parts, there), silent=True), card=card,
        key=f"memberdigest:{member.id}:{timer.due.isoformat()}",
    )  # fmt: skip
    await there.notify(DigestPosted(card, keys))


def _whole(parts: Sequence[Rich], turn: Turn) -> Rich:
    return join([*parts, turn.text("me-digest-footer")], (Break(), Break()))


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a person's digest again, after a highlight in it changed or was taken back."""
    number, since, until = rules.parse_old_subject(subject.removeprefix("m"))
    member = await turn.uow.get(Member, number)
    there = await _in_private(member, turn) if member is not None else None
    if member is None or there is None:
        return None
    parts, _ = await personal_text.compose(member, since, until, there[1])
    return Content(text=_whole(parts, there[1]) if parts else there[1].text("me-digest-taken-back"))


async def _in_private(member: Member, turn: Turn) -> tuple[Identity, Turn] | None:
    """Return the account that a person reads the digest with, and the turn in their language and zone."""
    identity = await turn.uow.get(Identity, member.digest_identity)
    if identity is None:
        return None
    room = await turn.uow.get(Room, identity.room_id)
    if room is None or room.state != RoomState.ACTIVE:
        others = await communities.rooms_of_member(turn.uow, member.id)
        room = next((other for other in others if other.platform == identity.platform), None)
    if room is None:
        return None
    there = await turn.for_room(room)
    locale = languages.supported(member.locale) if member.locale else there.room_context.locale
    return identity, there.in_language(locale).in_zone(member.zone or there.room_context.zone.key)


async def _schedule(member: Member, turn: Turn) -> datetime:
    """Set the timer of a person's next digest; return when it is due."""
    there = await _in_private(member, turn)
    zone = ZoneInfo(member.zone) if member.zone else (there[1] if there is not None else turn).room_context.zone
    due = rules.due_at(member.digest_every, zone, HOUR, turn.now + timedelta(seconds=_SPREAD))
    turn.schedule(TIMER, str(member.id), due + timedelta(seconds=member.id * 61 % _SPREAD))
    return due


async def _count(member: Member, turn: Turn) -> None:
    """Let each person's first message of a day pass in the rooms where this one may come back."""
    for room in await communities.rooms_of_member(turn.uow, member.id):
        turn.effects.counted_rooms[(room.account, room.room)] = True
