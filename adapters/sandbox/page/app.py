"""The page as an ASGI application: views, the event stream, and one route for each user action."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.datastructures import FormData, QueryParams
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

from adapters.sandbox.page import tour
from adapters.sandbox.page.clock_control import ClockController
from adapters.sandbox.page.i18n import LANGUAGES, preferred, say
from adapters.sandbox.page.security import SecurityMiddleware
from adapters.sandbox.page.sse import EventStreams
from adapters.sandbox.page.suggestions import suggest_commands
from adapters.sandbox.page.views import Views
from adapters.sandbox.platform.action_base import ActionError
from adapters.sandbox.platform.actions import SandboxActions
from adapters.sandbox.platform.models import User
from adapters.sandbox.platform.sandbox import Sandbox
from bots.commands.declaration import Command

STEPS = {"60": 60, "600": 600, "3600": 3_600, "86400": 86_400}
"""The steps of the clock, in seconds."""
LONGEST_NUMBER = 15
"""Digits; SQLite's integers hold 18 (https://www.sqlite.org/datatype3.html)."""
Action = Callable[[Request, FormData, str], Awaitable[str | None]]
"""Takes the request, its form and the user; returns the address of what it made."""


class Page:
    """The routes of the page of one sandbox."""

    def __init__(self, sandbox: Sandbox, clock_controller: ClockController, commands: Sequence[Command] = ()) -> None:
        self._box = sandbox
        self._commands = commands
        self._clock_controller = clock_controller
        self._actions = SandboxActions(sandbox)
        self.event_streams = EventStreams(sandbox)

    def app(self) -> Starlette:
        """Return the application with its security middleware."""
        actions: list[tuple[str, Action]] = [
            ("/rooms", self._open_room), ("/rooms/{room}/messages", self._post_message),
            ("/rooms/{room}/enter", self._join_room), ("/rooms/{room}/leave", self._leave_room),
            ("/messages/{message}/edit", self._edit_message), ("/messages/{message}/withdraw", self._delete_message),
            ("/messages/{message}/react", self._react), ("/messages/{message}/press", self._press),
            ("/messages/{message}/choose", self._choose), ("/messages/{message}/vote", self._vote),
            ("/messages/{message}/form", self._submit_form),
            ("/people/{person}/private", self._set_reachable), ("/clock", self._move_clock),
            ("/tour/{step}/skip", self._skip_tour_step),
        ]  # fmt: skip
        return Starlette(
            routes=[
                Route("/", self._page),
                Route("/live", self._stream),
                Route("/connect", self._connect),
                Route("/rooms/{room}", self._pane),
                Route("/rooms/{room}/commands", self._suggest_commands),
                Route("/messages/{message}", self._message),
                Route("/messages/{message}/files/{number}", self._file),
                *(Route(path, self._post_route(action), methods=["POST"]) for path, action in actions),
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
        message, views = self._box.message(_id(request.path_params["message"])), self._views(request)
        if message is None:
            return PlainTextResponse(say(views.language, "problem-no-message"), 404)
        return HTMLResponse(views.message(message), headers={"Cache-Control": "no-store"})

    async def _file(self, request: Request) -> Response:
        views, message_id = self._views(request), _id(request.path_params["message"])
        query = "SELECT name, data FROM files WHERE message = ? AND number = ?"
        found = self._box.store.fetch_one(query, message_id, _id(request.path_params["number"]))
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
        return _number(since) if since else self._box.revision()

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

    async def _post_message(self, request: Request, form: FormData, user: str) -> str:
        answered = form.get("reply_to")
        reply_to = _id(str(answered)) if answered else None
        message = self._actions.post(user, request.path_params["room"], _text(form), reply_to=reply_to)
        return f"/messages/{message}"

    async def _edit_message(self, request: Request, form: FormData, user: str) -> None:
        self._actions.edit(user, _id(request.path_params["message"]), _text(form))

    async def _delete_message(self, request: Request, _form: FormData, user: str) -> None:
        self._actions.delete(user, _id(request.path_params["message"]))

    async def _react(self, request: Request, form: FormData, user: str) -> str | None:
        message, taken = _id(request.path_params["message"]), form.get("unreact")
        if taken is not None:
            self._actions.unreact(user, message, str(taken))
            return None
        return f"/reactions/{self._actions.react(user, message, str(form.get('react', '')))}"

    async def _press(self, request: Request, form: FormData, user: str) -> None:
        self._actions.press(user, _id(request.path_params["message"]), str(form.get("button", "")))

    async def _choose(self, request: Request, form: FormData, user: str) -> None:
        options = [str(one) for one in form.getlist("option")]
        self._actions.choose(user, _id(request.path_params["message"]), options)

    async def _vote(self, request: Request, form: FormData, user: str) -> None:
        """Toggle one option and keep the user's other choices."""
        message, choice = _id(request.path_params["message"]), str(form.get("choice", ""))
        found = self._box.message(message)
        poll = found.content.poll if found and found.content else None
        mine = {option for option, people in self._box.votes(message).items() if user in people}
        single = poll is not None and poll.max_choices == 1
        self._actions.vote(user, message, sorted({choice} - mine if single else mine ^ {choice}))

    async def _submit_form(self, request: Request, form: FormData, user: str) -> None:
        fields = {name.removeprefix("field-"): str(value) for name, value in form.items() if name.startswith("field-")}
        self._actions.submit_form(user, _id(request.path_params["message"]), fields)

    async def _join_room(self, request: Request, _form: FormData, user: str) -> None:
        self._actions.join(user, request.path_params["room"])

    async def _leave_room(self, request: Request, _form: FormData, user: str) -> None:
        self._actions.leave(user, request.path_params["room"])

    async def _open_room(self, _request: Request, form: FormData, user: str) -> str:
        return f"/rooms/{self._actions.open_room(user, str(form.get('name', '')), str(form.get('profile', '')))}"

    async def _set_reachable(self, request: Request, form: FormData, _user: str) -> None:
        self._actions.set_reachable(request.path_params["person"], closed=form.get("closed") == "yes")

    async def _move_clock(self, _request: Request, form: FormData, _user: str) -> None:
        by = str(form.get("by", ""))
        if by == "next":
            await self._clock_controller.advance_to_next()
        elif by in STEPS:
            await self._clock_controller.advance(timedelta(seconds=STEPS[by]))

    async def _skip_tour_step(self, request: Request, _form: FormData, _user: str) -> None:
        tour.skip(self._box, request.path_params["step"])


def _number(typed: str) -> int | None:
    """Parse a number from an address or a form; None when it is not a number."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else None


def _id(typed: str) -> int:
    """Parse the id of a message or a file; -1, which is never an id, when it is not a number."""
    found = _number(typed)
    return -1 if found is None else found


def _text(form: FormData) -> str:
    """Return the typed text with normalized line breaks."""
    return str(form.get("text", "")).replace("\r\n", "\n").replace("\r", "\n")
