"""The Bot API over HTTP on the loopback interface, in a thread with its own loop."""

from __future__ import annotations

import asyncio
import json
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.standins.telegram import asking, changing, checks, requests, sending
from tests.standins.telegram.call import Call
from tests.standins.telegram.faults import NESTED, CutReply, Fault, Garbage, LostReply, Plan, Slow
from tests.standins.telegram.limits import COUNTED, Limits, Meter
from tests.standins.telegram.listening import Listening
from tests.standins.telegram.refusal import Refusal, bad, too_many
from tests.standins.telegram.requests import Request
from tests.standins.telegram.store import Store
from tests.standins.telegram.users import BotAccount

METHODS: dict[str, Callable[[Call], Any]] = {
    name.lower(): performed
    for part in (sending.METHODS, changing.METHODS, asking.METHODS)
    for name, performed in part.items()
}
_LARGEST = 64 * 1024 * 1024
_DEEP = "[" * 1000 + "]" * 1000
"""JSON that neither encodes nor decodes, because both recurse."""
_STARTS_WITHIN = 10.0


@dataclass
class Server:
    """Handles requests one after the other. `taken` has all of them."""

    store: Store
    limits: Limits | None = None
    webhook_retry: float = 0.05
    latency: float = 0.0
    plan: Plan = field(default_factory=Plan)
    taken: list[Request] = field(default_factory=list)
    meters: dict[int, Meter] = field(default_factory=dict)
    down: bool = False
    port: int = 0

    def start(self) -> None:
        """Start the server and wait until it listens."""
        ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="telegram", daemon=True)
        self._thread.start()
        if not ready.wait(_STARTS_WITHIN):
            raise AssertionError("the stand-in did not start")

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._open())
        ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._close())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _open(self) -> None:
        self.listening = Listening(self.store, retry_seconds=self.webhook_retry)
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._take)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def _close(self) -> None:
        await self.listening.close()
        await self._runner.cleanup()
        rest = [task for task in asyncio.all_tasks(self._loop) if task is not asyncio.current_task()]
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    def stop(self) -> None:
        """Stop the server and wait until everything is closed."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def in_loop(self, work: Callable[[], Any]) -> Any:
        """Run a function in the server's loop and return its result."""

        async def done() -> Any:
            return work()

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(_STARTS_WITHIN)

    # Requests

    async def _take(self, request: web.Request) -> web.StreamResponse:
        if self.down:
            return self._cut(request)
        method = request.match_info["method"]
        try:
            params = await requests.given(request)
        except ConnectionResetError:  # the client is gone
            return self._cut(request)
        bot = self.store.bots.get(request.match_info["token"])
        if bot is None:
            return requests.answer(Refusal(401, "Unauthorized"))
        if checks.method_named(method) is None:
            return requests.answer(Refusal(404, "Not Found: method not found"))
        params = checks.read_params(method.lower(), params)
        fault = self.plan.next(method, params.get("chat_id"))
        try:
            if fault is not None:
                requests.go_wrong(fault)
            result = await self._perform(bot, method, params)
        except (requests.CutOff, requests.Gateway) as broken:
            self._note(bot, method, params, broken.code)
            return self._cut(request) if isinstance(broken, requests.CutOff) else requests.page()
        except Refusal as refusal:
            self._note(bot, method, params, refusal.code, refusal.description)
            return self._cut(request) if self.down else requests.answer(refusal)
        except Exception as error:  # noqa: BLE001 - the end of the test raises it
            self.store.problems.append(f"{method} broke the stand-in: {error!r}\n{traceback.format_exc()}\n{params}")
            return requests.answer(Refusal(500, "Internal Server Error"))
        self._note(bot, method, params, 200, result=result)
        if self.down and method.lower() == "getupdates":  # it arrived while everything was cut
            return self._cut(request)
        return await self._reply(request, result, fault)

    def _note(
        self, bot: BotAccount, method: str, params: dict[str, Any], code: int, why: str = "", **more: Any
    ) -> None:
        self.taken.append(
            Request(self.store.clock.now(), bot.username or "", method, params, code, why, **more)
        )  # fmt: skip

    async def _perform(self, bot: BotAccount, method: str, params: dict[str, Any]) -> Any:
        name = method.lower()
        if self.store.checked and (wrong := checks.wrong_request(name, params)):
            self.store.problems.append(f"request {method}: {wrong}\n{params}")
            raise bad(f"invalid request: {wrong}")
        result = await self._result(bot, name, params)
        if self.store.checked and name != "getupdates" and (wrong := checks.wrong_answer(name, result)):
            self.store.problems.append(f"answer to {method}: {wrong}\n{result}")
        return result

    async def _result(self, bot: BotAccount, name: str, params: dict[str, Any]) -> Any:
        if name == "getupdates":
            return await self.listening.poll(bot, params)
        if name in {"setwebhook", "deletewebhook"}:
            return self.listening.set_webhook(bot, params if name == "setwebhook" else {**params, "url": ""})
        if name == "getwebhookinfo":
            return self.listening.webhook_info(bot)
        if name not in METHODS:
            self.store.problems.append(f"{name} is not played by the stand-in")
            raise Refusal(404, f"Not Found: {name} is not played by the stand-in")
        with self.store.lock, self._metered(bot, name, params):
            return METHODS[name](Call(self.store, bot, params))

    @contextmanager
    def _metered(self, bot: BotAccount, name: str, params: dict[str, Any]) -> Iterator[None]:
        """Count a performed call. Raises Refusal if the bot exceeds a limit."""
        chat, media = params.get("chat_id"), params.get("media")
        if self.limits is None or name not in COUNTED or not isinstance(chat, int):
            yield
            return
        meter, count = self.meters.setdefault(bot.id, Meter(self.limits)), len(media) if isinstance(media, list) else 1
        if wait := meter.retry_after(chat, self.store.now(), count):
            raise too_many(wait)
        yield
        meter.take(chat, self.store.now(), count)

    async def _reply(self, request: web.Request, result: Any, fault: Fault | None) -> web.StreamResponse:
        match fault:
            case LostReply():
                return self._cut(request)
            case CutReply(after):
                return await _break_off(request, json.dumps({"ok": True, "result": result}).encode(), after)
            case Garbage():
                return web.Response(text="<html>it works</html>", content_type="text/html")
            case Slow(seconds):
                await asyncio.sleep(seconds)
        if self.latency and request.match_info["method"].lower() != "getupdates":
            await asyncio.sleep(self.latency)
        text = json.dumps({"ok": True, "result": result}).replace(json.dumps(NESTED), _DEEP)
        return web.json_response(text=text)

    @staticmethod
    def _cut(request: web.Request) -> web.Response:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _file(self, request: web.Request) -> web.Response:
        known = {file.path: file for file in self.store.files.values()}.get(request.match_info["path"])
        if self.down:
            return self._cut(request)
        if request.match_info["token"] not in self.store.bots or known is None:
            return requests.answer(Refusal(404, "Not Found"))
        return web.Response(body=known.data, content_type="application/octet-stream")


async def _break_off(request: web.Request, body: bytes, after: int) -> web.StreamResponse:
    """Begin an answer, and cut the connection."""
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    await response.prepare(request)
    await response.write(body[:after])
    if request.transport is not None:
        request.transport.close()
    return response
