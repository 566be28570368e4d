"""The sandbox as HTML: the page, and its parts, which are redrawn when something changes."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from adapters.sandbox.page import tour
from adapters.sandbox.page.clock_control import ClockController
from adapters.sandbox.page.i18n import LANGUAGE_NAMES, say
from adapters.sandbox.page.tour import Scene, TourStep
from adapters.sandbox.platform.models import BOT, Message, Room, User
from adapters.sandbox.platform.profiles import NAMES, WITH_LISTS
from adapters.sandbox.platform.sandbox import Sandbox
from adapters.sandbox.rendering.html import to_html
from bots.core.outbound import Button, Menu
from bots.dates import formatting

QUICK = ("👍", "❤️", "🎉", "🌱", "😂")
"""The reactions offered on every message."""
_HUES = 8


class Views:
    """The views for one visitor, as the user they play and in their language."""

    def __init__(self, sandbox: Sandbox, clock_controller: ClockController, viewer: User, language: str) -> None:
        self._box = sandbox
        self._clock_controller = clock_controller
        self._viewer = viewer
        self.language = language

    @property
    def viewer(self) -> User:
        """The visitor's user in its current state."""
        return self._box.user(self._viewer.id) or self._viewer

    def page(self) -> Markup:
        """Render the whole page."""
        rooms = sorted(self._box.rooms(of=self._viewer.id), key=self._distance)
        return self._render(
            "page.html", panes=[self.pane(room) for room in rooms], rooms=rooms, rev=self._box.revision(),
            zone=self._zone(), time=self._time(self._box.clock.now(), self._zone()),
            conversation=self._box.conversation, people=self.people(), clock=self.clock(), tour=self.tour(),
        )  # fmt: skip

    def _distance(self, room: Room) -> tuple[bool, bool]:
        """Return where a room belongs in a row: first those of the visitor's scene, then the network's."""
        home = self._box.room(tour.scene_of(self.language, self._box).room)
        return (home is None or room.place not in (home.place, self.viewer.place), room.id != tour.NETWORK)

    def _zone(self) -> str:
        """Return the zone of the visitor's scene."""
        home = self._box.room(tour.scene_of(self.language, self._box).room)
        return home.zone if home is not None else "UTC"

    def not_found(self) -> Markup:
        """Render the page for an address that leads nowhere."""
        return self._render("not_found.html")

    def connect(self) -> Markup:
        """Render how to connect rooms of one's own."""
        return self._render("connect.html", platforms=("discord", "telegram", "matrix"))

    def people(self) -> Markup:
        """Render the users that a visitor can play."""
        groups: dict[str, list[User]] = {}
        for user in self._box.users():
            groups.setdefault(user.place, []).append(user)
        return self._render("people.html", groups=groups)

    def pane(self, room: Room) -> Markup:
        """Render a room with its messages."""
        messages = [self.message(found) for found in self._box.messages(room.id) if self._can_see(found)]
        return self._render(
            "pane.html", room=room, profile=self._box.profile(room), messages=messages, tint=self._tint(room),
            members=self._box.members(room.id), inside=self._box.is_member(room.id, self._viewer.id),
        )  # fmt: skip

    def _tint(self, room: Room) -> int:
        """Return the colour number of the room's place, counted in the order of the rooms."""
        places = list(dict.fromkeys(found.place for found in self._box.rooms()))
        return places.index(room.place) % 4 if room.place in places else 0

    def _can_see(self, message: Message) -> bool:
        return not message.gone and message.private_to in (None, self._viewer.id)

    def can_see_room(self, room: Room) -> bool:
        """Return whether the room is on this visitor's page."""
        return room.direct in (None, self._viewer.id)

    def message(self, message: Message) -> Markup:
        """Render a message, or an empty marker when it is deleted or private to somebody else."""
        room = self._box.room(message.room)
        if room is None or not self._can_see(message):
            return self._render("gone.html", message=message)
        answered = self._box.message(message.reply_to) if message.reply_to else None
        menu, buttons = self._buttons(message, room)
        return self._render(
            "message.html", message=message, room=room, profile=self._box.profile(room), files=self._files(message),
            menu=menu, buttons=buttons,
            author=self._box.display_name(message.author), local=message.at.astimezone(ZoneInfo(room.zone)),
            mine=message.author == self._viewer.id, inside=self._box.is_member(room.id, self._viewer.id),
            manages=self._box.is_admin(room.id, self._viewer.id), day=self._day(message.at, room.zone),
            time=self._time(message.at, room.zone), reactions=self._reactions(message),
            votes=self._box.votes(message.id), answered=answered if answered and self._can_see(answered) else None,
            answered_name=self._box.display_name(answered.author) if answered else "",
            pinged=message.content is not None and self._viewer.id in message.content.mentions,
        )  # fmt: skip

    def _buttons(self, message: Message, room: Room) -> tuple[Menu | None, tuple[Button, ...]]:
        """Return the list to choose from and the buttons below a message, as its platform shows them."""
        content = message.content
        if content is None or not self._box.profile(room).buttons:
            return None, ()
        menu = content.menu if room.account in WITH_LISTS else None
        return menu, tuple(button for button in content.buttons if menu is None or not menu.holds(button))

    def _reactions(self, message: Message) -> list[tuple[str, int, bool, bool, str]]:
        """Return (emoji, number of people, the visitor's own, the bot's, names) for each emoji."""
        found = []
        for emoji, people in self._box.reactions(message.id).items():
            others = [self._box.display_name(person) for person in people if person != BOT]
            found.append((emoji, len(others), self._viewer.id in people, BOT in people, ", ".join(others)))
        return found

    def _files(self, message: Message) -> list[tuple[int, str]]:
        query = "SELECT number, name FROM files WHERE message = ? ORDER BY number"
        return [(row["number"], row["name"]) for row in self._box.store.fetch_all(query, message.id)]

    def clock(self) -> Markup:
        """Render the time in each place, and the time until the next timer."""
        now = self._box.clock.now()
        zones: dict[str, str] = {}
        for room in self._box.rooms():
            zones.setdefault(room.zone, room.place)
        rows = [
            (zone, place, self._time(now, zone), self._day(now, zone)) for zone, place in zones.items() if zone != "UTC"
        ]
        due = self._clock_controller.next_due
        waits = _duration(self.language, (due - now).total_seconds()) if due is not None else None
        return self._render("clock.html", zones=rows, now=now, waits=waits, due=due)

    def tour(self) -> Markup:
        """Render the tour with its progress."""
        seen, skipped = tour.done_steps(self._box), tour.skipped_steps(self._box)
        scene = tour.scene_of(self.language, self._box)
        current = next((step for step in tour.STEPS if step.id not in seen | skipped), None)
        room = self._box.room(current.place(scene)) if current is not None else None
        cast = [found for user in (current.cast(scene) if current else ()) if (found := self._box.user(user))]
        offer = tour.offer(current, scene, self._viewer.id, self._box) if current else None
        if offer is not None and offer.user and offer.user not in {user.id for user in cast}:
            offer = None  # a sandbox without the people of the scene
        return self._render(
            "tour.html", steps=tour.STEPS, seen=seen, skipped=skipped, current=current, cast=cast, room=room,
            line=self._line(current, room), names_of=self._names(scene),
            offer=offer,
        )  # fmt: skip

    def _line(self, step: TourStep | None, room: Room | None) -> str:
        """Return the command to try, as it is typed in its room."""
        if step is None or room is None or not step.has_line:
            return ""
        return self._box.profile(room).prefix + say(room.locale, f"tour-{step.id}-line")

    def _names(self, scene: Scene) -> dict[str, str]:
        """Return the names that the tour's sentences use."""
        room, events = self._box.room(scene.room), self._box.room(scene.events_room)
        return {
            "newcomer": self._box.display_name(scene.newcomer), "connector": self._box.display_name(scene.connector),
            "author": self._box.display_name(scene.members[0]), "room": room.name if room else "",
            "place": room.place if room else "", "events": events.name if events else "",
        }  # fmt: skip

    def _render(self, template: str, **values: object) -> Markup:
        made = _environment.get_template(template).render(
            viewer=self.viewer,
            language=self.language,
            languages=LANGUAGE_NAMES,
            say=partial(say, self.language),
            **values,
        )
        return Markup(made)  # noqa: S704 - escaped by Jinja

    def _time(self, at: datetime, zone: str) -> str:
        return formatting.format_instant(at, ZoneInfo(zone), self.language, "time")

    def _day(self, at: datetime, zone: str) -> str:
        return formatting.format_day(at, ZoneInfo(zone), self.language)


_environment = Environment(
    loader=PackageLoader("adapters.sandbox.page"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
    undefined=StrictUndefined,
)  # fmt: skip


def hue(user: str) -> int:
    """Return the fixed colour number of a user."""
    return sum(user.encode()) % _HUES


_environment.globals |= {"rich": to_html, "hue": hue, "bot": BOT, "quick": QUICK, "names": NAMES}


def _duration(language: str, seconds: float) -> str:
    """Return a duration in its largest unit."""
    for size, text_id in ((86_400, "span-days"), (3_600, "span-hours"), (60, "span-minutes")):
        if seconds >= size:
            return say(language, text_id, count=int(seconds // size))
    return say(language, "span-seconds", count=max(0, int(seconds)))
