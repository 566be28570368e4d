"""The refusal of a date, a length or a zone."""

from __future__ import annotations

from bots.core.refusal import Refusal


class CalendarProblem(Refusal):
    """Something about a date, a length or a zone can't be used."""

    @property
    def slug(self) -> str:
        """The id of the sentence that explains it: `date-past`, `zone-unknown`…"""
        return self.text_id
