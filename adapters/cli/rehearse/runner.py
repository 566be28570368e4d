"""Run a dialogue line by line; keep the transcript and count the unmet expectations."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from adapters.cli.demo.seed import network_codes
from adapters.cli.rehearse.environment import RehearsalEnvironment, open_environment
from adapters.cli.rehearse.matching import contains, describe_difference, find_button, format_message, normalize
from adapters.cli.rehearse.script import Script, Step, slug
from adapters.sandbox.page.i18n import say as sentence
from adapters.sandbox.platform.action_base import ActionError
from adapters.sandbox.platform.models import Message
from bots.core.refusal import Refusal
from bots.dates.durations import parse_span

_MOST_OTHERS = 3
_CODE = re.compile(r"\bCODE\b")


async def run_script(script: Script) -> ScriptRun:
    """Run the script and return the finished run."""
    async with open_environment(script) as environment:
        run = ScriptRun(environment, script)
        await run.run()
        return run


class ScriptRun:
    """One run of a script. `lines` is the transcript, `failed` counts unmet expectations."""

    def __init__(self, environment: RehearsalEnvironment, script: Script) -> None:
        self.lines: list[str] = []
        self.failed = 0
        self._environment = environment
        self._script = script
        self._rooms = {setup.room.name: setup.room for setup in script.rooms}
        self._room = script.rooms[0].room
        self._printed = 0
        self._unmatched: list[Message] = []
        self._expecting = False
        self._passed = 0
        self._steps: dict[str, Callable[[Step], Awaitable[None]]] = {
            "in": self._enter_room, "forward": self._forward, "forward-to": self._forward_to, "expect": self._expect,
            "expect-private": self._expect, "never": self._never,
        }  # fmt: skip

    async def run(self) -> None:
        """Run every line. A failing line doesn't stop the others."""
        self._collect_messages()
        for step in self._script.steps:
            if self._expecting and step.kind not in ("expect", "expect-private", "never", "in"):
                self._unmatched, self._expecting = [], False
            try:
                await self._steps.get(step.kind, self._perform)(step)
            except ActionError as problem:
                self._fail(step, sentence("en", f"problem-{problem}"))
            except Refusal:
                self._fail(step, f"“{step.text}” is no length of time. For example: forward 2h")
        for failure in await self._environment.failures():
            self.failed += 1
            self.lines.append(f"      ✗ inside glocal: {failure}")
        verdict = "all came as expected" if not self.failed else f"{self.failed} not as expected"
        self.lines.append(f"{self._passed + self.failed} checked: {verdict}.")

    # Time and place

    async def _enter_room(self, step: Step) -> None:
        self._room = self._rooms[step.text]

    async def _forward(self, step: Step) -> None:
        await self._advance(parse_span(step.text))

    async def _forward_to(self, step: Step) -> None:
        """Move the clock to this time of day in the room's zone."""
        hour, minute = (int(part) for part in re.split("[:h]", step.text))
        now = self._environment.clock.now().astimezone(ZoneInfo(self._room.zone))
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        await self._advance((then if then > now else then + timedelta(days=1)) - now)

    async def _advance(self, by: timedelta) -> None:
        await self._environment.forward(by)
        now = self._environment.clock.now().astimezone(ZoneInfo(self._room.zone))
        self.lines.append(f"      ⏩ {now:%a %d %b %H:%M} ({self._room.zone})")
        self._collect_messages()

    # Actions

    async def _perform(self, step: Step) -> None:
        user, room, actions = slug(step.who), self._room.id, self._environment.actions
        text = _CODE.sub(next(iter(network_codes(self._environment.sandbox)), "CODE"), step.text)
        self._print(step.who, room, _describe(step, text))
        match step.kind:
            case "say":
                actions.post(user, room, text)
            case "say-private":
                rooms = self._private_rooms(user)
                if not rooms:
                    raise ActionError("no-room")
                actions.post(user, rooms[-1], text)
            case "reply":
                actions.post(user, room, text, reply_to=self._find_message(step, user).id)
            case "enter":
                actions.join(user, room)
            case "leave":
                actions.leave(user, room)
            case _:
                self._perform_on_message(step, user)
        await self._environment.settle()
        self._collect_messages()

    def _perform_on_message(self, step: Step, user: str) -> None:
        """Perform a step on a message: press, choose, react, edit or withdraw."""
        message, actions = self._find_message(step, user), self._environment.actions
        match step.kind:
            case "press":
                actions.press(user, message.id, find_button(message, step.text) or "")
            case "choose":
                poll = message.content.poll if message.content else None
                chosen = [option.id for option in poll.options if option.label == step.text] if poll else []
                actions.vote(user, message.id, chosen)
            case "react":
                actions.react(user, message.id, step.text)
            case "unreact":
                actions.unreact(user, message.id, step.text)
            case "change":
                actions.edit(user, message.id, step.text)
            case "withdraw":
                actions.delete(user, message.id)

    def _private_rooms(self, user: str) -> list[str]:
        return [room.id for room in self._environment.sandbox.rooms(of=user) if room.direct == user]

    def _find_message(self, step: Step, user: str) -> Message:
        """Return the newest message that the person can see, with these words and the button or poll meant."""
        box = self._environment.sandbox
        rooms = [self._room.id, *self._private_rooms(user)]
        seen = [message for room in rooms for message in box.messages(room) if message.private_to in (None, user)]
        for message in sorted(seen, key=lambda message: -message.id):
            fits = step.kind != "press" or find_button(message, step.text) is not None
            fits &= step.kind != "choose" or message.poll_open
            fits &= step.kind not in ("change", "withdraw") or message.author == user
            if fits and contains(message.text, step.about):
                return message
        raise ActionError("no-button" if step.kind == "press" else "no-message")

    # Expectations

    async def _expect(self, step: Step) -> None:
        self._expecting = True
        candidates = self._candidates(step)
        for message in candidates:
            if contains(message.text, step.text):
                self._unmatched.remove(message)
                self._passed += 1
                return
        came = describe_difference(step.text, candidates) + self._other_rooms(candidates)
        self._fail(step, f"expected: {step.text}", *came)

    async def _never(self, step: Step) -> None:
        self._expecting = True
        found = [message for message in self._candidates(step) if contains(message.text, step.text)]
        if found:
            self._fail(step, f"not expected: {step.text}", f"but it came: {normalize(found[0].text)}")
        else:
            self._passed += 1

    def _candidates(self, step: Step) -> list[Message]:
        """Return the bot's messages since the last action: in the room, or to one person in private."""
        if step.kind == "expect-private":
            user, private = slug(step.who), self._private_rooms(slug(step.who))
            return [message for message in self._unmatched if message.private_to == user or message.room in private]
        return [old for old in self._unmatched if old.room == self._room.id and old.private_to is None]

    def _other_rooms(self, candidates: list[Message]) -> list[str]:
        """List the messages in other rooms, which may explain what is missing here."""
        others = [message for message in self._unmatched if message not in candidates][-_MOST_OTHERS:]
        return [f"but {self._where(message)}: {normalize(message.text)}" for message in others]

    def _where(self, message: Message) -> str:
        whom, room = self._recipient(message), self._environment.sandbox.room(message.room)
        return f"in private to {whom}" if whom else f"in {room.name if room else message.room}"

    def _recipient(self, message: Message) -> str | None:
        """Return the name of the only person who sees a message; None when the room sees it."""
        room = self._environment.sandbox.room(message.room)
        user = message.private_to or (room.direct if room else None)
        return self._environment.sandbox.display_name(user) if user else None

    # Transcript

    def _collect_messages(self) -> None:
        """Print the bot's new messages, and keep them for the expectations."""
        for message in self._environment.messages_since(self._printed):
            self._unmatched = [old for old in self._unmatched if old.id != message.id]
            self._unmatched.append(message)
            whom = self._recipient(message)
            to = f"glocal → {whom}" if whom else "glocal"
            self._print(to + (" (changed)" if message.edits else ""), message.room, format_message(message))
        self._printed = self._environment.sandbox.revision()

    def _print(self, who: str, room: str, text: str) -> None:
        place = self._environment.sandbox.room(room)
        zone = ZoneInfo(place.zone) if place else ZoneInfo("UTC")
        now: datetime = self._environment.clock.now().astimezone(zone)
        where = f" [{place.name}]" if place and len(self._rooms) > 1 and not place.direct else ""
        first, *rest = text.split("\n")
        self.lines.append(f"{now:%H:%M}{where} {who}: {first}")
        self.lines += [f"      {line}".rstrip() for line in rest]

    def _fail(self, step: Step, *why: str) -> None:
        self.failed += 1
        first, *rest = why
        self.lines.append(f"      ✗ line {step.number}: {first}")
        self.lines += [f"        {line}" for line in rest]


def _describe(step: Step, text: str) -> str:
    """Return an action as the transcript shows it."""
    about = f" “{step.about}”" if step.about else ""
    done = {
        "say": text, "say-private": f"(in private) {text}", "reply": f"(to{about}) {text}", "enter": "(enters)",
        "leave": "(leaves)", "press": f"(presses) {text}", "choose": f"(chooses) {text}",
        "react": f"(reacts) {text}{about}", "unreact": f"(takes back) {text}{about}",
        "change": f"(changes{about} to) {text}", "withdraw": f"(withdraws){about}",
    }  # fmt: skip
    return done[step.kind]
