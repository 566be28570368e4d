"""Declaration of the feature."""

from bots.commands.declaration import Arg, Command
from bots.core.inbound import BotJoined, DeliveryFailed, JoinRequested, MemberJoined, MemberLeft, MessagePosted
from bots.core.permissions import Right
from bots.dialogs import pagination
from bots.features.onboarding import (
    arrivals,
    calls,
    fallback,
    greetings,
    leaving,
    newcomers,
    raids,
    replies,
    requests,
    rules,
    steps,
    welcomes,
)
from bots.features.onboarding.digest_section import digest_section
from bots.routing.feature import Feature
from bots.turn import cards
from bots.turn.notices import LanguageChosen, MemberBlocked, PersonErased, RoomLeftCommunity
from storage.queries.onboarding import rooms_awaiting_greeter

NEWCOMERS = Command(name="newcomers", right=Right.CONNECTOR, needs="owned")
START = Command(name="start", needs=None, hidden=True, args=(Arg(name="payload", kind="rest", required=False),))

FEATURE = Feature(
    name="onboarding",
    lists={"newcomers": (NEWCOMERS, newcomers.list_newcomers)},
    commands=[
        (NEWCOMERS, pagination.list_command("newcomers", newcomers.list_newcomers)),
        (START, replies.start_private_chat),
    ],
    buttons={
        "rules": replies.press_accept,
        "rulesof": replies.press_accept_in_room,
        "greeted": greetings.press_wave,
        "admit": requests.press_admit,
    },
    timers={
        "greeting": arrivals.greet_newcomers,
        raids.TIMER: raids.end,
        "onboarding-nudge": fallback.nudge,
        "onboarding-here": fallback.ask_unreached,
        calls.TIMER: calls.call_after_quiet,
        calls.LATE: calls.remind_greeters,
        requests.TIMER: requests.ask_after_quiet,
        rules.TIDY_TIMER: welcomes.tidy,
        welcomes.END_TIMER: welcomes.take_away,
    },
    answers={steps.ANSWER_DIALOG: replies.answer_in_room},
    cards={
        "newcomer": calls.render_call,
        "request": requests.render_request,
        "journey": cards.keep,
        welcomes.CARD: welcomes.render,
    },
    card_reactions={"journey": replies.press_by_reaction},
    values={
        BotJoined: [arrivals.resume_greeting],
        JoinRequested: [arrivals.handle_join_request],
        MemberJoined: [arrivals.register_newcomer],
        MemberLeft: [leaving.leave],
        MessagePosted: [replies.answer_in_private, greetings.notice_greeting],
        DeliveryFailed: [fallback.handle_delivery_failure],
    },
    notices={
        PersonErased: [leaving.forget],
        RoomLeftCommunity: [leaving.end_in_left_room],
        MemberBlocked: [leaving.end_of_blocked],
        LanguageChosen: [replies.repeat_in_language],
    },
    digest_section=digest_section,
    watched_rooms=rooms_awaiting_greeter,
)
