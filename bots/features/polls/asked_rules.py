"""The rules of a draft that a button asks for, since only words can say them: own emoji, a later start, recurrence."""

from __future__ import annotations

from msgspec import structs

from bots.commands import localization
from bots.commands.declaration import Args
from bots.core.outbound import Button
from bots.core.richtext import Rich
from bots.dialogs import forms
from bots.features.polls import repeating
from bots.features.polls.commands import POLL
from bots.features.polls.proposals import Proposal, make_proposal
from bots.i18n import texts
from bots.turn.turn import Turn
from storage.tables import PollKind

EMOJI, START, REPEAT = "emoji", "start", "repeat"
NAMES = (EMOJI, START, REPEAT)
"""The arguments of `poll` that the buttons ask for."""
_EMOJI = {EMOJI: "🎨", START: "🕘", REPEAT: "🔁"}
_QUOTES = " \"'“”„«»‘’"


def buttons(proposal: Proposal, subject: str, turn: Turn) -> tuple[Button, ...]:
    """Return the buttons for those rules that the draft may have; none if it changes a poll that is open."""
    if proposal.edits is not None:
        return ()
    without = {
        EMOJI: proposal.kind == PollKind.CONSENT, START: False,
        REPEAT: bool(proposal.settings.dates) or proposal.settings.spread,
    }  # fmt: skip
    wanted = [name for name in NAMES if not without[name]]
    return tuple(Button(f"pollset:{subject}:{name}", turn.label(f"poll-ask-{name}"), _EMOJI[name]) for name in wanted)


def beside(proposal: Proposal, name: str) -> Args:
    """Return the arguments that make this draft, to which one of these rules is added."""
    return repeating.without(proposal.as_args()) if name == REPEAT else proposal.as_args()


def fill(proposal: Proposal, name: str, typed: str, turn: Turn) -> Proposal:
    """Return the draft with the answer; `none` takes the rule away. Raises Refusal about it."""
    said = typed.rpartition("=")[2].strip(_QUOTES)
    made = make_proposal(Args({**beside(proposal, name).values, name: said}), turn)
    return structs.replace(made, native=None)


def question(proposal: Proposal, name: str, turn: Turn) -> Rich:
    """Return the question for one of these rules."""
    options = ", ".join(proposal.options)
    return turn.text(f"poll-request-{name}", count=len(proposal.options), options=options)


def show_form(proposal: Proposal, name: str, turn: Turn) -> None:
    """Show a form with one field. If it is too late for a form, show a button that opens the poll's own."""
    locale = turn.answer_locale
    arg = next(arg for arg in POLL.args if arg.name == name)
    present = proposal.as_args().values.get(name, "") if name != REPEAT else ""
    fields = localization.form_fields(POLL, Args({name: present}), locale, only=(arg,))
    late = forms.with_button(POLL, texts.rich(locale, "form-late"), turn)
    turn.show_form(f"{forms.COMMAND_FORM}:{POLL.name}", texts.words(locale, f"poll-ask-{name}"), fields, late)
