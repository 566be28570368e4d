"""What the rows of all tables have in common."""

from sqlmodel import SQLModel


class TableRow(SQLModel):
    """A row. Pydantic builds its validator when it is first asked for: most rows are made without one."""

    model_config = {"defer_build": True}
