"""Tests for the merged tables of the features."""

from __future__ import annotations

import pytest

from bots.core.card_id import DIALOG_VERBS
from bots.core.inbound import ButtonPressed
from bots.routing.feature import Feature
from bots.routing.router import Router
from bots.turn.turn import Turn


async def press(_press: ButtonPressed, _turn: Turn) -> None:
    """Do nothing."""


@pytest.mark.parametrize("verb", sorted(DIALOG_VERBS))
def test_no_feature_takes_a_verb_of_the_dialogs(verb: str) -> None:
    """A feature whose button would be taken for an answer to a question is refused at the start."""
    with pytest.raises(ValueError, match=f"{verb}.*of greedy"):
        Router([Feature(name="greedy", buttons={verb: press})])


def test_no_two_features_share_a_name() -> None:
    """Two features with the same button are refused at the start."""
    with pytest.raises(ValueError, match=r"two features claim the button.*same"):
        Router([Feature(name="one", buttons={"same": press}), Feature(name="two", buttons={"same": press})])
