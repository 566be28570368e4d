"""Declaration of the feature."""

from bots.core.inbound import MessageDeleted, MessageEdited, MessagePosted
from bots.dialogs import pagination
from bots.features.rituals import changing, commands, drafts, gathering, lookup, replies, rounds, schedule, templates
from bots.routing.feature import Feature
from bots.turn import cards

_QUESTIONS = (drafts.START, changing.EDIT, changing.STOP)

FEATURE = Feature(
    name="rituals",
    commands=[
        (commands.RITUAL, templates.create),
        (commands.RITUAL_LIST, pagination.list_command("rituals", lookup.list_rituals)),
        (commands.RITUAL_EDIT, changing.edit),
        (commands.RITUAL_PAUSE, changing.pause),
        (commands.RITUAL_RESUME, changing.resume),
        (commands.RITUAL_STOP, changing.stop),
    ],
    lists={"rituals": (commands.RITUAL_LIST, lookup.list_rituals)},
    buttons={templates.BUTTON: templates.press, **{question.kind: question.press for question in _QUESTIONS}},
    answers={question.kind: question.answer for question in _QUESTIONS},
    timers={schedule.ROUND: rounds.on_due, rounds.TELL: rounds.tell_connectors, gathering.TIMER: gathering.on_due},
    cards={rounds.CARD: cards.keep, gathering.CARD: cards.keep},
    values={
        MessagePosted: [replies.take],
        MessageEdited: [replies.follow_edit],
        MessageDeleted: [replies.follow_deletion],
    },
    answered_rooms=replies.answered_rooms,
    suggestions={"rituals": lookup.suggest},
    resume=rounds.restore_timers,
)
