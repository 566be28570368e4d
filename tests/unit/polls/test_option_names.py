"""Ballots that name the options."""

import pytest

from bots.features.polls.option_names import MAX_LENGTH, numbered

PLACES = ("The garden", "La bibliothèque", "The café, upstairs")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the garden", "1"),
        ("Garden!", "1"),
        ("bibliotheque", "2"),
        ("«la bibliothèque»", "2"),
        ("the café, upstairs", "3"),
        ("bibliothèque, garden", "2, 1"),
        ("bibliothèque > garden", "2, 1"),
        ("garden=5, bibliothèque = 2", "1=5, 2=2"),
        ("2 1", "2 1"),
        ("the", "the"),
        ("garden, pond", "garden, pond"),
        ("not the garden", "not the garden"),
        ("", ""),
    ],
)
def test_names_become_numbers(typed: str, expected: str) -> None:
    """A ballot is read by name only if each of its parts names exactly one option."""
    assert numbered(typed, PLACES) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("garden 5, bibliothèque 2", "1=5, 2=2"),
        ("garden 4 bibliothèque 1", "1=4, 2=1"),
        ("garden 4 and bibliothèque 1", "1=4, 2=1"),
        ("garden=4", "1=4"),
        ("pond 4", "pond 4"),
        ("5 4 3", "5 4 3"),
    ],
)
def test_points_behind_names_become_pairs(typed: str, expected: str) -> None:
    """Where options get points, a number behind a name is what it gets, without a sign between them."""
    assert numbered(typed, PLACES, points=True) == expected


def test_long_ballot_is_not_read() -> None:
    """A text longer than any ballot stays as it is."""
    text = "garden, " * MAX_LENGTH
    assert numbered(text, PLACES) == text
