"""One private reminder to those who have not voted, before a poll closes; some people in each transaction."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed, TimerFired
from bots.core.outbound import Button, Content
from bots.features.polls import eligibility, settings
from bots.turn.quiet_hours import after_quiet
from bots.turn.turn import Turn
from storage.queries import electorate, polls
from storage.queries.electorate import Voter
from storage.tables import Community, Member, Poll, PollState, Room

TIMER, REST = "poll-nudge", "poll-nudge-rest"
"""The timer that begins, and the one that goes on after a member: `17:42`."""
_PAGE = 20


async def begin(timer: TimerFired, turn: Turn) -> None:
    """Begin to remind. In quiet hours wait for their end, unless the poll is over by then."""
    poll, _ = await _poll_of(timer, turn)
    if poll is None:
        return
    due = after_quiet(await _community(poll, turn), turn.now)
    if due > turn.now and (poll.closes_at is None or due < poll.closes_at):
        turn.schedule(TIMER, timer.subject, due)
    elif due == turn.now:
        turn.schedule(REST, timer.subject, turn.now)


async def _community(poll: Poll, turn: Turn) -> Community | None:
    """Return the community whose quiet hours count; a network has none."""
    return await turn.uow.get(Community, poll.community_id) if poll.community_id is not None else None


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Remind some people, and set a timer for the next ones."""
    poll, after = await _poll_of(timer, turn)
    if poll is None:
        return
    given = settings.of(poll)
    who = (eligibility.roles_of(poll, given), eligibility.known_since(poll, given))
    found = await electorate.without_ballot(turn.uow, poll, *who, after=after, limit=_PAGE)
    for voter in found:
        await _remind(poll, voter, turn)
    if len(found) == _PAGE:
        turn.schedule(REST, f"{poll.id}:{found[-1].member_id}", turn.now)


async def _poll_of(timer: TimerFired, turn: Turn) -> tuple[Poll | None, int]:
    """Return the poll of a timer, None if it is no longer open, and the member to go on after."""
    poll_id, _, after = timer.subject.partition(":")
    poll = await turn.uow.get(Poll, int(poll_id))
    return (poll if poll is not None and poll.state == PollState.OPEN else None), int(after or 0)


async def _remind(poll: Poll, voter: Voter, turn: Turn) -> None:
    """Write to one person in their language, with a button against more of this."""
    room, member = await turn.uow.get(Room, voter.room_id), await turn.uow.get(Member, voter.member_id)
    there = await turn.for_room(room)
    there = there.in_language(member.locale) if member is not None and member.locale else there
    text = there.text(
        "poll-nudge", number=poll.number, question=poll.question, at=poll.closes_at or turn.now, room=there.room_name
    )
    button = Button(f"pollquiet:{poll.id}:on", there.label("poll-nudge-stop"), "🔕")
    key = f"poll:{poll.id}:nudge:{voter.member_id}"
    there.send_direct(voter.user, Content(text=text, buttons=(button,)), key=key)


async def press_quiet(press: ButtonPressed, turn: Turn) -> None:
    """Stop reminders for the acting member, or, where the button says so or the reaction goes, allow them again."""
    if press.choice == "off" or press.released:
        turn.uow.defer(polls.SPEAK, {"b_member_id": turn.member_id})
        turn.answer("poll-nudges-on")
        return
    turn.uow.defer(polls.SILENCE, {"member_id": turn.member_id, "at": turn.now})
    back = Button(
        f"pollquiet:{press.subject}:off", turn.in_language(turn.answer_locale).label("poll-nudge-again"), "🔔"
    )
    turn.answer_content(Content(text=turn.answer_text("poll-nudges-off"), buttons=(back,)))
