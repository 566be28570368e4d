"""aiogram's models of all methods and objects of the Bot API, each built when it is first used.

aiogram builds all 700 when it is imported, which takes seconds in each test process; tests use a few dozen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import BaseModel


@contextmanager
def _built_when_used() -> Iterator[None]:
    """Let classes that are made meanwhile wait for their first use."""
    rebuild, config = BaseModel.__dict__["model_rebuild"], BaseModel.model_config
    BaseModel.model_rebuild = classmethod(lambda *_, **__: None)  # type: ignore[assignment, method-assign]
    BaseModel.model_config = {"defer_build": True}
    try:
        yield
    finally:
        BaseModel.model_rebuild, BaseModel.model_config = rebuild, config  # type: ignore[method-assign]


with _built_when_used():
    import aiogram as aiogram
    import aiogram.methods
    import aiogram.types

for _name, _module in tuple(sys.modules.items()):
    if _name.startswith(
        ("aiogram.types.", "aiogram.methods.")
    ):  # annotations name classes that only type checkers import
        vars(_module).update({name: vars(aiogram.types)[name] for name in aiogram.types.__all__} | vars(_module))
