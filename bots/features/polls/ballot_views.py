"""A ballot as its voter sees it: the options, what they chose so far, and how to go on."""

from __future__ import annotations

from bots.core.inbound import Person
from bots.core.outbound import Button, Content
from bots.core.richtext import Bold, Mention, Rich, Text, join
from bots.features.polls import rules, settings
from bots.features.polls.kinds.numbers import parse_points
from bots.features.polls.kinds.registry import KINDS
from bots.turn.turn import Turn
from storage.tables import Poll, PollKind

_DIGITS = ("0️⃣", "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟")
_RESET_SIGN = "↩️"
_PAYLOAD = "ballot"
"""What the link to the private chat carries; the chat opens, and the person presses the card's button again."""


def render(poll: Poll, ballot: str, turn: Turn) -> Content:
    """Render a ballot. Without buttons, people type numbers, or react in the order of their choice."""
    head: Rich = (Bold((Text(poll.question),)),)
    how = turn.text(_how(poll, turn), points=settings.of(poll).points, example=_example(poll), most=poll.max_choices)
    typing = turn.text("ballot-typing", example=_example(poll)) if _can_type(turn) else ()
    steps = [receipt(poll, ballot, turn), _next(poll, ballot, turn), join([how, typing], (Text(" "),))]
    text = join([head, *_lines(poll, ballot, turn), *steps])
    return Content(text=text, buttons=_buttons(poll, ballot, turn), legend=False)


def _can_type(turn: Turn) -> bool:
    """Return whether the next message in this room answers the ballot, beside its buttons."""
    return turn.capabilities.buttons and not turn.capabilities.private_answers


def receipt(poll: Poll, ballot: str, turn: Turn) -> Rich:
    """Return what counts now, in words."""
    if not ballot:
        return turn.text("ballot-nothing-yet")
    return turn.text("ballot-counts", choice=summary(poll, ballot))


def summary(poll: Poll, ballot: str) -> str:
    """Return what a ballot says: the options in order, or with their points."""
    return ", ".join(_chosen(poll, ballot))


def _chosen(poll: Poll, ballot: str) -> tuple[str, ...]:
    labels = rules.labels(poll)
    if poll.kind in (PollKind.SCORE, PollKind.DOTS):
        return tuple(f"{labels[option]} {points}" for option, points in sorted(parse_points(ballot).items()))
    chosen = [labels[option] for option in KINDS[poll.kind].chosen(ballot)]
    return tuple(f"{at}. {label}" for at, label in enumerate(chosen, 1)) if poll.kind == PollKind.RANKED else (*chosen,)


def _lines(poll: Poll, ballot: str, _turn: Turn) -> list[Rich]:
    """Return the options with their emojis, each followed by its place or points."""
    places = {option: f" – {at}." for at, option in enumerate(KINDS[poll.kind].chosen(ballot), 1)}
    points = parse_points(ballot) if poll.kind in (PollKind.SCORE, PollKind.DOTS) else {}
    given = {option: f" – {number}" for option, number in points.items()}
    marks = places if poll.kind == PollKind.RANKED else given
    return [(Text(f"{emoji} {label}{marks.get(option, '')}"),) for option, emoji, label in rules.standing(poll)]


def _how(poll: Poll, turn: Turn) -> str:
    return f"ballot-how-{poll.kind}" if turn.capabilities.buttons else f"ballot-how-typed-{poll.kind}"


def _example(poll: Poll) -> str:
    """Return what somebody may type: `2 1 3`, or points for each option."""
    numbers = [str(index + 1) for index, _, _ in rules.standing(poll)]
    count = len(numbers)
    if poll.kind == PollKind.RANKED:
        return " ".join([numbers[1], numbers[0], *numbers[2:]])
    if poll.kind in (PollKind.CHOICE, PollKind.CONSENT):
        return " ".join(numbers[: min(poll.max_choices, 2)])
    top = settings.of(poll).points
    if poll.kind == PollKind.SCORE:
        return " ".join(str(max(0, top - at)) for at in range(count))
    return " ".join([str(top - top // 3), str(top // 3), *("0" for _ in range(count - 2))])


def _next(poll: Poll, ballot: str, turn: Turn) -> Rich:
    """Return the next step: which option wants points, or how many dots are left."""
    if not turn.capabilities.buttons:
        return ()
    if poll.kind == PollKind.SCORE and (option := _unscored(poll, ballot)) is not None:
        return turn.text("ballot-score-next", option=rules.labels(poll)[option], points=settings.of(poll).points)
    if poll.kind == PollKind.DOTS:
        return turn.text("ballot-dots-left", count=settings.of(poll).points - sum(parse_points(ballot).values()))
    return ()


def _unscored(poll: Poll, ballot: str) -> int | None:
    """Return the first option without points."""
    given = parse_points(ballot)
    return next((option for option, _, _ in rules.standing(poll) if option not in given), None)


def _buttons(poll: Poll, ballot: str, turn: Turn) -> tuple[Button, ...]:
    """Return the buttons of the next step. Reactions only rank: each one can be given once."""
    if not turn.capabilities.buttons and poll.kind in (PollKind.SCORE, PollKind.DOTS):
        return ()
    again = Button(f"pb:{poll.id}:reset", turn.label("ballot-reset"), _RESET_SIGN)
    type_it = Button(f"pbtype:{poll.id}", turn.label("ballot-type"), "✏️")
    wanted = ((again, bool(ballot) and turn.capabilities.buttons), (type_it, turn.capabilities.forms))
    resets = tuple(button for button, is_wanted in wanted if is_wanted)
    if poll.kind == PollKind.SCORE:
        return (*_score_buttons(poll, ballot), *resets)
    return (*_option_buttons(poll, ballot), *resets)


def _score_buttons(poll: Poll, ballot: str) -> tuple[Button, ...]:
    option = _unscored(poll, ballot)
    if option is None:
        return ()
    numbers = range(settings.of(poll).points + 1)
    return tuple(Button(f"pb:{poll.id}:{option}.{number}", str(number), _DIGITS[number]) for number in numbers)


def _option_buttons(poll: Poll, ballot: str) -> tuple[Button, ...]:
    chosen = set(KINDS[poll.kind].chosen(ballot)) if poll.kind != PollKind.DOTS else set[int]()
    return tuple(
        Button(f"pb:{poll.id}:{index}", f"✓ {label}" if index in chosen else label, emoji)
        for index, emoji, label in rules.standing(poll)
    )


def cannot_write(person: Person, turn: Turn) -> Content:
    """Return what the room reads where the bot may not write to somebody first."""
    mention = Mention(person.user, turn.name(person.name))
    link = turn.capabilities.private_link.format(payload=_PAYLOAD) if turn.capabilities.private_link else ""
    button = (Button("", turn.label("ballot-open-chat"), "💬", url=link),) if link else ()
    return Content(text=turn.text("ballot-cannot-write", name=(mention,)), buttons=button, mentions=(person.user,))
