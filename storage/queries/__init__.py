"""Questions to the database, one file a noun; each takes the unit of work first."""
