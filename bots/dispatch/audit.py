"""The one place where acts of connectors and coordinators are recorded, in the transaction of the act.

A value is an act when its handler asked for a right that not everybody has, the person had it, and more changed than an
answer, a question or a list. No handler can forget to record itself.
"""

from __future__ import annotations

from bots.core.inbound import ButtonPressed, PersonInbound
from bots.turn.turn import Turn
from storage.queries.audit import Act
from storage.tables import Community, Network

_NO_ACT = frozenset(
    {
        "activity", "cached_messages", "cursors", "dead_letters", "dialogs", "identities", "inbox_keys", "members",
        "native_votes", "outbox", "parked", "placements", "reactions", "wrong_codes",
    }
)  # fmt: skip
"""Tables that change when somebody only talks with the bot, or looks."""
_SECRET = frozenset(
    {
        "changes", "code", "description", "line", "link", "network", "offered", "options", "person", "place",
        "question", "text", "title", "what",
    }
)  # fmt: skip
"""Arguments that no log keeps: codes of invitations, people, who are told by their number, and words that their author
can take back. One of a command's own choices is no such word, whatever the argument is called."""
_MAX_DETAIL = 120


def act_of(turn: Turn) -> Act | None:
    """Return what the acting person did in the name of a community or network, or None."""
    used = turn.effects.used
    if not used.rights or turn.actor is None or not isinstance(turn.value, PersonInbound):
        return None
    if not turn.uow.touched - _NO_ACT:
        return None
    scope = _scope(turn)
    if scope is None:
        return None
    kept = _choices(used.command, turn)
    details = {
        name: _short(value) for name, value in used.details.items() if value and (name in kept or name not in _SECRET)
    }
    return Act(scope, used.command or _verb(turn), turn.actor.member_id, turn.now, used.subject, details)


def _choices(name: str, turn: Turn) -> frozenset[str]:
    """Return the arguments of a command whose values are among its own choices."""
    command = turn.commands_by_name.get(name)
    return frozenset(arg.name for arg in command.args if arg.kind == "choice") if command is not None else frozenset()


def _verb(turn: Turn) -> str:
    return turn.value.id.verb if isinstance(turn.value, ButtonPressed) else "?"


def _scope(turn: Turn) -> str | None:
    """Return whose act it is. A room that is set up or left by it counts with its new or its former owner."""
    place = turn.effects.used.place or turn.room_context.place
    if isinstance(place, Community | Network):
        return f"{'community' if isinstance(place, Community) else 'network'}:{place.id}"
    room = turn.room_context.room
    if room is not None and room.community_id is not None:
        return f"community:{room.community_id}"
    return f"network:{room.network_id}" if room is not None and room.network_id is not None else None


def _short(value: object) -> str:
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    return text if len(text) <= _MAX_DETAIL else f"{text[: _MAX_DETAIL - 1]}…"
