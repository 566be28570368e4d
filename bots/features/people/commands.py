"""Commands by which people look at, take with them and erase what is stored about them."""

from bots.commands.declaration import Command

DATA = Command(name="me data", needs=None)
EXPORT = Command(name="me export", needs=None)
ERASE = Command(name="me erase", needs=None)
