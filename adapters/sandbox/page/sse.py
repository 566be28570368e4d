"""Server-sent events: each committed change, rendered for one visitor.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from adapters.sandbox.page.views import Views
from adapters.sandbox.platform.sandbox import Sandbox

PING_SECONDS = 15.0
RECONNECT_MILLISECONDS = 400
AGAIN_MILLISECONDS = 700


class EventStreams:
    """The open event streams of one server."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._box = sandbox
        self.closing = False

    def close(self) -> None:
        """End every stream."""
        self.closing = True
        for news in self._box.watchers:
            news.set()

    async def stream(self, views: Views, since: int | None, *, once: bool = False) -> AsyncIterator[str]:
        """Yield the events after revision `since`, and the revision after each batch.

        `since` is None when the page must reload; `once`: end after the present events, and let the browser reconnect.
        """
        at, tour = since, ""
        with self._box.watching() as news:
            yield f"retry: {AGAIN_MILLISECONDS if once else RECONNECT_MILLISECONDS}\n\n"
            while not self.closing:
                news.clear()
                end = self._box.revision()
                if end != at:
                    for drawn in self.events(views, at):
                        yield drawn
                    if (now := views.tour()) != tour:
                        tour = now
                        yield format_event("tour", tour)
                    at = end
                    yield f"id: {at}\nevent: rev\ndata: {at}\n\n"
                if once:
                    return
                try:
                    async with asyncio.timeout(PING_SECONDS):
                        await news.wait()
                except TimeoutError:
                    yield ": still here\n\n"

    def events(self, views: Views, since: int | None) -> list[str]:
        """Return what this visitor's page has to redraw."""
        changes = self._box.changes_after(since)
        if changes is None:
            return [format_event("reload", "")]
        return [drawn for kind, subject in changes for drawn in self._render_change(views, kind, subject)]

    def _render_change(self, views: Views, kind: str, subject: str) -> list[str]:
        match kind:
            case "message":
                message = self._box.message(subject)
                room = self._box.room(message.room) if message else None
                if message is None or room is None or not views.can_see_room(room):
                    return []
                return [format_event("message", views.message(message))]
            case "room":
                room = self._box.room(subject)
                return [format_event("room", views.pane(room))] if room is not None and views.can_see_room(room) else []
            case "clock":
                return [format_event("clock", views.clock())]
            case "people":
                return [format_event("people", views.people())]
            case "toast":
                user, _, text = subject.split(":", 2)
                return [format_event("toast", text)] if user == views.viewer.id else []
        return []


def format_event(name: str, data: str) -> str:
    """Encode one event. Replace carriage returns, which would end a line of it."""
    lines = "".join(f"data: {line}\n" for line in data.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return f"event: {name}\n{lines}\n"
