"""From the sandbox to HTML: the page, and the pieces of it that are drawn anew when something changes."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from adapters.sandbox.page import tour
from adapters.sandbox.page.clock_control import Mover
from adapters.sandbox.page.i18n import say
from adapters.sandbox.platform.models import BOT, Figure, Message, Place
from adapters.sandbox.platform.profiles import LOOKS, NAMES
from adapters.sandbox.platform.sandbox import Sandbox
from adapters.sandbox.rendering.html import html

QUICK = ("👍", "❤️", "🎉", "🌱", "😂")
"""The emoji that are offered on every message."""
_HUES = 8


class Views:
    """One visitor's view: who they are and which language their browser speaks."""

    def __init__(self, sandbox: Sandbox, mover: Mover, viewer: Figure, language: str) -> None:
        self._box = sandbox
        self._mover = mover
        self._viewer = viewer
        self.language = language
        self._shared = {
            "language": language, "say": partial(say, language), "rich": html, "bot": BOT, "quick": QUICK,
            "names": NAMES,
        }  # fmt: skip

    @property
    def viewer(self) -> Figure:
        """Who looks, as they are now."""
        return self._box.person(self._viewer.id) or self._viewer

    def page(self) -> str:
        """All of it."""
        panes = [Markup(self.pane(room)) for room in self._box.rooms(of=self._viewer.id)]  # noqa: S704 - escaped by Jinja
        return self._draw(
            "page.html", panes=panes, rooms=self._box.rooms(of=self._viewer.id), rev=self._box.rev(),
            conversation=self._box.conversation,
            people=Markup(self.people()), clock=Markup(self.clock()), tour=Markup(self.tour()),  # noqa: S704
            looks=list(LOOKS),
        )  # fmt: skip

    def people(self) -> str:
        """Whom one can be."""
        groups: dict[str, list[Figure]] = {}
        for figure in self._box.people():
            groups.setdefault(figure.place, []).append(figure)
        return self._draw("people.html", groups=groups, hue=hue)

    def pane(self, room: Place) -> str:
        """A room with its messages."""
        shown = [found for found in self._box.messages(room.id) if self._sees(found)]
        messages = [Markup(self.message(found)) for found in shown]  # noqa: S704 - escaped by Jinja
        look = self._box.look(room)
        return self._draw(
            "pane.html", room=room, look=look, messages=messages, members=self._box.members(room.id),
            inside=self._box.is_in(room.id, self._viewer.id), tint=self._tint(room), hue=hue,
        )  # fmt: skip

    def _tint(self, room: Place) -> int:
        """A colour for each place, in the order in which places come up."""
        places = list(dict.fromkeys(found.place for found in self._box.rooms()))
        return places.index(room.place) % 4 if room.place in places else 0

    def _sees(self, message: Message) -> bool:
        return not message.gone and message.private_to in (None, self._viewer.id)

    def sees_room(self, room: Place) -> bool:
        """Whether the room is on this visitor's page."""
        return room.direct in (None, self._viewer.id)

    def message(self, message: Message) -> str:
        """A message, or the sign that it is not there (any more) for this visitor."""
        room = self._box.room(message.room)
        if room is None or not self._sees(message):
            return self._draw("gone.html", message=message)
        author = self._box.person(message.author)
        answered = self._box.message(message.reply_to) if message.reply_to else None
        return self._draw(
            "message.html", message=message, room=room, look=self._box.look(room), hue=hue(message.author),
            author=author.name if author else BOT, local=message.at.astimezone(ZoneInfo(room.zone)),
            mine=message.author == self._viewer.id, inside=self._box.is_in(room.id, self._viewer.id),
            manages=self._box.manages(room.id, self._viewer.id), day=self._day(message.at, room.zone),
            time=self._time(message.at, room.zone), reactions=self._reactions(message),
            votes=self._box.votes(message.id),
            answered=answered if answered and self._sees(answered) else None,
            answered_name=self._box.name(answered.author) if answered else "", files=self._files(message),
            pinged=message.content is not None and self._viewer.id in message.content.mentions,
        )  # fmt: skip

    def _reactions(self, message: Message) -> list[tuple[str, int, bool, bool, str]]:
        """(emoji, how many people, mine, the bot's, whose)."""
        found = []
        for emoji, people in self._box.reactions(message.id).items():
            others = [self._box.name(person) for person in people if person != BOT]
            found.append((emoji, len(others), self._viewer.id in people, BOT in people, ", ".join(others)))
        return found

    def _files(self, message: Message) -> list[tuple[int, str]]:
        query = "SELECT number, name FROM files WHERE message = ? ORDER BY number"
        return [(row["number"], row["name"]) for row in self._box.store.all(query, message.id)]

    def clock(self) -> str:
        """What time it is in each place, and how far it is to what comes next."""
        now = self._box.clock.now()
        zones: dict[str, str] = {}
        for room in self._box.rooms():
            zones.setdefault(room.zone, room.place)
        rows = [
            (zone, place, self._time(now, zone), self._day(now, zone)) for zone, place in zones.items() if zone != "UTC"
        ]
        due = self._mover.due
        waits = _span(self.language, (due - now).total_seconds()) if due is not None else None
        return self._draw("clock.html", zones=rows, now=now, waits=waits, due=due)

    def tour(self) -> str:
        """What to try, and what was done of it."""
        seen, skipped = tour.seen_steps(self._box), tour.skipped_steps(self._box)
        steps = []
        for step in tour.STEPS:
            room = self._box.room(step.room)
            line = step.line.get(room.locale if room else "en", "")
            prefix = self._box.look(room).prefix if room and line else ""
            people = [found for user in step.people if (found := self._box.person(user)) is not None]
            steps.append((step, room, prefix + line, people, step.id in seen, step.id in skipped))
        current = next((step.id for step, *_, done, passed in steps if not done and not passed), None)
        return self._draw("tour.html", steps=steps, current=current, done=len(seen), hue=hue)

    def _draw(self, template: str, **values: object) -> str:
        return _environment.get_template(template).render(viewer=self.viewer, **self._shared, **values)

    def _time(self, at: datetime, zone: str) -> str:
        return format_time(at, "short", tzinfo=ZoneInfo(zone), locale=self.language)

    def _day(self, at: datetime, zone: str) -> str:
        skeleton = "EEE d MMM" if self.language == "fr" else "EEE, MMM d"
        return format_date(at.astimezone(ZoneInfo(zone)).date(), skeleton, locale=self.language)


def _environment_of() -> Environment:
    return Environment(
        loader=PackageLoader("adapters.sandbox.page"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined,
    )  # fmt: skip


_environment = _environment_of()


def hue(user: str) -> int:
    """A colour that stays with somebody."""
    return sum(user.encode()) % _HUES


def _span(language: str, seconds: float) -> str:
    """A length of time, roughly."""
    for size, text_id in ((86_400, "span-days"), (3_600, "span-hours"), (60, "span-minutes")):
        if seconds >= size:
            return say(language, text_id, count=int(seconds // size))
    return say(language, "span-seconds", count=max(0, int(seconds)))
