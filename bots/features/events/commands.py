"""Commands of events."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right

_NUMBER = Arg(name="number", kind="number", required=False, suggests="events")

EVENT = Command(name="event", alone="plan", right=Right.CONNECTOR, args=(Arg(name="what", kind="rest"),))
EVENT_MOVE = Command(
    name="event move", right=Right.CONNECTOR, args=(_NUMBER, Arg(name="when", kind="rest", required=False))
)
EVENT_CANCEL = Command(
    name="event cancel", right=Right.CONNECTOR, args=(_NUMBER, Arg(name="reason", kind="rest", required=False))
)
EVENT_LIST = Command(name="event list", aliases=("events",))
EVENT_SHOW = Command(name="event show", args=(_NUMBER,))
RSVP = Command(name="rsvp", args=(_NUMBER, Arg(name="answer", kind="rest", required=False)))
