"""`audit`: what connectors and coordinators did here, the newest first."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bots.commands.declaration import Arg, Args
from bots.commands.folding import fold
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join, plain
from bots.core.sanitize import display_name
from bots.dates.term import take_term
from bots.dialogs import pagination
from bots.i18n import texts
from bots.routing.feature import Listing
from bots.turn import private_answer
from bots.turn.turn import Turn
from storage.queries import audit, members
from storage.tables import AuditEntry, Community, Member

_MAX_ENTRIES = 300
_IN_ONE_MESSAGE = 15
"""How many entries a private message has: nobody can turn pages there."""


async def audit_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `audit [person | what | 7 days]`: show the log only to the person who asked.

    Raises Refusal("audit-none" | "audit-nothing").
    """
    about = args.optional_text("about")
    if about is None and turn.answers_privately:
        await pagination.list_command("audit", list_source)(call, args, turn)
        return
    lines = await _lines(await _found(about or "", turn), turn)
    if not lines:
        raise Refusal("audit-nothing" if about else "audit-none", given=about or "")
    shown = [await _title(turn), *lines[:_IN_ONE_MESSAGE]]
    if len(lines) > _IN_ONE_MESSAGE:
        shown.append(turn.answer_text("audit-more", count=len(lines) - _IN_ONE_MESSAGE))
    private_answer.answer(Content(text=join(shown)), turn, sent="audit-sent", unreachable="audit-unreachable")


async def list_source(turn: Turn) -> Listing:
    """Return the whole log of the room's community or network. Raises Refusal("audit-none")."""
    lines = await _lines(await _found("", turn), turn)
    if not lines:
        raise Refusal("audit-none")
    return Listing(await _title(turn), lines, turn.answer_text("audit-footer"))


async def _title(turn: Turn) -> Rich:
    place = turn.room_context.place
    return turn.answer_text("audit-title", place=place.name if place is not None else "–")


def scope_of(turn: Turn) -> str:
    """Return whose log it is."""
    place = turn.place
    return f"{'community' if isinstance(place, Community) else 'network'}:{place.id}"


async def _found(about: str, turn: Turn) -> Sequence[AuditEntry]:
    """Return the entries about a person, about a kind of act, or of the last days."""
    length, rest = take_term(about)
    since = turn.now - length if length is not None and not rest else None
    entries = await audit.newest(turn.uow, scope_of(turn), _MAX_ENTRIES, since)
    if not about or since is not None:
        return entries
    wanted = fold(about.removeprefix("!").removeprefix("/"))
    return [entry for entry in entries if wanted in fold(await _words(entry, turn))]


async def _words(entry: AuditEntry, turn: Turn) -> str:
    """Return everything that a search for an entry may match."""
    people = [entry.actor_id, entry.subject_id]
    ids = [one.user for member in people if member for one in await members.identities(turn.uow, member)]
    return " ".join([plain(await _line(entry, turn)), entry.verb, *ids])


async def _lines(entries: Sequence[AuditEntry], turn: Turn) -> list[Rich]:
    return [await _line(entry, turn) for entry in entries]


async def _line(entry: AuditEntry, turn: Turn) -> Rich:
    return turn.answer_text(
        "audit-line",
        number=entry.seq,
        at=turn.moment(entry.at, turn.answer_locale, "short"),
        who=await _name(entry.actor_id, turn),
        what=_what(entry.verb, turn),
        about=(Text(" · "), *await _name(entry.subject_id, turn)) if entry.subject_seal else (),
        details=_details(entry, turn),
    )


async def _name(member: int | None, turn: Turn) -> Rich:
    row = await turn.uow.get(Member, member)
    return (Text(display_name(row.name)),) if row is not None else turn.answer_text("audit-erased")


def _what(verb: str, turn: Turn) -> Rich:
    """Return what somebody did: in words for a button, or the command."""
    text_id = f"act-{verb}"
    if texts.has(text_id, turn.answer_locale):
        return turn.answer_text(text_id)
    return turn.answer_text("audit-command", command=verb) if verb in turn.commands_by_name else (Text(verb),)


def _details(entry: AuditEntry, turn: Turn) -> str:
    """Return the arguments of an act in the order of its command, each choice as people say it."""
    given: dict[str, str] = json.loads(entry.details) if entry.details else {}
    command = turn.commands_by_name.get(entry.verb)
    args = command.args if command is not None else ()
    said = {arg.name: _said(given[arg.name], arg, turn) for arg in args if arg.name in given}
    told = dict.fromkeys((said | {**given, **said}).values())
    return f" · {', '.join(told)}" if told else ""


def _said(value: str, arg: Arg, turn: Turn) -> str:
    return texts.words(turn.answer_locale, f"choice-{value}") if value in arg.choices else value
