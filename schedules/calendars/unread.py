"""The reasons why a calendar was not read. The process that parses one loads no client of the web for them."""

from __future__ import annotations


class Unread(Exception):
    """A calendar could not be read. `slug` says why, as the end of a text's id."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug
