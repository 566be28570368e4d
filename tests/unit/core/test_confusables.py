"""Names that look alike have one skeleton."""

from __future__ import annotations

import pytest

from bots.core.confusables import look_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lyon", "LYON"),
        ("Lyon", "Lуоn"),
        ("Lyon", "L\u200byon"),
        ("Lyon", "Lyon\u3164"),
        ("Lyon", "Lyón"),
        ("Lyon", "L-y-o-n."),
        ("Lyon", "𝐋𝐲𝐨𝐧"),
        ("Lyon", "Ｌｙｏｎ"),
        ("glocal", "gIocaI"),
        ("glocal", "ɡlοсаl"),
        ("Москва", "Mосква"),
        ("Bern", "Bem"),
    ],
)
def test_names_that_look_alike(one: str, other: str) -> None:
    """Case, accents, signs, invisible characters and letters of other scripts make no difference."""
    assert look_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lyon", "Lyon 2"), ("Paris 1", "Paris 2"), ("Москва", "Киев"), ("🌳", "🌻"), ("東京", "京都"), ("Lyon", "")],
)
def test_names_that_differ(one: str, other: str) -> None:
    """Other letters, numbers and emoji make another name."""
    assert not look_alike(one, other)
