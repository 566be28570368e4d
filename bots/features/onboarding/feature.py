"""Onboarding, as the router sees it."""

from bots.commands.declaration import Arg, Command
from bots.core.inbound import BotJoined, DeliveryFailed, JoinRequested, MemberJoined, MemberLeft, MessagePosted
from bots.core.permissions import Right
from bots.dialogs import pagination
from bots.features.onboarding import arrivals, fallback, handlers
from bots.features.onboarding.steps import ANSWER
from bots.routing.feature import Feature
from storage.queries.onboarding import waiting_rooms

NEWCOMERS = Command(name="newcomers", right=Right.CONNECTOR)

START = Command(name="start", needs=None, hidden=True, args=(Arg(name="payload", kind="rest", required=False),))

FEATURE = Feature(
    name="onboarding",
    lists={"newcomers": handlers.newcomers},
    commands=[(NEWCOMERS, pagination.command("newcomers", handlers.newcomers)), (START, handlers.started)],
    buttons={"rules": handlers.accepted, "rulesof": handlers.accepted_here, "greeted": handlers.waved},
    timers={
        "greeting": arrivals.greeting_due,
        "onboarding-nudge": fallback.nudge_due,
        "onboarding-here": fallback.due,
        "greeter-late": handlers.greeter_late,
    },
    answers={ANSWER: handlers.answered},
    cards={"newcomer": handlers.show_call, "journey": handlers.show_step},
    values={
        BotJoined: [arrivals.back],
        JoinRequested: [arrivals.asked_in],
        MemberJoined: [arrivals.joined],
        MemberLeft: [handlers.left],
        MessagePosted: [handlers.said_in_private, handlers.said_in_room],
        DeliveryFailed: [fallback.undelivered],
    },
    watches=waiting_rooms,
)
