"""`undo`: what takes back what somebody did last. It only says how; a yes does it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Code
from bots.features.audit import ways_back
from bots.features.audit.listing import scope_of
from bots.i18n import texts
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import audit
from storage.tables import AuditEntry

_MAX_ENTRIES = 100
_SAID = {"on": "choice-on", "off": "choice-off", "none": "undo-none-word"}
"""The words of a way back that people say in their own language."""


async def undo(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `undo`: name what takes back the person's last command here. Raises Refusal("undo-…")."""
    entries = await audit.newest(turn.uow, scope_of(turn), _MAX_ENTRIES, turn.now - DECISION_LIFE)
    last = _last_of(turn.member_id, entries)
    if last is None:
        raise Refusal("undo-none")
    if last.verb in ways_back.PRESSED:
        raise _pressed(last.verb, turn)
    given: dict[str, str] = json.loads(last.details) if last.details else {}
    way = ways_back.way_back(last.verb, given)
    if way is None:
        raise Refusal("undo-final", did=Code(f"!{last.verb}"))
    way = " ".join(texts.words(turn.answer_locale, _SAID[word]) if word in _SAID else word for word in way.split())
    did = Code(f"!{last.verb} {given.get('number', '')}".rstrip())
    if way.endswith(ways_back.OPEN):
        raise Refusal("undo-open", did=did, way=Code(f"!{way}"))
    raise Refusal("undo-way", did=did, nearest=(Code(f"!{way}"),))


def _pressed(verb: str, turn: Turn) -> Refusal:
    """Return what takes back the press of a button. It is only shown."""
    way, did = ways_back.PRESSED[verb], turn.answer_text(f"act-{verb}")
    return Refusal("undo-final-act", did=did) if way is None else Refusal("undo-act", did=did, way=Code(f"!{way}"))


def _last_of(member: int, entries: Sequence[AuditEntry]) -> AuditEntry | None:
    """Return what a member did last by a command or a button, the entries being the newest first."""
    known = ways_back.FINAL | ways_back.WAYS.keys() | ways_back.PRESSED.keys()
    return next((entry for entry in entries if entry.actor_id == member and entry.verb in known), None)
