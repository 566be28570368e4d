"""The Telegram adapter, which uses python-telegram-bot as a typed client."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # Before the import of telegram: use timedeltas and don't warn about them.
