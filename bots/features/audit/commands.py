"""The command `audit`."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right

_ABOUT = Arg(name="about", kind="rest", required=False)
AUDIT = Command(name="audit", right=Right.CONNECTOR, needs="owned", args=(_ABOUT,))
