"""Random trees of networks: whatever is announced, changed, recalled or left, no room shows too much."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from storage.tables import AnnouncementStyle, Community, Network, Unanswered
from tests.stage import PLAIN, RICH, Stage, staged

SEEDS = range(4)
STEPS = 45
LANGUAGES = ("en", "fr", "de")


@dataclass
class Place:
    """A community or network of the tree, with its room and the memberships above it (whether it listens)."""

    name: str
    room: str
    row: Community | Network
    above: dict[int, bool] = field(default_factory=dict)


@dataclass
class Told:
    """An announcement: its words are found nowhere else. `chosen`: the communities that it may ever reach.

    `confirmed`: its preview was answered with yes.
    """

    words: str
    number: int
    network: Place
    chosen: set[str]
    versions: list[str] = field(default_factory=list)
    recalled: bool = False
    confirmed: bool = True


class Life:
    """A random life in a random tree."""

    def __init__(self, stage: Stage, rng: random.Random) -> None:
        self.stage = stage
        self.rng = rng
        self.networks: list[Place] = []
        self.communities: list[Place] = []
        self.told: list[Told] = []
        self.numbers: dict[str, int] = {}
        self.copies = 0

    async def grow(self) -> None:
        """Found four networks and six communities, each below one or two of the earlier networks."""
        for number in range(4):
            row = await self.stage.network(f"#net{number}", name=f"Net {number}", code=f"netcode{number}")
            place = Place(f"Net {number}", f"#net{number}", row)
            await self._join(place, self.networks)
            self.networks.append(place)
        for number in range(6):
            style = self.rng.choice((AnnouncementStyle.SHOW, AnnouncementStyle.SHOW, AnnouncementStyle.ASK))
            row_of = await self.stage.community(
                f"#home{number}", name=f"Town {number}", locale=self.rng.choice(LANGUAGES), announcements=style,
                unanswered=self.rng.choice(tuple(Unanswered)),
                quiet_hours=self.rng.choice(("", "22:00-08:00", "08:00-20:00")),
            )  # fmt: skip
            place = Place(f"Town {number}", f"#home{number}", row_of)
            await self._join(place, self.networks)
            self.communities.append(place)

    async def _join(self, place: Place, networks: list[Place]) -> None:
        for upper in self.rng.sample(networks, min(len(networks), self.rng.choice((1, 2)))):
            ends = {"community" if isinstance(place.row, Community) else "child": place.row.id}
            listens = self.rng.random() < 0.8
            await self.stage.bond(upper.row.id, listens=listens, **ends)
            place.above[upper.row.id] = listens

    async def step(self) -> None:
        """Do one thing that people do."""
        acts = {self.announce: 5, self.wait: 4, self.edit: 2, self.recall: 1, self.leave: 1, self.decide: 3}
        acts |= {self.restart: 1}
        (act,) = self.rng.choices(list(acts), list(acts.values()))
        await act()

    def reached(self, network: Place, *, deep: bool) -> set[str]:
        """Return the communities that listen to a network, or with `deep` to those below it that listen."""
        numbers = {network.row.id}
        while deep:
            below = {one.row.id for one in self.networks if any(one.above.get(key) for key in numbers)}
            if below <= numbers:
                break
            numbers |= below
        return {one.name for one in self.communities if any(one.above.get(key) for key in numbers)}

    async def announce(self) -> None:
        """Announce something to some communities, at once or later, and press the button or not."""
        network, words = self.rng.choice(self.networks), f"word{len(self.told)}x"
        deep, at = self.rng.random() < 0.5, self.rng.choice(("", " at=in 3 hours"))
        chosen = self.reached(network, deep=deep)
        to = "all"
        if self.rng.random() < 0.5:
            language = self.rng.choice(LANGUAGES)
            to = f"lang:{language}"
            chosen &= {one.name for one in self.communities if one.row.locale == language}
        line = f'!announce "{words}" to={to}{at} deep={"yes" if deep else "no"}'
        await self.stage.say("@nora", line, network.room)
        number = self.numbers[network.name] = self.numbers.get(network.name, 0) + 1
        pressed = self.rng.random() < 0.85
        if pressed:
            await self.stage.say("@nora", "yes", network.room)
        self.told.append(Told(words, number, network, chosen if pressed else set(), [words], confirmed=pressed))

    async def edit(self) -> None:
        """Change the words of an announcement."""
        if self.told:
            told = self.rng.choice(self.told)
            await self.stage.say("@nora", f"!announce edit {told.number} {told.words} again", told.network.room)
            await self.stage.say("@nora", "yes" if told.confirmed else "no", told.network.room)

    async def recall(self) -> None:
        """Take an announcement back."""
        if self.told:
            told = self.rng.choice(self.told)
            await self.stage.say("@nora", f"!announce recall {told.number}", told.network.room)
            await self.stage.say("@nora", "yes", told.network.room)
            told.recalled = True

    async def leave(self) -> None:
        """Let a place leave one of its networks. What is not shown there yet never will be."""
        place = self.rng.choice((*self.communities, *self.networks))
        if not place.above:
            return
        number = self.rng.choice(list(place.above))
        network = next(one for one in self.networks if one.row.id == number)
        runner, verb = ("@carla", "unlink") if isinstance(place.row, Community) else ("@nora", "network leave")
        await self.stage.say(runner, f"!{verb} {network.name}", place.room)
        await self.stage.say(runner, "yes", place.room)
        del place.above[number]
        for told in self.told:
            shown = {one.name for one in self.communities if self._copies(one, told)}
            told.chosen &= shown | self.reached(told.network, deep=True)

    async def decide(self) -> None:
        """Let a connector show, decline or take down what arrived last."""
        place = self.rng.choice(self.communities)
        verb = self.rng.choice(("decline", "accept"))
        await self.stage.say("@carla", f"!announce {verb}", place.room)

    async def restart(self) -> None:
        """Stop and start the bot in the middle of what it does."""
        network = self.rng.choice(self.networks)
        words = f"word{len(self.told)}x"
        await self.stage.say("@nora", f'!announce "{words}" to=all', network.room)
        number = self.numbers[network.name] = self.numbers.get(network.name, 0) + 1
        self.stage.platform.say(network.room, "@nora", "yes")
        await self.stage.adapter.read_new(self.stage.application.dispatch)
        await self.stage.restart()
        self.told.append(Told(words, number, network, self.reached(network, deep=False), [words]))
        await self.stage.settle()

    async def wait(self) -> None:
        """Let some time pass."""
        await self.stage.forward(minutes=self.rng.choice((1, 60, 600)))

    def _copies(self, place: Place, told: Told) -> int:
        cards = self.stage.matching(lambda one: "📢" in one.text and told.words in one.text, place.room)
        return len(cards)

    async def check(self) -> None:
        """Check that each room shows each announcement once at most, and only what may be shown."""
        await self.stage.settle()
        for place in self.communities:
            for told in self.told:
                copies = self._copies(place, told)
                self.copies += copies
                assert copies <= 1, (place.name, told)
                if told.recalled or place.name not in told.chosen:
                    assert not copies, (place.name, told, place.above)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
async def test_no_room_shows_too_much(tmp_path: Path, seed: int) -> None:
    """Each room shows each announcement once at most, none after a recall, and only to those it is for."""
    async with staged(tmp_path, (RICH, PLAIN)[seed % 2]) as stage:
        life = Life(stage, random.Random(seed))
        await life.grow()
        for _ in range(STEPS):
            await life.step()
            await life.check()
        await stage.forward(hours=50)
        await life.check()
        assert life.copies
