"""The rules of one poll beside its kind: kept as JSON in its row, since only the poll itself reads them."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from storage.tables import Poll

EVERYBODY = -1
"""The value of `early` for "when everybody who may vote has voted"."""


class DateOption(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The aware times of an option that is a date. `all_day`: up to the midnight after the last day."""

    start: datetime
    end: datetime | None = None
    all_day: bool = False


class Repeats(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """How often a poll recurs: an RRULE (RFC 5545) on the wall clock of a zone, and its first date there.

    `before`: the id of the poll before this one. `unanswered`: how many before it had no votes, in a row. `stopped`: it
    was the last one, since nobody voted.
    """

    rule: str
    start: str
    zone: str
    left_out: tuple[date, ...] = ()
    skips_holidays: bool = False
    before: int = 0
    unanswered: int = 0
    stopped: bool = False


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The rules of a poll. Defaults stand for what is not given.

    - `points`: the top score of one option, or the dots of one voter.
    - `pairwise`: a ranked poll is won by the option that wins each comparison of two, if there is one.
    - `anonymous`: nobody learns who chose what, and it stays so. `hidden`: no figures before the close.
    - `quorum`: fewer voters decide nothing. `threshold`: what the winner needs, as `thresholds.py` writes it.
    - `voters`: the role that voting takes, or everybody. `since_days`: how long a voter must have been known when the
      poll was made.
    - `reasons`: people may say why. `emoji`: own emoji for the options.
    - `remind_minutes`: how long before the close those who have not voted are reminded.
    - `spread`: a network's poll is shown in its communities too.
    - `early`: close when so many have voted, `EVERYBODY` for all.
    - `dates`: the times of each option, if the options are dates.
    - `per_community`: of such a poll, each community has one vote.
    - `repeats`: the next one is stored when this one opens.
    - `additions`: an open list: people may add options. `removed_at`: when an option was taken out of the poll.
    - `planned_end`: of a poll that closed before its deadline, that deadline; its beginning if it had none.
    """

    points: int = 0
    pairwise: bool = False
    anonymous: bool = False
    hidden: bool = False
    quorum: int = 0
    threshold: str = ""
    voters: str = ""
    since_days: int = 0
    reasons: bool = False
    emoji: tuple[str, ...] = msgspec.field(default=(), name="signs")
    remind_minutes: int = 0
    early: int = 0
    dates: tuple[DateOption, ...] = ()
    spread: bool = False
    per_community: bool = False
    additions: bool = False
    repeats: Repeats | None = None
    removed_at: datetime | None = None
    planned_end: datetime | None = None

    @property
    def is_secret(self) -> bool:
        """Whether ballots must not show while the poll is open."""
        return self.anonymous or self.hidden

    @property
    def is_restricted(self) -> bool:
        """Whether not everybody may vote."""
        return bool(self.voters or self.since_days)


_decoder = msgspec.json.Decoder(Settings)
_encoder = msgspec.json.Encoder()


def of(poll: Poll) -> Settings:
    """Return the settings of a poll. Raises msgspec.ValidationError on anything that `as_json` did not write."""
    return _decoder.decode(poll.settings)


def as_json(settings: Settings) -> str:
    """Return the settings for the row."""
    return _encoder.encode(settings).decode()
