"""`me calendar`: what one person comes to, in all of their communities, at an address that they alone know."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Link, Text
from bots.dialogs.yes_no import YesNo
from bots.features.events import calendar_entries, calendar_feed, commands
from bots.features.events.calendar_feed import Found
from bots.i18n import languages, texts
from bots.turn import files, private_answer
from bots.turn.turn import Turn
from storage.queries import own_calendars
from storage.queries.own_calendars import Reply
from storage.tables import EventState, Member, RsvpAnswer

if TYPE_CHECKING:
    from datetime import datetime

    from icalendar import Event as Entry

    from storage.unit_of_work import UnitOfWork


async def give(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `me calendar [on|renew|off|file]`. What ends an address asks first: nothing brings it back."""
    member, how = await turn.acting_member(), args.optional_text("how") or "on"
    if how == "file":
        await _send_file(member, turn)
        return
    if how == "off":
        if not member.calendar_token:
            raise Refusal("own-calendar-none")
        await END.ask("", turn.answer_text("own-calendar-off-ask"), turn)
        return
    if not turn.extensions.web_address:
        raise Refusal("own-calendar-no-web")
    if how == "renew" and member.calendar_token:
        await RENEW.ask("", turn.answer_text("own-calendar-renew-ask"), turn)
        return
    _tell_address(member, "own-calendar-on", turn)


async def collect(uow: UnitOfWork, member: Member, now: datetime) -> Found:
    """Return what somebody comes to, or may come to."""
    replies = await own_calendars.replies_of(uow, member.id, now - calendar_feed.BACK, calendar_feed.MAX_DATES)
    name = texts.words(languages.supported(member.locale or "en"), "own-calendar-name")
    entries = [_entry(reply) for reply in replies if reply.rsvp.answer != RsvpAnswer.NO]
    return Found(name, entries, max(map(_changed_at, replies), default=member.created_at))


def _entry(reply: Reply) -> Entry:
    """Return the entry of a date: with its link also where it is hidden, and tentative if they aren't sure to come."""
    event, rsvp = reply.planned.event, reply.rsvp
    entry = calendar_entries.single(reply.planned)
    for stamp in ("dtstamp", "last-modified"):
        entry.pop(stamp)
        entry.add(stamp, _changed_at(reply))
    entry.add("categories", [reply.holder])
    if event.link and event.link_hidden and rsvp.answer == RsvpAnswer.YES and rsvp.waiting_since is None:
        entry.add("url", event.link)
    if event.state == EventState.PLANNED and (rsvp.answer == RsvpAnswer.MAYBE or rsvp.waiting_since is not None):
        entry.pop("status")
        entry.add("status", "TENTATIVE")
    return entry


def _changed_at(reply: Reply) -> datetime:
    event = reply.planned.event
    return max(event.changed_at or event.created_at, reply.rsvp.at)


def _tell_address(member: Member, text_id: str, turn: Turn) -> None:
    """Tell the person their address in private. Make one if they have none."""
    member.calendar_token = member.calendar_token or secrets.token_urlsafe(24)
    address = f"{turn.extensions.web_address}/calendar/{member.calendar_token}.ics"
    text = turn.answer_text(text_id, feed=Link(address, (Text(address),)))
    _answer(Content(text=text), turn)


def _answer(content: Content, turn: Turn) -> None:
    private_answer.answer(content, turn, sent="own-calendar-sent", unreachable="own-calendar-unreachable")


async def _send_file(member: Member, turn: Turn) -> None:
    found = await collect(turn.uow, member, turn.now)
    data = await asyncio.to_thread(calendar_feed.write, found)
    file = files.text_file("my-calendar.ics", "text/calendar", data, found.name)
    files.check_size(file, turn, "own-calendar-cannot")
    _answer(Content(text=turn.answer_text("own-calendar-file"), attachments=(file,)), turn)


async def _renew(_subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Replace the address. Where it ended meanwhile, nothing gives it another one."""
    member = await turn.acting_member()
    if not member.calendar_token:
        raise Refusal("own-calendar-none")
    member.calendar_token = None
    _tell_address(member, "own-calendar-renewed", turn)


async def _end(_subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    (await turn.acting_member()).calendar_token = None
    turn.answer("own-calendar-off")


RENEW = YesNo(kind="owncalendarrenew", yes="event-feed-renew-yes", command=commands.ME_CALENDAR, act=_renew)
END = YesNo(kind="owncalendaroff", yes="event-feed-off-yes", command=commands.ME_CALENDAR, act=_end)
