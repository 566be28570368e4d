"""The page as an ASGI application: its views, the event stream, and a route for each user action."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from adapters.sandbox.page.clock_control import ClockController
from adapters.sandbox.page.form_values import parse_id, parse_number
from adapters.sandbox.page.i18n import LANGUAGES, preferred, say
from adapters.sandbox.page.security import SecurityMiddleware
from adapters.sandbox.page.sse import EventStreams
from adapters.sandbox.page.suggestions import suggest_commands
from adapters.sandbox.page.user_actions import Action, UserActions
from adapters.sandbox.page.views import Views
from adapters.sandbox.platform.action_base import ActionError
from adapters.sandbox.platform.models import User
from adapters.sandbox.platform.sandbox import Sandbox
from bots.commands.declaration import Command


class Page:
    """The routes of the page of one sandbox."""

    def __init__(self, sandbox: Sandbox, clock_controller: ClockController, commands: Sequence[Command] = ()) -> None:
        self._box = sandbox
        self._commands = commands
        self._clock_controller = clock_controller
        self._actions = UserActions(sandbox, clock_controller)
        self.event_streams = EventStreams(sandbox)

    def app(self) -> Starlette:
        """Return the application with its security middleware."""
        return Starlette(
            routes=[
                Route("/", self._page),
                Route("/live", self._stream),
                Route("/connect", self._connect),
                Route("/rooms/{room}", self._pane),
                Route("/rooms/{room}/commands", self._suggest_commands),
                Route("/messages/{message}", self._message),
                Route("/messages/{message}/files/{number}", self._file),
                *(Route(path, self._post_route(act), methods=["POST"]) for path, act in self._actions.by_path()),
                Mount("/static", StaticFiles(directory=Path(__file__).with_name("static"))),
            ],
            middleware=[Middleware(SecurityMiddleware)],
            exception_handlers={404: self._not_found},
        )

    # Views

    def _viewer(self, request: Request) -> User:
        """Return the user in the address; otherwise a newcomer with the browser's language."""
        found = self._box.user(request.query_params.get("as", ""))
        if found is not None:
            return found
        language, people = self._language(request), self._box.users() or [User(id="", name="?")]
        return next((one for one in people if one.locale == language and one.role == "newcomer"), people[0])

    def _language(self, request: Request) -> str:
        """Return the language in the address, or in the address of the page that sent the request, or the browser's."""
        page = QueryParams(request.headers.get("referer", "").partition("?")[2].partition("#")[0])
        asked = (request.query_params.get("lang", ""), page.get("lang", ""))
        chosen = [language for language in asked if language in LANGUAGES]
        return chosen[0] if chosen else preferred(request.headers.get("accept-language", ""))

    def _views(self, request: Request) -> Views:
        return Views(self._box, self._clock_controller, self._viewer(request), self._language(request))

    async def _page(self, request: Request) -> Response:
        return HTMLResponse(self._views(request).page(), headers={"Cache-Control": "no-store"})

    async def _connect(self, request: Request) -> Response:
        return HTMLResponse(self._views(request).connect())

    async def _not_found(self, request: Request, _error: Exception) -> Response:
        return HTMLResponse(self._views(request).not_found(), 404)

    async def _suggest_commands(self, request: Request) -> Response:
        """Return each command as it is typed in a room, with what it does in the visitor's language."""
        room, language = self._box.room(request.path_params["room"]), self._language(request)
        if room is None:
            return PlainTextResponse(say(language, "problem-no-room"), 404)
        return JSONResponse(suggest_commands(self._commands, room.locale, self._box.profile(room), language))

    async def _pane(self, request: Request) -> Response:
        room, views = self._box.room(request.path_params["room"]), self._views(request)
        if room is None or not views.can_see_room(room):
            return PlainTextResponse(say(views.language, "problem-no-room"), 404)
        return HTMLResponse(views.pane(room), headers={"Cache-Control": "no-store"})

    async def _message(self, request: Request) -> Response:
        message, views = self._box.message(parse_id(request.path_params["message"])), self._views(request)
        if message is None:
            return PlainTextResponse(say(views.language, "problem-no-message"), 404)
        return HTMLResponse(views.message(message), headers={"Cache-Control": "no-store"})

    async def _file(self, request: Request) -> Response:
        views, message_id = self._views(request), parse_id(request.path_params["message"])
        query = "SELECT name, data FROM files WHERE message = ? AND number = ?"
        found = self._box.store.fetch_one(query, message_id, parse_id(request.path_params["number"]))
        message = self._box.message(message_id)
        if found is None or message is None or message.private_to not in (None, views.viewer.id):
            return PlainTextResponse(say(views.language, "problem-no-message"), 404)
        name = re.sub(r"[^A-Za-z0-9._-]", "", found["name"]) or "file"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(found["data"], media_type="application/octet-stream", headers=headers)

    async def _stream(self, request: Request) -> Response:
        once = request.query_params.get("once") == "yes"
        return StreamingResponse(
            self.event_streams.stream(self._views(request), self._last_revision(request), once=once),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )  # fmt: skip

    def _last_revision(self, request: Request) -> int | None:
        """Return the revision that the page shows; None for an invalid number or a page of an earlier database."""
        here = self._box.conversation
        if request.query_params.get("conversation", here) != here:
            return None
        since = request.headers.get("last-event-id") or request.query_params.get("since", "")
        return parse_number(since) if since else self._box.revision()

    # Actions

    def _post_route(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        """Wrap an action as a route: 204, 201 with a new address, or a redirect for a form without script."""

        async def answer(request: Request) -> Response:
            form = await request.form()
            user = str(form.get("as", ""))
            try:
                location = await action(request, form, user)
            except ActionError as problem:
                return PlainTextResponse(say(self._language(request), f"problem-{problem}"), 422)
            if "text/html" in request.headers.get("accept", ""):
                return RedirectResponse(f"/?{urlencode({'as': user, 'lang': self._language(request)})}", 303)
            if location is None:
                return Response(status_code=204)
            return Response(status_code=201, headers={"Location": str(location)})

        return answer
