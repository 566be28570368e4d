"""Database queries, one file for each noun. Each function takes the unit of work first."""
