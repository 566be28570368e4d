"""The buttons below a preview that take a rule of the poll one step on, from its usual values to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from msgspec import structs

from bots.core.outbound import Button
from bots.features.polls.proposals import Proposal
from bots.features.polls.settings import EVERYBODY
from bots.features.polls.thresholds import ALL, HALF
from bots.turn.turn import Turn
from storage.tables import PollKind

Value = str | int | bool


@dataclass(frozen=True)
class RuleStep:
    """One rule: the setting, its values in the order of the presses, and the emoji of its button.

    `shows`: what the label says of a value: the id of its text, or a number. `is_wanted`: of which drafts.
    """

    setting: str
    values: Sequence[Value]
    emoji: str
    shows: Callable[[Value], str | int] = int
    is_wanted: Callable[[Proposal], bool] = lambda _proposal: True

    def next_value(self, proposal: Proposal) -> Value:
        """Return the value after the present one; the first one after a value that somebody typed."""
        now = getattr(proposal.settings, self.setting)
        return self.values[(self.values.index(now) + 1) % len(self.values)] if now in self.values else self.values[0]


def _is_new(proposal: Proposal) -> bool:
    return proposal.edits is None


_SHARES = {"": "none", HALF: "half", ALL: "all"}
_STEPS = {
    "quorum": RuleStep("quorum", (0, 3, 5, 10), "👥"),
    "threshold": RuleStep(
        "threshold", ("", HALF, "2/3", ALL), "📏",
        lambda value: f"poll-step-threshold-{_SHARES.get(str(value), 'share')}",
        lambda proposal: proposal.kind in (PollKind.CHOICE, PollKind.CONSENT),
    ),
    "voters": RuleStep(
        "voters", ("", "connectors"), "🔑", lambda value: f"poll-step-voters-{value or 'everybody'}", _is_new
    ),
    "since": RuleStep("since_days", (0, 30), "🌱", is_wanted=_is_new),
    "reasons": RuleStep("reasons", (False, True), "💬", lambda value: f"poll-step-reasons-{'yes' if value else 'no'}"),
    "early": RuleStep("early", (0, EVERYBODY), "⏩", lambda value: f"poll-step-early-{'yes' if value else 'no'}"),
    "remind": RuleStep(
        "remind_minutes", (0, 60, 24 * 60), "🔔", lambda value: int(value) // 60,
        lambda proposal: proposal.closes_at is not None,
    ),
}  # fmt: skip
CLOSE = "close"
_DAYS = (0, 1, 3, 7)
NAMES = (*_STEPS, CLOSE)


def buttons(proposal: Proposal, subject: str, turn: Turn) -> tuple[Button, ...]:
    """Return a button for each rule; its label says what a press would make of it."""
    steps = [(name, step) for name, step in _STEPS.items() if step.is_wanted(proposal)]
    made = [
        Button(f"pollset:{subject}:{name}", _label(name, step, step.next_value(proposal), turn), step.emoji)
        for name, step in steps
    ]
    close = Button(f"pollset:{subject}:{CLOSE}", turn.label("poll-step-close", count=_next_days(proposal)), "⏳")
    return (close, *made)


def _label(name: str, step: RuleStep, value: Value, turn: Turn) -> str:
    shown = step.shows(value)
    if isinstance(shown, str):
        return turn.label(shown, share=value)
    return turn.label(f"poll-step-{name}", count=shown)


def _next_days(proposal: Proposal) -> int:
    days = int(proposal.close[:-1]) if proposal.close in {f"{one}d" for one in _DAYS} else 0
    return _DAYS[(_DAYS.index(days) + 1) % len(_DAYS)]


def press(proposal: Proposal, name: str, turn: Turn) -> Proposal:
    """Return the draft after the press of a rule's button."""
    if name == CLOSE:
        days = _next_days(proposal)
        end = (proposal.starts_at or turn.now) + timedelta(days=days) if days else None
        return structs.replace(proposal, close=f"{days}d" if days else "", closes_at=end)
    step = _STEPS[name]
    changed = structs.replace(proposal.settings, **{step.setting: step.next_value(proposal)})
    return structs.replace(proposal, settings=changed)
