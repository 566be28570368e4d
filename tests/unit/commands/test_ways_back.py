"""For every command somebody has decided what takes it back."""

import pytest

from bots.commands.declaration import Command
from bots.features.audit import ways_back
from bots.features.registry import FEATURES

COMMANDS = {command.name: command for feature in FEATURES for command, _ in feature.commands}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_every_command_has_a_way_back(command: Command) -> None:
    """A command changes nothing, or another one takes it back, or it can't be undone; and it is only one of these."""
    decided = [command.name in names for names in (ways_back.READS, ways_back.WAYS, ways_back.FINAL)]
    assert sum(decided) == (0 if command.hidden else 1)


@pytest.mark.parametrize("way", ways_back.WAYS.values())
def test_each_way_back_is_a_command(way: str) -> None:
    """What takes a command back is a command itself, and it takes what it is given."""
    name = next(head for size in (2, 1) if (head := " ".join(way.split()[:size])) in COMMANDS)
    taken = {arg.name for arg in COMMANDS[name].args}
    given = {word.strip("{}") for word in way.split() if word.startswith("{")} - {"other"}
    assert given <= taken | {"tag", "name"}


def test_switch_goes_back_to_the_other_side() -> None:
    """What was turned off is turned on again, and the reverse; what is not known is left out."""
    assert ways_back.way_back("relay", {"switch": "on"}) == "relay off"
    assert ways_back.way_back("relay", {"switch": "off"}) == "relay on"
    assert ways_back.way_back("poll close", {}) == "poll reopen"
    assert ways_back.way_back("poll delete", {"number": "3"}) is None
