"""`me data` and `me export`: what is stored about the person who asks, to read and to take away."""

from __future__ import annotations

import json

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.richtext import join
from bots.features.people import accounts
from bots.turn import files, private_answer
from bots.turn.turn import Turn
from storage.queries import personal_data, persons

_SENT, _UNREACHABLE = "people-sent", "people-unreachable"
_SHOWN = {
    "role_assignments": "roles", "ballots": "ballots", "ballot_reasons": "reasons", "rsvps": "rsvps",
    "journeys": "journeys", "highlights": "highlights", "cached_messages": "cached", "reactions": "reactions",
    "polls": "polls", "events": "events", "blocks": "blocks", "audit_entries": "acts",
}  # fmt: skip
"""What `me data` counts, in this order. `me export` has everything."""


async def show_data(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `me data`: tell in private what is stored, what it is for, and how to get it or end it."""
    member, stored = await turn.acting_member(), await personal_data.stored(turn.uow, turn.member_id)
    known = await persons.accounts(turn.uow, turn.member_id)
    mine = accounts.names(one for one in known if one.member_id == turn.member_id)
    lines = [turn.answer_text("people-data", accounts=mine)]
    if linked := accounts.names(one for one in known if one.member_id != turn.member_id):
        lines.append(turn.answer_text("people-data-linked", accounts=linked))
    for table, slug in _SHOWN.items():
        if count := len(stored.get(table, ())):
            lines.append(turn.answer_text(f"people-data-{slug}", count=count))
    if member.calendar_token:
        lines.append(turn.answer_text("people-data-calendar"))
    lines.append(turn.answer_text("people-data-more"))
    private_answer.answer(Content(text=join(lines)), turn, sent=_SENT, unreachable=_UNREACHABLE)


async def send_export(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `me export`: send everything that is stored as a JSON file, in private. Raises Refusal."""
    member = await turn.acting_member()
    known = await persons.accounts(turn.uow, member.id)
    linked = accounts.names(one for one in known if one.member_id != member.id)
    about = {"member": member.model_dump(mode="json"), "linked_accounts": linked, "exported_at": turn.now.isoformat()}
    text = json.dumps(about | await personal_data.stored(turn.uow, member.id), ensure_ascii=False, indent=1)
    file = files.text_file("my-data.json", "application/json", text, "my-data.json")
    files.check_size(file, turn, "people-export-cannot")
    content = Content(text=turn.answer_text("people-export"), attachments=(file,))
    private_answer.answer(content, turn, sent=_SENT, unreachable=_UNREACHABLE)
