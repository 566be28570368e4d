"""A dialogue played line by line: the transcript, and what was expected and did not come."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from adapters.cli.rehearse.matching import button, contains, difference, plain, shown
from adapters.cli.rehearse.script import RoomLine, Script, Step, slug
from adapters.cli.rehearse.stage import RehearsalStage, opened
from adapters.sandbox.page.i18n import say as sentence
from adapters.sandbox.platform.actor import Impossible
from adapters.sandbox.platform.models import Message
from bots.core.refusal import Refusal
from bots.dates.durations import parse_span

_MOST_ELSEWHERE = 3
_CODE = re.compile(r"\bCODE\b")


async def play(script: Script) -> Rehearsal:
    """The rehearsal, with its transcript in `lines`."""
    async with opened(script) as stage:
        rehearsal = Rehearsal(stage, script)
        await rehearsal.run()
        return rehearsal


class Rehearsal:
    """One playing. `lines` is the transcript, `missed` how often something expected did not come."""

    def __init__(self, stage: RehearsalStage, script: Script) -> None:
        self.lines: list[str] = []
        self.missed = 0
        self._stage = stage
        self._script = script
        self._rooms = {room.name: room for room in script.rooms}
        self._room: RoomLine = script.rooms[0]
        self._printed = 0
        self._fresh: list[Message] = []
        self._expecting = False
        self._met = 0
        self._acts: dict[str, Callable[[Step], Awaitable[None]]] = {
            "in": self._go_in, "forward": self._forward, "forward-to": self._forward_to, "expect": self._expect,
            "expect-private": self._expect, "never": self._never,
        }  # fmt: skip

    async def run(self) -> None:
        """Every line in turn; one that fails does not keep the others from being tried."""
        self._take_note()
        for step in self._script.steps:
            if self._expecting and step.kind not in ("expect", "expect-private", "never", "in"):
                self._fresh, self._expecting = [], False
            try:
                await self._acts.get(step.kind, self._act)(step)
            except Impossible as problem:
                self._fail(step, sentence("en", f"problem-{problem}"))
            except Refusal:
                self._fail(step, f"“{step.text}” is no length of time. For example: forward 2h")
        for failure in await self._stage.failures():
            self.missed += 1
            self.lines.append(f"      ✗ inside glocal: {failure}")
        verdict = "all came as expected" if not self.missed else f"{self.missed} not as expected"
        self.lines.append(f"{self._met + self.missed} checked: {verdict}.")

    # Time and place

    async def _go_in(self, step: Step) -> None:
        self._room = self._rooms[step.text]

    async def _forward(self, step: Step) -> None:
        await self._go_on(parse_span(step.text))

    async def _forward_to(self, step: Step) -> None:
        """To the next time that the clock of the room shows this hour."""
        hour, minute = (int(part) for part in re.split("[:h]", step.text))
        now = self._stage.clock.now().astimezone(ZoneInfo(self._room.zone))
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        await self._go_on((then if then > now else then + timedelta(days=1)) - now)

    async def _go_on(self, by: timedelta) -> None:
        await self._stage.forward(by)
        now = self._stage.clock.now().astimezone(ZoneInfo(self._room.zone))
        self.lines.append(f"      ⏩ {now:%a %d %b %H:%M} ({self._room.zone})")
        self._take_note()

    # Acting

    async def _act(self, step: Step) -> None:
        user, room, acts = slug(step.who), slug(self._room.name), self._stage.acts
        text = _CODE.sub(self._stage.code(), step.text)
        self._print(step.who, room, _told(step, text))
        match step.kind:
            case "say":
                acts.say(user, room, text)
            case "say-private":
                acts.say(user, self._private_room(user), text)
            case "reply":
                acts.say(user, room, text, reply_to=self._about(step, user).id)
            case "enter":
                acts.enter(user, room)
            case "leave":
                acts.leave(user, room)
            case _:
                self._touch(step, user)
        await self._stage.settle()
        self._take_note()

    def _touch(self, step: Step, user: str) -> None:
        """What is done to a message."""
        message, acts = self._about(step, user), self._stage.acts
        match step.kind:
            case "press":
                acts.press(user, message.id, button(message, step.text) or "")
            case "choose":
                poll = message.content.poll if message.content else None
                chosen = [option.id for option in poll.options if option.label == step.text] if poll else []
                acts.vote(user, message.id, chosen)
            case "react":
                acts.react(user, message.id, step.text)
            case "unreact":
                acts.unreact(user, message.id, step.text)
            case "change":
                acts.edit(user, message.id, step.text)
            case "withdraw":
                acts.withdraw(user, message.id)

    def _private_room(self, user: str) -> str:
        found = [room.id for room in self._stage.sandbox.rooms(of=user) if room.direct == user]
        if not found:
            raise Impossible("no-room")
        return found[-1]

    def _about(self, step: Step, user: str) -> Message:
        """The newest message that the person can see there, with these words, and with the button or poll meant."""
        box = self._stage.sandbox
        rooms = [slug(self._room.name), *(room.id for room in box.rooms(of=user) if room.direct == user)]
        seen = [message for room in rooms for message in box.messages(room) if message.private_to in (None, user)]
        for message in sorted(seen, key=lambda message: -message.id):
            fits = step.kind != "press" or button(message, step.text) is not None
            fits &= step.kind != "choose" or message.poll_open
            fits &= step.kind not in ("change", "withdraw") or message.author == user
            if fits and contains(message.text, step.about):
                return message
        raise Impossible("no-button" if step.kind == "press" else "no-message")

    # Expecting

    async def _expect(self, step: Step) -> None:
        self._expecting = True
        heard = self._heard(step)
        for message in heard:
            if contains(message.text, step.text):
                self._fresh.remove(message)
                self._met += 1
                return
        self._fail(step, f"expected: {step.text}", *difference(step.text, heard), *self._elsewhere(heard))

    async def _never(self, step: Step) -> None:
        self._expecting = True
        found = [message for message in self._heard(step) if contains(message.text, step.text)]
        if found:
            self._fail(step, f"not expected: {step.text}", f"but it came: {plain(found[0].text)}")
        else:
            self._met += 1

    def _heard(self, step: Step) -> list[Message]:
        """What came since the last act, in the room for all, or for one person in private."""
        box, user = self._stage.sandbox, slug(step.who)
        if step.kind == "expect-private":
            private = {room.id for room in box.rooms(of=user) if room.direct == user}
            return [message for message in self._fresh if message.private_to == user or message.room in private]
        here = slug(self._room.name)
        return [message for message in self._fresh if message.room == here and message.private_to is None]

    def _elsewhere(self, heard: list[Message]) -> list[str]:
        """What came in other places since may tell why it is missing here."""
        others = [message for message in self._fresh if message not in heard][-_MOST_ELSEWHERE:]
        return [f"but {self._where(message)}: {plain(message.text)}" for message in others]

    def _where(self, message: Message) -> str:
        box, room = self._stage.sandbox, self._stage.sandbox.room(message.room)
        whom = message.private_to or (room.direct if room else None)
        return f"in private to {box.name(whom)}" if whom else f"in {room.name if room else message.room}"

    # Writing down

    def _take_note(self) -> None:
        """Print what the bot said, and remember it for what is expected."""
        for message in self._stage.said_since(self._printed):
            self._fresh = [known for known in self._fresh if known.id != message.id]
            self._fresh.append(message)
            room = self._stage.sandbox.room(message.room)
            whom = message.private_to or (room.direct if room else None)
            to = f"glocal → {self._stage.sandbox.name(whom)}" if whom else "glocal"
            self._print(to + (" (changed)" if message.edits else ""), message.room, shown(message))
        self._printed = self._stage.sandbox.rev()

    def _print(self, who: str, room: str, text: str) -> None:
        place = self._stage.sandbox.room(room)
        zone = ZoneInfo(place.zone) if place else ZoneInfo("UTC")
        now: datetime = self._stage.clock.now().astimezone(zone)
        where = f" [{place.name}]" if place and len(self._rooms) > 1 and not place.direct else ""
        first, *rest = text.split("\n")
        self.lines.append(f"{now:%H:%M}{where} {who}: {first}")
        self.lines += [f"      {line}".rstrip() for line in rest]

    def _fail(self, step: Step, *why: str) -> None:
        self.missed += 1
        first, *rest = why
        self.lines.append(f"      ✗ line {step.number}: {first}")
        self.lines += [f"        {line}" for line in rest]


def _told(step: Step, text: str) -> str:
    """An act as the transcript has it."""
    about = f" “{step.about}”" if step.about else ""
    done = {
        "say": text, "say-private": f"(in private) {text}", "reply": f"(to{about}) {text}", "enter": "(enters)",
        "leave": "(leaves)", "press": f"(presses) {text}", "choose": f"(chooses) {text}",
        "react": f"(reacts) {text}{about}", "unreact": f"(takes back) {text}{about}",
        "change": f"(changes{about} to) {text}", "withdraw": f"(withdraws){about}",
    }  # fmt: skip
    return done[step.kind]
