"""The page as an ASGI application: reading, the live stream, and one address for each thing that people can do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.datastructures import FormData, QueryParams
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from adapters.sandbox.page import tour
from adapters.sandbox.page.clock_control import Mover
from adapters.sandbox.page.i18n import LANGUAGES, preferred, say
from adapters.sandbox.page.security import Guard
from adapters.sandbox.page.sse import Live
from adapters.sandbox.page.views import Views
from adapters.sandbox.platform.actions import Acts
from adapters.sandbox.platform.actor import Impossible
from adapters.sandbox.platform.models import Figure
from adapters.sandbox.platform.sandbox import Sandbox

STEPS = {"60": 60, "600": 600, "3600": 3_600, "86400": 86_400}
"""By how many seconds the clock can be moved."""
LONGEST_NUMBER = 15
"""Digits; SQLite's integers have room for 18 (https://www.sqlite.org/datatype3.html)."""
Act = Callable[[Request, FormData, str], Awaitable[str | int | None]]


class Page:
    """The routes over one sandbox."""

    def __init__(self, sandbox: Sandbox, mover: Mover) -> None:
        self._box = sandbox
        self._mover = mover
        self._acts = Acts(sandbox)
        self.live = Live(sandbox)

    def app(self) -> Starlette:
        """Everything, guarded."""
        doing: list[tuple[str, Act]] = [
            ("/rooms", self._open_room), ("/rooms/{room}/messages", self._say), ("/rooms/{room}/enter", self._enter),
            ("/rooms/{room}/leave", self._leave), ("/messages/{message}/edit", self._edit),
            ("/messages/{message}/withdraw", self._withdraw), ("/messages/{message}/react", self._react),
            ("/messages/{message}/press", self._press), ("/messages/{message}/vote", self._vote),
            ("/messages/{message}/form", self._fill_in), ("/people/{person}/private", self._private),
            ("/clock", self._move), ("/tour/{step}/skip", self._skip),
        ]  # fmt: skip
        return Starlette(
            routes=[
                Route("/", self._page),
                Route("/live", self._live),
                Route("/rooms/{room}", self._pane),
                Route("/messages/{message}", self._message),
                Route("/messages/{message}/files/{number}", self._file),
                *(Route(path, self._posted(act), methods=["POST"]) for path, act in doing),
                Mount("/static", StaticFiles(directory=Path(__file__).with_name("static"))),
            ],
            middleware=[Middleware(Guard)],
        )

    # Reading

    def _viewer(self, request: Request) -> Figure:
        """Whom the address names; else somebody new who speaks the browser's language."""
        found = self._box.person(request.query_params.get("as", ""))
        if found is not None:
            return found
        language, people = self._language(request), self._box.people()
        if not people:
            return Figure(id="", name="?")
        return next((one for one in people if one.locale == language and one.role == "newcomer"), people[0])

    def _language(self, request: Request) -> str:
        """That of the address; what a page sends is answered in the page's own; else what the browser asks for."""
        page = QueryParams(request.headers.get("referer", "").partition("?")[2].partition("#")[0])
        asked = (request.query_params.get("lang", ""), page.get("lang", ""))
        chosen = [language for language in asked if language in LANGUAGES]
        return chosen[0] if chosen else preferred(request.headers.get("accept-language", ""))

    def _views(self, request: Request) -> Views:
        return Views(self._box, self._mover, self._viewer(request), self._language(request))

    async def _page(self, request: Request) -> Response:
        return HTMLResponse(self._views(request).page(), headers={"Cache-Control": "no-store"})

    async def _pane(self, request: Request) -> Response:
        room, views = self._box.room(request.path_params["room"]), self._views(request)
        if room is None or not views.sees_room(room):
            return PlainTextResponse(say(views.language, "problem-no-room"), 404)
        return HTMLResponse(views.pane(room), headers={"Cache-Control": "no-store"})

    async def _message(self, request: Request) -> Response:
        message, views = self._box.message(_id(request.path_params["message"])), self._views(request)
        if message is None:
            return PlainTextResponse(say(views.language, "problem-no-message"), 404)
        return HTMLResponse(views.message(message), headers={"Cache-Control": "no-store"})

    async def _file(self, request: Request) -> Response:
        query = "SELECT name, data FROM files WHERE message = ? AND number = ?"
        found = self._box.store.first(query, _id(request.path_params["message"]), _id(request.path_params["number"]))
        message, views = self._box.message(_id(request.path_params["message"])), self._views(request)
        if found is None or message is None or message.private_to not in (None, views.viewer.id):
            return PlainTextResponse(say(views.language, "problem-no-message"), 404)
        name = "".join(letter for letter in found["name"] if letter.isascii() and (letter.isalnum() or letter in "-_."))
        disposition = f'attachment; filename="{name or "file"}"'
        return Response(
            found["data"], media_type="application/octet-stream", headers={"Content-Disposition": disposition}
        )

    async def _live(self, request: Request) -> Response:
        once = request.query_params.get("once") == "yes"
        return StreamingResponse(
            self.live.stream(self._views(request), self._since(request), once=once),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )  # fmt: skip

    def _since(self, request: Request) -> int | None:
        """The change up to which the page is drawn; None where it shows another conversation (this one was begun anew
        while a tab was open), or where no number is given that could be."""
        here = self._box.conversation
        if request.query_params.get("conversation", here) != here:
            return None
        since = request.headers.get("last-event-id") or request.query_params.get("since", "")
        return _number(since) if since else self._box.rev()

    # Doing

    def _posted(self, act: Act) -> Callable[[Request], Awaitable[Response]]:
        """An act as a route: 204, or 201 with the new thing's address; back to the page for a form without script."""

        async def answer(request: Request) -> Response:
            form = await request.form()
            user = str(form.get("as", ""))
            try:
                made = await act(request, form, user)
            except Impossible as problem:
                return PlainTextResponse(say(self._language(request), f"problem-{problem}"), 422)
            if "text/html" in request.headers.get("accept", ""):
                return RedirectResponse(f"/?{urlencode({'as': user, 'lang': self._language(request)})}", 303)
            return (
                Response(status_code=204)
                if made is None
                else Response(status_code=201, headers={"Location": str(made)})
            )

        return answer

    async def _say(self, request: Request, form: FormData, user: str) -> str:
        reply_to = str(form.get("reply_to") or "")
        message = self._acts.say(
            user, request.path_params["room"], _text(form), reply_to=_id(reply_to) if reply_to else None
        )
        return f"/messages/{message}"

    async def _edit(self, request: Request, form: FormData, user: str) -> None:
        self._acts.edit(user, _id(request.path_params["message"]), _text(form))

    async def _withdraw(self, request: Request, _form: FormData, user: str) -> None:
        self._acts.withdraw(user, _id(request.path_params["message"]))

    async def _react(self, request: Request, form: FormData, user: str) -> str | None:
        message, taken = _id(request.path_params["message"]), form.get("unreact")
        if taken is not None:
            self._acts.unreact(user, message, str(taken))
            return None
        return f"/reactions/{self._acts.react(user, message, str(form.get('react', '')))}"

    async def _press(self, request: Request, form: FormData, user: str) -> None:
        self._acts.press(user, _id(request.path_params["message"]), str(form.get("button", "")))

    async def _vote(self, request: Request, form: FormData, user: str) -> None:
        """One answer toggled, among those chosen so far."""
        message, choice = _id(request.path_params["message"]), str(form.get("choice", ""))
        found = self._box.message(message)
        poll = found.content.poll if found and found.content else None
        mine = {option for option, people in self._box.votes(message).items() if user in people}
        single = poll is not None and poll.max_choices == 1
        self._acts.vote(
            user, message, sorted(mine - {choice} if choice in mine else ({choice} if single else mine | {choice}))
        )

    async def _fill_in(self, request: Request, form: FormData, user: str) -> None:
        fields = {name.removeprefix("field-"): str(value) for name, value in form.items() if name.startswith("field-")}
        self._acts.fill_in(user, _id(request.path_params["message"]), fields)

    async def _enter(self, request: Request, _form: FormData, user: str) -> None:
        self._acts.enter(user, request.path_params["room"])

    async def _leave(self, request: Request, _form: FormData, user: str) -> None:
        self._acts.leave(user, request.path_params["room"])

    async def _open_room(self, _request: Request, form: FormData, user: str) -> str:
        return f"/rooms/{self._acts.open_room(user, str(form.get('name', '')), str(form.get('look', '')))}"

    async def _private(self, request: Request, form: FormData, _user: str) -> None:
        self._acts.close_to_bot(request.path_params["person"], closed=form.get("closed") == "yes")

    async def _move(self, _request: Request, form: FormData, _user: str) -> None:
        by = str(form.get("by", ""))
        if by == "next":
            await self._mover.to_next()
        elif by in STEPS:
            await self._mover.forward(timedelta(seconds=STEPS[by]))

    async def _skip(self, request: Request, _form: FormData, _user: str) -> None:
        tour.skip(self._box, request.path_params["step"])


def _number(typed: str) -> int | None:
    """A number of the sandbox as an address or a form names it; None where it can be none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else None


def _id(typed: str) -> int:
    """That of a message or a file; -1, which none has, where it can be none."""
    found = _number(typed)
    return -1 if found is None else found


def _text(form: FormData) -> str:
    """What was typed, with line breaks as the page shows them."""
    return str(form.get("text", "")).replace("\r\n", "\n").replace("\r", "\n")
