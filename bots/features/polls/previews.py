"""The preview of a poll that its author looks at before the room does, with buttons to publish and to change it."""

from __future__ import annotations

from bots.core.outbound import Button, Content
from bots.core.richtext import Bold, Quote, Rich, Text, join
from bots.features.polls import asked_rules, footer, rule_steps, rules
from bots.features.polls.proposals import Proposal
from bots.turn.turn import Turn
from storage.tables import PollKind

KIND, ANONYMOUS, HIDDEN, ADDITIONS = "kind", "anonymous", "hidden", "additions"
"""What the buttons below a preview change."""
MORE = "more"
"""The button that shows those of the other rules."""
_EMOJI = {KIND: "🔀", ANONYMOUS: "🕶️", HIDDEN: "🙈", ADDITIONS: "➕"}


def preview(proposal: Proposal, subject: str, turn: Turn, goes_to: Rich = (), *, more: bool = False) -> Content:
    """Return the preview of a draft, where it goes, and the buttons to publish, change and cancel it.

    `more`: with those of all rules.
    """
    heading: Rich = (Bold((Text(proposal.question),)),)
    foot_lines = [*_about(proposal, turn), goes_to]
    if not turn.capabilities.buttons:
        foot_lines.append(turn.text("poll-preview-how"))
    text = join([turn.text("poll-preview"), heading, *_choices(proposal), *foot_lines])
    buttons = (
        Button(f"pollok:{subject}", turn.label("poll-publish"), "✅"),
        Button(f"polledit:{subject}", turn.label("poll-change"), "✏️"),
        Button(f"pollno:{subject}", turn.label("poll-drop"), "❌"),
    )
    if more:
        of_rules = (*rule_steps.buttons(proposal, subject, turn), *asked_rules.buttons(proposal, subject, turn))
        return Content(text=text, buttons=(*buttons, *of_rules))
    further = Button(f"pollset:{subject}:{MORE}", turn.label("poll-set-more"), "⚙️")
    return Content(text=text, buttons=(*buttons, *_switches(proposal, subject, turn), further), legend=False)


def _about(proposal: Proposal, turn: Turn) -> list[Rich]:
    told = list[Rich]()
    if proposal.kind != PollKind.CHOICE:
        told.append(turn.text(f"poll-about-{proposal.kind}", points=proposal.settings.points))
    if proposal.settings.dates:
        told.append(turn.text("poll-about-dates"))
    if proposal.max_choices > 1:
        told.append(turn.text("poll-preview-several", most=proposal.max_choices))
    told += footer.rule_lines(proposal.kind, proposal.settings, turn)
    if proposal.settings.anonymous:
        told.append(turn.text("poll-anonymous-for-good"))
    if proposal.starts_at is not None:
        told.append(turn.text("poll-starts", at=proposal.starts_at))
    if proposal.closes_at is not None:
        told.append(turn.text("poll-closes", at=proposal.closes_at))
    return told


def _switches(proposal: Proposal, subject: str, turn: Turn) -> tuple[Button, ...]:
    """Return the buttons that change a rule of a poll, and show what they would do. Once posted, its kind stays."""
    names = {
        KIND: turn.label(f"choice-{next_kind(proposal)}"),
        ANONYMOUS: turn.label("poll-set-named" if proposal.settings.anonymous else "poll-set-anonymous"),
        HIDDEN: turn.label("poll-set-live" if proposal.settings.hidden else "poll-set-hidden"),
        ADDITIONS: turn.label("poll-set-fixed" if proposal.settings.additions else "poll-set-open"),
    }
    left_out = {
        KIND: proposal.kind == PollKind.CONSENT or proposal.settings.dates or proposal.edits is not None,
        ANONYMOUS: proposal.settings.per_community, ADDITIONS: proposal.kind == PollKind.CONSENT,
    }  # fmt: skip
    wanted = [name for name in names if not left_out.get(name)]
    return tuple(Button(f"pollset:{subject}:{name}", names[name], _EMOJI[name]) for name in wanted)


def next_kind(proposal: Proposal) -> PollKind:
    """Return the kind after this one, among those that bring no options of their own."""
    kinds = [kind for kind in PollKind if kind != PollKind.CONSENT]
    return kinds[(kinds.index(proposal.kind) + 1) % len(kinds)] if proposal.kind in kinds else proposal.kind


def _choices(proposal: Proposal) -> list[Rich]:
    emojis = proposal.settings.emoji or rules.usual_emoji(proposal.kind, len(proposal.options))
    return [(Text(f"{emoji} {label}"),) for emoji, label in zip(emojis, proposal.options, strict=True)]


def rewrite_request(proposal: Proposal, turn: Turn) -> Rich:
    """Return how to type a poll again, with its words to copy."""
    options = () if proposal.kind == PollKind.CONSENT else proposal.options
    words = [(Quote((Text(line),)),) for line in (proposal.question, *options)]
    return join([turn.text("poll-rewrite"), *words])
