"""Polls and ballots."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, UniqueConstraint

from storage.tables.communities import PollStyle
from storage.tables.row import TableRow
from storage.tables.types import UtcDateTime, enum_type


class PollState(StrEnum):
    """Whether people can vote in a poll. A deleted one keeps its number but no words."""

    WAITING = "waiting"  # it opens later
    OPEN = "open"
    CLOSED = "closed"
    DELETED = "deleted"


class PollKind(StrEnum):
    """How people answer a poll, and how their ballots are counted (bots/features/polls/kinds)."""

    CHOICE = "choice"  # one option, or several
    CONSENT = "consent"  # agree, abstain, disagree, or block with a reason
    SCORE = "score"  # points for each option
    DOTS = "dots"  # a number of dots, spread over the options
    RANKED = "ranked"  # the options in order, best first


class Poll(TableRow, table=True):
    """A question to a community, or to those in a network's own room."""

    __tablename__ = "polls"
    __table_args__ = (UniqueConstraint("community_id", "number"), UniqueConstraint("network_id", "number"))
    id: int = Field(default=None, primary_key=True)
    community_id: int | None = Field(default=None, foreign_key="communities.id", index=True)  # who holds it: this one
    network_id: int | None = Field(default=None, foreign_key="networks.id", index=True)  # or a network
    room_id: int = Field(foreign_key="rooms.id")  # the room where somebody opened it
    number: int  # its number within the community or network
    question: str  # the question
    options: str  # JSON: list of the options
    max_choices: int = 1  # number of options that one person may choose
    kind: PollKind = Field(default=PollKind.CHOICE, sa_type=enum_type(PollKind))  # how people answer
    settings: str = "{}"  # JSON: its other rules (bots/features/polls/settings.py)
    style: PollStyle = Field(default=PollStyle.CARD, sa_type=enum_type(PollStyle))  # how its rooms show it
    state: PollState = Field(default=PollState.OPEN, sa_type=enum_type(PollState))
    created_by: int = Field(foreign_key="members.id")  # the member who opened it
    created_at: datetime = Field(sa_type=UtcDateTime)  # when they opened it
    starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when it opens, if that was later
    closes_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # ballots cast later don't count
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)  # when we counted the results
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # ballots cast earlier were for other words
    corrected_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when a typo was mended after a vote


class Ballot(TableRow, table=True):
    """One person's vote in a poll."""

    __tablename__ = "ballots"
    poll_id: int = Field(primary_key=True, foreign_key="polls.id")  # the poll
    person_id: int = Field(primary_key=True)  # the voter: the member, or the number that linked ones share
    member_id: int = Field(foreign_key="members.id", index=True)  # the member who cast it
    choices: str  # what they chose, as the poll's kind writes it: the options' indices (`0,2`), or `0:5,1:3`
    at: datetime = Field(sa_type=UtcDateTime)  # when they voted
    community_id: int | None = Field(default=None, foreign_key="communities.id")  # of a network's poll: where they did


class BallotReason(TableRow, table=True):
    """Why a member voted as they did. It goes with their ballot, and is shown only as they chose."""

    __tablename__ = "ballot_reasons"
    poll_id: int = Field(primary_key=True, foreign_key="polls.id")  # the poll
    member_id: int = Field(primary_key=True, foreign_key="members.id")  # the voter
    text: str  # their words
    named: bool = False  # whether their name stands beside the words
    at: datetime = Field(sa_type=UtcDateTime)  # when they wrote it


class BallotCount(TableRow, table=True):
    """Equal ballots of a closed anonymous poll, counted together without their voters."""

    __tablename__ = "ballot_counts"
    poll_id: int = Field(primary_key=True, foreign_key="polls.id")  # the poll
    choices: str = Field(primary_key=True)  # what they say
    number: int  # how many there are
    reasons: str = "[]"  # JSON: the reasons given with them, in alphabetical order


class PollAddition(TableRow, table=True):
    """The member who added an option to an open list: kept until the poll closes, so that nobody fills it alone."""

    __tablename__ = "poll_additions"
    poll_id: int = Field(primary_key=True, foreign_key="polls.id")  # the poll
    position: int = Field(primary_key=True)  # which of its options, from 0
    member_id: int = Field(foreign_key="members.id", index=True)  # who added it
    at: datetime = Field(sa_type=UtcDateTime)  # when they did


class PollSilence(TableRow, table=True):
    """A member who wants no reminders of polls."""

    __tablename__ = "poll_silences"
    member_id: int = Field(primary_key=True, foreign_key="members.id")  # the person
    at: datetime = Field(sa_type=UtcDateTime)  # since when


class PollRecord(TableRow, table=True):
    """What a closed poll decided, for the list of decisions, and its consequences since."""

    __tablename__ = "poll_records"
    poll_id: int = Field(primary_key=True, foreign_key="polls.id")  # the poll
    verdict: str  # one of VERDICTS in bots/features/polls/verdict.py
    winners: str = "[]"  # JSON: the options that won, tie or are ahead
    votes: str = "[]"  # JSON: the votes or points of each option
    voters: int = 0  # how many people voted
    outcome: str = ""  # its consequences, in a connector's words
    outcome_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when they said so
    contestable_until: datetime | None = Field(default=None, sa_type=UtcDateTime)  # objections are heard until then
    revoked_by: int | None = Field(default=None, foreign_key="polls.id")  # the later poll that revoked it
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when a connector noted that
