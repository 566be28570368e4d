"""The Telegram door, on python-telegram-bot as typed client and sender: listen (events in), translate (pure), send
(values out), render."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # before telegram is imported: durations are timedeltas, and it warns not
