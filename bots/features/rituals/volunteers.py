"""People who volunteer to host a ritual's rounds, who withdraw, and who can't this time."""

from __future__ import annotations

from datetime import timedelta

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, MemberLeft
from bots.core.refusal import Refusal
from bots.features.rituals import gathering, hosts, lookup
from bots.i18n import answers
from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import communities, rituals
from storage.tables import Ritual, RitualRound, RitualState, RitualVolunteer

BUTTON = "ritualhost"
"""Its subject is the ritual."""
MAX_VOLUNTEERS = 500
"""How many people can volunteer for one ritual."""
_GRAIN = timedelta(seconds=1)
"""Some platforms tell whole seconds."""


async def type_host(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual host [number] [no]`."""
    ritual, said = await lookup.find(args, turn, rotating=True), args.optional_text("answer")
    if not ritual.rotates:
        raise Refusal("ritual-not-rotating", number=str(ritual.number))
    if said and answers.match(said, "no", "none", "off"):
        noted = await _withdraw(ritual, turn)
    elif said and not answers.match(said, "yes", "on"):
        raise Refusal("ritual-host-how", argument="answer", number=str(ritual.number))
    else:
        noted = await _volunteer(ritual, turn)
    turn.answer(noted, number=str(ritual.number), title=lookup.title(ritual))


async def press(press: ButtonPressed, turn: Turn) -> None:
    """Take the acting person among the volunteers."""
    ritual = await _rotating(press.subject, turn)
    noted = await _volunteer(ritual, turn)
    turn.acknowledge(noted, toast="ritual-volunteer-toast", number=str(ritual.number), title=lookup.title(ritual))


async def release(press: ButtonPressed, turn: Turn) -> None:
    """Take somebody who removed their reaction out."""
    await _withdraw(await _rotating(press.subject, turn), turn)


async def press_pass(press: ButtonPressed, turn: Turn) -> None:
    """Give a round to the next volunteer, since its host can't."""
    row = await turn.row_of_id(RitualRound, press.subject)
    ritual = await turn.uow.get(Ritual, row.ritual_id)
    if ritual is None or row.host_id != turn.member_id or row.gathered_at is not None:
        raise Refusal("ritual-not-host")
    volunteer = await turn.uow.get(RitualVolunteer, (ritual.id, turn.member_id))
    if volunteer is not None:
        volunteer.passed = row.id
    await hosts.draw_again(row, ritual, turn)
    turn.answer("ritual-passed", title=lookup.title(ritual))


async def _rotating(subject: str, turn: Turn) -> Ritual:
    ritual = await lookup.of_id(subject, turn)
    if not ritual.rotates:
        raise Refusal("ritual-not-rotating", number=str(ritual.number))
    return ritual


async def _volunteer(ritual: Ritual, turn: Turn) -> str:
    """Remember that the acting person is willing; a round without a host is theirs. Return the text that says so."""
    known = await turn.uow.get(RitualVolunteer, (ritual.id, turn.member_id))
    if known is not None:
        known.passed = 0
    else:
        if len(await rituals.volunteers(turn.uow, ritual.id)) >= MAX_VOLUNTEERS:
            raise Refusal("ritual-enough-hosts", limit=MAX_VOLUNTEERS)
        await turn.uow.add(RitualVolunteer(ritual_id=ritual.id, member_id=turn.member_id, since=turn.now))
    row = await rituals.newest_round(turn.uow, ritual.id)
    if row is not None and row.host_id is None and ritual.state == RitualState.ACTIVE:
        await hosts.draw_again(row, ritual, turn)
    return "ritual-volunteered"


async def _withdraw(ritual: Ritual, turn: Turn) -> str:
    """Take the acting person out. Return the text that says so."""
    volunteer = await turn.uow.get(RitualVolunteer, (ritual.id, turn.member_id))
    if volunteer is None:
        return "ritual-no-volunteer"
    await _take_out(ritual, volunteer, turn)
    return "ritual-withdrawn"


async def _take_out(ritual: Ritual, volunteer: RitualVolunteer, turn: Turn) -> None:
    """Delete a volunteer; the round that they host is the next one's."""
    member = volunteer.member_id
    await turn.uow.delete(volunteer)
    await turn.uow.flush()
    row = await rituals.newest_round(turn.uow, ritual.id)
    if row is not None and row.host_id == member:
        await hosts.draw_again(row, ritual, turn)


async def leave(_value: MemberLeft, turn: Turn) -> None:
    """Take somebody who left the room of a ritual out."""
    if turn.room_context.community is None or turn.actor is None:
        return
    together = await communities.rooms_of_parent(turn.uow, turn.account, turn.room.parent)
    rooms = {turn.room.id, *(room.id for room in together)}
    for ritual, volunteer in await rituals.volunteered_in(turn.uow, turn.member_id, rooms):
        if volunteer.since < turn.occurred_at + _GRAIN:
            await _take_out(ritual, volunteer, turn)


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Take back what names somebody who wants to be forgotten: their rounds, and the posts with their words."""
    member = notice.member_id
    await rituals.withdraw_volunteer(turn.uow, member)
    for ritual, row in await rituals.hosted_by(turn.uow, member):
        row.host_id = None
        card = f"{hosts.ROUND_CARD}:{row.id}"
        if ritual.state == RitualState.STOPPED:
            await turn.withdraw_card(card)
        else:
            await hosts.draw_again(row, ritual, turn)
            turn.refresh_card(card, rewrite=True)
    for round_id in await rituals.gathered_replies_of(turn.uow, member):
        await turn.withdraw_card(f"{gathering.CARD}:{round_id}")
