"""Random trees of networks: whatever is shared, changed, taken back or left, no room shows too much."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from bots.core.inbound import RoomMoved
from bots.testing import Shown
from storage.tables import Community, ConsentStyle, Network, RelayConsent
from tests.stage import RICH, Stage, staged

SEEDS = (0, 5, 10)
STEPS = 60
FANS = ("@b", "@c", "@d")
COPY = re.compile(r"liked it|no reactions yet|ont aimé|pas encore de réaction|aucune réaction")
"""What stands below each copy, in the languages of the tree."""


@dataclass
class Place:
    """A community or network of the tree, with its room and the places above it."""

    name: str
    room: str
    row: Community | Network
    runner: str
    above: list[Place] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Rooms that it had before."""


@dataclass
class Said:
    """A message: its words are found nowhere else. `allowed`: whether its author wants it to leave."""

    words: str
    message: str
    home: Place
    author: str
    allowed: bool
    gone: bool = False
    voters: int | None = None
    """Of a poll's results: how many people voted."""
    talk: int | None = None
    """The conversation that it is a part of."""


class Life:
    """A random life in a random tree."""

    def __init__(self, stage: Stage, rng: random.Random) -> None:
        self.stage = stage
        self.rng = rng
        self.networks: list[Place] = []
        self.communities: list[Place] = []
        self.said: list[Said] = []
        self.opted_out: set[str] = set()
        self.left_out: set[tuple[str, str]] = set()
        """Authors and homes, or "" for everybody in a home, of whom a connector left out what they write."""
        self.translated: dict[str, Said] = {}
        self.authors = [f"@author{number}" for number in range(4)]
        self.people = count(4)
        self.forgotten: set[str] = set()
        """Words of people who were erased."""
        self.talks = 0
        self.objects = 0
        self.numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(1))
        self.copies = 0

    async def grow(self) -> None:
        """Found four networks and five communities, each below one or two of the earlier networks."""
        for number in range(4):
            row = await self.stage.network(
                f"#net{number}", name=f"Net {number}", coordinator="@nora", code=f"netcode{number}"
            )
            place = Place(f"Net {number}", f"#net{number}", row, "@nora")
            await self._join(place, self.networks)
            self.networks.append(place)
        for number in range(5):
            asks = number % 2 == 0
            row_of = await self.stage.community(
                f"#home{number}", name=f"Town {number}", quiet_hours="", hold_back_minutes=1,
                locale="fr" if number == 4 else "en",
                consent=ConsentStyle.ASK if asks else ConsentStyle.NOTICE, receives_highlights=self.rng.random() < 0.6,
            )  # fmt: skip
            place = Place(f"Town {number}", f"#home{number}", row_of, "@carla")
            await self._join(place, self.networks)
            self.communities.append(place)
        for place in (*self.networks, *self.communities):
            if place.above:
                await self.stage.say(place.runner, "!relay on", place.room)

    async def _join(self, place: Place, networks: list[Place]) -> None:
        for upper in self.rng.sample(networks, min(len(networks), self.rng.choice((1, 2)))):
            ends = {"community" if isinstance(place.row, Community) else "child": place.row.id}
            await self.stage.bond(upper.row.id, listens=self.rng.random() < 0.7, **ends)
            place.above.append(upper)

    async def step(self) -> None:
        """Do one thing that people do."""
        acts = {
            self.say: 6, self.wait: 4, self.edit: 2, self.delete: 2, self.leave: 1, self.choose: 1,
            self.share_results: 1, self.translate: 2, self.leave_out: 1, self.converse: 3, self.erase: 1, self.move: 1,
        }  # fmt: skip
        (act,) = self.rng.choices(list(acts), list(acts.values()))
        await act()

    async def say(self) -> None:
        """Post a message that people like; its author may be asked, and answers or not."""
        home, author = self.rng.choice(self.communities[:4]), self.rng.choice(self.authors)
        words = f"word{len(self.said)}x"
        message = await self.stage.say(author, words, home.room)
        for fan in FANS:
            await self.stage.react(fan, message, "❤️")
        left_out = {(author, home.name), ("", home.name)} & self.left_out
        allowed = await self._answer(author, words, home) and author not in self.opted_out and not left_out
        self.said.append(Said(words, message, home, author, allowed=allowed))

    async def _answer(self, author: str, words: str, home: Place) -> bool:
        asked = [one for one in self.stage.shown(home.room) if words in one.text and "May I share it" in one.text]
        if not asked:
            return home.row.consent == ConsentStyle.NOTICE  # type: ignore[union-attr]  # homes are communities
        decision = self.rng.choice(("🙂", "🙋", "🚫", ""))
        if decision:
            await self.stage.press(author, asked[-1], decision)
        return decision in ("🙂", "🙋")

    async def converse(self) -> None:
        """Let a connector suggest a conversation; those who are asked answer or not."""
        home, authors = self.rng.choice(self.communities[:4]), self.rng.sample(self.authors, 2)
        if self.opted_out & set(authors) or {(author, home.name) for author in authors} & self.left_out:
            return  # their messages would be no part of it
        self.talks += 1
        parts: list[Said] = []
        for author in (*authors, authors[0]):
            words = f"word{len(self.said) + len(parts)}x"
            message = await self.stage.say(author, words, home.room)
            parts.append(Said(words, message, home, author, allowed=False, talk=self.talks))
        await self.stage.say("@carla", "!highlight last 3", home.room)
        notes = [one for one in self.stage.shown(home.room) if "conversation of" in one.text and words in one.text]
        yes = {author for author in authors if notes and await self._agree(author, notes[-1], home)}
        for part in parts:
            part.allowed = yes == set(authors) and ("", home.name) not in self.left_out
        self.said += parts

    async def _agree(self, author: str, note: Shown, home: Place) -> bool:
        """Answer the question about a conversation, or stop what is announced."""
        labels = [button.emoji for button in note.content.buttons] if note.content else []
        if not labels:
            return False
        if "🙂" not in labels:
            stops = self.rng.random() < 0.2
            if stops:
                await self.stage.press(author, note, "🚫")
            return not stops and home.row.consent == ConsentStyle.NOTICE  # type: ignore[union-attr]  # as above
        decision = self.rng.choice(("🙂", "🙋", "🙂", "🙋", "🚫", ""))
        if decision:
            await self.stage.press(author, note, decision)
        return decision in ("🙂", "🙋")

    async def erase(self) -> None:
        """Let an author or the translator be forgotten; somebody new comes instead."""
        who = self.rng.choice((*self.authors, "@pia"))
        await self.stage.say(who, "!me erase", self.communities[0].room)
        await self.stage.say(who, "yes", self.communities[0].room)
        if who == "@pia":
            self.forgotten |= self.translated.keys()
            return
        self.authors[self.authors.index(who)] = f"@author{next(self.people)}"
        for said in self.said:
            said.gone = said.gone or said.author == who

    async def move(self) -> None:
        """Let a room continue under another id, as on Matrix and Telegram."""
        place = self.rng.choice((*self.networks, *self.communities))
        old, place.room = place.room, f"{place.room}m"
        place.left.append(old)
        key = f"memory:{self.stage.platform.next_id('v')}"
        now = self.stage.clock.now()
        self.stage.platform.emit(RoomMoved(key=key, account="memory", room=old, at=now, new_room=place.room))
        await self.stage.settle()

    async def share_results(self) -> None:
        """Let a connector share the results of a poll, or think better of it."""
        home, voters = self.rng.choice(self.communities[:4]), self.rng.choice((2, 6))
        words = f"question{self.objects}x"
        self.objects += 1
        await self.stage.say("@carla", f'!poll "{words}?" Yes No', home.room)
        card = self.stage.sees(words, home.room)
        for number in range(voters):
            await self.stage.press(f"@v{number}", card, "1️⃣")
        number = next(self.numbers[home.name])
        await self.stage.say("@carla", f"!poll close {number}", home.room)
        await self.stage.say("@carla", f"!highlight poll {number}", home.room)
        answer = self.rng.choice(("yes", "no"))
        asked = "Shall I share it" in self.stage.last(home.room).text
        await self.stage.say("@carla", answer, home.room)
        allowed = asked and answer == "yes"
        self.said.append(Said(words, "", home, "", allowed=allowed, voters=voters))

    async def translate(self) -> None:
        """Let somebody translate a copy in the French home, if it shows one."""
        home = self.communities[4]
        shown = [said for said in self.said if said.message and self._copies(said, home)]
        if shown:
            said = self.rng.choice(shown)
            words = f"mot{len(self.translated)}x"
            self.translated[words] = said
            copy = self._copies(said, home)[0]
            await self.stage.say("@pia", f"!traduction fr {words}", home.room, reply_to=copy.id)

    async def leave_out(self) -> None:
        """Let a connector leave a person or a room out."""
        home = self.rng.choice(self.communities[:4])
        if self.rng.random() < 0.5:
            author = self.rng.choice(self.authors)
            await self.stage.say("@carla", f"!highlight exclude {author}", home.room)
            if "taken back for good" not in self.stage.last(home.room).text:
                return
            await self.stage.say("@carla", "yes", home.room)
            self.left_out.add((author, home.name))
            for said in self.said:
                said.gone = said.gone or (said.author == author and said.home is home)
        elif self.rng.random() < 0.3:
            await self.stage.say("@carla", "!room exclude", home.room)
            self.left_out.add(("", home.name))

    def _copies(self, said: Said, place: Place) -> list[Shown]:
        return self.stage.matching(lambda one: bool(COPY.search(one.text)) and said.words in one.text, place.room)

    async def edit(self) -> None:
        """Let an author change what they said."""
        if self.said and not (said := self.rng.choice(self.said)).gone and said.message:
            self.stage.platform.edit(said.message, f"{said.words} again")
            await self.stage.settle()

    async def delete(self) -> None:
        """Let an author delete what they said."""
        if self.said and not (said := self.rng.choice(self.said)).gone and said.message:
            self.stage.platform.delete(said.message)
            said.gone = True
            await self.stage.settle()

    async def leave(self) -> None:
        """Let a place leave one of its networks."""
        place = self.rng.choice((*self.communities, *self.networks))
        if place.above:
            verb = "unlink" if isinstance(place.row, Community) else "network leave"
            await self.stage.say(place.runner, f"!{verb} {self.rng.choice(place.above).name}", place.room)
            await self.stage.say(place.runner, "yes", place.room)

    async def choose(self) -> None:
        """Let an author opt out, or a place share more or less."""
        if self.rng.random() < 0.3:
            author = self.rng.choice(self.authors)
            home = self.rng.choice(self.communities)
            await self.stage.say(author, f"!me relay {RelayConsent.OFF}", home.room)
            self.opted_out.add(author)
            for said in self.said:
                said.gone = said.gone or said.author == author
            return
        place = self.rng.choice((*self.communities, *self.networks))
        await self.stage.say(place.runner, f"!relay {self.rng.choice(('on', 'digest', 'off'))}", place.room)

    async def wait(self) -> None:
        """Let some time pass."""
        await self.stage.forward(minutes=self.rng.choice((1, 5, 200)))

    def check(self) -> None:
        """Check that each room shows each message once at most, and only what may be shown."""
        for said in self.said:
            rest = [one for one in self.said if one.talk == said.talk and not one.gone]
            said.gone = said.gone or (said.talk is not None and len(rest) < 2)
        for place in (*self.networks, *self.communities):
            rooms = (place.room, *place.left)
            shown = [
                one for room in rooms for one in self.stage.matching(lambda one: bool(COPY.search(one.text)), room)
            ]
            self.copies += len(shown)
            assert not [one for one in shown if any(word in one.text for word in self.forgotten)], place.name
            for said in self.said:
                copies = [one for one in shown if said.words in one.text]
                assert len(copies) <= 1, (place.name, said.words)
                if said.gone or not said.allowed or place is said.home:
                    assert not copies, (place.name, said)
                if said.voters is not None and said.voters < 5:
                    assert not any("%" in one.text for one in copies), (place.name, said)
            for words, said in self.translated.items():
                with_words = [one for one in shown if words in one.text]
                assert all(said.words in one.text for one in with_words), (place.name, words)
                assert not (with_words and (said.gone or place is not self.communities[4])), (place.name, words)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
async def test_no_room_shows_too_much(tmp_path: Path, seed: int) -> None:
    """Each room shows each highlight once at most, nothing after a withdrawal, and nothing without its author's yes."""
    async with staged(tmp_path, RICH) as stage:
        life = Life(stage, random.Random(seed))
        await life.grow()
        for _ in range(STEPS):
            await life.step()
            life.check()
        await stage.forward(hours=4)
        life.check()
        assert life.copies
