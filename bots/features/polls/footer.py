"""The lines below a poll's figures: how to vote, its rules, and why a result does not count."""

from __future__ import annotations

from datetime import timedelta

from bots.core.richtext import Rich
from bots.features.polls import repeating, rules, settings, thresholds
from bots.features.polls.kinds.tally import Tally
from bots.features.polls.limits import MAX_ADDED
from bots.features.polls.settings import EVERYBODY, Settings
from bots.features.polls.verdict import Verdict
from bots.turn.turn import Turn
from storage.queries.figures import LEAST_COUNT
from storage.tables import Poll, PollKind, PollStyle


def lines(poll: Poll, tally: Tally, turn: Turn) -> tuple[Rich, ...]:
    """Return the number of voters, whether a typo was corrected, the rules, and how to vote."""
    return (
        voters(poll, tally, turn), *corrected(poll, turn), *rule_lines(poll.kind, settings.of(poll), turn),
        *_how(poll, turn),
    )  # fmt: skip


def voters(poll: Poll, tally: Tally, turn: Turn) -> Rich:
    """Return how many people have voted."""
    return turn.text("poll-voters", count=tally.turnout, number=poll.number)


def corrected(poll: Poll, turn: Turn) -> tuple[Rich, ...]:
    """Return the note that a typo was mended after people had voted."""
    return (turn.text("poll-corrected", at=poll.corrected_at),) if poll.corrected_at is not None else ()


def _how(poll: Poll, turn: Turn) -> tuple[Rich, ...]:
    """Return how to vote here. Where figures wait for the close, nothing may say that the totals show."""
    given, buttons = settings.of(poll), turn.capabilities.buttons
    consents = (turn.text("poll-how-consent"),) if poll.kind == PollKind.CONSENT else ()
    if rules.needs_ballot(poll, turn.capabilities):
        kind = _ballot_of(poll)
        return (*consents, turn.text(f"poll-how-{kind}" if buttons else f"poll-how-reactions-{kind}"))
    if given.is_secret:
        return (*consents, turn.text("poll-how-secret", most=poll.max_choices))
    several = "-several" if poll.max_choices > 1 else ""
    if buttons:
        how = f"poll-how{several}"
    elif poll.style != PollStyle.CARD:
        how = f"poll-how-reactions{several}"
    else:
        how = "poll-how-emoji" if given.emoji or poll.kind == PollKind.CONSENT else f"poll-how-card{several}"
    return (*consents, turn.text(how, most=poll.max_choices))


def _ballot_of(poll: Poll) -> str:
    """Return what a ballot is filled in with: an order, points, dots, or a choice."""
    return "choice" if rules.is_single_step(poll.kind) else poll.kind.value


def rule_lines(kind: PollKind, given: Settings, turn: Turn) -> list[Rich]:
    """Return the poll's own rules, a line for each."""
    told = list[Rich]()
    if given.anonymous:
        told.append(turn.text("poll-rule-anonymous" if turn.capabilities.buttons else "poll-rule-anonymous-reactions"))
    elif given.hidden:
        told.append(turn.text("poll-rule-hidden"))
    told += _who_counts(given, turn)
    if given.threshold:
        told.append(needed(kind, given.threshold, turn))
    told += repeating.lines(given.repeats, turn)
    if given.additions:
        told.append(turn.text("poll-rule-additions", count=MAX_ADDED))
    if given.early:
        text_id = "poll-rule-early-all" if given.early == EVERYBODY else "poll-rule-early"
        told.append(turn.text(text_id, count=given.early))
    if given.remind_minutes:
        hours = max(1, round(timedelta(minutes=given.remind_minutes) / timedelta(hours=1)))
        told.append(turn.text("poll-rule-remind", hours=hours))
    return told


def _who_counts(given: Settings, turn: Turn) -> list[Rich]:
    """Return who may vote, and how many have to."""
    told = list[Rich]()
    if given.voters:
        told.append(turn.text(f"poll-rule-{given.voters}"))
    if given.since_days:
        told.append(turn.text("poll-rule-since", days=given.since_days))
    if given.per_community:
        told.append(turn.text("poll-rule-communities", count=max(LEAST_COUNT, given.quorum)))
    elif given.quorum:
        told.append(turn.text("poll-rule-quorum", count=given.quorum))
    return told


def needed(kind: PollKind, threshold: str, turn: Turn) -> Rich:
    """Return what the winner needs; in a consent poll, how many must agree."""
    names = {thresholds.ALL: "all", thresholds.HALF: "half"}
    what = names.get(threshold) or ("votes" if threshold.isdigit() else "share")
    text_id = f"poll-consent-needs-{what}" if kind == PollKind.CONSENT else f"poll-winner-needs-{what}"
    return turn.text(text_id, count=int(threshold) if threshold.isdigit() else 0, share=threshold)


def missed(found: Verdict, poll: Poll, tally: Tally, turn: Turn) -> list[Rich]:
    """Return which of the poll's own rules a result does not meet."""
    given, told = settings.of(poll), list[Rich]()
    if found.lacks_quorum:
        told.append(turn.text("poll-missed-quorum", count=tally.voters, needed=given.quorum))
    if found.lacks_threshold:
        told.append(needed(poll.kind, given.threshold, turn))
    return told
