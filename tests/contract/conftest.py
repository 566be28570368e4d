"""Failing assertions in the contract's own modules explain themselves, as those in test modules do."""

from __future__ import annotations

import pytest

for module in ("hears", "sends", "shows", "rig", "matrix_people", "matrix_rig"):
    pytest.register_assert_rewrite(f"tests.contract.{module}")
