"""Quotation marks of every kind are understood, and apostrophes are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.commands.quotes import MARKS, find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Where to" "Park two"', ["Where to", "Park two"]),
        ("“Where to” “Park two”", ["Where to", "Park two"]),
        ("”Where to” ”Park two”", ["Where to", "Park two"]),
        ("“Where to“ “Park two“", ["Where to", "Park two"]),
        ('“Where to” “Park two"', ["Where to", "Park two"]),
        ("„Wohin?“ „Park am See“", ["Wohin?", "Park am See"]),
        ('„Wohin?" „Park am See"', ["Wohin?", "Park am See"]),
        ("„Wohin?” „Park am See”", ["Wohin?", "Park am See"]),
        ("« Où ? » «Au parc»", ["Où ?", "Au parc"]),
        ("»Wohin?« »Park am See«", ["Wohin?", "Park am See"]),
        ("»Vart?» »Till parken»", ["Vart?", "Till parken"]),
        ("‹Où?› ‹Au parc›", ["Où?", "Au parc"]),
        ("‚Wohin?‘ ‚Park am See‘", ["Wohin?", "Park am See"]),
        ("‘Where to’ ‘Park two’", ["Where to", "Park two"]),
        ("'What's up?' 'Anna's soup'", ["What's up?", "Anna's soup"]),
        ("″Where to″ ″Park two″", ["Where to", "Park two"]),
        ("「どこ?」「公園」", ["どこ?", "公園"]),
        ("“A”“B”", ["A", "B"]),
        ('"A","B"', ["A", "B"]),
        ('"Park “one” two" "b"', ["Park “one” two", "b"]),
    ],
)
def test_every_keyboard_can_quote(text: str, quoted: list[str]) -> None:
    """Marks of one kind on both sides, low ones, mixed ones and nested ones keep words together."""
    assert [quotation.text for quotation in find_quotations(text)] == quoted


@pytest.mark.parametrize(
    "text",
    ["Don't ask", "l'été, c’est d'accord", "Rock 'n' roll", 'a 5" pipe and a 6" pipe', "the dogs' park", '"open'],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    """A mark inside a word, after a number, or alone is an ordinary character."""
    assert find_quotations(text) == ()


@given(st.text(alphabet=f"ab {MARKS}", max_size=60))
def test_quotations_stand_in_order(text: str) -> None:
    """Quotations lie within the text, one after the other, whatever marks it has."""
    end = 0
    for quotation in find_quotations(text):
        assert end <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start] in MARKS
        assert text[quotation.end - 1] in MARKS
        end = quotation.end
