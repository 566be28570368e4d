"""People on the platform."""

from __future__ import annotations

from tests.standins.telegram.managing import Managing
from tests.standins.telegram.moving import Moving
from tests.standins.telegram.pressing import Pressing
from tests.standins.telegram.talking import Talking


class Person(Moving, Managing, Pressing, Talking):
    """A person with a Telegram client. Each action returns after its updates are queued."""
