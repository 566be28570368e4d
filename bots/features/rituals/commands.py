"""Commands of rituals."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right

_NUMBER = Arg(name="number", kind="number", required=False, suggests="rituals")

RITUAL = Command(
    name="ritual", alone="plan", right=Right.CONNECTOR, args=(Arg(name="what", kind="rest", required=False),)
)
RITUAL_LIST = Command(name="ritual list", aliases=("rituals",))
RITUAL_EDIT = Command(
    name="ritual edit", right=Right.CONNECTOR, args=(_NUMBER, Arg(name="what", kind="rest", required=False))
)
RITUAL_PAUSE = Command(name="ritual pause", right=Right.CONNECTOR, args=(_NUMBER,))
RITUAL_RESUME = Command(name="ritual resume", right=Right.CONNECTOR, args=(_NUMBER,))
RITUAL_STOP = Command(name="ritual stop", right=Right.CONNECTOR, args=(_NUMBER,))
