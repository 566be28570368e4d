"""The hashes of the audit log: what they cover, and how to find a broken link.

An entry's hash covers canonical JSON (sorted keys, no blanks, UTF-8) of what never changes, and the hash before it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

from storage.tables import AuditEntry

_SALT_BYTES = 16


def canonical(value: object) -> str:
    """Return the canonical JSON text of a value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def new_salt() -> str:
    """Return a salt that nobody can guess, so that a seal tells nothing once it is gone."""
    return secrets.token_hex(_SALT_BYTES)


def seal(value: object, salt: str) -> str:
    """Return the seal of a value that may be erased later."""
    return hashlib.sha256(f"{salt}\n{canonical(value)}".encode()).hexdigest()


def hash_of(entry: AuditEntry) -> str:
    """Return the hash that an entry should have."""
    fixed = {
        "scope": entry.scope, "seq": entry.seq, "at": _instant(entry.at), "verb": entry.verb,
        "actor": entry.actor_seal, "subject": entry.subject_seal, "details": entry.details_seal,
        "previous": entry.previous,
    }  # fmt: skip
    return hashlib.sha256(canonical(fixed).encode()).hexdigest()


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass
class Link:
    """How far a scope has been read: the newest entry's number and hash."""

    seq: int = 0
    hash: str = ""


@dataclass
class Check:
    """A check of all scopes, entry by entry in the order of their numbers.

    `broken`: the first broken link, in words. `erased`: fields whose value is gone. `links`: the end of each scope.
    """

    entries: int = 0
    erased: int = 0
    broken: str = ""
    links: dict[str, Link] = field(default_factory=dict)

    def add(self, entry: AuditEntry) -> None:
        """Check the next entry of its scope."""
        link = self.links.setdefault(entry.scope, Link())
        self._note(entry, _fault(entry, link))
        link.seq, link.hash = entry.seq, entry.hash
        self.entries += 1
        self.erased += sum(sealed and salt is None for sealed, salt in _sealed(entry))

    def end(self, heads: dict[str, Link]) -> None:
        """Compare the end of each scope with its head: entries may be missing there."""
        for scope in sorted({*heads, *self.links}):
            found, head = self.links.get(scope, Link()), heads.get(scope, Link())
            if not self.broken and (found.seq, found.hash) != (head.seq, head.hash):
                self.broken = f"{scope}: ends with entry {found.seq}, but its head says {head.seq}"

    def _note(self, entry: AuditEntry, fault: str) -> None:
        if fault and not self.broken:
            self.broken = f"{entry.scope}, entry {entry.seq}: {fault}"


def _sealed(entry: AuditEntry) -> list[tuple[bool, str | None]]:
    return [
        (bool(entry.actor_seal), entry.actor_salt), (bool(entry.subject_seal), entry.subject_salt),
        (bool(entry.details_seal), entry.details_salt),
    ]  # fmt: skip


def _fault(entry: AuditEntry, before: Link) -> str:
    """Return what is wrong with an entry after the one `before` it; nothing if it is whole."""
    if entry.seq != before.seq + 1:
        return f"entry {before.seq + 1} should come here"
    if entry.previous != before.hash:
        return "it does not follow the entry before it"
    if entry.hash != hash_of(entry):
        return "its hash does not fit what it says"
    values = {
        "actor": (entry.actor_id, entry.actor_salt, entry.actor_seal),
        "subject": (entry.subject_id, entry.subject_salt, entry.subject_seal),
        "details": (entry.details, entry.details_salt, entry.details_seal),
    }
    for name, (value, salt, sealed) in values.items():
        if salt is None and value is None:
            continue
        if salt is None or seal(value, salt) != sealed:
            return f"its {name} does not fit its seal"
    return ""
