"""Rooms, as the router sees them."""

from bots.commands.declaration import Arg, Command
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
from bots.features.rooms import delivery_failures, lifecycle, permissions
from bots.features.rooms.help import cancel, show_help
from bots.routing.feature import Feature

HELP = Command(name="help", needs=None, aliases=("aide",), args=(Arg(name="command", kind="rest", required=False),))
CANCEL = Command(name="cancel", needs=None, aliases=("annuler",), args=(Arg(name="what", kind="rest", required=False),))

CHECK = Command(name="check", right=Right.CONNECTOR, needs=None)

FEATURE = Feature(
    name="rooms",
    commands=[(HELP, show_help), (CANCEL, cancel), (CHECK, permissions.check)],
    values={
        BotInvited: [lifecycle.invited],
        BotJoined: [lifecycle.joined],
        RoomLost: [lifecycle.lost],
        RoomMoved: [lifecycle.moved],
        Undecryptable: [lifecycle.unreadable],
        DeliveryFailed: [delivery_failures.undelivered],
        RightsFound: [permissions.found],
    },
    leftovers={MessagePosted: [lifecycle.said_to_me]},
)
