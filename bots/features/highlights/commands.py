"""Commands of highlights."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right

RELAY = Command(
    name="relay",
    right=Right.CONNECTOR,
    args=(Arg(name="switch", kind="choice", choices=("on", "off", "status"), required=False),),
)
HIGHLIGHT = Command(name="highlight", right=Right.CONNECTOR, alone="nominate")
HIGHLIGHT_STOP = Command(name="highlight stop", needs="owned")
ME_RELAY = Command(
    name="me relay", needs=None, args=(Arg(name="consent", kind="choice", choices=("named", "unnamed", "off")),)
)
