"""Rooms, as the router sees them."""

from bots.core.commands import Arg, Command
from bots.core.inbound import (
    BotInvited,
    BotJoined,
    DeliveryFailed,
    MessagePosted,
    RightsFound,
    RoomLost,
    RoomMoved,
    Undecryptable,
)
from bots.core.permissions import Right
from bots.feature import Feature
from bots.features.rooms import handlers, helping, rights, trouble

HELP = Command(name="help", needs=None, aliases=("aide",), args=(Arg(name="command", kind="rest", required=False),))
CANCEL = Command(name="cancel", needs=None, aliases=("annuler",), args=(Arg(name="what", kind="rest", required=False),))

CHECK = Command(name="check", right=Right.CONNECTOR, needs=None)

FEATURE = Feature(
    name="rooms",
    commands=[(HELP, helping.show_help), (CANCEL, helping.cancel), (CHECK, rights.check)],
    values={
        BotInvited: [handlers.invited],
        BotJoined: [handlers.joined],
        RoomLost: [handlers.lost],
        RoomMoved: [handlers.moved],
        Undecryptable: [handlers.unreadable],
        DeliveryFailed: [trouble.undelivered],
        RightsFound: [rights.found],
    },
    leftovers={MessagePosted: [handlers.said_to_me]},
)
