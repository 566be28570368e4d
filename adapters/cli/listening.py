"""The socket of the monitoring port."""

from __future__ import annotations

import socket

from adapters.cli.settings import model
from adapters.cli.settings.errors import SettingsProblem


def listen(settings: model.Monitoring) -> socket.socket | None:
    """Listen on the monitoring port, if there is one. Raises SettingsProblem."""
    if not settings.port:
        return None
    try:
        return socket.create_server((settings.host, settings.port))
    except OSError as error:
        address = f"{settings.host}:{settings.port}"
        raise SettingsProblem([f"monitoring.port: {address} can't be used: {error.strerror}"]) from None
