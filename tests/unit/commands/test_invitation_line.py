"""How often and how long an invitation works, in the words of each language; the rest is its note."""

import pytest

from bots.features.communities.commands import NETWORK_INVITE


@pytest.mark.parametrize(
    ("locale", "line", "values"),
    [
        ("en", "once for 7 days the gardens", {"uses": "once", "span": "for 7 days", "note": "the gardens"}),
        ("en", "single use, for the gardens", {"note": "single use, for the gardens"}),
        ("en", "single parents", {"note": "single parents"}),
        ("en", "forever", {"uses": "lasting"}),
        (
            "fr",
            "une fois pendant 7 jours les jardins",
            {"uses": "once", "span": "pendant 7 jours", "note": "les jardins"},
        ),
        ("fr", "à usage unique", {"uses": "once"}),
        ("fr", "pour toujours les jardins", {"uses": "lasting", "note": "les jardins"}),
        ("de", "nur einmal 7 Tage die Gärten", {"uses": "once", "span": "7 Tage", "note": "die Gärten"}),
        ("de", "beliebig oft", {"uses": "lasting"}),
        ("es", "una vez durante 7 días las huertas", {"uses": "once", "span": "durante 7 días", "note": "las huertas"}),
        ("es", "para siempre", {"uses": "lasting"}),
    ],
)
def test_parts_of_a_line(locale: str, line: str, values: dict[str, str]) -> None:
    """The first words say how often, the next ones how long; words that say neither are the note."""
    assert NETWORK_INVITE.reader is not None
    assert dict(NETWORK_INVITE.reader.read_line(line, locale).values) == values
