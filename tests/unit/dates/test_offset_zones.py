"""Offsets from Greenwich as time zones: they name no place, and never turn into their opposite."""

from __future__ import annotations

import pytest

from bots.dates import time_zones
from bots.dates.errors import CalendarProblem


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("heure GMT+1", "Europe/Paris"), ("GMT+1h", "Europe/Paris"), ("gmt plus 1", "Europe/Paris"),
        ("GMT moins 5", "America/New_York"), ("UTC más 2", "Europe/Athens"), ("utc2", "Europe/Athens"),
        ("Zeit: UTC+2", "Europe/Athens"), ("UTC\u22123", "America/Sao_Paulo"), ("Paris (UTC+1)", "Europe/Paris"),
    ],
)  # fmt: skip
def test_offset_among_words_suggests_cities_on_its_side(text: str, city: str) -> None:
    """An offset with other words is refused with cities on its own side of Greenwich."""
    with pytest.raises(CalendarProblem) as caught:
        time_zones.find_zone(text)
    assert caught.value.text_id == "zone-offset"
    nearest = caught.value.text_args["nearest"]
    assert isinstance(nearest, tuple) and city in nearest
    assert not any(key.startswith("Etc/") for key in nearest)


@pytest.mark.parametrize("text", ["GMT+O", "gmt+x", "etc/gmt"])
def test_no_suggestion_counts_the_other_way(text: str) -> None:
    """No suggestion is a zone whose name has the opposite sign of what people mean."""
    try:
        time_zones.find_zone(text)
    except CalendarProblem as problem:
        nearest = problem.text_args["nearest"]
        assert isinstance(nearest, tuple) and not any(key.startswith("Etc/GMT") for key in nearest)
