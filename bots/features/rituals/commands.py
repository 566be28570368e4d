"""Commands of rituals."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right

_NUMBER = Arg(name="number", kind="number", required=False, suggests="rituals")

_SETTINGS = tuple(Arg(name=name, kind="named", required=False) for name in ("host", "silence"))

RITUAL = Command(
    name="ritual", alone="plan", right=Right.CONNECTOR, args=(Arg(name="what", kind="rest", required=False), *_SETTINGS)
)
RITUAL_LIST = Command(name="ritual list", aliases=("rituals",))
RITUAL_EDIT = Command(
    name="ritual edit", right=Right.CONNECTOR, args=(_NUMBER, Arg(name="what", kind="rest", required=False))
)
RITUAL_SET = Command(
    name="ritual set", right=Right.CONNECTOR,
    args=(_NUMBER, *_SETTINGS, Arg(name="changes", kind="rest", required=False)),
)  # fmt: skip
RITUAL_HOST = Command(name="ritual host", args=(_NUMBER, Arg(name="answer", kind="rest", required=False)))
RITUAL_PAUSE = Command(name="ritual pause", right=Right.CONNECTOR, args=(_NUMBER,))
RITUAL_RESUME = Command(name="ritual resume", right=Right.CONNECTOR, args=(_NUMBER,))
RITUAL_STOP = Command(name="ritual stop", right=Right.CONNECTOR, args=(_NUMBER,))
