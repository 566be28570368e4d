"""Declaration of the feature."""

from bots.core import inbound
from bots.dialogs import pagination
from bots.features.announcements import (
    answers,
    asking,
    autocomplete,
    changing,
    commands,
    deciding,
    distribution,
    drafts,
    lookup,
    previews,
    removal,
    reports,
    sending,
    showing,
    views,
)
from bots.routing.feature import Feature
from bots.turn.notices import CommunityRemoved, DialogReplaced

_QUESTIONS = (changing.CHANGE, changing.RECALL, changing.DROP)

FEATURE = Feature(
    name="announcements",
    commands=[
        (commands.ANNOUNCE, drafts.create),
        (commands.ANNOUNCE_TEXT, changing.add_text),
        (commands.ANNOUNCE_EDIT, changing.edit),
        (commands.ANNOUNCE_RECALL, changing.recall),
        (commands.ANNOUNCE_LIST, pagination.list_command("announcements", reports.list_all)),
        (commands.ANNOUNCE_SHOW, reports.show),
        (commands.ANNOUNCE_ACCEPT, deciding.accept),
        (commands.ANNOUNCE_DECLINE, deciding.decline),
        (commands.ANNOUNCE_ANSWER, answers.answer),
    ],
    buttons={
        "anngo": sending.press_go,
        "annat": drafts.press_schedule,
        "annedit": drafts.press_edit,
        "annlang": drafts.press_language,
        "annurgent": drafts.press_switch,
        "anndeep": drafts.press_switch,
        "anndrop": drafts.press_drop,
        "annshow": deciding.press_show,
        "annline": deciding.press_line,
        "annlater": deciding.press_later,
        "annno": deciding.press_decline,
        "annanswer": answers.press_answer,
        "annback": answers.press_back,
        **{question.kind: question.press for question in _QUESTIONS},
    },
    answers={
        drafts.DIALOG: drafts.answer_preview,
        drafts.CHANGED_DIALOG: drafts.answer_preview,
        deciding.LINE: deciding.answer_line,
        deciding.LATER: deciding.answer_later,
        deciding.REASON: deciding.answer_reason,
        **{question.kind: question.answer for question in _QUESTIONS},
    },
    timers={
        distribution.SEND_TIMER: sending.send_scheduled,
        distribution.FAN_TIMER: distribution.reach_next,
        showing.SHOW_TIMER: asking.go_on,
        asking.UNANSWERED_TIMER: asking.give_up,
        changing.ASKED_TIMER: changing.refresh_asked,
        sending.EXPIRE_TIMER: drafts.expire,
    },
    background=frozenset({distribution.FAN_TIMER, changing.ASKED_TIMER}),
    cards={
        lookup.COPY: views.render_copy,
        lookup.DRAFT: previews.render,
        lookup.ASK: asking.render,
        answers.CARD: answers.render,
    },
    card_reactions={lookup.COPY: answers.count_reaction},
    values={inbound.DeliveryFailed: [showing.note_failure]},
    lists={"announcements": (commands.ANNOUNCE_LIST, reports.list_all)},
    suggestions={"announcements": autocomplete.suggest_numbers, "audiences": autocomplete.suggest_audiences},
    notices={DialogReplaced: [drafts.discard_replaced], CommunityRemoved: [removal.forget_community]},
)
