"""The rules of one poll beside its kind: kept as JSON in its row, since only the poll itself reads them."""

from __future__ import annotations

import msgspec

from storage.tables import Poll


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The rules of a poll. What is not said is left out.

    `points`: the top score of one option, or the dots of one voter. `pairwise`: a ranked poll is won by the option that
    wins each comparison of two, if there is one.
    """

    points: int = 0
    pairwise: bool = False


_decoder = msgspec.json.Decoder(Settings)
_encoder = msgspec.json.Encoder()


def of(poll: Poll) -> Settings:
    """Return the settings of a poll. Raises msgspec.ValidationError on anything that `as_json` did not write."""
    return _decoder.decode(poll.settings)


def as_json(settings: Settings) -> str:
    """Return the settings for the row."""
    return _encoder.encode(settings).decode()
