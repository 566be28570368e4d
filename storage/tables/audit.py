"""The audit log: what connectors and coordinators did, chained by hashes."""

from datetime import datetime

from sqlmodel import Field, UniqueConstraint

from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime


class AuditEntry(TableRow, table=True):
    """One act. `scope`, `seq`, `at`, `verb`, the seals and `previous` are in the `hash`, and never change.

    What is about people stands beside its seal, a digest over it and a random salt. Erasing value and salt leaves the
    seal, which tells nothing, so the chain stays whole.
    """

    __tablename__ = "audit_entries"
    __table_args__ = (UniqueConstraint("scope", "seq"),)
    id: int = Field(default=None, primary_key=True)
    scope: str  # `community:3` or `network:2`
    seq: int  # 1, 2, 3 … in its scope
    at: datetime = Field(sa_type=UtcDateTime, index=True)  # when
    verb: str  # the command, or the verb of the button
    actor_id: int | None = Field(default=None, index=True)  # the member who did it; None: erased
    actor_salt: str | None = None
    actor_seal: str
    subject_id: int | None = Field(default=None, index=True)  # the member whom it was about; None: nobody, or erased
    subject_salt: str | None = None
    subject_seal: str = ""  # empty: it was about nobody
    details: str | None = None  # a JSON object of what was given; None: erased
    details_salt: str | None = None
    details_seal: str
    previous: str  # the hash of the entry before, or empty
    hash: str  # SHA-256 over the canonical JSON of all that never changes


class AuditHead(TableRow, table=True):
    """The newest entry of a scope. Update it before appending, so that two processes take turns."""

    __tablename__ = "audit_heads"
    scope: str = Field(primary_key=True)
    seq: int
    hash: str
