"""For every command, the one that takes it back: the table that `undo` reads."""

from __future__ import annotations

from collections.abc import Mapping

from bots.i18n import answers

READS = frozenset(
    {
        "agenda", "announce list", "announce show", "audit", "blocks", "cancel", "check", "communities",
        "connector list", "decisions", "decisions export", "digest", "digest file", "event guests", "event list",
        "event show", "greeter list", "help", "me", "me data", "me export", "network invites", "network queue",
        "network show", "newcomers", "poll chart", "poll list", "poll results", "ritual list", "rules", "tag list",
        "undo",
    }
)  # fmt: skip
"""The commands that change nothing."""
FINAL = frozenset({"announce recall", "digest send", "highlight exclude", "poll delete", "ritual stop"})
"""What can't be undone. The bot says so before, or asks."""
OWN = frozenset(
    {
        "announce answer", "appeal", "event answer", "event remind", "highlight stop", "me calendar", "me digest",
        "me erase", "me language", "me link", "me relay", "me remind", "me timezone", "me unlink", "poll add",
        "poll reason", "poll remove", "poll vote", "ritual host", "rsvp", "translation",
    }
)  # fmt: skip
"""Commands about oneself. No log has them; their answers say how to change it."""
WAYS: Mapping[str, str] = {
    "alerts": "alerts …",
    "announce": "announce recall …",
    "announce accept": "announce decline {number}",
    "announce decline": "announce accept {number}",
    "announce edit": "announce edit {number} …",
    "announce text": "announce text {number} …",
    "block": "unblock …",
    "config": "config {key} …",
    "connector add": "connector remove …",
    "connector remove": "connector add …",
    "digest add": "digest remove …",
    "digest chart": "digest chart {other}",
    "digest feed": "digest feed {other}",
    "digest remove": "digest remove {number}",
    "digest skip": "digest skip",
    "event": "event cancel …",
    "event accept": "event decline {number}",
    "event cancel": "event reopen {number}",
    "event checkin": "event checkin {number}",
    "event decline": "event accept {number}",
    "event edit": "event edit {number} …",
    "event feed": "event feed {other}",
    "event host": "event host {number} no",
    "event import": "event import …",
    "event limit": "event limit {number} …",
    "event move": "event move {number} {before}",
    "event reopen": "event cancel {number}",
    "event repeat": "event repeat {number} …",
    "event set": "event set {number} …",
    "greeter add": "greeter remove …",
    "greeter remove": "greeter add …",
    "handover": "connector remove …",
    "highlight": "highlight stop",
    "highlight conversation": "highlight stop",
    "highlight event": "highlight stop",
    "highlight include": "highlight exclude …",
    "highlight last": "highlight stop",
    "highlight poll": "highlight stop",
    "link": "unlink",
    "network accept": "network remove {name}",
    "network blocks": "network blocks …",
    "network create": "room leave",
    "network events": "network events …",
    "network handover": "connector remove …",
    "network invite": "network invites",
    "network leave": "network parent …",
    "network listen": "network listen {other} …",
    "network parent": "network leave",
    "network remove": "network invite …",
    "network share": "network share {what} {other} …",
    "network take": "network take …",
    "poll": "poll delete …",
    "poll again": "poll delete …",
    "poll close": "poll reopen {number}",
    "poll edit": "poll edit {number} …",
    "poll outcome": "poll outcome {number} none",
    "poll reopen": "poll close {number}",
    "poll revoke": "poll revoke {number} none",
    "relay": "relay {other} …",
    "ritual": "ritual stop …",
    "ritual edit": "ritual edit {number} …",
    "ritual pause": "ritual resume {number}",
    "ritual resume": "ritual pause {number}",
    "ritual set": "ritual set {number} …",
    "room exclude": "room include",
    "room include": "room exclude",
    "room join": "room leave",
    "room leave": "room join {name}",
    "room role": "room role …",
    "setup": "room leave",
    "tag add": "tag remove {tag} {name}",
    "tag allow": "tag refuse {tag}",
    "tag refuse": "tag allow {tag}",
    "tag remove": "tag add {tag} {name}",
    "unblock": "block …",
    "unlink": "link …",
}
"""For a command, the one that takes it back. In braces: what was given; `before` is the old value;
`other` is on for off, and off for all else.

A row with "…" is only shown. Either the log doesn't have what belongs there (the new event's number, a name, the old
value), or the command would share more than before.
"""
PRESSED: Mapping[str, str | None] = {
    "appealkeep": "unblock …",
    "blockleave": "block …",
    "blocklift": "block …",
    "blocktake": "unblock …",
    "hlafter": "highlight stop",
    "hlpass": None,
    "hlpick": "highlight stop",
    "hlqspam": None,
    "hlspam": None,
    "hlstop": None,
    "hlwhy": None,
    "invrevoke": "network invite",
    "linkback": None,
    "linkno": None,
    "linkok": "network remove …",
    "linkwhy": None,
}
"""For what a button did, the command that takes it back; None where nothing does."""
AGAIN: Mapping[tuple[str, str], str] = {
    ("digest remove", "added"): "digest add …",
    ("poll outcome", "outcome"): "poll outcome {number} …",
    ("poll revoke", "by"): "poll revoke {number} …",
}
"""For a command, and something given that was "none", what takes that back: the words have to be typed again."""
OPEN = "…"
"""Stands for what the person has to put in."""


def way_back(command: str, given: Mapping[str, str]) -> str | None:
    """Return the command that takes one back, OPEN from the first word that is not known; None where nothing does."""
    again = (way for (name, key), way in AGAIN.items() if name == command and answers.match(given.get(key, ""), "none"))
    way = next(again, WAYS.get(command))
    if way is None:
        return None
    said = given.get("switch") or given.get("how") or ""
    known, words = {**given, "other": "on" if said == "off" else "off"}, list[str]()
    for word in way.split():
        words.append(known.get(word.strip("{}"), OPEN) if word.startswith("{") else word)
        if words[-1] == OPEN:
            break
    return " ".join(words)
