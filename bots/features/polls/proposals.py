"""A poll that somebody typed, before it is posted: checked, and kept as JSON while its author looks at it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import cast

import msgspec
from msgspec import structs

from bots.commands.declaration import Args
from bots.core.refusal import Refusal
from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.resolution import check_range
from bots.features.polls import date_options, repeating, rules, settings, settings_reading, wording
from bots.features.polls.kind_phrase import DATES
from bots.features.polls.settings import Settings
from bots.turn.turn import Turn
from storage.queries.ownership import Holder
from storage.tables import Poll, PollKind, PollState


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A poll to be. `close` and `start` are its times as typed. `edits`: the id of the poll whose place it takes."""

    question: str
    options: tuple[str, ...]
    max_choices: int = 1
    close: str = ""
    start: str = ""
    starts_at: datetime | None = None
    closes_at: datetime | None = None
    native: str | None = None
    edits: int | None = None
    kind: PollKind = PollKind.CHOICE
    settings: Settings = Settings()

    def as_args(self, *, number: int | None = None) -> Args:
        """Return the arguments that make this poll, to fill in a form. `number`: of the poll that it changes."""
        values: dict[str, str | tuple[str, ...]] = {"question": self.question, "options": self.options}
        values |= {"number": str(number)} if number is not None else {}
        values |= {"close": self.close} if self.close else {}
        values |= {"start": self.start} if self.start else {}
        kind = DATES if self.settings.dates else self.kind.value
        values |= {"kind": kind} if kind != PollKind.CHOICE else {}
        values |= settings_reading.as_values(self.settings)
        values |= repeating.pack(self.settings.repeats) if self.settings.repeats is not None else {}
        values |= {"choices": str(self.max_choices)} if self.max_choices > 1 else {}
        return Args(values | ({"native": self.native} if self.native else {}))

    def as_state(self) -> Mapping[str, object]:
        """Return the proposal as a part of a dialog's state."""
        return cast(Mapping[str, object], msgspec.to_builtins(self))

    @classmethod
    def from_state(cls, state: object) -> Proposal:
        """Return the proposal of a dialog's state. Raises msgspec.ValidationError for anything else."""
        return msgspec.convert(state, cls)

    def as_poll(self, *, holder: Holder, room: int, number: int, author: int, now: datetime) -> Poll:
        """Return the row of this poll."""
        return Poll(
            community_id=holder.community, network_id=holder.network, room_id=room, number=number,
            question=self.question, options=json.dumps(self.options), max_choices=self.max_choices,
            created_by=author, created_at=now, closes_at=self.closes_at, starts_at=self.starts_at, kind=self.kind,
            state=PollState.OPEN if self.starts_at is None else PollState.WAITING,
            settings=settings.as_json(self.settings),
        )  # fmt: skip


def make_proposal(args: Args, turn: Turn) -> Proposal:
    """Return the poll in the arguments of `poll`. Raises Refusal where something about it is wrong."""
    typed, dates = args.words("options"), args.optional_text("kind") == DATES
    options, times = date_options.read(typed, turn) if dates else (wording.options(typed), ())
    choices = args.optional_text("choices") or (str(len(options)) if dates else None)
    kind = settings_reading.kind_of(args)
    start = _wanted(args, "start")
    starts_at = parse_start(start, turn)
    repeats = repeating.read(_wanted(args, "repeat"), turn, starts_at) or repeating.unpack(args)
    if repeats is not None and (times or args.optional_text("to")):
        raise Refusal("poll-repeat-not", argument="repeat")
    proposal = Proposal(
        question=wording.question(args.text("question")),
        options=options,
        max_choices=wording.max_choices(choices, len(options)) if kind == PollKind.CHOICE else 1,
        kind=kind,
        settings=structs.replace(settings_reading.read(args, kind, len(options)), dates=times, repeats=repeats),
        close=args.optional_text("close") or "",
        start=start or "",
        starts_at=starts_at,
        closes_at=parse_deadline(args.optional_text("close"), turn, since=starts_at),
        native=args.optional_text("native"),
    )
    usual = turn.place.poll_style
    plain = rules.is_plain(kind, proposal.settings)
    rules.choose_style(turn.capabilities, proposal.native, usual, proposal.max_choices, len(options), plain=plain)
    return proposal


def _wanted(args: Args, name: str) -> str | None:
    """Return an argument; None for `none`, which takes it away."""
    typed = args.optional_text(name)
    return None if typed is not None and settings_reading.is_none(typed) else typed


def parse_deadline(text: str | None, turn: Turn, *, since: datetime | None = None) -> datetime | None:
    """Return the end of a poll, relative to its start or the time of the command. Raises Refusal if it is not ahead."""
    return parse_time(text, "close", turn, since)


def parse_start(text: str | None, turn: Turn) -> datetime | None:
    """Return when a poll opens; None for at once. Raises Refusal if it is not ahead of now."""
    return parse_time(text, "start", turn)


def parse_time(text: str | None, argument: str, turn: Turn, since: datetime | None = None) -> datetime | None:
    """Return the time in an argument, seen from `since` or the time of the command. Raises Refusal about it."""
    if not text:
        return None
    zone = turn.room_context.zone
    try:
        locale, now = turn.room_context.locale, since or turn.occurred_at
        at = parse_when(text, locale=locale, zone=zone, now=now, begins=argument == "start")
        check_range(at, zone, since or turn.now)
    except CalendarProblem as problem:
        if since is not None and problem.text_id == "date-past":
            raise Refusal("poll-close-before", argument=argument, start=since, **problem.text_args) from None
        raise Refusal(problem.text_id, argument=argument, **problem.text_args) from None
    return at
