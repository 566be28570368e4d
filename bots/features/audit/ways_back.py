"""For every command what brings back what was there before: the table behind `undo`."""

from __future__ import annotations

from collections.abc import Mapping

READS = frozenset(
    {
        "agenda", "announce list", "announce show", "audit", "blocks", "cancel", "check", "communities",
        "connector list", "decisions", "decisions export", "digest", "digest file", "event guests",
        "event list", "event show",
        "greeter list", "help", "me", "me data", "me export", "network invites", "network queue", "network show",
        "newcomers", "poll chart", "poll list", "poll results", "ritual list", "rules", "tag list", "undo",
    }
)  # fmt: skip
"""The commands that change nothing."""
FINAL = frozenset(
    {
        "announce answer", "announce recall", "appeal", "digest send", "highlight exclude", "me erase", "poll delete",
        "poll remove", "ritual stop",
    }
)  # fmt: skip
"""What can't be undone. The bot says so before, or asks."""
WAYS: Mapping[str, str] = {
    "alerts": "alerts",
    "announce": "announce recall {number}",
    "announce accept": "announce decline {number}",
    "announce decline": "announce accept {number}",
    "announce edit": "announce edit {number}",
    "announce text": "announce text {number}",
    "block": "unblock",
    "config": "config {key}",
    "connector add": "connector remove",
    "connector remove": "connector add",
    "digest add": "digest remove",
    "digest chart": "digest chart {other}",
    "digest feed": "digest feed {other}",
    "digest remove": "digest remove",
    "digest skip": "digest skip",
    "event": "event cancel",
    "event accept": "event decline {number}",
    "event answer": "event answer {number}",
    "event cancel": "event reopen {number}",
    "event checkin": "event checkin {number}",
    "event decline": "event accept {number}",
    "event edit": "event edit {number}",
    "event feed": "event feed {other}",
    "event import": "event import",
    "event limit": "event limit {number} none",
    "event move": "event move {number}",
    "event remind": "event remind {number} off",
    "event reopen": "event cancel {number}",
    "event repeat": "event repeat {number}",
    "event set": "event set {number}",
    "greeter add": "greeter remove",
    "greeter remove": "greeter add",
    "handover": "connector remove",
    "highlight": "highlight stop",
    "highlight conversation": "highlight stop",
    "highlight event": "highlight stop",
    "highlight include": "highlight exclude",
    "highlight last": "highlight stop",
    "highlight poll": "highlight stop",
    "highlight stop": "highlight",
    "link": "unlink",
    "me calendar": "me calendar off",
    "me digest": "me digest off",
    "me language": "me language",
    "me link": "me unlink",
    "me relay": "me relay ask",
    "me remind": "me remind off",
    "me timezone": "me timezone",
    "me unlink": "me link",
    "network accept": "network remove {name}",
    "network blocks": "network blocks",
    "network create": "room leave",
    "network events": "network events",
    "network handover": "connector remove",
    "network invite": "network invites",
    "network leave": "network parent CODE",
    "network listen": "network listen {other}",
    "network parent": "network leave",
    "network remove": "network invite",
    "network share": "network share {what} {other}",
    "network take": "network take everything {name}",
    "poll": "poll delete",
    "poll add": "poll remove {number}",
    "poll again": "poll delete",
    "poll close": "poll reopen {number}",
    "poll edit": "poll edit {number}",
    "poll outcome": "poll outcome {number} none",
    "poll reason": "poll reason {number}",
    "poll reopen": "poll close {number}",
    "poll revoke": "poll revoke {number} none",
    "poll vote": "poll vote {number} none",
    "relay": "relay {other}",
    "ritual": "ritual stop",
    "ritual edit": "ritual edit {number}",
    "ritual host": "ritual host {number} no",
    "ritual pause": "ritual resume {number}",
    "ritual resume": "ritual pause {number}",
    "ritual set": "ritual set {number}",
    "room exclude": "room include",
    "room include": "room exclude",
    "room join": "room leave",
    "room leave": "room join {name}",
    "room role": "room role home",
    "rsvp": "rsvp {number} none",
    "setup": "room leave",
    "tag add": "tag remove {tag} {name}",
    "tag allow": "tag refuse {tag}",
    "tag refuse": "tag allow {tag}",
    "tag remove": "tag add {tag} {name}",
    "translation": "translation",
    "unblock": "block",
    "unlink": "link CODE",
}
"""For a command, the one that takes it back. In braces: what was given; `other` is on for off, and off for all else.

What a command replaced stands in the answer to it; then the way back is the same command again.
"""


def is_repeated(command: str) -> bool:
    """Return whether a command is taken back by itself, with what was there before."""
    behind = WAYS[command].removeprefix(command).split()
    return WAYS[command].startswith(command) and all(word in {"{number}", "{key}"} for word in behind)


def way_back(command: str, given: Mapping[str, str]) -> str | None:
    """Return the command that takes one back, without what is not known; None where nothing does."""
    way = WAYS.get(command)
    if way is None:
        return None
    said = given.get("switch") or given.get("how") or ""
    known = {**given, "other": "on" if said == "off" else "off"}
    words = (known.get(word.strip("{}"), "") if word.startswith("{") else word for word in way.split())
    return " ".join(word for word in words if word)
