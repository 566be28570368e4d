"""`event feed`: the calendar of a community or network at a secret web address, and as a file."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Link, Text
from bots.dialogs.yes_no import YesNo
from bots.features.events import calendar_feed, commands
from bots.turn import files, private_answer
from bots.turn.turn import Turn


async def set_feed(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event feed [on|renew|off|file]`. What ends an address asks first: nothing brings it back."""
    place, how = turn.place, args.optional_text("how") or "status"
    if how == "file":
        await _send_file(turn)
        return
    if how == "off":
        if not place.calendar_token:
            raise Refusal("event-feed-none", place=place.name)
        await END.ask("", turn.answer_text("event-feed-off-ask", place=place.name), turn)
        return
    if not turn.extensions.web_address:
        raise Refusal("event-feed-no-web")
    if how == "renew" and place.calendar_token:
        await RENEW.ask("", turn.answer_text("event-feed-renew-ask", place=place.name), turn)
        return
    if how in ("on", "renew"):
        place.calendar_token = place.calendar_token or secrets.token_urlsafe(24)
    if not place.calendar_token:
        raise Refusal("event-feed-none", place=place.name)
    _tell_address("event-feed-on", turn)


async def _renew(_subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Replace the address. Where it ended meanwhile, nothing gives it another one."""
    if not turn.place.calendar_token:
        raise Refusal("event-feed-none", place=turn.place.name)
    turn.place.calendar_token = secrets.token_urlsafe(24)
    _tell_address("event-feed-renewed", turn)


async def _end(_subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    turn.place.calendar_token = ""
    turn.answer("event-feed-off", place=turn.place.name)


def _tell_address(text_id: str, turn: Turn) -> None:
    """Tell the acting person the address; where others would read the answer, by a private message."""
    address = f"{turn.extensions.web_address}/calendar/{turn.place.calendar_token}.ics"
    text = turn.answer_text(text_id, place=turn.place.name, feed=Link(address, (Text(address),)))
    private_answer.answer(Content(text=text), turn, sent="event-feed-sent", unreachable="event-feed-unreachable")


async def _send_file(turn: Turn) -> None:
    place = turn.place
    found = await calendar_feed.collect(turn.uow, place, turn.now, public=False)
    data = await asyncio.to_thread(calendar_feed.write, found)
    file = files.text_file("calendar.ics", "text/calendar", data, place.name)
    files.check_size(file, turn, "event-feed-cannot")
    turn.answer_content(Content(text=turn.answer_text("event-feed-file", place=place.name), attachments=(file,)))


RENEW = YesNo(kind="calendarrenew", yes="event-feed-renew-yes", command=commands.EVENT_FEED, act=_renew)
END = YesNo(kind="calendaroff", yes="event-feed-off-yes", command=commands.EVENT_FEED, act=_end)
