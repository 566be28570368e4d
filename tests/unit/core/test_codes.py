"""Codes that people type."""

from __future__ import annotations

import pytest

from bots.core.codes import new_code, typed


def test_codes_differ() -> None:
    """A thousand codes are a thousand, of eight letters without look-alikes."""
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert {len(code) for code in codes} == {8}
    assert not set("".join(codes)) & set("ilo01")


@pytest.mark.parametrize("text", ["abcd2345", " ABCD2345 ", "abcd 2345", "`abcd2345`", "“Abcd-2345”."])
def test_a_code_may_be_typed_in_several_ways(text: str) -> None:
    """Capitals, spaces, quotes and marks don't matter."""
    assert typed(text) == "abcd2345"


def test_a_long_text_is_no_code() -> None:
    """What is much longer is cut, so that nothing long is worked on."""
    assert len(typed("a" * 5000)) == 16
