"""How many people can come, as people type it."""

import pytest

from bots.core.refusal import Refusal
from bots.features.events import capacity_phrase


@pytest.mark.parametrize(
    ("line", "rest", "capacity"),
    [
        ("Potluck friday 7pm at the garden limit 12", "Potluck friday 7pm at the garden", 12),
        ("Potluck friday 7pm, max 12 people, at the garden", "Potluck friday 7pm at the garden", 12),
        ("Potluck friday 7pm (max. 12)", "Potluck friday 7pm", 12),
        ("Potluck friday 7pm, 12 places", "Potluck friday 7pm", 12),
        ("Potluck friday 7pm 12 people", "Potluck friday 7pm", 12),
        ("Apéro vendredi 19h 12 places", "Apéro vendredi 19h", 12),
        ("Grillen am Freitag 19 Uhr 12 Plätze", "Grillen am Freitag 19 Uhr", 12),
        ("Cena viernes a las 19h 12 plazas", "Cena viernes a las 19h", 12),
        ("Potluck friday 7pm up to 12 people", "Potluck friday 7pm", 12),
        ("Repas vendredi 19h, limité à 12 personnes", "Repas vendredi 19h", 12),
        ("Repas vendredi 19h jusqu’à 12 personnes", "Repas vendredi 19h", 12),
        ("Repas vendredi 19h jusqu'à 12 personnes", "Repas vendredi 19h", 12),
        ("Essen Freitag 19 Uhr höchstens 12", "Essen Freitag 19 Uhr", 12),
        ("Essen Freitag 19 Uhr, 12 Plätze", "Essen Freitag 19 Uhr", 12),
        ("Cena viernes 19:00 máximo 12 personas", "Cena viernes 19:00", 12),
        ("Cena viernes 19:00\n12 plazas", "Cena viernes 19:00", 12),
    ],
)
def test_places_are_read(line: str, rest: str, capacity: int) -> None:
    """The words about places are taken out, and nothing else."""
    assert capacity_phrase.cut(line) == (rest, capacity)


@pytest.mark.parametrize(
    "line",
    [
        "Mad Max 2 friday 8pm", "Visit 12 places in Paris friday 8pm", "Potluck friday up to 10pm",
        "Concert for 200 people",
        "Repas vendredi de 19h jusqu’à 22h", "Essen Freitag bis zu 22 Uhr", "Limit your waste friday 7pm",
        "Off limits friday 7pm", "Time limit 12:30 friday",
    ],
)  # fmt: skip
def test_other_words_stay(line: str) -> None:
    """Titles and times that look a little like a limit stay as they are."""
    assert capacity_phrase.cut(line) == (line, None)


@pytest.mark.parametrize(
    ("typed", "capacity"),
    [
        ("12", 12), ("12 places", 12), ("none", None), ("aucun", None), ("unbegrenzt", None), ("sin límite", None),
        ("no limit", None),
    ],
)  # fmt: skip
def test_typed_limit(typed: str, capacity: int | None) -> None:
    """A number is a limit, a word such as none removes it."""
    assert capacity_phrase.parse(typed, "places") == capacity


@pytest.mark.parametrize("typed", ["twelve", "0", "-1", "1.5", "999999999", "", "12 13", "9" * 4000])
def test_other_limits_are_refused(typed: str) -> None:
    """A bad number of places is refused with what to type."""
    with pytest.raises(Refusal) as refused:
        capacity_phrase.parse(typed, "places")
    assert refused.value.argument == "places"
