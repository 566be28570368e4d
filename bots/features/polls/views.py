"""How a poll is shown: the tally card, the native poll, the results."""

from __future__ import annotations

from bots.core.outbound import SIGNS, Button, Content, NativePoll, PollOption
from bots.core.richtext import Bold, Break, Rich, Text, join
from bots.features.polls import rules
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll


async def card(subject: str, turn: Turn) -> Content | None:
    """The live tally; the final one without buttons once the poll is closed."""
    poll = await turn.uow.get(Poll, int(subject))
    if poll is None:
        return None
    counted = rules.tally(poll, await polls.ballots(turn.uow, poll.id or 0))
    head: Rich = (Bold((Text(poll.question),)),)
    if poll.state == "closed":
        return Content(text=join([head, *_lines(poll, counted), turn.text("poll-foot-closed", number=poll.number)]))
    lines = join([head, *_lines(poll, counted), _foot(poll, counted, turn)])
    return Content(text=lines, buttons=buttons(poll), legend=False)


def _lines(poll: Poll, counted: rules.Tally) -> list[Rich]:
    return [
        (
            Text(f"{SIGNS[index]} {label}"),
            Break(),
            Text(f"{counted.bar(index)} {counted.votes[index]} ({counted.percent(index)} %)"),
        )
        for index, label in enumerate(rules.labels(poll))
    ]


def _foot(poll: Poll, counted: rules.Tally, turn: Turn) -> Rich:
    """Who may see what, until when, how to vote."""
    lines = [turn.text("poll-voters", count=counted.voters, number=poll.number)]
    if poll.closes_at is not None:
        lines.append(turn.text("poll-closes", at=poll.closes_at))
    several = poll.max_choices > 1
    if turn.capabilities.buttons:
        how = "poll-how-several" if several else "poll-how"
    else:
        how = "poll-how-reactions-several" if several else "poll-how-reactions"
    lines.append(turn.text(how, most=poll.max_choices))
    return join(lines)


def buttons(poll: Poll) -> tuple[Button, ...]:
    """One an option. A ballot of several choices has its own verb, since it has to be read before it is written."""
    verb = "poll" if poll.max_choices == 1 else "pollm"
    return tuple(
        Button(f"{verb}:{poll.id}:{index}", label, SIGNS[index]) for index, label in enumerate(rules.labels(poll))
    )


def native(poll: Poll, turn: Turn) -> Content:
    """The poll in the platform's own form."""
    options = tuple(PollOption(str(index), label) for index, label in enumerate(rules.labels(poll)))
    poll_form = NativePoll(poll.question, options, poll.max_choices)
    return Content(text=turn.text("poll-native", question=poll.question), poll=poll_form)


async def result_card(subject: str, turn: Turn) -> Content | None:
    """The results as they were posted at the close, with ballots that were cast in time and heard late."""
    poll = await turn.uow.get(Poll, int(subject))
    if poll is None:
        return None
    return Content(text=results(poll, rules.tally(poll, await polls.ballots(turn.uow, poll.id or 0)), turn))


async def native_stays(_subject: str, _turn: Turn) -> Content | None:
    """A native poll counts for itself; its message is not edited."""
    return None


def results(poll: Poll, counted: rules.Tally, turn: Turn) -> Rich:
    """What is posted at the close: the outcome in a sentence, and the figures."""
    return join([outcome(poll, counted, turn), *_lines(poll, counted), turn.text("poll-voted", count=counted.voters)])


def outcome(poll: Poll, counted: rules.Tally, turn: Turn) -> Rich:
    """Won by one, a tie, or nobody voted."""
    winners = tuple(rules.labels(poll)[index] for index in counted.winners())
    if not winners:
        return turn.text("poll-result-none", number=poll.number, question=poll.question)
    text_id = "poll-result" if len(winners) == 1 else "poll-result-tie"
    return turn.text(text_id, number=poll.number, question=poll.question, winners=winners)
