"""Onboarding, as the router sees it."""

from bots import paging
from bots.core.commands import Arg, Command
from bots.core.inbound import BotJoined, DeliveryFailed, JoinRequested, MemberJoined, MemberLeft, MessagePosted
from bots.core.permissions import Right
from bots.feature import Feature
from bots.features.onboarding import arrivals, handlers, unreached
from bots.features.onboarding.steps import ANSWER
from storage.queries.onboarding import waiting_rooms

NEWCOMERS = Command(name="newcomers", right=Right.CONNECTOR)

START = Command(name="start", needs=None, hidden=True, args=(Arg(name="payload", kind="rest", required=False),))

FEATURE = Feature(
    name="onboarding",
    lists={"newcomers": handlers.newcomers},
    commands=[(NEWCOMERS, paging.command("newcomers", handlers.newcomers)), (START, handlers.started)],
    buttons={"rules": handlers.accepted, "rulesof": handlers.accepted_here, "greeted": handlers.waved},
    timers={
        "greeting": arrivals.greeting_due,
        "onboarding-nudge": unreached.nudge_due,
        "onboarding-here": unreached.due,
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
        DeliveryFailed: [unreached.undelivered],
    },
    watches=waiting_rooms,
)
