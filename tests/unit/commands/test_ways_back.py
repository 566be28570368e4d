"""For every command somebody has decided what takes it back."""

from pathlib import Path

import pytest

from bots.commands.declaration import Command
from bots.core.permissions import Right
from bots.features.audit import ways_back
from bots.features.registry import FEATURES

AUDIT = Path(__file__).parents[3] / "bots/locales/en/audit.ftl"
COMMANDS = {command.name: command for feature in FEATURES for command, _ in feature.commands}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_every_command_has_a_way_back(command: Command) -> None:
    """A command changes nothing, is one's own, is taken back by another one, or is final; and only one of these."""
    decided = [command.name in names for names in (ways_back.READS, ways_back.OWN, ways_back.WAYS, ways_back.FINAL)]
    assert sum(decided) == (0 if command.hidden else 1)
    assert command.right is Right.ANYONE or command.name not in ways_back.OWN


@pytest.mark.parametrize("way", ways_back.WAYS.values())
def test_each_way_back_is_a_command(way: str) -> None:
    """What takes a command back is a command itself, and it takes what it is given."""
    name = next(head for size in (2, 1) if (head := " ".join(way.split()[:size])) in COMMANDS)
    taken = {arg.name for arg in COMMANDS[name].args}
    given = {word.strip("{}") for word in way.split() if word.startswith("{")} - {"other"}
    assert given <= taken | {"tag", "name", "before"}


def test_switch_goes_back_to_the_other_side() -> None:
    """What was turned off is turned on again, and the reverse; what is not known is left open."""
    assert ways_back.way_back("digest chart", {"how": "on"}) == "digest chart off"
    assert ways_back.way_back("digest chart", {"how": "off"}) == "digest chart on"
    assert ways_back.way_back("poll close", {"number": "3"}) == "poll reopen 3"
    assert ways_back.way_back("poll close", {}) == "poll reopen …"
    assert ways_back.way_back("poll delete", {"number": "3"}) is None


def test_what_was_taken_back_has_to_be_typed_again() -> None:
    """After "none" the same command would do nothing, so its words are left open."""
    assert ways_back.way_back("poll outcome", {"number": "3", "outcome": "In july"}) == "poll outcome 3 none"
    assert ways_back.way_back("poll outcome", {"number": "3", "outcome": "aucune"}) == "poll outcome 3 …"
    assert ways_back.way_back("poll revoke", {"number": "3", "by": "none"}) == "poll revoke 3 …"
    assert ways_back.way_back("digest remove", {"number": "3", "added": "none"}) == "digest add …"
    assert ways_back.way_back("digest remove", {"number": "3"}) == "digest remove 3"


def test_every_act_of_a_button_has_a_way_back() -> None:
    """What a button does in the name of a place is named in the log, and somebody has decided what takes it back."""
    acts = [line.split(" = ")[0] for line in AUDIT.read_text(encoding="utf-8").splitlines() if line.startswith("act-")]
    assert {act.removeprefix("act-") for act in acts} == ways_back.PRESSED.keys()
    ways = [way for way in ways_back.PRESSED.values() if way is not None]
    assert all(way.removesuffix(" …") in COMMANDS for way in ways)
