"""The commands `audit` and `undo`."""

from bots.commands.declaration import Arg, Command
from bots.commands.readers import AnyWords
from bots.core.permissions import Right

_ABOUT = Arg(name="about", kind="rest", required=False)
UNDO = Command(name="undo", needs="owned", reader=AnyWords())
AUDIT = Command(name="audit", right=Right.CONNECTOR, needs="owned", args=(_ABOUT,))
