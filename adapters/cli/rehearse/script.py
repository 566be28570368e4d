"""A written dialogue, one step a line, in English or French. docs/tutorial/rehearse.md describes the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adapters.sandbox.platform.models import BOT, Room
from adapters.sandbox.platform.profiles import NAMES

_QUOTES = str.maketrans("“”«»", '""""')
_COLON = r"[\s\u00a0\u202f]*:[\s\u00a0\u202f]*"
_NAME = r"(?P<who>[^\s:\"][^:\"]*?)"
_ABOUT = r'"\s*(?P<about>[^"]*?)\s*"'
_ROOM = re.compile(
    r"(?:room|salon)\s+(?P<name>.+?)\s+(?:on|sur)\s+(?P<look>\w+)\s*(?:,\s*(?P<locale>\w+))?(?:,\s*(?P<zone>\S+))?"
)
_PEOPLE = re.compile(r"(?:people|personnes)\s+(?P<names>.+)")
_PERSON = re.compile(r"(?P<name>[^(]+?)\s*(?:\((?P<mark>[^)]*)\))?")
_BEGIN = re.compile(r"(?:it is|il est)\s+(?P<at>\d{4}-\d\d-\d\d[ T]\d?\d:\d\d)")
_TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3])[:h][0-5]\d")
_STEPS: tuple[tuple[str, str], ...] = (
    ("in", r"(?:in|dans)\s+(?P<text>[^:\"]+)"),
    ("forward-to", r"(?:forward to|avancer? (?:à|jusqu’à|jusqu'à))\s+(?P<text>\d?\d[:h]\d\d)"),
    ("forward", r"(?:forward|avancer?(?: de)?)\s+(?P<text>[^\":]+)"),
    ("never", rf"glocal\s+(?:does not say|ne dit pas){_COLON}(?P<text>.+)"),
    ("expect-private", rf"glocal\s+(?:to|à)\s+(?P<who>[^:]+?){_COLON}(?P<text>.+)"),
    ("expect", rf"glocal{_COLON}(?P<text>.+)"),
    ("enter", rf"{_NAME}\s+(?:enters|entre)"),
    ("leave", rf"{_NAME}\s+(?:leaves|sort)"),
    ("say-private", rf"{_NAME}\s+(?:in private|en privé){_COLON}(?P<text>.+)"),
    ("reply", rf"{_NAME}\s+(?:replies to|répond à)\s+{_ABOUT}{_COLON}(?P<text>.+)"),
    ("press", rf"{_NAME}\s+(?:presses|appuie sur)\s+\"\s*(?P<text>[^\"]*?)\s*\"(?:\s+(?:on|sous)\s+{_ABOUT})?"),
    ("react", rf"{_NAME}\s+(?:reacts|réagit)\s+(?P<text>\S+)\s+(?:to|à)\s+{_ABOUT}"),
    ("unreact", rf"{_NAME}\s+(?:takes back|reprend)\s+(?P<text>\S+)\s+(?:from|à)\s+{_ABOUT}"),
    ("choose", rf"{_NAME}\s+(?:chooses|choisit)\s+\"\s*(?P<text>[^\"]*?)\s*\"(?:\s+(?:in|dans)\s+{_ABOUT})?"),
    ("change", rf"{_NAME}\s+(?:changes|change)\s+{_ABOUT}\s+(?:to|en)\s+\"\s*(?P<text>[^\"]*?)\s*\""),
    ("withdraw", rf"{_NAME}\s+(?:withdraws|retire)\s+{_ABOUT}"),
    ("say", rf"{_NAME}{_COLON}(?P<text>.+)"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _STEPS)
_MARKS = {"manages": "manages", "gère": "manages", "new": "new", "nouveau": "new", "nouvelle": "new", "": ""}


class ScriptError(Exception):
    """A line can't be read. The message says which one, and what to write instead."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(f"line {number}: {message}")


@dataclass(frozen=True)
class RoomSetup:
    """A room of the dialogue. `people`: name and `manages`, `new` (not in the room yet) or nothing."""

    number: int
    room: Room
    people: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Step:
    """One step. `kind` is one of `_STEPS`; `about` names a message by some of its words."""

    number: int
    kind: str
    who: str = ""
    text: str = ""
    about: str = ""


@dataclass
class Script:
    """A dialogue. `begin` is in the first room's time zone."""

    rooms: list[RoomSetup] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    begin: datetime = datetime(2026, 11, 25, 10)  # noqa: DTZ001 - becomes aware with the first room's zone


def slug(name: str) -> str:
    """Return a user or room id for a name."""
    return re.sub(r"\W+", "-", name.casefold()).strip("-")


def parse(source: str) -> Script:
    """Read a dialogue. Raises ScriptError."""
    script = Script()
    for number, raw in enumerate(source.splitlines(), 1):
        line = raw.strip()
        if line and not line.startswith("#") and not _read_setting(script, number, line):
            script.steps.append(_step(number, line))
    if not script.rooms:
        raise ScriptError(1, "no room is named. Begin with, for example: room Lyon on Discord, fr, Europe/Paris")
    _check(script)
    return script


def _read_setting(script: Script, number: int, line: str) -> bool:
    """Read a line about a room, its people or the beginning; return False for any other line."""
    if found := _ROOM.fullmatch(line):
        script.rooms.append(_room(number, found, script.rooms))
    elif found := _PEOPLE.fullmatch(line):
        if not script.rooms:
            raise ScriptError(number, "name a room first; the people after it are in that room.")
        people = tuple(_person(number, part) for part in found["names"].split(","))
        script.rooms[-1] = replace(script.rooms[-1], people=script.rooms[-1].people + people)
    elif found := _BEGIN.fullmatch(line):
        script.begin = _begin(number, found["at"])
    else:
        return False
    return True


def _room(number: int, found: re.Match[str], others: Sequence[RoomSetup]) -> RoomSetup:
    name, zone = found["name"], found["zone"] or "UTC"
    for other in others:
        if other.room.id == slug(name):
            raise ScriptError(number, f"line {other.number} has a room {other.room.name} already. Choose another name.")
    accounts = {name.lower(): account for account, name in NAMES.items()}
    account = accounts.get(found["look"].lower())
    if account is None:
        raise ScriptError(number, f"there is no {found['look']} here. Choose one of: {', '.join(NAMES.values())}.")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        raise ScriptError(number, f"there is no time zone {zone}. Write, for example: Europe/Paris") from None
    locale = found["locale"] or "en"
    return RoomSetup(number, Room(id=slug(name), name=name, place=name, account=account, locale=locale, zone=zone))


def _begin(number: int, at: str) -> datetime:
    try:
        return datetime.strptime(at.replace("T", " "), "%Y-%m-%d %H:%M")  # noqa: DTZ007 - as the field above
    except ValueError:
        raise ScriptError(number, f"“{at}” is no date and time. Write, for example: it is 2026-11-25 9:00") from None


def _person(number: int, part: str) -> tuple[str, str]:
    found = _PERSON.fullmatch(part.strip())
    if found is None or (found["mark"] or "").strip() not in _MARKS:
        raise ScriptError(number, f"“{part.strip()}” names nobody. For example: Carla (manages), Anna, Zoé (new)")
    if slug(found["name"]) == BOT:
        raise ScriptError(number, f"{found['name'].strip()} is what the bot is called. Give this person another name.")
    return found["name"].strip(), _MARKS[(found["mark"] or "").strip()]


def _step(number: int, line: str) -> Step:
    """Return the step of the first form that fits. All quotation marks are equal; spoken text stays as written."""
    plain = line.translate(_QUOTES)
    for kind, pattern in _PATTERNS:
        if found := pattern.fullmatch(plain):
            groups = found.groupdict()
            text = line[slice(*found.span("text"))] if groups.get("text") else ""
            return Step(number, kind, (groups.get("who") or "").strip(), text.strip(), groups.get("about") or "")
    raise ScriptError(
        number, f'I can’t read “{line}”. For example: Carla: /help · glocal: Bonjour · Anna presses "Yes"'
    )


def _check(script: Script) -> None:
    """Check that people, rooms and times of day exist. Raises ScriptError."""
    people = {name for setup in script.rooms for name, _ in setup.people}
    rooms = {setup.room.name for setup in script.rooms}
    for step in script.steps:
        if step.who and step.who not in people:
            raise ScriptError(step.number, f"nobody is called {step.who}. There are: {', '.join(sorted(people))}.")
        if step.kind == "forward-to" and not _TIME_OF_DAY.fullmatch(step.text):
            raise ScriptError(step.number, f"“{step.text}” is no time of day. For example: forward to 18:30")
        if step.kind == "in" and step.text not in rooms:
            raise ScriptError(step.number, f"there is no room {step.text}. There are: {', '.join(sorted(rooms))}.")
