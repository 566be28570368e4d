"""The user actions of the page, each with the address that its form is sent to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from starlette.datastructures import FormData
from starlette.requests import Request

from adapters.sandbox.page import tour
from adapters.sandbox.page.clock_control import ClockController
from adapters.sandbox.page.form_values import parse_id, typed_text
from adapters.sandbox.platform.actions import SandboxActions
from adapters.sandbox.platform.sandbox import Sandbox

STEPS = {"60": 60, "600": 600, "3600": 3_600, "86400": 86_400}
"""The steps of the clock, in seconds."""
Action = Callable[[Request, FormData, str], Awaitable[str | None]]
"""Takes the request, its form and the user; returns the address of what it made."""


class UserActions:
    """Performs what a form says, for the user that it names."""

    def __init__(self, sandbox: Sandbox, clock_controller: ClockController) -> None:
        self._box = sandbox
        self._clock_controller = clock_controller
        self._actions = SandboxActions(sandbox)

    def by_path(self) -> list[tuple[str, Action]]:
        """Return the actions by the path of their address."""
        return [
            ("/rooms", self._open_room), ("/rooms/{room}/messages", self._post_message),
            ("/rooms/{room}/enter", self._join_room), ("/rooms/{room}/leave", self._leave_room),
            ("/messages/{message}/edit", self._edit_message), ("/messages/{message}/withdraw", self._delete_message),
            ("/messages/{message}/react", self._react), ("/messages/{message}/press", self._press),
            ("/messages/{message}/choose", self._choose), ("/messages/{message}/vote", self._vote),
            ("/messages/{message}/form", self._submit_form),
            ("/people/{person}/private", self._set_reachable), ("/clock", self._move_clock),
            ("/tour/{step}/skip", self._skip_tour_step),
        ]  # fmt: skip

    async def _post_message(self, request: Request, form: FormData, user: str) -> str:
        answered = form.get("reply_to")
        reply_to = parse_id(str(answered)) if answered else None
        message = self._actions.post(user, request.path_params["room"], typed_text(form), reply_to=reply_to)
        return f"/messages/{message}"

    async def _edit_message(self, request: Request, form: FormData, user: str) -> None:
        self._actions.edit(user, parse_id(request.path_params["message"]), typed_text(form))

    async def _delete_message(self, request: Request, _form: FormData, user: str) -> None:
        self._actions.delete(user, parse_id(request.path_params["message"]))

    async def _react(self, request: Request, form: FormData, user: str) -> str | None:
        message, taken = parse_id(request.path_params["message"]), form.get("unreact")
        if taken is not None:
            self._actions.unreact(user, message, str(taken))
            return None
        return f"/reactions/{self._actions.react(user, message, str(form.get('react', '')))}"

    async def _press(self, request: Request, form: FormData, user: str) -> None:
        self._actions.press(user, parse_id(request.path_params["message"]), str(form.get("button", "")))

    async def _choose(self, request: Request, form: FormData, user: str) -> None:
        options = [str(one) for one in form.getlist("option")]
        self._actions.choose(user, parse_id(request.path_params["message"]), options)

    async def _vote(self, request: Request, form: FormData, user: str) -> None:
        """Toggle one option and keep the user's other choices."""
        message, choice = parse_id(request.path_params["message"]), str(form.get("choice", ""))
        found = self._box.message(message)
        poll = found.content.poll if found and found.content else None
        mine = {option for option, people in self._box.votes(message).items() if user in people}
        single = poll is not None and poll.max_choices == 1
        self._actions.vote(user, message, sorted({choice} - mine if single else mine ^ {choice}))

    async def _submit_form(self, request: Request, form: FormData, user: str) -> None:
        fields = {name.removeprefix("field-"): str(value) for name, value in form.items() if name.startswith("field-")}
        self._actions.submit_form(user, parse_id(request.path_params["message"]), fields)

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
