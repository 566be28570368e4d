"""Declaration of the feature."""

from bots.core.inbound import MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bots.dialogs import pagination
from bots.features.rituals import (
    autocomplete,
    changing,
    commands,
    drafts,
    gathering,
    hosts,
    lookup,
    replies,
    rounds,
    schedule,
    setting,
    templates,
    volunteers,
)
from bots.routing.feature import Feature
from bots.turn import cards
from bots.turn.notices import PersonErased

_QUESTIONS = (drafts.START, changing.EDIT, changing.STOP)

FEATURE = Feature(
    name="rituals",
    commands=[
        (commands.RITUAL, templates.create),
        (commands.RITUAL_LIST, pagination.list_command("rituals", lookup.list_rituals)),
        (commands.RITUAL_EDIT, changing.edit),
        (commands.RITUAL_SET, setting.set_ritual),
        (commands.RITUAL_HOST, volunteers.type_host),
        (commands.RITUAL_PAUSE, changing.pause),
        (commands.RITUAL_RESUME, changing.resume),
        (commands.RITUAL_STOP, changing.stop),
    ],
    lists={"rituals": (commands.RITUAL_LIST, lookup.list_rituals)},
    buttons={
        templates.BUTTON: templates.press,
        volunteers.BUTTON: volunteers.press,
        hosts.SKIP_BUTTON: volunteers.press_pass,
        **{question.kind: question.press for question in _QUESTIONS},
    },
    releases={volunteers.BUTTON: volunteers.release},
    answers={question.kind: question.answer for question in _QUESTIONS},
    timers={schedule.ROUND: rounds.on_due, rounds.TELL: rounds.tell_connectors, gathering.TIMER: gathering.on_due},
    cards={rounds.CARD: rounds.render, gathering.CARD: cards.keep},
    values={
        MessagePosted: [replies.take],
        MessageEdited: [replies.follow_edit],
        MessageDeleted: [replies.follow_deletion],
        MemberLeft: [volunteers.leave],
    },
    notices={PersonErased: [volunteers.forget]},
    answered_rooms=replies.answered_rooms,
    suggestions={"rituals": autocomplete.suggest_rituals},
    resume=rounds.restore_timers,
)
