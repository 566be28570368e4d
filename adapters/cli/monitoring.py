"""/healthz, /readyz and /metrics, for load balancers and Prometheus, and digests where [monitoring] has an address.

Off unless [monitoring] has a port.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from adapters import http_server
from adapters.cli.calendar_pages import CalendarPages
from adapters.cli.digest_pages import DigestPages
from adapters.cli.running_bot import RunningBot
from adapters.cli.secret_pages import PageTurns
from adapters.cli.supervision import AccountHealth, AccountState
from bots.ports import Clock
from storage.database import Database
from storage.queries.overview import Overview, overview
from storage.tables import OutboxState

_NO_DATABASE = "the database does not answer\n"


class MonitoringServer:
    """Answers from the database and from what the running processes say of themselves."""

    def __init__(
        self, database: Database, running: Callable[[], Awaitable[RunningBot]], clock: Clock, *, address: str = ""
    ) -> None:
        pages = [*DigestPages(database, address).routes(), *CalendarPages(database, clock).routes()]
        self._pages = PageTurns().routes(pages) if address else []
        self._database = database
        self._running = running
        self._clock = clock

    def app(self) -> Starlette:
        """Return the application."""
        paths = {"/healthz": self._healthz, "/readyz": self._readyz, "/metrics": self._metrics}
        probes = [Route(path, endpoint) for path, endpoint in paths.items()]
        return Starlette(routes=[*probes, *self._pages])

    async def serve(self, listener: socket.socket) -> None:
        """Serve until cancelled."""
        await http_server.serve(self.app(), listener)

    async def _healthz(self, _request: Request) -> Response:
        """Answer while the process works."""
        return PlainTextResponse("ok\n")

    async def _readyz(self, _request: Request) -> Response:
        """Say whether the database answers and at least one account is connected."""
        try:
            await self._overview()
            accounts = (await self._running()).accounts
        except SQLAlchemyError:
            return PlainTextResponse(_NO_DATABASE, status_code=503)
        lines = [f"{each.account}: {each.state}" for each in accounts]
        connected = any(each.state == AccountState.CONNECTED for each in accounts)
        return PlainTextResponse("\n".join(lines) + "\n", status_code=200 if connected else 503)

    async def _metrics(self, _request: Request) -> Response:
        try:
            figures, running = await self._overview(), await self._running()
        except SQLAlchemyError:
            return PlainTextResponse(_NO_DATABASE, status_code=503)
        registry = _registry(figures, running.accounts)
        now, last_tidy = self._clock.now(), running.last_tidy
        _gauge(registry, "glocal_outbox_oldest_seconds", "Age of the oldest due message.", figures.queue_seconds(now))
        _gauge(registry, "glocal_timer_lag_seconds", "How late the timers are.", figures.timer_lag_seconds(now))
        tidied = last_tidy.timestamp() if last_tidy else 0.0
        _gauge(registry, "glocal_last_tidy_timestamp_seconds", "When expired data was deleted.", tidied)
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    async def _overview(self) -> Overview:
        async with self._database.reading() as uow:
            return await overview(uow, self._clock.now())


def _gauge(registry: CollectorRegistry, name: str, what: str, value: float) -> None:
    Gauge(name, what, registry=registry).set(value)


def _registry(figures: Overview, accounts: Sequence[AccountHealth]) -> CollectorRegistry:
    registry = CollectorRegistry()
    _gauge(registry, "glocal_dead_letters", "Events that could not be handled.", figures.dead_letters)
    outbox = Gauge("glocal_outbox_messages", "Messages by state.", ["state"], registry=registry)
    for state in OutboxState:
        outbox.labels(state.value).set(figures.outbox.get(state.value, 0))
    up = Gauge("glocal_account_up", "1 for an account that is connected.", ["account", "platform"], registry=registry)
    tries = Gauge("glocal_account_failures", "Failures in a row.", ["account", "platform"], registry=registry)
    for each in accounts:
        up.labels(each.account, each.platform).set(each.state == AccountState.CONNECTED)
        tries.labels(each.account, each.platform).set(each.tries)
    return registry
