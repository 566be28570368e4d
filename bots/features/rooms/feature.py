"""Rooms, as the router sees them."""

from bots.core.commands import Arg, Command
from bots.core.inbound import BotInvited, BotJoined, DeliveryFailed, MessagePosted, RoomLost, RoomMoved, Undecryptable
from bots.feature import Feature
from bots.features.rooms import handlers, helping, trouble

HELP = Command(
    name="help", needs=None, aliases=("aide", "start"), args=(Arg(name="command", kind="rest", required=False),)
)
CANCEL = Command(name="cancel", needs=None, aliases=("annuler",), args=(Arg(name="what", kind="rest", required=False),))

FEATURE = Feature(
    name="rooms",
    commands=[(HELP, helping.show_help), (CANCEL, helping.cancel)],
    values={
        BotInvited: [handlers.invited],
        BotJoined: [handlers.joined],
        RoomLost: [handlers.lost],
        RoomMoved: [handlers.moved],
        Undecryptable: [handlers.unreadable],
        MessagePosted: [handlers.said_to_me],
        DeliveryFailed: [trouble.undelivered],
    },
)
