"""`event import`: take over the events of somebody else's calendar, from its address or from a file."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from bots.commands import localization
from bots.commands.declaration import Args
from bots.core.inbound import Asked, Attachment, CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join
from bots.core.sanitize import visible_line
from bots.dialogs import invocation
from bots.dialogs.yes_no import YesNo
from bots.features.events import commands, import_sync
from bots.i18n import answers
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import calendar_imports
from storage.tables import CalendarImport

DIALOG = "event-import"
MAX_IMPORTS = 5
"""Calendars of one community or network."""
MAX_ADDRESS = 1000
_SCHEMES = {"webcal": "https", "webcals": "https", "http": "http", "https": "https"}


async def import_calendar(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event import [address|status|off]`. Without words, say what is imported, and ask for a calendar."""
    typed = args.optional_text("what") or ""
    files = call.quoted.attachments if call.quoted is not None else ()
    how, _, number = typed.partition(" ")
    if not typed and (file := _calendar_file(files)) is not None:
        await _begin("", file, call.message, turn)
    elif not typed:
        await _ask(turn)
    elif localization.match_choice(how, "choice", ("status",)):
        await _show_status(turn)
    elif localization.match_choice(how, "choice", ("off",)) or answers.match(how, "off", "no"):
        await _ask_end(number, turn)
    else:
        await _begin(_address(typed), None, call.message, turn)


async def take(message: MessagePosted, _subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """Take a file, or an address, as the answer to the question for a calendar."""
    await invocation.check_allowed(commands.EVENT_IMPORT, turn)
    await turn.close_dialog(user=message.person.user, room=message.room)
    file = _calendar_file(message.attachments)
    if file is None and answers.match(message.text, "no", "off", "none"):
        turn.answer("yes-no-left")
        return True
    await _begin("" if file is not None else _address(message.text), file, message.message, turn)
    return True


def _calendar_file(files: tuple[Attachment, ...]) -> Attachment | None:
    return next((file for file in files if file.name.lower().endswith(".ics") or file.mime == "text/calendar"), None)


def _address(text: str) -> str:
    """Return a typed address. Raises Refusal("event-import-address")."""
    typed = text.strip().strip("<>")
    try:
        parts = urlsplit(typed)
        scheme = _SCHEMES.get(parts.scheme)
        fits = bool(parts.hostname) and not (parts.username or parts.password)
    except ValueError:
        scheme, fits = None, False
    if scheme is None or not fits or len(typed) > MAX_ADDRESS or len(typed.split()) != 1:
        raise Refusal("event-import-address", argument="what", given=visible_line(typed, 60))
    return parts._replace(scheme=scheme).geturl()


async def _ask(turn: Turn) -> None:
    """Ask for a file or an address. The next message is the answer."""
    value = turn.person_event()
    await turn.open_dialog(DIALOG, "", {}, user=value.person.user, room=value.room, life=DECISION_LIFE)
    turn.answer_content(Content(text=turn.answer_text("event-import-what"), asks=True))


async def _begin(address: str, file: Attachment | None, message: str | None, turn: Turn) -> None:
    """Read a calendar to show what is in it. Read an imported calendar again, without asking."""
    row = await calendar_imports.at_address(turn.uow, turn.holder, address)
    if row is not None and row.confirmed and address:
        await import_sync.ask(row, turn)
        turn.answer("event-import-again", name=Text(row.name))
        return
    if row is None:
        confirmed = await calendar_imports.of_holder(turn.uow, turn.holder)
        if len(confirmed) >= MAX_IMPORTS:
            raise Refusal("event-import-many", limit=MAX_IMPORTS)
        row = await turn.uow.add(
            CalendarImport(
                community_id=turn.holder.community, network_id=turn.holder.network, room_id=turn.room.id,
                created_by=turn.member_id, created_at=turn.now, address=address,
            )
        )  # fmt: skip
    row.file = msgspec.json.encode(file).decode() if file is not None else ""
    row.name = row.name or visible_line(urlsplit(address).hostname or (file.name if file else ""), 60)
    turn.schedule(import_sync.FORGET, str(row.id), turn.now + 2 * DECISION_LIFE)
    asked = Asked(person=turn.person_event().person, message=message, token=turn.token)
    await import_sync.ask(row, turn, asked)
    turn.answer("event-import-reading")


async def _show_status(turn: Turn) -> None:
    rows = await calendar_imports.of_holder(turn.uow, turn.holder)
    if not rows:
        raise Refusal("event-import-none")
    counts = await calendar_imports.count_ahead(turn.uow, [row.id for row in rows], turn.now)
    own = turn.in_language(turn.answer_locale)
    lines = [own.text("event-import-status"), *(_line(at, row, counts, own) for at, row in enumerate(rows, 1))]
    turn.answer_content(Content(text=join(lines)))


def _line(at: int, row: CalendarImport, counts: Mapping[int, int], own: Turn) -> Rich:
    """Return the line of a calendar: its name, its host but not its address, which may be a secret, and how it does."""
    host = urlsplit(row.address).hostname or ""
    args = {"number": str(at), "name": Text(row.name), "count": counts.get(row.id, 0), "host": Text(host)}
    if not row.address:
        return own.text("event-import-line-file", **args)
    if row.problem:
        why = own.text(f"event-import-problem-{row.problem}")
        return own.text("event-import-line-problem", why=why, **args)
    return own.text("event-import-line", at=own.moment(row.read_at or row.created_at, style="short"), **args)


async def _ask_end(typed: str, turn: Turn) -> None:
    """Ask whether to end the import of a calendar. Raises Refusal("event-import-none" | "event-import-which")."""
    rows = await calendar_imports.of_holder(turn.uow, turn.holder)
    if not rows:
        raise Refusal("event-import-none")
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 1 if len(rows) == 1 else 0
    if not 1 <= number <= len(rows):
        raise Refusal("event-import-which")
    row = rows[number - 1]
    await END.ask(str(row.id), turn.answer_text("event-import-off-ask", name=Text(row.name)), turn)


async def _end(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Forget the calendar; its events stay."""
    row = await turn.row_of_id(CalendarImport, subject)
    rows = await calendar_imports.of_holder(turn.uow, turn.holder)
    if row.id not in {one.id for one in rows}:
        raise Refusal("button-unknown")
    turn.cancel_timer(import_sync.READ, subject)
    name = Text(row.name)
    await calendar_imports.delete_import(turn.uow, row.id)
    turn.answer("event-import-off", name=name)


END = YesNo(kind="importoff", yes="event-import-off-yes", command=commands.EVENT_IMPORT, act=_end)
