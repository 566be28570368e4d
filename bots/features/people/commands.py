"""Commands with which people see, export and erase what is stored about them, and link their accounts."""

from bots.commands.declaration import Arg, Command

DATA = Command(name="me data", needs=None)
EXPORT = Command(name="me export", needs=None)
ERASE = Command(name="me erase", needs=None)
LINK = Command(name="me link", needs=None, args=(Arg(name="code", kind="rest", required=False),))
UNLINK = Command(name="me unlink", needs=None)
