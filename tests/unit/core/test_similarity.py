"""How alike words are."""

from bots.core.similarity import edit_distance, most_similar, similarity, suggestions


def test_swapped_letters_are_one_mistake() -> None:
    """Two letters in the wrong order count as one wrong letter."""
    assert (edit_distance("firday", "friday"), edit_distance("friday", "friday")) == (1, 0)


def test_the_most_similar_word_comes_first() -> None:
    """Words that resemble the typed one are listed by their similarity; others are left out."""
    found = most_similar("evnt", ["poll", "events", "event"], limit=2, least=60)
    assert [word for word, _ in found] == ["event", "events"]
    assert found[0][1] == similarity("evnt", "event")


def test_a_part_of_a_label_is_enough() -> None:
    """A label is suggested for one of its words, by its key."""
    near = suggestions("hours", {"quiet": "quiet hours", "zone": "time zone"}, limit=1)
    assert [key for key, _ in near] == ["quiet"]
