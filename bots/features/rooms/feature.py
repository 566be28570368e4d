"""Declaration of the feature."""

from bots.commands.declaration import Arg, Command
from bots.core import inbound
from bots.core.permissions import Right
from bots.features.rooms import delivery_failures, lifecycle, permissions, small_talk
from bots.features.rooms.help import cancel_dialog, show_help
from bots.routing.feature import Feature
from bots.turn import cards
from bots.turn.notices import RoomSetUp
from bots.turn.reply_cards import REPLY_CARD

HELP = Command(name="help", needs=None, args=(Arg(name="command", kind="rest", required=False),))
CANCEL = Command(name="cancel", needs=None, args=(Arg(name="what", kind="rest", required=False, ignored=True),))
CHECK = Command(name="check", right=Right.CONNECTOR, needs=None)

FEATURE = Feature(
    name="rooms",
    commands=[(HELP, show_help), (CANCEL, cancel_dialog), (CHECK, permissions.check)],
    values={
        inbound.BotInvited: [lifecycle.accept_invitation],
        inbound.BotJoined: [lifecycle.register_room],
        inbound.RoomLost: [lifecycle.handle_room_lost],
        inbound.RoomMoved: [lifecycle.move_room],
        inbound.Undecryptable: [lifecycle.report_undecryptable],
        inbound.DeliveryFailed: [delivery_failures.handle_delivery_failure],
        inbound.RightsReported: [permissions.report],
    },
    cards={REPLY_CARD: cards.keep},
    fallback={inbound.MessagePosted: [small_talk.answer]},
    notices={RoomSetUp: [permissions.check_new_room]},
)
